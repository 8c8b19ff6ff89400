"""A draft keeps everything through the store, and says exactly what the Word file says."""

from __future__ import annotations

import io
import json
from decimal import Decimal

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packages import ROOT, drafted

from generator.figures import Draft
from generator.figures.plaintext import lines
from generator.jobs.compose import recompose
from generator.jobs.regenerate import fresh
from generator.jobs.render import word_file
from generator.model.bookmarks import block_ident, figure_ident
from generator.model.replacing import replace
from generator.model.storable import clean
from generator.regenerate.base import (
    Base,
    Block,
    CellIdentity,
    Segment,
    base_of,
    blocks_of_tree,
    from_json,
    to_json,
)
from generator.regenerate.steps import merge, regenerate
from generator.word.reader import read, view_of

_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_words = _text.map(clean)
_segments = st.builds(Segment, _words.filter(bool), st.none() | _text, st.none() | _text)
_cells = st.none() | st.builds(CellIdentity, st.just("表"), _text, st.integers(0, 99))


def _block(
    name: str, segments: list[Segment], marked: bool, cell: CellIdentity | None, element: str
) -> Block:
    ident = block_ident(name) if marked else ""
    return Block(name, "cell" if cell else element, tuple(segments), ident, cell)


_elements = _text.filter(lambda element: element != "cell")
_blocks = st.builds(
    _block, _text, st.lists(_segments, max_size=4), st.booleans(), _cells, _elements
)
_drafts = st.builds(
    Base, _text, st.lists(_blocks, max_size=5, unique_by=lambda block: block.id).map(tuple)
)


@given(_drafts)
def test_json_round_trip(draft: Base) -> None:
    assert from_json("".join(to_json(draft.id, draft.blocks))) == draft


def test_what_follows_from_the_id_of_a_block_is_not_spelt_out() -> None:
    """Two figures of one key in two paragraphs of a cell, and one whose fid follows from nothing."""
    cell = CellIdentity("表", "表/甲", 1)
    first = Segment("1", "资金", figure_ident("表/甲/资金", "资金", 1))
    second = Segment("2", "资金", figure_ident("表/甲/资金", "资金", 2))
    blocks = (
        Block("表/甲/资金", "cell", (first,), block_ident("表/甲/资金"), cell),
        Block("表/甲/资金~2", "cell", (second, Segment("3", "资金", "f0")), "", cell),
    )
    text = "".join(to_json("a", blocks))
    assert first.fid not in text and second.fid not in text and "f0" in text
    assert from_json(text).blocks == blocks


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"id": "a"}',
        '{"id": "a", "blocks": [1]}',
        '{"id": "a", "blocks": 3}',
        '{"id": "a", "blocks": ' + "[" * 100_000,
        '{"id": "a", "year": 1e999, "blocks": []}',
        '{"id": "a", "year": ' + "1" * 5_000 + ', "blocks": []}',
        '{"id": "a", "blocks": [["b", "cell", 1, [["t"], "r", 1], [["x"]]]]}',
        '{"id": "a", "blocks": [["b", "cell", 1, ["t", "r", 1e999], [["x"]]]]}',
        '{"id": "a", "blocks": [["b", "cell", 1, null, [["x\\u0000"]]]]}',
        '{"id": "a", "blocks": [["b", "cell", 1, null, [["x\\uffff"]]]]}',
        '{"id": "a", "blocks": [["t", "r", [[1, ["b"], [[["x"]]]]]]]}',
        '{"id": "a", "blocks": [["t", "r", [[1, "b", [[["x", ["k"]]]]]]]]}',
        '{"id": "a", "blocks": [["b", "lead", 1, null, [["x"]]], ["b", "lead", 1, null, [["y"]]]]}',
        '{"id": "a", "blocks": [["t", "r", [[1, "b", [[["x"]]]], [2, "b", [[["x"]]]]]]]}',
        '{"id": "a", "blocks": [["t", "r", [[1, "b", [[["x"]]]]]], ["u", "r", [[1, "c", []]]],'
        ' ["u", "r", [[2, "d", [[["x"]]]]]]]}',
        '{"id": "a", "blocks": [["t", "r", [[-1, "b", [[["x"]]]]]]]}',
        '{"id": "a", "blocks": [["t", "r", [[true, "b", [[["x"]]]]]]]}',
        '{"id": "a", "blocks": [["t", "r", [[1000000, "b", [[["x"]]]]]]]}',
        '{"id": "a", "blocks": [["b", "lead", 1, ["t", "r", 1], [["x"]]]]}',
        '{"id": "a", "blocks": [["b", "cell", 1, null, [["x"]]]]}',
        '{"id": "a", "blocks": [["b", "lead", "b0123456789", null, [["x"]]]]}',
        '{"id": "a", "blocks": [["b", "lead", 1, null, [["x"], ["", "k", 1]]]]}',
    ],
)
def test_what_is_no_draft(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)


def test_every_figure_of_the_report_is_a_segment() -> None:
    """The segments hold the bound figures of the document, each with its key and text, none lost, none invented."""
    made = drafted("huining-2021")
    draft, places = base_of(made.document, fresh(made)[0].read().file.view)
    wanted = sorted(
        (run.mark.key, run.text.replace("\n", ""))
        for line in lines(made.document)
        for run in line.text
        if run.mark and run.mark.origin in ("bound", "claimed", "gap") and run.text
    )
    got = sorted(
        (part.key or "", part.text.replace("\n", ""))
        for block in draft.blocks
        for part in block.segments
        if part.key and part.key != "编号"
    )
    assert got == wanted
    assert len(places) == len(draft.blocks) == len({block.id for block in draft.blocks})


