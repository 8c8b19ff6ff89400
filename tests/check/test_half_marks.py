"""Sentences written with marks of half width are read as those with the full ones."""

from __future__ import annotations

import re

import pytest
from support.labelled import sentences
from support.short_reports import findings

from generator.check.relations import phrases, relations, verdict

HALF = {"，": ",", "；": ";", "：": ":", "（": "(", "）": ")"}
SILENT = [
    (
        "比率",
        "12个重点乡已改厕312个村、20150户,分别占计划的78%、82%;验收12个村、1290户,分别占计划的3%、5.2%。",
    ),
    ("比率", "项目完成投资53120.4万元,报账8214.6万元,占应报账的9.8%。"),
    ("分项合计", "到位资金12,500万元,其中:产业8,300万元,就业4,200万元。"),
]
SPOKEN = [
    ("比率", "岭南县132个行政村中共有脱贫村86个,占行政村总数的75.2%。", "65.2%"),
    ("分项合计", "到位资金12,500万元,其中:产业8,300万元,就业4,600万元。", "12900万元"),
    ("增幅", "种植面积46万亩,比上年(40万亩)增长25%。", "15%"),
]


@pytest.mark.parametrize(("rule", "text"), SILENT)
def test_stays_silent(rule: str, text: str) -> None:
    assert [finding.message for finding in findings(rule, text)] == []


@pytest.mark.parametrize(("rule", "text", "words"), SPOKEN)
def test_speaks(rule: str, text: str, words: str) -> None:
    (message,) = [finding.message for finding in findings(rule, text)]
    assert words in message


def test_the_labelled_sentences_say_the_same_in_half_width() -> None:
    for item in sentences():
        assert _read(_in_half(item.text)) == _read(item.text), item.text


def test_commas_of_numbers_stay() -> None:
    (phrase,) = phrases("投入13,866万元,其中产业1,200万元。")
    assert phrase.text == "投入13,866万元，其中产业1,200万元。"


def _in_half(text: str) -> str:
    """The text with marks of half width, but for a comma between digits, which would join them."""
    return re.sub(r"(?<!\d)[，：]|[，：](?!\d)|[；（）]", lambda match: HALF[match[0]], text)


def _read(text: str) -> list[tuple[object, ...]]:
    return [
        (relation.sort, relation.start, relation.end, verdict(relation).holds)
        for relation in relations(text)
    ]
