"""A draft keeps everything through the store, and says exactly what the Word file says."""

from __future__ import annotations

import pytest
from conftest import drafted
from hypothesis import given
from hypothesis import strategies as st

from generator.docx_reader import read
from generator.plaintext import lines
from generator.refresh.base import Block, CellPlace, Draft, Segment, draft_of, from_json, to_json
from generator.regeneration import fresh

_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_segments = st.builds(Segment, _text, st.none() | _text, st.none() | _text)
_cells = st.none() | st.builds(CellPlace, _text, _text, st.integers(0, 99))
_drafts = st.builds(Draft, _text, st.lists(
    st.builds(Block, _text, _text, st.lists(_segments, max_size=4).map(tuple), _text, _cells), max_size=5).map(tuple))


@given(_drafts)
def test_json_round_trip(draft: Draft) -> None:
    assert from_json(to_json(draft)) == draft


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"id": "a"}', '{"id": "a", "blocks": [1]}', '{"id": "a", "blocks": 3}'])
def test_what_is_no_draft(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)


def test_every_figure_of_the_report_is_a_segment() -> None:
    """The segments hold the bound figures of the document, each with its key and text, none lost, none invented."""
    made = drafted("huining-2021")
    draft, places = draft_of(made.document, fresh(made)[0].file.view)
    wanted = sorted((run.mark.key, run.text.replace("\n", "")) for line in lines(made.document) for run in line.text
                    if run.mark and run.mark.kind in ("bound", "claimed", "gap") and run.text)
    got = sorted((part.key or "", part.text.replace("\n", "")) for block in draft.blocks for part in block.segments
                 if part.key and part.key != "编号")
    assert got == wanted
    assert len(places) == len(draft.blocks) == len({block.id for block in draft.blocks})


def test_blocks_are_what_the_file_says() -> None:
    made = drafted("huining-2021")
    new, data = fresh(made)
    view = read(data).view
    for block in new.draft.blocks:
        assert block.text == view.paras[new.places[block.id]].text
