"""The pages of each package's report, as LibreOffice lays them out, against the rules of GB/T 9704-2012."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.layout_rules import findings
from support.measure import missing_tools
from support.packages import drafted

from generator.word import writer as docx_writer

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing_tools()), reason="needs " + "、".join(missing_tools())),
    pytest.mark.xdist_group("soffice"),
]

FORMAL = {
    "P10",
    "P11",
    "H05",
    "H07",
    "H10",
    "B02",
    "B05",
    "B12",
    "B21",
    "B22",
    "F02",
    "F06",
    "F07",
    "F08",
}


@pytest.mark.parametrize(("package", "rules"), [("huining-2021", FORMAL)])
def test_elements_stand_where_the_standard_says(
    package: str, rules: set[str], tmp_path: Path
) -> None:
    file = tmp_path / "稿.docx"
    file.write_bytes(docx_writer.write(drafted(package).document))
    found = findings(file)
    assert [str(finding) for finding in found if not finding.ok] == []
    assert rules <= {finding.rule for finding in found}


def test_the_same_data_give_the_same_bytes() -> None:
    document = drafted("huining-2021").document
    once, twice = (docx_writer.write(document) for _ in range(2))
    assert once == twice
