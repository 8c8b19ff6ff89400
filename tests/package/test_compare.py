"""The difference of two packages: added, removed, changed, with change and rate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from support import invented
from support.packages import ROOT

from generator.cli.main import main
from generator.jobs.diff import diff
from generator.package.compare import ChangeState, PackageChange

FIGURES = "键,名称,数值,单位,修饰\n"
DOCUMENTS = "键,日期,发文机关,方式,标题,文号,内容,领域\n"
FUNDS = "键,名称,金额,用途,方向,列示,项目数\n"

# name, last year's row, this year's row, what is said: state, old, new, change, rate
CASES: list[tuple[str, str, str, tuple[str, str, str, str, str] | None]] = [
    ("rise", "数,数,200,人,\n", "数,数,300,人,\n", ("变化", "200人", "300人", "+100人", "+50%")),
    ("fall", "数,数,300,人,\n", "数,数,200,人,\n", ("变化", "300人", "200人", "-100人", "-33.33%")),
    ("same", "数,数,300,人,\n", "数,数,300,人,\n", None),
    ("same with zeros", "数,数,300.0,人,\n", "数,数,300,人,\n", None),
    ("new", "", "数,数,300,人,\n", ("新增", "", "300人", "", "")),
    ("gone", "数,数,300,人,\n", "", ("删去", "300人", "", "", "")),
    ("blank now", "数,数,300,人,\n", "数,数,,人,\n", ("删去", "300人", "", "", "")),
    ("from zero", "数,数,0,人,\n", "数,数,3,人,\n", ("变化", "0人", "3人", "+3人", "")),
    ("to zero", "数,数,3,人,\n", "数,数,0,人,\n", ("变化", "3人", "0人", "-3人", "-100%")),
    ("sign", "数,数,-3,万元,\n", "数,数,2,万元,\n", ("变化", "-3万元", "2万元", "+5万元", "")),
    (
        "points",
        "数,数,90,%,\n",
        "数,数,93.5,%,\n",
        ("变化", "90%", "93.5%", "+3.5个百分点", "+3.89%"),
    ),
    (
        "unit converted",
        "数,数,1.2,亿元,\n",
        "数,数,15000,万元,\n",
        ("变化", "1.2亿元", "15000万元", "+3000万元", "+25%"),
    ),
    ("unit changed", "数,数,5,人,\n", "数,数,6,家,\n", ("变化", "5人", "6家", "单位不同", "")),
    ("qualifier", "数,数,40,家,\n", "数,数,40,家,余\n", ("变化", "40家", "40余家", "0家", "0%")),
    (
        "date",
        "数,数,2022-03,日期,\n",
        "数,数,2023-04,日期,\n",
        ("变化", "2022年3月", "2023年4月", "", ""),
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_figure(
    tmp_path: Path, old: str, new: str, told: tuple[str, str, str, str, str] | None
) -> None:
    kinds = invented.templates(tmp_path / "kinds")
    found = diff(
        invented.package(tmp_path / "旧", figures_csv=FIGURES + old),
        invented.package(tmp_path / "新", figures_csv=FIGURES + new),
        templates=kinds,
    )
    assert [(c.state, c.old, c.new, c.change, c.rate) for c in found.figures] == (
        [told] if told else []
    )
    assert found.same == 4 + (told is None)


def test_records(tmp_path: Path) -> None:
    kinds = invented.templates(tmp_path / "kinds")
    found = diff(
        invented.package(
            tmp_path / "旧",
            documents_csv=DOCUMENTS
            + "甲,3月5日,县政府,印发,方案,,,综合\n乙,,县委,印发,办法,,,综合\n",
            funds_csv=FUNDS + "大棚,大棚,100,产业,产业,逐项,1\n",
        ),
        invented.package(
            tmp_path / "新",
            documents_csv=DOCUMENTS
            + "甲,3月6日,县政府,印发,方案,,,综合\n丙,,县委,印发,细则,,,综合\n",
            funds_csv=FUNDS + "大棚,大棚,150,产业,产业,逐项,1\n",
        ),
        templates=kinds,
    )
    assert found.records == (
        PackageChange(
            ChangeState.CHANGED, "政策文件[甲].日期", "日期", "2023年3月5日", "2023年3月6日"
        ),
        PackageChange(ChangeState.ADDED, "政策文件[丙]", "政策文件", "", "县委，印发"),
        PackageChange(ChangeState.REMOVED, "政策文件[乙]", "政策文件", "县委，印发", ""),
        PackageChange(
            ChangeState.CHANGED, "资金[大棚].金额", "金额", "100万元", "150万元", "+50万元", "+50%"
        ),
    )


def test_the_two_years_of_a_county() -> None:
    packages = [str(ROOT / "data" / name) for name in ("huining-2021", "huining-2022")]
    result = CliRunner().invoke(main, ["diff", *packages])
    assert result.exit_code == 0
    assert "  变化  就业.合计\t2017人 → 2625人\t+608人，+30.14%" in result.stdout.splitlines()
    told = json.loads(CliRunner().invoke(main, ["diff", *packages, "--format", "json"]).stdout)
    assert {
        "state": "变化",
        "what": "就业.合计",
        "name": "帮助实现就业人数",
        "old": "2017人",
        "new": "2625人",
        "change": "+608人",
        "rate": "+30.14%",
    } in told["figures"]


def test_a_package_against_itself() -> None:
    package = ROOT / "data" / "huining-2022"
    found = diff(package, package)
    assert (found.figures, found.records) == ((), ()) and found.same > 50
