"""The form as a table: two rows of head, last year's column and the change, as options of the package."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented
from support.making import row_texts

from generator.jobs.tables import compose_tables
from generator.model.document import Table

LAST = "代码,数值\n1.1,180\n1.1.1,100\n1.1.2,\n1.2,否\n"


def form(folder: Path, options: str) -> list[list[str]]:
    """The rows of the form of a package whose appendix has these options."""
    report = (
        invented.REPORT.replace("table: 年度统计表}", f"table: 年度统计表, {options}}}")
        + "previous: ../last\n"
    )
    kinds = invented.templates(folder / "kinds")
    invented.package(
        folder / "last",
        report_yaml=invented.REPORT.replace("year: 2023", "year: 2022"),
        indicators_csv=LAST,
    )
    package = invented.package(folder / "now", report_yaml=report)
    (table,) = (
        block
        for section in compose_tables(package, templates=kinds).document.sections
        for block in section.blocks
        if isinstance(block, Table)
    )
    return [row_texts(row) for row in table.rows]


PARTS = ["一、就业和企业"]


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        (
            "columns: []",
            [
                ["指标", "单位", "清河县"],
                PARTS,
                ["1.帮助就业人数", "人", "200"],
                ["其中：赴东部就业", "人", "120"],
                ["省内就业", "人", "80"],
                ["2.是否出台政策", "是/否", "是"],
            ],
        ),
        (
            "columns: [上年]",
            [
                ["指标", "单位", "清河县", "2022年"],
                PARTS,
                ["1.帮助就业人数", "人", "200", "180"],
                ["其中：赴东部就业", "人", "120", "100"],
                ["省内就业", "人", "80", ""],
                ["2.是否出台政策", "是/否", "是", "否"],
            ],
        ),
        (
            "columns: [上年, 增减]",
            [
                ["指标", "单位", "清河县", "2022年", "增减"],
                PARTS,
                ["1.帮助就业人数", "人", "200", "180", "20"],
                ["其中：赴东部就业", "人", "120", "100", "20"],
                ["省内就业", "人", "80", "", ""],
                ["2.是否出台政策", "是/否", "是", "否", ""],
            ],
        ),
        (
            "heads: {数值: '{{ place.province }}|市州'}",
            [
                ["指标", "单位", "北原省"],
                ["↑", "↑", "市州"],
                PARTS,
                ["1.帮助就业人数", "人", "200"],
                ["其中：赴东部就业", "人", "120"],
                ["省内就业", "人", "80"],
                ["2.是否出台政策", "是/否", "是"],
            ],
        ),
    ],
)
def test_the_package_chooses_columns_and_heads(
    tmp_path: Path, options: str, rows: list[list[str]]
) -> None:
    assert form(tmp_path, options) == rows
