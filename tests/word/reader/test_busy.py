"""Paragraphs on which something hangs that does not survive a move."""

from __future__ import annotations

import pytest
from support.wordfiles import package

from generator.word.reader import read

_CHANGED = '<w:p><w:ins w:id="7" w:author="张三"><w:r><w:t>{0}</w:t></w:r></w:ins></w:p>'
_PLAIN = "<w:p><w:r><w:t>{0}</w:t></w:r></w:p>"


def _table(rows: int, changed: set[int]) -> str:
    """A table of two columns; the second cell of some rows is a pending insertion."""
    cells = (
        (_PLAIN.format(f"名{n}"), (_CHANGED if n in changed else _PLAIN).format(n))
        for n in range(rows)
    )
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    return f"<w:tbl>{''.join(row.format(*two) for two in cells)}</w:tbl>{_PLAIN.format('后')}"


@pytest.mark.parametrize("changed", [set(), {0}, {1}, {57}, {3, 4, 40}])
def test_a_row_is_busy_for_what_stands_in_it_and_in_no_other(changed: set[int]) -> None:
    view = read(package(_table(60, changed) + _PLAIN.format("末"))).view
    in_rows = {2 * row + column for row in changed for column in (0, 1)}
    assert view.busy == in_rows | {121}, "the last one: none follows it"


@pytest.mark.parametrize(
    ("paragraph", "busy"),
    [
        (_PLAIN.format("字"), False),
        (_CHANGED.format("字"), True),
        ('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>', True),
        ('<w:p><w:fldSimple w:instr="PAGE"/></w:p>', True),
        ("<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>字</w:t></w:r></w:p>", True),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>字</w:t></w:r></w:p></w:sdtContent></w:sdt>", True),
        ('<w:p><w:commentRangeStart w:id="3"/><w:r><w:t>字</w:t></w:r></w:p>', True),
        (_PLAIN.format("字") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", True),
    ],
)
def test_a_paragraph_is_busy_for_what_hangs_on_it(paragraph: str, busy: bool) -> None:
    body = _PLAIN.format("前") + paragraph + _PLAIN.format("后") + _PLAIN.format("末")
    view = read(package(body)).view
    assert (1 in view.busy) == busy
    assert 0 not in view.busy or "<w:sdt>" in paragraph
