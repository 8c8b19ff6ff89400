"""A made-up county with any plausible data, cells blank here and there: it drafts, and says whole sentences."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import invented
from support.packages import BROKEN

from generator.figures import Draft
from generator.figures.plaintext import plain_text
from generator.jobs.compose import compose, recompose
from generator.model.cell import Cell, PartialDate, Source
from generator.model.dataset import Dataset, IndicatorRow, Record, Records
from generator.model.kind import FieldSpec, FieldType, RecordSpec
from generator.report.trace import gaps, numbers

pytestmark = pytest.mark.slow

WORDS = st.sampled_from(
    [
        "天成农业公司",
        "地久食品公司",
        "东村",
        "西村",
        "南庄村",
        "育才学校",
        "百草园",
        "技能提升",
        "道路硬化",
        "牛羊养殖",
        "清河县农业农村局",
        "专题座谈",
        "签订框架协议",
        "高效推进",
    ]
)
COUNTS = st.integers(0, 20000).map(Decimal)
AMOUNTS = st.integers(0, 9_000_000).map(lambda cents: Decimal(cents) / 100)
DAYS = st.builds(
    lambda month, day: PartialDate(2023, month, day), st.integers(1, 10), st.integers(1, 28)
)


@cache
def county() -> Draft:
    """清河县 with an empty package, drafted once."""
    return compose(invented.package(Path(tempfile.mkdtemp()), indicators_csv="代码,数值\n"))


@cache
def number_keys() -> list[str]:
    return [
        row.form.key
        for row in county().dataset.indicators
        if row.form.type is FieldType.NUMBER and row.form.key
    ]


def values(field: FieldSpec, number: int) -> st.SearchStrategy[Any]:
    """A value of the field's type; the end of a span of days is after its beginning."""
    match field.type:
        case FieldType.KEY:
            return st.just(f"记录{number}")
        case FieldType.NUMBER:
            return AMOUNTS if field.unit.startswith("万") else COUNTS
        case FieldType.DATE:
            return DAYS.map(
                lambda day: (
                    PartialDate(2023, day.month + 2, day.day)
                    if field.name == "结束"
                    else PartialDate(2023, 1 + day.month % 2, day.day)
                    if field.name == "开始"
                    else day
                )
            )
        case FieldType.FLAG:
            return st.booleans()
        case FieldType.CHOICE:
            return st.sampled_from(field.choices)
        case FieldType.LIST:
            return st.lists(WORDS, min_size=1, max_size=4, unique=True).map(tuple)
        case FieldType.FIGURE_KEY:
            return st.sampled_from(number_keys())
        case _:
            return WORDS


@st.composite
def record_files(draw: st.DrawFn, spec: RecordSpec) -> Records:
    rows = []
    for number in range(draw(st.integers(0, 3))):
        cells = {}
        for field in spec.fields:
            blank = (
                not field.required
                and field.type is not FieldType.KEY
                and draw(st.integers(0, 5)) == 0
            )
            value = None if blank else draw(values(field, number))
            cells[field.name] = Cell(
                "" if value is None else str(value),
                value,
                Source(f"{spec.stem}.csv", number + 2, field.name),
                field.unit,
            )
        rows.append(Record(f"记录{number}", Source(f"{spec.stem}.csv", number + 2), cells))
    return Records(spec, tuple(rows))


@st.composite
def filled(draw: st.DrawFn, row: IndicatorRow) -> IndicatorRow:
    if row.form.is_heading or draw(st.integers(0, 5)) == 0:
        return row
    value = draw(
        {FieldType.NUMBER: COUNTS, FieldType.FLAG: st.booleans()}.get(row.form.type, WORDS)
    )
    return replace(
        row,
        cell=replace(
            row.cell, raw=str(value), value=value, source=Source("indicators.csv", 2, row.form.code)
        ),
    )


@st.composite
def packages(draw: st.DrawFn) -> Dataset:
    empty = county().dataset
    records = {name: draw(record_files(records.spec)) for name, records in empty.records.items()}
    return replace(
        empty, indicators=tuple(draw(filled(row)) for row in empty.indicators), records=records
    )


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)
@given(packages())
def test_any_county_drafts(dataset: Dataset) -> None:
    made = recompose(county(), dataset)
    text = plain_text(made.document)
    assert BROKEN.findall(text) == []
    assert [
        number for number in numbers(made.document, dataset.names) if number.voucher == "literal"
    ] == []
    assert all("待补" in found.text for found in gaps(made.document))
