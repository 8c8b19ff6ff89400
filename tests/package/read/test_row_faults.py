"""Dates of a row in the wrong order are told at their cells, in every record file that has such a pair."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented
from support.commands import run

from generator.model.kind import FieldSpec, FieldType
from generator.package.read.row_faults import date_pairs

VISITS = "键,方向,开始,结束,时任,职务,姓名,事项,成果\n"
IN_ORDER = [
    ("2023-05-01", "2023-05-03"),
    ("2023-05-03", "2023-05-03"),
    ("5月3日", ""),
    ("", "5月3日"),
    ("2023-05", "2023-06"),
    ("2023", "2023"),
    ("2022-12-31", "1月1日"),
]
WRONG = [
    ("2023-05-03", "2023-05-01"),
    ("5月3日", "5月1日"),
    ("2023-05-03", "2023-04"),
    ("2023-05", "2023-04-30"),
    ("2023", "2022-12-31"),
]


def _read(folder: Path, start: str, end: str) -> list[str]:
    visits = f"{VISITS}甲,东到西,{start},{end},,区长,张三,来访,\n"
    package = invented.package(folder / "清河", visits_csv=visits)
    return run("check", package)[1]


@pytest.mark.parametrize(("start", "end"), IN_ORDER)
def test_dates_in_order_are_read(tmp_path: Path, start: str, end: str) -> None:
    assert not [line for line in _read(tmp_path, start, end) if "早于" in line]


@pytest.mark.parametrize(("start", "end"), WRONG)
def test_dates_the_wrong_way_round_are_told_at_their_cell(
    tmp_path: Path, start: str, end: str
) -> None:
    (line,) = [line for line in _read(tmp_path, start, end) if "早于" in line]
    assert line == (
        f"错误：visits.csv 第2行“结束”列：“结束”是{end}，早于“开始”的{start}。"
        "请核对这两格，改正写错的一格。"
    )


def test_another_record_file_is_told_alike(tmp_path: Path) -> None:
    cadres = "方向,姓名,开始,结束\n东到西,张三,2023-05,2021-05\n"
    _, lines, _ = run("text", invented.package(tmp_path / "清河", cadres_csv=cadres))
    assert any("cadres.csv 第2行“结束”列：“结束”是2021-05，早于" in line for line in lines), lines


def _days(*names: str) -> list[FieldSpec]:
    return [FieldSpec(name, FieldType.DATE) for name in names]


@pytest.mark.parametrize(
    ("fields", "pairs"),
    [
        (_days("开始", "结束"), (("开始", "结束"),)),
        (_days("结束日期", "开始日期"), (("开始日期", "结束日期"),)),
        (_days("起始", "终止", "签约"), (("起始", "终止"),)),
        (_days("开始", "完工", "日期"), ()),
        ([*_days("开始"), FieldSpec("结束", FieldType.TEXT)], ()),
    ],
)
def test_pairs_are_known_by_their_names(fields: list[FieldSpec], pairs: object) -> None:
    assert date_pairs(fields) == pairs
