"""Rows as they are written: every text of the tree stands in the file, in small tables and in large ones."""

from __future__ import annotations

import io
from unittest import mock

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.bookmarks import block_bookmark, bookmark, figure_ident
from generator.model.cell import Source
from generator.model.document import (
    Block,
    Column,
    Document,
    Mark,
    Properties,
    Run,
    Section,
    Table,
    TableCell,
    TableRow,
    Title,
)
from generator.word.reader import read
from generator.word.writer import write
from generator.word.writer.tables import frame
from generator.word.writer.tables.frame import LARGE

WIDE = 3
TEXTS = (
    "甲县",
    "12.50",
    "",
    "R&D",
    "3<5>2",
    "{{ x }} %s %d",
    "甲 乙",
    " 甲",
    "“乙”—…·",
    "𠮷",
    "长" * 200,
    "甲\n乙",
    "甲\t乙",
    "a" * 60,
)


def written(rows: list[TableRow]) -> bytes:
    """The file with a table of these rows."""
    blocks: tuple[Block, ...] = (
        Title("title", ((Run("题"),),)),
        Table("表", tuple(Column() for _ in range(WIDE)), tuple(rows)),
    )
    return write(Document((Section(blocks),), Properties("题", "", "aa")))


def row(n: int, texts: tuple[str, ...], *, strong: bool = False) -> TableRow:
    """A row of bound cells."""
    return TableRow(
        f"表/{n}",
        tuple(
            TableCell(
                f"表/{n}/{m}",
                (
                    (Run(text, Mark("bound", f"键{n}.{m}", (Source("甲.csv", n),)), strong),)
                    if text
                    else (),
                ),
            )
            for m, text in enumerate(texts)
        ),
    )


def cells(data: bytes) -> list[list[str]]:
    """The texts of the table's cells, as the reader of user files sees them."""
    found: dict[tuple[int, int], list[str]] = {}
    for para in read(data).view.paras:
        if para.cell:
            found.setdefault((para.cell.row, para.cell.column), []).append(para.text)
    count = 1 + max(place for place, _ in found)
    return [["\n".join(found[place, column]) for column in range(WIDE)] for place in range(count)]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(*[st.sampled_from(TEXTS)] * WIDE), min_size=1, max_size=6),
    st.booleans(),
    st.booleans(),
)
def test_every_text_stands_in_its_cell(
    texts: list[tuple[str, ...]], large: bool, strong: bool
) -> None:
    """A large table, in which few cells have bookmarks, begins at eight rows here."""
    padding = [("甲", "乙", "丙")] * (8 if large else 0)
    with mock.patch.object(frame, "LARGE", 8):
        data = written([row(n, line, strong=strong) for n, line in enumerate([*texts, *padding])])
    assert [[text.strip() for text in line] for line in cells(data)[: len(texts)]] == [
        [text.strip() for text in line] for line in texts
    ]
    assert len(docx.Document(io.BytesIO(data)).tables[0].rows) == len(texts) + len(padding)


@pytest.mark.parametrize(
    ("count", "marks"), [(3, {"表/1/0", "表/1/1", "表/1/2"}), (LARGE, {"表/1/1"})]
)
def test_a_large_table_marks_the_first_text_of_each_row(count: int, marks: set[str]) -> None:
    data = written([row(n, ("", "乙", "12")) for n in range(count)])
    names = set(read(data).view.spans)
    assert {f"表/1/{m}" for m in range(WIDE) if block_bookmark("aa", f"表/1/{m}") in names} == marks
    assert (bookmark("aa", figure_ident("表/1/2", "键1.2", 1)) in names) == (count < LARGE)
    assert count < LARGE or len(names) < count + 3


@pytest.mark.parametrize(
    ("text", "hint"),
    [("“甲”", True), ("1—2", True), ("甲乙", True), ("12%", False)],
)
def test_a_text_with_signs_that_may_be_latin_or_chinese_has_the_hint(text: str, hint: bool) -> None:
    """Word sets “ ” — in the Chinese font only where the run says so: every run says it that has
    more than ASCII."""
    cell = (
        docx.Document(io.BytesIO(written([row(0, ("甲", text, "丙"))]))).tables[0].rows[0].cells[1]
    )
    fonts = cell.paragraphs[0].runs[0]._r.xpath("w:rPr/w:rFonts/@w:hint")
    assert fonts == (["eastAsia"] if hint else [])
