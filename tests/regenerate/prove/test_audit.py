"""The audit of a draft that nobody touched: every figure is there, and rows of tables read as the report has them."""

from __future__ import annotations

import pytest
from support.packages import ROOT, drafted

from generator.figures.plaintext import lines
from generator.jobs.regenerate import fresh
from generator.regenerate.prove.audit import audit
from generator.regenerate.prove.lines import dense, file_lines, wanted_line
from generator.word.reader import read

PACKAGES = sorted(path.parent.name for path in ROOT.glob("data/*/report.yaml"))


@pytest.mark.slow
@pytest.mark.parametrize("name", PACKAGES)
def test_an_untouched_draft_agrees(name: str) -> None:
    made = drafted(name)
    found = audit(made.document, read(fresh(made)[1]).view)
    assert len(found.figures) > 50 and found.figures == tuple(found.of("ok"))


def test_a_row_with_lists_in_its_cells_is_found_as_it_is() -> None:
    """Among hundreds of rows that are nearly alike only the same words tell which is which."""
    made = drafted("mentougou-2021")
    theirs = {dense(text) for text in file_lines(read(fresh(made)[1]).view)}
    rows = [line for line in lines(made.document) if line.cells]
    listed = [line for line in rows if any("（1）" in run.text for run in line.text)]
    assert listed
    assert [line for line in rows if dense(wanted_line(line).text) not in theirs] == []
