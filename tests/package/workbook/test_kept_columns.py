"""Columns that a sheet does not show come back from the file as it was."""

from __future__ import annotations

import pytest

from generator.package.workbook.kept_columns import with_kept_columns

KEPT = "代码,数值,说明\n1.1,,单位：次\n1.2,,单位：人\n"


@pytest.mark.parametrize(
    ("now", "kept", "result"),
    [
        (KEPT, KEPT, KEPT),
        ("", KEPT, ""),
        ("代码,数值\n1.1,3\n", KEPT, "代码,数值\n1.1,3\n"),
        ("编号,说明\n1.1,\n", KEPT, "编号,说明\n1.1,\n"),
        ("代码,数值,说明\n1.1,3,\n", "", "代码,数值,说明\n1.1,3,\n"),
        (
            "代码,数值,说明\n1.2,5,\n1.1,3,\n1.3,7,\n",
            KEPT,
            "代码,数值,说明\n1.2,5,单位：人\n1.1,3,单位：次\n1.3,7,\n",
        ),
        ("代码,数值,说明\n1.1,3,\n", "代码,数值,说明\n1.1,,甲,多\n", "代码,数值,说明\n1.1,3,\n"),
    ],
)
def test_cells_come_back_by_key(now: str, kept: str, result: str) -> None:
    shown = {"代码", "数值"}
    assert with_kept_columns(now.encode(), kept.encode(), "代码", shown).decode() == result
