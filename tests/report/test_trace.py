"""Who vouches for a number of the report, and what is filled and printed nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented
from support.sample import document, text

from generator.jobs.compose import compose
from generator.model.cell import Source
from generator.model.dataset import Name
from generator.model.document import Mark, Paragraph, Run
from generator.report.trace import gaps, numbers, occurrences, printed_sources, unplaced

BOUND = Run("200人", Mark("bound", "就业.合计", (Source("indicators.csv", 2, "数值"),)))
CLAIMED = Run("12家", Mark("claimed", "企业"))
GAP = Run("【待补：2023年资金】", Mark("gap", "资金"))
ORDINAL = Run("1.", Mark("name", "编号"))


@pytest.mark.parametrize(
    ("parts", "vouchers"),
    [
        (("共", BOUND), ["bound"]),
        (("共", CLAIMED), ["claimed"]),
        ((ORDINAL, "甲"), ["name"]),
        ((GAP,), ["name"]),
        (("共3个村，两家企业",), ["literal", "literal"]),
        (("一步一步抓落实",), []),
        (("印发《2023年方案》（清政〔2023〕3号）",), ["name"] * 3),
        (("第12次会议、第一书记",), ["name"]),
        (("落实“八八战略”3项",), ["literal"]),
        (("建设301医院分院和301号",), ["name", "literal"]),
        (("增长12.5%",), ["literal"]),
    ],
)
def test_who_vouches_for_a_number(parts: tuple[str | Run, ...], vouchers: list[str]) -> None:
    names = (Name("301医院", "机构"),)
    there = numbers(document(Paragraph("p", text(*parts))), names)
    assert [number.voucher for number in there] == vouchers


def test_occurrences_are_figures_in_the_order_of_the_report() -> None:
    blocks = (Paragraph("甲", text(ORDINAL, BOUND, "和", CLAIMED)), Paragraph("乙", text(GAP)))
    there = list(occurrences(document(*blocks)))
    assert [(item.line.block, item.text, item.mark.key) for item in there] == [
        ("甲", "200人", "就业.合计"),
        ("甲", "12家", "企业"),
        ("乙", "【待补：2023年资金】", "资金"),
    ]
    assert [item.text for item in gaps(document(*blocks))] == ["【待补：2023年资金】"]


def test_what_is_filled_and_printed_nowhere_has_a_reason(tmp_path: Path) -> None:
    package = invented.package(
        tmp_path / "package",
        figures_csv="键,名称,数值,单位,说明\n甲,甲,3,个,留作明年\n乙,乙,4,个,\n丙,丙,5,个,\n",
        text__lead_md="共{{ f('丙') }}。",
    )
    report = compose(package, templates=invented.templates(tmp_path / "kinds"))
    left = unplaced(report.dataset, report.kind, printed_sources(report.document))
    assert [(item.what, item.source, item.reason) for item in left] == [
        ("甲", Source("figures.csv", 2, "数值"), "留作明年"),
        ("乙", Source("figures.csv", 3, "数值"), "提纲和本地文字都没有用到它"),
    ]
