"""Of which data a page is made, and whose text a line of it is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from support import desks

from generator.figures.plaintext import lines
from generator.jobs.compose import compose
from generator.jobs.desk import findings, package_stamp, preview, sheets
from generator.model.document import plain

DAY = dt.datetime(2023, 11, 27, 9)


@pytest.mark.parametrize(
    "file", ["funds.csv", "text/lead.md", "report.yaml", "../清河-2022/figures.csv"]
)
def test_the_stamp_is_another_one_with_each_file_that_the_report_is_made_of(
    tmp_path: Path, file: str
) -> None:
    package = desks.package(tmp_path)
    seen = package_stamp(package)
    assert package_stamp(package) == seen
    path = package / file
    path.write_bytes(path.read_bytes() + b"\n")
    assert package_stamp(package) != seen


def test_lines_of_a_text_are_those_that_print_it(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    texts = preview(package, tmp_path / "页.html", date=DAY).lines
    printed = [plain(line.text) for line in lines(compose(package).document)]
    assert [printed[at] for at, name in texts.items() if name == "lead"] == [
        "清河县举办培训班3期。"
    ]


def test_the_page_knows_the_findings_and_the_names_of_all_that_it_points_to(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    known = preview(package, tmp_path / "页.html", date=DAY)
    assert known.findings == findings(package)
    assert known.where.titles == {item.sheet: item.title for item in sheets(package)}
    assert known.texts["lead"] == "导语"
    assert known.where.rows["indicators.csv"][2] == "1.县委常委会会议"
