"""Old values of figures in what the draft did not write: told once, however people wrote them."""

from __future__ import annotations

import pytest
from support.small import draft, regenerated
from support.wordfiles import W, package, paragraph, run

BASE = draft("1111", ("引", "全年培训{训:15735人}，到位资金{资:5237.4万元}，进展顺利。"))
NEW = draft("2222", ("引", "全年培训{训:15912人}，到位资金{资:5317.4万元}，进展顺利。"))
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = '<w:footnotes {}><w:footnote w:id="2">{}</w:footnote></w:footnotes>'
TABLE = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"


def told(own: str = "", note: str = "") -> list[str]:
    """What is told of old values where people put a block, or a note, into the file."""
    body = paragraph(run(BASE.blocks[0].text) + (NOTE if note else "")) + own
    parts = {"footnotes": NOTES.format(W, paragraph(note))} if note else {}
    plan = regenerated(BASE, NEW, package(body, **parts)).plan
    return [matter.text for matter in plan.matters if matter.reason == "stale"]


@pytest.mark.parametrize(
    "words",
    ["共１５７３５人", "共15,735人", "惠及15735名群众", "15735", "约1.57万人", "资金5237.4万元"],
)
def test_however_it_is_written(words: str) -> None:
    assert len(told(note=run(words))) == 1


@pytest.mark.parametrize("words", ["共15912人", "共157350人", "2021年", "52374元", "735人"])
def test_another_number_is_none(words: str) -> None:
    assert told(note=run(words)) == []


def test_a_number_with_another_unit_and_the_value_itself_are_told_both() -> None:
    assert len(told(note=run("15735名群众，即15735人"))) == 2


@pytest.mark.parametrize(
    "words",
    [
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>15735人</w:t></w:r>",
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>15735人</w:t></w:r>",
        f'<w:moveFrom w:id="7" w:author="甲">{run("15735人")}</w:moveFrom>',
    ],
)
def test_what_nobody_sees_in_a_note_is_not_told(words: str) -> None:
    assert told(note=words + run("另有说明")) == []


def test_in_a_table_inside_a_table() -> None:
    inner = TABLE.format(paragraph(run("培训15735人")))
    outer = TABLE.format(inner + paragraph(run("名册")))
    assert told(outer) == ["疑似旧数据：“15735人”，现在的数据是“15912人”"]
