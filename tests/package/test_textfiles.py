"""In which encodings the files of a package are read."""

from __future__ import annotations

import pytest

from generator.package.textfiles import text_of

SIMPLE = "全县共完成项目42个，投资1.2亿元，同比增长8%。王喆、李堃到场。"
TRADITIONAL = "全縣共完成項目四十二個，投資一億二千萬元，同比增長百分之八。持續推進鄉村振興。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_what_offices_write_in_is_read(encoding: str) -> None:
    read = text_of(SIMPLE.encode(encoding))
    assert read is not None
    assert read[0] == SIMPLE


def test_what_is_of_no_script_in_the_encodings_that_are_read_is_not_read_in_them() -> None:
    assert text_of(TRADITIONAL.encode("big5")) is None
