"""The known contradictions of the source documents: found by a rule, or named with the reason why not."""

from __future__ import annotations

import re
from functools import cache

import pytest
from support.gold_table import ROOT, Known, belongs, found_by, known
from support.packages import drafted

from generator.check import Finding, Severity, check_draft
from generator.check.rules.table import RULES

PACKAGES = [
    name
    for name in dict.fromkeys(item.package for item in known())
    if (ROOT / "data" / name / "report.yaml").is_file()
]
THERE = [item for item in known() if item.package in PACKAGES]
MOST_FURTHER = 6

LOOK_ALIKES = {
    "huining-2021": (
        r"93\.5(?!\d).*93\.53|93\.53.*93\.5(?!\d)",
        r"6504万元.*0\.6504|0\.6504.*6504",
        r"帮扶西部村数",
        r"支教教师|①帮扶|长期",
        r"14个项目|14项",
        r"5个方向|15个方面|10个专项|4个示范村|三个方面",
        r"赴津就业|到其他地区就业988",
        r"展销会.*对接交流活动",
    ),
    "jingyuan-2021": (
        r"5220\.4.*0\.52204",
        r"帮扶西部村数",
        r"538\.052.*60\.08",
        r"5类|8件|四级",
        r"2189",
    ),
}


@cache
def findings(package: str) -> tuple[Finding, ...]:
    made = drafted(package)
    return check_draft(made).findings


@pytest.mark.parametrize("item", [item for item in THERE if item.rules], ids=lambda item: item.id)
def test_known_contradiction_is_found(item: Known) -> None:
    finding = found_by(item, findings(item.package))
    assert finding, f"{item.id}：{'、'.join(item.rules)}没有发现“{item.words}”"
    if item.certainty == "确定":
        assert finding.severity is not Severity.INFO
    if item.certainty == "确定" and item.severity in ("高", "中"):
        assert len(finding.sides) > 1 or finding.rule in ("填报信息",)


@pytest.mark.parametrize(
    "item", [item for item in THERE if not item.rules], ids=lambda item: item.id
)
def test_what_no_rule_finds_is_doubtful_or_for_a_reader(item: Known) -> None:
    assert item.note and (item.certainty == "存疑" or "读者" in item.note)


@pytest.mark.parametrize("package", PACKAGES)
def test_look_alikes_are_not_above_info(package: str) -> None:
    for finding in findings(package):
        quotes = " ".join(side.quote for side in finding.sides)
        for pattern in LOOK_ALIKES[package]:
            if finding.severity is not Severity.INFO and finding.rule not in ("列举与个数",):
                assert not re.search(pattern, quotes) or _of_gold(package, finding), finding.message


@pytest.mark.parametrize("package", PACKAGES)
def test_few_warnings_beyond_the_known_ones(package: str) -> None:
    further = [
        finding
        for finding in findings(package)
        if finding.severity is not Severity.INFO and not _of_gold(package, finding)
    ]
    assert len(further) <= MOST_FURTHER, "\n".join(finding.message for finding in further)


def _of_gold(package: str, finding: Finding) -> bool:
    return any(item.package == package and belongs(item, finding) for item in known())


def test_every_rule_named_is_one_of_the_table() -> None:
    assert {rule for item in known() for rule in item.rules} <= set(RULES)
