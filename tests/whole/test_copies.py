"""Each package as another county would copy it: place, partner and year changed in report.yaml alone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from support.packages import ROOT, drafted

from generator.check import Severity, check_draft
from generator.check.rules.table import FAMILIES, OWN
from generator.figures import Draft
from generator.jobs.compose import compose

FOREIGN = {
    "huining-2021": {"会宁县", "和平区", "白银市"},
    "huining-2022": {"会宁县", "和平区", "白银市"},
    "jingyuan-2021": {"靖远县", "和平区", "白银市"},
    "zhouqu-2022": {"舟曲县", "和平区"},
    "mentougou-2021": {"门头沟区", "北京市"},
}
CHANGES = (
    (r"(?m)^year: .*$", "year: 2025"),
    (r"(?m)^(place:\n  name): .*$", r"\1: 青禾县"),
    (r"(?m)^(partner:\n  name): .*$", r"\1: 滨城区"),
    (r"(?m)^  city: (?!天津市).*$", "  city: 青源市"),
)


def own_findings(draft: Draft) -> list[tuple[Severity, str]]:
    return [
        (finding.severity, finding.actual)
        for finding in check_draft(draft).findings
        if finding.rule in FAMILIES[OWN]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", FOREIGN)
def test_a_copy_names_the_county_that_it_was_copied_from(name: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "data" / name, copy, ignore=shutil.ignore_patterns(".nigao"))
    shutil.copy(ROOT / "data" / "names.csv", tmp_path)
    report = (copy / "report.yaml").read_text("utf-8")
    for pattern, new in CHANGES:
        report = re.sub(pattern, new, report)
    (copy / "report.yaml").write_text(report, encoding="utf-8")
    errors = {actual for severity, actual in own_findings(compose(copy)) if severity == "error"}
    assert FOREIGN[name] <= errors


@pytest.mark.slow
@pytest.mark.parametrize("name", FOREIGN)
def test_the_package_itself_has_nothing_of_others(name: str) -> None:
    assert own_findings(drafted(name)) == []
