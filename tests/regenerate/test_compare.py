"""Two texts side by side: a number that was broken over two paragraphs is another number."""

from __future__ import annotations

import pytest

from generator.model.view import OBJECT, SeenCell, SeenParagraph, SeenRow, View
from generator.regenerate.compare import as_text, compare, compare_texts

OTHER = "全县东西协作工作有序推进，各项任务落实到位。"
WHOLE = "全县共选派干部35人，其中党政干部12人、专技人才22人。"
BROKEN = ["全县共选派干部3", "5人，其中党政干部12人、专技人才22人。"]
SAME = "文字没有不同\n"
CASES: dict[str, tuple[list[str], list[str], str]] = {
    "joined": (
        BROKEN,
        [WHOLE],
        "改：全县共选派干部〔3↵5〕人，其中党政干部12人、 → 全县共选派干部〔35〕人，",
    ),
    "broken": (
        [WHOLE],
        BROKEN,
        "改：全县共选派干部〔35〕人，其中党政干部12人、 → 全县共选派干部〔3↵5〕人，",
    ),
    "broken at the point": (
        ["投入资金3.5万元，用于产业发展和劳务协作。"],
        ["投入资金3.", "5万元，用于产业发展和劳务协作。"],
        "改：投入资金〔3.5〕万元，用于产业发展和劳务 → 投入资金〔3.↵5〕万元，",
    ),
    "broken in both": (BROKEN, BROKEN, SAME),
    "beside a formula": (
        [f"全年修建水渠3{OBJECT}1/2公里，惠及群众。"],
        [f"全年修建水渠4{OBJECT}1/2公里，惠及群众。"],
        "改：全年修建水渠〔3〕〔公式、域、图或注〕1/2公里，惠及群众。 → "
        "全年修建水渠〔4〕〔公式、域、图或注〕1/2公里，惠及群众。\n",
    ),
    "a formula more": (
        ["全年修建水渠3公里，惠及群众。"],
        [f"全年修建水渠3{OBJECT}1/2公里，惠及群众。"],
        "改：全年修建水渠3〔〕公里，惠及群众。 → 全年修建水渠3〔〔公式、域、图或注〕1/2〕公里，",
    ),
    "broken between words": ([f"{OTHER}{WHOLE}"], [OTHER, WHOLE], SAME),
}


@pytest.mark.parametrize("name", CASES)
def test_a_number_over_two_paragraphs(name: str) -> None:
    old, new, expected = CASES[name]
    assert as_text(compare_texts([OTHER, *old], [OTHER, *new])).startswith(expected)


def view(*rows: str) -> View:
    """A paragraph, and a table whose cells are parted by |; ^ goes on from the cell above."""
    seen = [
        SeenRow(
            0,
            tuple(
                SeenCell(("" if text == "^" else text,), column, text == "^")
                for column, text in enumerate(row.split("|"))
            ),
        )
        for row in rows
    ]
    return View((), seen=(SeenParagraph(OTHER), *seen))


HEAD = "序号|乡镇|户数"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2|白石镇|30", "2|白石镇|31", "改（表1“白石镇”行“户数”列）：〔30〕 → 〔31〕"),
        ("2|^|30", "2|^|31", "改（表1“青河镇”行“户数”列）：〔30〕 → 〔31〕"),
        ("2|白石镇|30", "2|白山镇|30", "改（表1第3行“乡镇”列）：白〔石〕镇 → 白〔山〕镇"),
        ("2|白石镇|", "2|白石镇|30", "增（表1“白石镇”行“户数”列）：30"),
        ("2|白石镇|30", "2|白石镇|", "删（表1“白石镇”行“户数”列）：30"),
    ],
)
def test_a_cell_is_told_with_its_row_and_column(old: str, new: str, told: str) -> None:
    first = "1|青河镇|10"
    found = as_text(compare(view(HEAD, first, old), view(HEAD, first, new)))
    assert found == f"{told}\n共 1 处不同\n"


def test_a_cell_of_the_head_is_told_by_its_number() -> None:
    found = as_text(compare(view(HEAD, "1|青河镇|10"), view("序号|乡镇|人数", "1|青河镇|10")))
    assert "（表1第1行第3列）" in found
