"""Two texts side by side: a number that was broken over two paragraphs is another number."""

from __future__ import annotations

import pytest

from generator.model.view import OBJECT
from generator.regenerate.compare import as_text, compare_texts

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
