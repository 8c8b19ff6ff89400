"""Computed columns and what must hold in a table: a sound score sheet says nothing, each slip one finding."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import two_kinds

from generator.check import Finding, check_draft
from generator.jobs.compose import compose

FUNDS, MARKS, REQUESTS = "funds.csv", "indicators_of_project.csv", "requests.csv"
SCORES, OPENNESS = two_kinds.SCORES, two_kinds.OPENNESS


def messages(folder: Path, kind: str, file: str = "", old: str = "", new: str = "") -> list[str]:
    """What the two rules say of a package in which some words are others."""
    make = two_kinds.scores if kind == SCORES else two_kinds.openness
    changed = {}
    if file:
        text = two_kinds.content(kind, file)
        assert text.count(old) == 1
        changed[file.replace(".csv", "_csv")] = text.replace(old, new)
    package = make(folder / "包", **changed)
    found = check_draft(compose(package, templates=two_kinds.kinds(folder / "kinds"))).findings
    return [item.message for item in found if item.rule in ("附表算式", "附表关系")]


SILENT = [
    (SCORES, "", "", ""),
    (OPENNESS, "", "", ""),
    (SCORES, MARKS, "≥200,180,20,,", "≥200,180,20,18,"),
    (SCORES, MARKS, "≥200,180,20,,", "≥200,,20,,"),
    (SCORES, FUNDS, "120,114,10,,", "120,114,10,95,9.5"),
    (SCORES, FUNDS, "5,3,,,", ",3,,,"),
    (OPENNESS, REQUESTS, "12,3,0,1,\n二", "12,3,0,1,16\n二"),
]
TOLD = [
    (
        SCORES,
        MARKS,
        "≥200,180,20,,",
        "≥200,180,20,20,",
        [
            "绩效指标“培训人次”的得分填的是20分，按“min(分值, 分值 × 达成度(指标值, 完成值))”算是18分，相差2分。"
        ],
    ),
    (
        SCORES,
        MARKS,
        "基本达成,20,16,",
        "基本达成,20,21,",
        ["绩效指标“就业能力”：得分是21分，应不大于分值（20分），相差1分。"],
    ),
    (
        SCORES,
        FUNDS,
        "其他资金,5,3",
        "其他资金,6,3",
        ["资金的预算数列：总额是120万元，应等于财政 + 结转 + 其他（121万元），相差1万元。"],
    ),
    (
        SCORES,
        FUNDS,
        "120,114,10,,",
        "120,114,10,96,",
        ["资金“年度资金总额”的执行率填的是96%，按“执行数 ÷ 预算数 × 100”算是95%，相差1%。"],
    ),
    (
        OPENNESS,
        REQUESTS,
        "12,3,0,1,\n四",
        "12,3,0,1,17\n四",
        [
            "申请“（七）总计”的总计填的是17件，按“自然人 + 企业 + 科研 + 其他”算是16件，相差1件。",
            "申请的总计列：一 + 二是17件，应等于三.7 + 四（18件），相差1件。",
            "申请的总计列：三.7是17件，应等于三.1 + 三.2 + 三.3.1 + 三.3.2（16件），相差1件。",
        ],
    ),
    (
        OPENNESS,
        REQUESTS,
        "\n四,四",
        "\n五,四",
        ["申请情况要核对“{一} + {二} = {三.7} + {四}”，申请里没有键是“四”的行，没有核对。"],
    ),
]


@pytest.mark.parametrize(("kind", "file", "old", "new"), SILENT)
def test_stays_silent(tmp_path: Path, kind: str, file: str, old: str, new: str) -> None:
    assert messages(tmp_path, kind, file, old, new) == []


@pytest.mark.parametrize(("kind", "file", "old", "new", "told"), TOLD)
def test_tells(tmp_path: Path, kind: str, file: str, old: str, new: str, told: list[str]) -> None:
    assert sorted(messages(tmp_path, kind, file, old, new)) == sorted(told)


def findings_of_requests(folder: Path, old: str, new: str) -> list[Finding]:
    """What must hold in the form of requests, of which some words are others."""
    text = two_kinds.content(OPENNESS, REQUESTS)
    assert text.count(old) == 1
    package = two_kinds.openness(folder / "包", requests_csv=text.replace(old, new))
    found = check_draft(compose(package, templates=two_kinds.kinds(folder / "kinds"))).findings
    return [item for item in found if item.rule == "附表关系"]


def test_each_place_has_its_own_content_and_what_follows_is_not_told(tmp_path: Path) -> None:
    """The total of each row is computed: its column is wrong where another one is."""
    found = findings_of_requests(tmp_path, "12,3,0,1,\n四", "13,3,0,1,\n四")
    assert ["自然人列" in item.message for item in found] == [True, True]
    quotes = [side.quote for side in found[1].sides]
    assert quotes[0] == "三.7 13件"
    assert all(quote.startswith(f"三.{n} ") for n, quote in enumerate(quotes[1:3], 1))
    assert "{" not in "".join(quotes)