def test_blocks_are_what_the_file_says() -> None:
    made = drafted("huining-2021")
    new, data = fresh(made)
    view, places = read(data).view, new.read().paragraphs
    for block in new.draft.blocks:
        assert block.text == view.paras[places[block.id]].text


def assert_same_base(made: Draft) -> None:
    """The base made of the tree that was written is the one read from the file."""
    file = word_file(made.document, made.dataset)
    read_back, _ = base_of(made.document, read(file.data).view)
    blocks = blocks_of_tree(made.document, view_of(file.root), file.restated)
    assert from_json("".join(to_json(read_back.id, blocks))) == read_back


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", sorted(path.parent.name for path in ROOT.glob("data/*/report.yaml"))
)
def test_the_tree_that_was_written_gives_the_base_that_the_file_gives(name: str) -> None:
    assert_same_base(drafted(name))


@pytest.mark.slow
@pytest.mark.parametrize("count", [200, 2000])
def test_so_does_a_plan_of_many_rows(count: int) -> None:
    """With merged cells that begin anew on a new page, and the large tables' single bookmark a row."""
    made = drafted("mentougou-2021")
    records = made.dataset.records["项目"]
    rows = tuple(
        replace(row, key=f"{row.key}-{n}")
        for n in range(count // len(records.rows) + 1)
        for row in records.rows
    )
    grown = {**made.dataset.records, "项目": replace(records, rows=rows[:count])}
    assert_same_base(recompose(made, replace(made.dataset, records=grown)))


@pytest.mark.slow
def test_a_large_table_marks_one_text_a_row_and_every_cell_is_known_by_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """门头沟's tables, written as if they were large: the same blocks and figures, and a tenth of the bookmarks."""
    made = drafted("mentougou-2021")
    marked, data = fresh(made)
    monkeypatch.setattr("generator.word.writer.tables.frame.LARGE", 1)
    placed, fewer = fresh(made)
    assert placed.draft == marked.draft
    views = [read(file).view for file in (data, fewer)]
    in_tables = [
        sum(1 for span in view.spans.values() if view.paras[span.first].cell) for view in views
    ]
    assert 17 + 29 <= in_tables[1] < in_tables[0] / 8


@pytest.mark.slow
def test_a_large_table_is_regenerated_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell retyped and a row deleted by hand stay so; a figure that the data change follows; the row above it too."""
    monkeypatch.setattr("generator.word.writer.tables.frame.LARGE", 1)
    made = drafted("mentougou-2021")
    old, data = fresh(made)
    rows = made.dataset.records["项目"].rows
    new_rows = tuple(
        replace(
            row,
            cells={
                **row.cells,
                "总投资": replace(row.cells["总投资"], raw="99", value=Decimal(99)),
            },
        )
        if row.key == rows[1].key
        else row
        for row in rows
    )
    records = {**made.dataset.records, "项目": replace(made.dataset.records["项目"], rows=new_rows)}
    after = recompose(made, replace(made.dataset, records=records))
    new = fresh(after)[0]
    document = docx.Document(io.BytesIO(data))
    table = document.tables[-1]
    typed, gone = rows[4].cells["项目名称"].raw, rows[2].cells["项目名称"].raw
    for row in table.rows:
        if row.cells[1].text == typed:
            row.cells[1].paragraphs[0].runs[0].text = "人工改过的名称"
        if row.cells[1].text == gone:
            row._tr.getparent().remove(row._tr)
    stream = io.BytesIO()
    document.save(stream)
    plan = merge(old.draft, new.draft, read(stream.getvalue()).view)
    result = read(regenerate(stream.getvalue(), plan, new, "2021-11-27T09:00:00Z"))
    text = [para.text for para in result.view.paras]
    assert "人工改过的名称" in text and gone not in text and typed not in text
    was = rows[1].cells["总投资"].value
    assert "99" in text
    assert f"{Decimal('322.5') - was + 99:f}" in text  # the subtotal of its region


def test_two_counted_paragraphs_may_bear_one_name() -> None:
    """What earlier versions stored has such."""
    blocks = '[["b~2", "lead", 1, null, [["x"]]], ["b~2", "lead", 1, null, [["y"]]]]'
    assert [block.text for block in from_json(f'{{"id": "a", "blocks": {blocks}}}').blocks] == [
        "x",
        "y",
    ]


def test_the_caption_that_an_earlier_version_stored_is_told_from_the_next_picture() -> None:
    own = block_ident("b~2")
    blocks = [
        ["b", "paragraph", 1, None, [["\ufffc"]]],
        ["b~2", "paragraph", "", None, [["园区"]]],
        ["b~2", "paragraph", 1, None, [["\ufffc"]]],
        ["b~2~2", "paragraph", "", None, [["工地"]]],
        ["c~2", "masthead", "", None, [["文号"]]],
    ]
    read_again = from_json(json.dumps({"id": "a", "blocks": blocks}))
    names = ["b", "b~+2", "b~2", "b~2~+2", "c~2"]
    assert [block.id for block in read_again.blocks] == names
    assert read_again.blocks[2].ident == own
    assert from_json("".join(to_json("a", read_again.blocks))).blocks == read_again.blocks
