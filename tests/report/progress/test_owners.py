"""Who owes what: names and patterns of departments.csv, the longest first."""

from __future__ import annotations

import pytest

from generator.model.cell import Source
from generator.model.dataset import Department
from generator.report.progress.owners import Owners, fits


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("就业", "就业"),
        ("就业", "就业.赴东部.脱贫"),
        ("就业.*", "就业.合计"),
        ("*.脱贫", "就业.赴东部.脱贫"),
        ("*资金*", "资金.财政.总额"),
        ("2.1", "2.1.1.1"),
        ("funds.csv", "funds.csv"),
        ("资金", "资金.金额"),
        ("资金[大棚]", "资金[大棚]"),
        ("资金[*", "资金[大棚]"),
        ("text/", "text/lead.md"),
        ("text/*", "text/lead.md"),
        ("text", "text/lead.md"),
    ],
)
def test_a_word_means_itself_and_what_is_below(word: str, name: str) -> None:
    assert fits(word, name)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("就业", "就业率"),
        ("就业.*", "就业"),
        ("2.1", "2.10"),
        ("2.1", "12.1"),
        ("资金", "财政资金"),
        ("资金[大棚]", "资金[大]"),
        ("[就业]", "就"),
    ],
)
def test_a_word_means_nothing_else(word: str, name: str) -> None:
    assert not fits(word, name)


def department(name: str, *owns: str) -> Department:
    return Department(name, "", "", None, owns, Source("departments.csv", 2, "负责"))


def test_the_longest_word_wins_whatever_the_order() -> None:
    owners = Owners([department("甲局", "资金"), department("乙局", "资金.财政", "*.总额")])
    assert owners.of(("资金.捐款",)) == "甲局"
    assert owners.of(("资金.财政.总额",)) == "乙局"
    assert owners.of(("就业.总额",)) == "乙局"


def test_any_name_may_be_meant() -> None:
    owners = Owners([department("甲局", "4.2"), department("乙局", "indicators.csv")])
    assert owners.of(("资金.财政.总额", "4.2.1", "indicators.csv"), "丙局") == "乙局"
    assert owners.of(("就业", "2.1", "figures.csv"), "丙局") == "丙局"
    assert owners.of(("就业",)) == ""


def test_a_source_names_its_department() -> None:
    owners = Owners([department("县人社局", "会议")])
    assert owners.of(("就业",), "县人社局，就业报表.xlsx“表1”C5") == "县人社局"
    assert owners.of(("就业",), "县农业农村局") == "县农业农村局"


def test_what_nothing_is_called_is_told() -> None:
    first = department("甲局", "就业", "就也")
    owners = Owners([first])
    owners.of(("就业.合计",))
    assert owners.unused() == [(first, "就也")]


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("县人社局.xlsx“Sheet1”D4", "县人社局"),
        ("县财政局.csv“县财政局”第3至5行", "县财政局"),
        ("县人社局", "县人社局"),
        ("人社局11月报表", "人社局11月报表"),
    ],
)
def test_a_cell_that_was_brought_is_owed_by_who_sent_the_file(said: str, owner: str) -> None:
    assert Owners(()).of(["就业.合计"], said) == owner
