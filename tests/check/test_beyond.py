"""What a check says besides its findings: what was not done, what could not be judged, and why."""

from __future__ import annotations

import pytest

from generator.check import Result, check_passages
from generator.check.passages import Passage
from generator.check.rules.table import RULES
from generator.check.subject import Subject
from generator.check.undone import NEED_A_PACKAGE
from generator.check.unjudged import ALONE, SEVERAL, TWO_WAYS


def _checked(*lines: str) -> Result:
    passages = [Passage(line, "body", "", number) for number, line in enumerate(lines, 1)]
    return check_passages(passages, ())


@pytest.mark.parametrize(
    ("line", "reasons"),
    [
        ("投入资金500万元，其中用于产业300万元，用于就业200万元。", []),
        ("工作有序推进。", []),
        ("依据2021年第7号文件执行。", []),
        ("走访脱贫户48户。", [ALONE]),
        ("实施项目28个，投入5200万元。", [SEVERAL]),
        ("实施项目28个，投入5200万元。走访48户。", [SEVERAL, ALONE]),
        ("抽查120户，复查80户，合格96户，合格率31%。", [TWO_WAYS]),
    ],
)
def test_sentences_that_no_rule_judges_have_a_reason(line: str, reasons: list[str]) -> None:
    assert [item.reason for item in _checked(line).unjudged] == reasons


def test_a_word_file_names_the_rules_that_need_a_package() -> None:
    lines = _checked("工作有序推进。").undone
    assert any(line.startswith("没有数据包") and "文表一致" in line for line in lines)
    assert any("成文日期" in line for line in lines)


@pytest.mark.parametrize("name", NEED_A_PACKAGE)
def test_a_rule_that_needs_a_package_says_nothing_without(name: str) -> None:
    row = Passage("就业\t5", "row")
    assert list(RULES[name](Subject((row, Passage("就业6人。", "body"))))) == []


def test_the_same_sentence_is_told_once_with_all_its_places() -> None:
    wrong = "到位资金5000万元，已拨付4600万元，拨付率93.5%。"
    findings = [
        item for item in _checked(wrong, "另起一段。", wrong).findings if item.rule == "比率"
    ]
    assert [[side.paragraph for side in item.sides] for item in findings] == [[1, 1, 3, 3]]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("职工640人，其中女职工150人，占21.6%。", "占比写的是21.6%"),
        ("全村812人，务工57人，占总人口的8.2%。", "占总人口的比例写的是8.2%"),
        ("到位5000万元，已拨付4600万元，拨付率达到93.5%。", "拨付率写的是93.5%"),
        ("到位5000万元，已拨付4600万元，拨付率为93.5%。", "拨付率写的是93.5%"),
    ],
)
def test_labels_are_cut_cleanly(line: str, words: str) -> None:
    assert [item.message.startswith(words) for item in _checked(line).findings] == [True]
