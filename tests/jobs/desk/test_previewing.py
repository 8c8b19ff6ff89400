"""Of which data a page is made, and whose text a line of it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import desks

from generator.figures.plaintext import lines
from generator.jobs.compose import compose
from generator.jobs.desk import package_stamp, texts_by_line
from generator.model.document import plain


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
    texts = texts_by_line(package)
    printed = [plain(line.text) for line in lines(compose(package).document)]
    assert [printed[at] for at, name in texts.items() if name == "lead"] == [
        "清河县举办培训班3期。"
    ]
