"""A number of a wrong rate or mean that other numbers of the sentence give is told as the one."""

from __future__ import annotations

import pytest
from support.broken import messages

GIVEN = [
    # good and bad make all; the rate leaves several values, the sum one
    (
        "抽检水样1890批次，合格1337批次，合格率99.0%，不合格的13批次均已处置。",
        "1890批次应为1350批次的话，2处就都对",
    ),
    (
        "抽检水样1350批次，合格1872批次，合格率99.0%，不合格的13批次均已处置。",
        "1872批次应为1337批次的话，2处就都对",
    ),
    # three parts side by side
    (
        "在册工作站418个，其中村级210个、社区级62个、企业27个，配备人员1314人，平均每站4.39人。",
        "418个应为299个的话，2处就都对",
    ),
    # what is printed behind is left of a whole before
    (
        "计划造林8400亩，实际完成8750亩，完成率74.40%，尚有2150亩未完成。",
        "8750亩应为6250亩的话，2处就都对",
    ),
]

NOT_GIVEN = [
    # no sum of other numbers fits
    "抽检水样1890批次，合格1337批次，合格率99.0%，另有73批次待检。",
    # 133 and 15 would fit: by chance, with so many numbers and a rate of two digits
    "抽检水样189批次，合格133批次，合格率90%，另有12批次、15批次、21批次、34批次待检。",
]


@pytest.mark.parametrize(("text", "words"), GIVEN)
def test_the_given_number_is_named(text: str, words: str) -> None:
    assert any(words in message for message in messages(text)), messages(text)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_otherwise_none_is_singled_out(text: str) -> None:
    told = messages(text)
    assert any("或者" in message for message in told), told
    assert not any("处就都对" in message for message in told), told
