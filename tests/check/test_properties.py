"""A consistent random form with a report that tells it gives no error; one broken value is named."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.check import Finding, Severity, check_draft
from generator.figures import Draft, FigureBook
from generator.model.cell import Cell, Source
from generator.model.dataset import Dataset, IndicatorRow
from generator.model.document import Document, Mark, Paragraph, Properties, Run, Section
from generator.model.files import templates_root
from generator.model.kind import FieldType, FormRelation, FormRow, Kind, Relation
from generator.model.settings import Settings
from generator.package.read.homes import home_at
from generator.package.read.kind import read_kind
from generator.standard.wording.numbers import convert, num

NAME = "东西部协作自评"
SETTINGS = Settings(kind=NAME, year=2021, form="plain", place={"name": "清河县"})


@cache
def kind() -> Kind:
    return read_kind(home_at(templates_root()), NAME, 2021)


def rows() -> list[FormRow]:
    return [row for row in kind().catalogue.values() if row.type is FieldType.NUMBER]


@st.composite
def consistent(draw: st.DrawFn) -> dict[str, Decimal]:
    """Values for every row of the real form that keep its own rules: sums, parts, equal rows, rates, identities."""
    whole = st.integers(60, 9000)
    values: dict[str, Decimal] = {}
    for row in rows():
        values[row.code] = Decimal(draw(whole)) * 10
    by_key = {row.key: row for row in rows()}
    for row in sorted(rows(), key=lambda row: -row.level):
        parts = [
            other
            for other in rows()
            if other.parent == row.code and other.relation is not FormRelation.NONE
        ]
        if parts:
            values[row.code] = sum(
                (_in(values[part.code], part.unit, row.unit) for part in parts), Decimal(0)
            )
    for identity in kind().cross_checks:
        names = [name for name in by_key if f"{{{name}}}" == identity.formula]
        if identity.relation is Relation.AT_MOST and identity.severity is Severity.ERROR and names:
            left, right = by_key[identity.key].code, by_key[names[0]].code
            values[left] = min(values[left], values[right])
    for row in rows():
        if row.equals:
            values[row.code] = _in(values[row.equals], kind().catalogue[row.equals].unit, row.unit)
        if "/" in row.formula:
            part, total = (values[by_key[key].code] for key in _keys(row.formula))
            values[row.code] = (part * 100 / total).quantize(Decimal("0.01"))
    return values


def _keys(formula: str) -> list[str]:
    return [piece.split("}")[0] for piece in formula.split("{")[1:]]


def _in(value: Decimal, unit: str, wanted: str) -> Decimal:
    try:
        return convert(value, unit, wanted) or Decimal(0)
    except ValueError:
        return value


def findings(values: dict[str, Decimal], told: dict[str, Decimal]) -> list[Finding]:
    """What is found in a package with these values, whose report claims ``told``."""
    indicators = tuple(
        IndicatorRow(
            row,
            Cell(
                num(values[row.code]) if row.code in values else "",
                values.get(row.code),
                Source("indicators.csv", number, "数值"),
                row.unit,
            ),
        )
        for number, row in enumerate(kind().catalogue.values(), 2)
    )
    dataset = Dataset("清河", SETTINGS, indicators, (), {})
    paragraphs = tuple(
        Paragraph(
            f"p/{row.code}",
            (
                Run("这一项是"),
                Run(num(told[row.code]), Mark("claimed", row.key)),
                Run(row.unit),
                Run("。"),
            ),
        )
        for row in rows()
    )
    document = Document((Section(paragraphs),), Properties("报告", "清河县", "0"))
    return list(check_draft(Draft(dataset, kind(), FigureBook(dataset, kind()), document)).findings)


SLOW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.slow
@SLOW
@given(consistent())
def test_a_consistent_package_gives_no_error(values: dict[str, Decimal]) -> None:
    assert [
        finding.message
        for finding in findings(values, values)
        if finding.severity is Severity.ERROR
    ] == []


@pytest.mark.slow
@SLOW
@given(consistent(), st.data())
def test_one_broken_value_is_named(values: dict[str, Decimal], data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(rows()))
    by = data.draw(st.sampled_from([Decimal(1), Decimal(-1), Decimal(10), values[row.code]]))
    broken = values | {row.code: values[row.code] + by}
    new = [finding for finding in findings(broken, values) if finding.severity is Severity.ERROR]
    assert any(row.key in finding.keys for finding in new)


@pytest.mark.slow
@SLOW
@given(consistent(), st.data())
def test_a_broken_cell_of_a_sum_is_named_without_the_text(
    values: dict[str, Decimal], data: st.DataObject
) -> None:
    row = data.draw(
        st.sampled_from([row for row in rows() if row.relation is FormRelation.TOTAL or row.equals])
    )
    broken = values | {row.code: values[row.code] + 7}
    new = [finding for finding in findings(broken, broken) if finding.severity is Severity.ERROR]
    assert any(row.key in finding.keys for finding in new)
