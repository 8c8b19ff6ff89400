"""文字 without a browser: what the screen says of a text."""

from __future__ import annotations

import pytest

from generator.jobs.desk import TextItem
from generator.web.text_editor import marks_of


@pytest.mark.parametrize(
    ("heading", "end"),
    [
        ("#", "之间的字加粗，行首写 # 和空格的是小标题。"),
        ("##", "之间的字加粗，行首写 ## 和空格的是小标题。"),
        ("", "之间的字加粗。"),
    ],
)
def test_the_mark_of_a_heading_is_the_one_that_is_right_in_the_text(heading: str, end: str) -> None:
    assert marks_of(TextItem("problems", "存在问题", "", (), "", heading=heading)).endswith(end)
