"""What ``nigao trace`` prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.figures import Draft
from generator.jobs.compose import compose
from generator.report import listing

FIGURES = """\
键,名称,数值,单位,公式,说明
资金.到位,到位资金,6504,万元,,
资金.拨付,拨付资金,3252,万元,,
资金.拨付率,拨付率,,%,{资金.拨付}/{资金.到位}*100,
备用,备用,7,个,,留作明年
"""
LEAD = """\
到位{{ f('资金.到位') }}，拨付率{{ f('资金.拨付率') }}，共{{ claim('6500万元', '资金.到位') }}，走访3个村。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    folder = tmp_path_factory.mktemp("listing")
    package = invented.package(folder / "package", figures_csv=FIGURES, text__lead_md=LEAD)
    return compose(package, templates=invented.templates(folder / "kinds"))


def test_a_row_for_each_figure(report: Draft) -> None:
    rows = {row[0]: row[1:] for row in listing.figures(report.document, report.dataset)}
    assert rows["资金.到位"] == ("6504万元 / 6500万元", "2处", "figures.csv 第2行“数值”")
    assert rows["资金.拨付率"] == (
        "50%",
        "1处",
        "figures.csv 第4行“公式”；figures.csv 第2、3行“数值”",
    )


def test_one_figure_with_formula_sources_and_places(report: Draft) -> None:
    assert listing.one_key(report.document, report.dataset, "资金.拨付率") == (
        "键    资金.拨付率\n"
        "算法  {资金.拨付}/{资金.到位}*100\n"
        "来源  figures.csv 第4行“公式”\n"
        "来源  figures.csv 第3行“数值”\n"
        "来源  figures.csv 第2行“数值”\n"
        "印在  （标题前） 第2段：到位6504万元，拨付率〖50%〗，共6500万元，走访3个村。\n"
    )


def test_a_claimed_figure_says_so_and_long_words_around_are_cut(report: Draft) -> None:
    lines = listing.one_key(report.document, report.dataset, "资金.到位") or ""
    assert "〖6500万元〗，走访3个村。（人工写入）\n" in lines
    assert "：…" not in lines


def test_a_key_that_the_report_does_not_print(report: Draft) -> None:
    assert listing.one_key(report.document, report.dataset, "资金") is None
    assert listing.similar(report.document, "资金") == ["资金.到位", "资金.拨付率"]


def test_remarks_count_what_is_left_and_who_vouches(report: Draft) -> None:
    remarks = listing.remarks(report.document, report.dataset, report.kind)
    assert "数据包里填了而报告没有印的：1项\n  备用\tfigures.csv 第5行“数值”\t留作明年\n" in remarks
    assert "无来源 1\n  无来源：3\t" in remarks


def test_nothing_left_is_said_too(tmp_path: Path) -> None:
    package = invented.package(tmp_path / "package")
    plain = compose(package, templates=invented.templates(tmp_path / "kinds"))
    remarks = listing.remarks(plain.document, plain.dataset, plain.kind)
    assert "\n数据包里填了的全部印进了报告\n" in remarks
