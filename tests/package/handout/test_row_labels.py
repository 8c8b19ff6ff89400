"""Rows that were sorted without their marks are noticed, also where several are called alike."""

from __future__ import annotations

import pytest

from generator.model.kind import FieldSpec, FieldType
from generator.package.bring.targets import CellTarget, Targets
from generator.package.handout.answers import AnsweredCell, AnsweredText, Answers
from generator.package.handout.owed import HandedItem
from generator.package.handout.row_labels import RowLabels
from generator.package.intake.grid import RawCell

NUMBER = FieldSpec("数值", FieldType.NUMBER)
ROWS = (("1", "", "就业"), ("1.1", "就业", "脱贫户"), ("2", "", "培训"), ("2.1", "培训", "脱贫户"))
TARGETS = {
    code: CellTarget("indicators.csv", code, "", label, NUMBER, above)
    for code, above, label in ROWS
}


def doubts(
    labels: tuple[str | None, ...], handed: dict[str, HandedItem] | None = None
) -> list[list[str]]:
    """Of the rows with these labels, the marks being in order."""
    cells = tuple(
        AnsweredCell(code, RawCell("5"), "报来.xlsx", label=label)
        for (code, _, _), label in zip(ROWS, labels, strict=True)
    )
    answers = Answers("报来.xlsx", "县就业局", "", "", "", cells, handed=handed or {})
    found = RowLabels(answers, Targets(tuple(TARGETS.values()), TARGETS))
    return [list(found.doubts(cell, TARGETS[cell.ident])) for cell in cells]


@pytest.mark.parametrize(
    "labels",
    [
        ("就业", "脱贫户", "培训", "脱贫户"),
        ("*就业", "就业：脱贫户", "培 训", "培训:脱贫户"),
        (None, None, None, None),
    ],
)
def test_rows_in_their_places(labels: tuple[str | None, ...]) -> None:
    assert doubts(labels) == [[]] * 4


def test_a_row_that_was_called_otherwise_when_it_was_handed_out() -> None:
    handed = {"2": HandedItem("*培训班", is_filled=False)}
    assert doubts(("就业", "脱贫户", "培训班", "脱贫户"), handed) == [[]] * 4
    assert [bool(found) for found in doubts(("就业", "脱贫户", "培训班", "脱贫户"))][2]


def test_where_rows_were_sorted_those_that_are_called_alike_may_be_any() -> None:
    one, two, three, four = doubts(("培训", "脱贫户", "就业", "脱贫户"))
    assert "写的是“培训”，标识却是“就业”的" in one[0] and three
    assert "叫“脱贫户”的又不止一行" in two[0] and four


def test_a_row_without_a_label() -> None:
    assert (
        "这一行没有写是哪一项，标识却是“就业”的" in doubts(("", "脱贫户", "培训", "脱贫户"))[0][0]
    )


def test_a_text_in_the_row_of_another() -> None:
    handed = {"text/jobs.md": HandedItem("就业情况", is_filled=False)}
    labels = RowLabels(Answers("报来.xlsx", "县就业局", "", "", "", handed=handed), Targets(()))
    texts = (
        AnsweredText("jobs", "招聘会。", "报来.xlsx", label) for label in ("就业情况", "下一步")
    )
    assert [len(list(labels.doubts_of_text(text))) for text in texts] == [0, 1]
