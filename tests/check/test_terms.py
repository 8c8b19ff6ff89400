"""The list of words that ships: each entry names its authority, and meets no sound sentence."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from generator.check.passages import Passage
from generator.check.rules.wording import terms
from generator.check.subject import Subject
from generator.model.errors import Problem
from generator.package.read import shared_terms
from generator.package.read.homes import lasting_homes
from generator.package.read.rulefiles import first_of_each, read_terms

FILE = Path(__file__).parents[2] / "templates" / "shared" / "terms.csv"
SOUND = (
    "打造特色采摘园，实行绿色采购，控股分公司和参股企业分红。",
    "记录相关情况，登录相应平台，党参预计产量120吨。",
    "库存出清彻底，文件反复盖章，编制专题纲要和主题纲要。",
    "面对严峻工作形势，既将产业做大，又带动就业。",
    "系统关联接口、互联接入，5月份外销产品，各省份外出务工。",
    "货车箱体12个，帐篷20顶，对帐篷进行检查，石门坎镇已完成。",
    "超过份额部分退回，样本份数足够，粒子细胞培养，推委会成立。",
)
WRONG = (
    ("秘书处参预起草。", "参与"),
    ("宣传报导丰富多采。", "丰富多彩"),
    ("成份复杂。", "成分"),
    ("工程顺利峻工。", "竣工"),
    ("一如继往支持。", "一如既往"),
    ("建立台帐。", "账"),
    ("水深80公分。", "厘米"),
    ("存在推委扯皮现象。", "推诿"),
)


def _rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_entry_names_its_authority_and_none_stands_twice() -> None:
    rows = _rows()
    assert len(rows) >= 100 and all(row["依据"] and row["启用"] == "是" for row in rows)
    assert len({row["原词"] for row in rows}) == len(rows)


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["原词"])
def test_no_entry_finds_its_own_right_word(row: dict[str, str]) -> None:
    assert not re.search(row["原词"], row["应为"]) or re.search(row["除非"] or "$^", row["应为"])


@pytest.mark.parametrize("line", SOUND)
def test_sound_words_are_left_alone(line: str) -> None:
    assert _messages(line) == []


@pytest.mark.parametrize(("line", "right"), WRONG)
def test_a_wrong_word_is_told_with_its_authority(line: str, right: str) -> None:
    (message,) = _messages(line)
    assert f"应写“{right}”" in message and "，" in message


def _messages(line: str) -> list[str]:
    subject = Subject(
        (Passage(line, "body", paragraph=1),), shared_terms(lasting_homes(None)), 2023
    )
    return [finding.message for finding in terms(subject)]


# The cells of a row, and how many words the list finds in it: names of projects are left alone.
ROWS = (
    (("1", "东西扶贫协作产业园", "120"), 0),
    (("1", "一如继往支持", "120"), 0),
    (("1", "产业园", "工程已峻工，正在组织验收。", "120"), 1),
    (("建立台帐制度", "按月建立台帐，逐项销号。"), 1),
    (("项目办建立台帐，逐月通报。", "宣传报导丰富多采，群众知晓率高。"), 2),
)


@pytest.mark.parametrize(("cells", "count"), ROWS)
def test_in_a_table_sentences_are_read(cells: tuple[str, ...], count: int) -> None:
    passage = Passage("\t".join(cells), "row", paragraph=1)
    assert len(list(terms(Subject((passage,), shared_terms(lasting_homes(None)), 2023)))) == count


def test_an_entry_that_is_switched_off_is_not_read(tmp_path: Path) -> None:
    head = "原词,应为,级别,说明,除非,起始年,依据,启用\n"
    file = tmp_path / "terms.csv"
    file.write_text(f"{head}甲,乙,提醒,,,,某表,否\n丙,丁,提醒,,,,某表,是\n", encoding="utf-8")
    problems: list[Problem] = []
    assert [term.wrong for term in first_of_each([read_terms(file, problems)])] == ["丙"]
    assert problems == []
    file.write_text(f"{head}甲,乙,提醒,,,,某表,也许\n", encoding="utf-8")
    assert read_terms(file, problems) == () and "“也许”不认识" in str(problems[0])
