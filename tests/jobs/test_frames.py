"""The tables of a package in pandas: the values that the package has, blank as unknown."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from support import invented

from generator.jobs.frames import frames

FIGURES = "键,名称,数值,单位\n就业.合计,就业人数,120,人\n资金.合计,资金,,万元\n高考.率,上线率,0,%\n"
DOCUMENTS = "键,标题,领域,日期\n办法,资金管理办法,资金管理,2023-05-18\n方案,工作方案,综合,\n"


def test_numbers_keep_their_digits_and_a_blank_is_no_zero(tmp_path: Path) -> None:
    invented.package(tmp_path / "包", figures_csv=FIGURES)
    table = frames(tmp_path / "包", templates=invented.templates(tmp_path / "kinds"))["数据"]
    assert list(table["数值"]) == [Decimal(120), None, Decimal(0)]
    assert table.loc["就业.合计", "来源"] == "figures.csv 第2行“数值”"
    assert table["数值"].dropna().sum() == Decimal(120)


def test_a_record_file_has_its_columns(tmp_path: Path) -> None:
    invented.package(tmp_path / "包", documents_csv=DOCUMENTS)
    table = frames(tmp_path / "包", templates=invented.templates(tmp_path / "kinds"))["政策文件"]
    assert list(table.index) == ["办法", "方案"]
    assert table.loc["办法", "标题"] == "资金管理办法"
    assert table.loc["方案", "日期"] is None


def test_the_form_is_indexed_by_code(tmp_path: Path) -> None:
    invented.package(tmp_path / "包", indicators_csv="代码,数值\n1.1.1,2\n")
    table = frames(tmp_path / "包", templates=invented.templates(tmp_path / "kinds"))["统计表"]
    assert table.loc["1.1.1", "数值"] == Decimal(2)
    assert table.loc["1.1.1", "单位"] == "人"


def test_an_empty_file_is_an_empty_table(tmp_path: Path) -> None:
    invented.package(tmp_path / "包")
    assert all(
        table.empty
        for name, table in frames(
            tmp_path / "包", templates=invented.templates(tmp_path / "kinds")
        ).items()
        if name == "数据"
    )
