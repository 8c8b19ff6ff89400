"""A column whose blank cells print the figure that the record names: the table of donations."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.jobs.text import text
from generator.model.errors import NigaoError

FIGURES = "键,名称,数值,单位,修饰\n捐.书,图书,70,万元,余\n捐.车,校车,30,万元,\n捐.衣,冬衣,,万元,\n"
APPENDIX = "appendices:\n- {name: 捐赠表, table: 社会捐赠情况表}\n"
HEAD = "键,捐赠方,形式,内容,金额,金额键\n"


@pytest.mark.parametrize(
    ("row", "printed"),
    [
        ("甲,甲公司,物资,图书,,捐.书", "70余万元"),  # qualified: with its unit
        ("甲,甲公司,物资,校车,,捐.车", "30"),
        ("甲,甲公司,物资,冬衣,,捐.衣", ""),  # unknown is blank, not 0
        ("甲,甲公司,物资,文具,8,", "8"),
        ("甲,甲公司,物资,文具,,", ""),
    ],
)
def test_the_amount_of_a_donation(tmp_path: Path, row: str, printed: str) -> None:
    kinds = invented.templates(tmp_path / "kinds")
    package = invented.package(
        tmp_path / "包",
        report_yaml=invented.REPORT.replace("appendices:\n", APPENDIX),
        figures_csv=FIGURES,
        donations_csv=HEAD + row + "\n",
    )
    lines = [line.split("\t") for line in text(package, templates=kinds).splitlines()]
    head = next(line for line in lines if "捐赠方" in line)
    body = lines[lines.index(head) + 1]
    assert body[head.index("金额")] == printed


def test_a_figure_of_another_unit_is_told(tmp_path: Path) -> None:
    kinds = invented.templates(tmp_path / "kinds")
    package = invented.package(
        tmp_path / "包",
        report_yaml=invented.REPORT.replace("appendices:\n", APPENDIX),
        figures_csv="键,名称,数值,单位\n会.次数,会议,4,次\n",
        donations_csv=f"{HEAD}甲,甲公司,物资,图书,,会.次数\n",
    )
    with pytest.raises(NigaoError, match=r"donations\.csv 第2行“金额键”列：“会.次数”放不进“金额"):
        text(package, templates=kinds)


def test_a_column_without_keys_is_told(tmp_path: Path) -> None:
    kinds = invented.templates(tmp_path / "kinds")
    table = kinds / invented.KIND / "tables" / "社会捐赠情况表.yaml"
    slip = table.read_text(encoding="utf-8").replace("figure: 金额键", "figure: 用途")
    table.write_text(slip, encoding="utf-8")
    package = invented.package(tmp_path / "包")
    with pytest.raises(NigaoError, match="“金额”列 figure 写的“用途”不是指标键的列"):
        text(package, templates=kinds)
