"""信函, 命令, 纪要 and a 请示 with 附注, measured on pages that LibreOffice lays out.

Distances are in mm. What stands at a place of the sheet or of the line is held to 1 mm. What is so
many lines below something is held to 3 mm: renderers put the leading of a line above its characters
or on both sides.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support.measure import Box, Line, Page, missing_tools, pages, to_pdf
from support.special_formats import letter_of, minutes, order, request

from generator.model.document import Document
from generator.standard.formats import FORMATS
from generator.standard.gbt9704 import Look
from generator.word.writer import write

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing_tools()), reason="needs " + "、".join(missing_tools())),
    pytest.mark.xdist_group("soffice"),
]

LEFT, RIGHT, BOTTOM, SHEET = 28.0, 184.0, 262.0, 297.0
PITCH = 28.95 * 25.4 / 72
CHARACTER = 15.75 * 25.4 / 72
HEIGHT = 16 * 25.4 / 72
"""Of a character of 三号."""
NEAR, LINES = 1.0, 3.0


def laid_out(made: Document, name: str, folder: Path) -> list[Page]:
    file = folder / "f.docx"
    file.write_bytes(write(made, Look(format=FORMATS[name])))
    return pages(to_pdf(file, folder))


def line_of(page: Page, begin: str) -> Line:
    return next(line for line in page.lines if line.text.startswith(begin))


def empty(count: int) -> float:
    """The white that so many empty lines leave between characters."""
    return pytest.approx(count * PITCH + 2.5, abs=LINES)


def near(value: float) -> float:
    return pytest.approx(value, abs=NEAR)


def test_letter(tmp_path: Path) -> None:
    """10.1."""
    first, *others = laid_out(letter_of(), "信函", tmp_path)
    upper_thick, upper_thin, lower_thin, lower_thick = first.rules(red=True)
    mark = first.ink(Box(0, 0, 210, upper_thick.y0 - 0.5), red=True)
    assert mark is not None
    assert mark.y0 == near(30)
    assert mark.center[0] == near(105)
    assert upper_thick.y0 - mark.y1 == near(4)
    assert SHEET - lower_thick.y1 == near(20)
    for rule in (upper_thick, upper_thin, lower_thin, lower_thick):
        assert (rule.x0, rule.x1) == (near(20), near(190))
    assert upper_thick.y1 - upper_thick.y0 > 2 * (upper_thin.y1 - upper_thin.y0)
    assert lower_thick.y1 - lower_thick.y0 > 2 * (lower_thin.y1 - lower_thin.y0)

    codes = line_of(first, "000012")
    assert codes.text == "000012清政办函〔2023〕12号"
    assert (codes.box.x0, codes.box.x1) == (near(LEFT), near(RIGHT))
    assert first.ink_of(codes).y0 - upper_thin.y1 == near(HEIGHT * 7 / 8)
    last = line_of(first, "特急")
    assert [line.text for line in first.lines[1:4]] == [codes.text, "机密★1年", "特急"]
    assert last.box.x0 == near(LEFT)
    title = first.lines[first.lines.index(last) + 1]
    assert first.ink_of(title).y0 - first.ink_of(last).y1 == empty(2)

    assert not [line.text for line in first.lines if "—" in line.text]
    assert lower_thin.y0 - first.ink_of(first.lines[-1]).y1 >= HEIGHT * 7 / 8
    assert [page.lines[-1].text for page in others] == ["—2—"]
    assert others[-1].rules() == []
    copies = others[-1].lines[-2]
    assert copies.text == "抄送：东湖市人民政府办公室，清河县财政局。"
    assert BOTTOM - others[-1].ink_of(copies).y1 == pytest.approx(1, abs=1.5)


def test_the_number_of_a_letter_without_codes(tmp_path: Path) -> None:
    first = laid_out(letter_of("", "", ""), "信函", tmp_path)[0]
    number = line_of(first, "清政办函")
    assert number.box.x1 == near(RIGHT)
    title = first.lines[first.lines.index(number) + 1]
    assert first.ink_of(title).y0 - first.ink_of(number).y1 == empty(2)


def test_order(tmp_path: Path) -> None:
    """10.2 and 7.3.5.3."""
    (page,) = laid_out(order(), "命令", tmp_path)
    mark, number, text = page.lines[0], line_of(page, "第1号"), line_of(page, "清河县坚持")
    ink = page.ink_of(mark, red=True)
    assert mark.text == "清河县人民政府令"
    assert ink.y0 == near(37 + 20)
    assert ink.center[0] == near((LEFT + RIGHT) / 2)
    assert page.ink_of(number).y0 - ink.y1 == empty(2)
    assert number.box.center[0] == near((LEFT + RIGHT) / 2)
    assert page.ink_of(text).y0 - page.ink_of(number).y1 == empty(2)
    assert page.rules(red=True) == []

    sign, date = line_of(page, "县长"), line_of(page, "2023年")
    post, name = sign.words
    chop_left, chop_right = RIGHT - 4 * CHARACTER - 30, RIGHT - 4 * CHARACTER
    assert name.box.center[0] == near((chop_left + chop_right) / 2)
    assert chop_left - post.box.x1 == near(2 * CHARACTER)
    assert RIGHT - date.box.x1 == near(4 * CHARACTER)
    middle = page.ink_of(sign).center[1]
    end = page.ink_of(page.lines[page.lines.index(sign) - 1]).y1
    assert middle - 7.5 - end == empty(2)
    assert page.ink_of(date).y0 - middle - 7.5 == empty(1)


def test_minutes(tmp_path: Path) -> None:
    """10.3."""
    page = laid_out(minutes(), "纪要", tmp_path)[0]
    ink = page.ink_of(page.lines[0], red=True)
    assert page.lines[0].text == "清河县人民政府常务会议纪要"
    assert ink.y0 == near(37 + 35)
    present = line_of(page, "出席：")
    at = page.lines.index(present)
    above, wrapped, absent, beside = (page.lines[at + step] for step in (-1, 1, 2, 3))
    assert present.box.y0 - above.box.y0 == near(2 * PITCH)
    assert [line.text[:3] for line in (absent, beside)] == ["请假：", "列席："]
    for line in (present, absent, beside):
        assert line.box.x0 == near(LEFT + 2 * CHARACTER)
    assert wrapped.box.x0 == near(LEFT + 5 * CHARACTER)


def test_request_with_a_note(tmp_path: Path) -> None:
    """7.3.6; 7.3.5.2 above it."""
    page = laid_out(request(), "公文", tmp_path)[-1]
    note = line_of(page, "（联系人：王小明")
    at = page.lines.index(note)
    organ, date = page.lines[at - 2 : at]
    assert note.text.endswith("）")
    assert note.box.x0 == near(LEFT + 2 * CHARACTER)
    assert note.box.y0 - date.box.y0 == near(PITCH)
    assert RIGHT - organ.box.x1 == near(2 * CHARACTER)
