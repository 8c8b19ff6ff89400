"""Lines that differ in digits alone are held against a line of the report once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.model.view import SeenCell, SeenParagraph, SeenRow, View
from generator.regenerate.prove import lines
from generator.regenerate.prove.lines import FileLines, WantedFigure, WantedLine

SAME = [f"第{number}号文件" for number in range(10)]
TEXT = "全县落实帮扶资金1560万元，实施项目24个"


def file_of(*texts: str) -> FileLines:
    return FileLines(View((), {}, tuple(map(SeenParagraph, texts))))


def test_as_many_lines_are_compared_as_there_are_different_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[int] = []
    compare = lines.process.extractOne

    def counted(wanted: str, choices: Sequence[str], **options: object) -> object:
        seen.append(len(choices))
        return compare(wanted, choices, **options)

    monkeypatch.setattr(lines.process, "extractOne", counted)
    file_of(*SAME, "开会").find(WantedLine(TEXT, ()), is_row=False)
    assert seen == [2, 2]


def test_the_first_of_the_lines_that_differ_in_digits_is_found() -> None:
    changed = TEXT.replace("1560", "1660")
    found = file_of(*SAME, changed, TEXT.replace("1560", "1760"))
    assert found.find(WantedLine(TEXT, ()), is_row=False) == changed


def test_parts_of_a_line_are_put_together_with_those_that_say_the_same() -> None:
    parts = ["全县落实帮扶资金2560万元", "实施产业帮扶项目28个", "实施产业帮扶项目29个"]
    wanted = "全县落实帮扶资金1560万元，" + "其中省级安排的用于道路和水利建设的资金若干，" * 2
    found = file_of(*SAME, *parts).find(WantedLine(wanted + parts[1], ()), is_row=False)
    assert found == "".join(parts)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("不予公开|2.其他法律禁止公开|4|0", "不予公开|3.危及安全稳定的|0|0"), "不予公开|2.其他法律禁止公开|4|0"),
        (("不予公开|1.属于国家秘密的|0|0", "不予公开|3.危及安全稳定的|0|0"), None),
    ],
)  # fmt: skip
def test_a_row_is_known_by_words_with_a_number_in_them(
    rows: tuple[str, ...], found: str | None
) -> None:
    """Of a row that is gone no other one with the same numbers is taken."""
    seen = [SeenRow(0, tuple(SeenCell((text,)) for text in row.split("|"))) for row in rows]
    words, number = WantedFigure(5, 15, "目", "2.其他法律禁止公开"), WantedFigure(16, 17, "甲", "0")
    wanted = WantedLine("不予公开\t2.其他法律禁止公开\t0\t0", (words, number))
    told = FileLines(View((), {}, tuple(seen))).find(wanted, is_row=True)
    assert told == (found and found.replace("|", "\t"))
