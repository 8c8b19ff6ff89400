"""A paragraph that never ends, or one line ten thousand times, takes no rule long."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from generator.check.passages import Passage
from generator.check.relations.phrases.sentence import phrases
from generator.check.rules.table import RULES
from generator.check.subject import Subject

RUNS = (
    *(
        "1",
        "1,",
        "1，",
        "其中",
        "其中1人，",
        "（",
        "（1人）",
        "《",
        "“",
        "一是甲，二是乙，",
        "、",
        "；",
        "。1",
    ),
    *(
        "甲，",
        "甲。",
        "十",
        "三个",
        "1月1日，",
        "增长1%，",
        "1%",
        "用于甲1万元，",
        "其中，用于甲1万元。",
    ),
    *("甲、乙等5个村捐款12万元（3万元/村），", "到位5万元，拨付4万元，拨付率80%，"),
    *("由3个增加到5个，增加3个，增长5%。", "年初3个，新增5个，退出2个，年末6个。", "3个（"),
)

TRIES = 3


def seconds(subject: Subject) -> list[float]:
    """How long each rule takes."""
    result = []
    for rule in RULES.values():
        start = process_time()
        for _ in rule(subject):
            pass
        result.append(process_time() - start)
    return result


def too_slow(made: Callable[[int], Subject], size: int) -> set[str]:
    """The rules that take long, and over three times as long for twice as much, each time: a busy
    machine may hold up one of several."""
    found = set(RULES)
    for _ in range(TRIES):
        both = zip(RULES, seconds(made(size)), seconds(made(2 * size)), strict=True)
        found &= {name for name, one, other in both if other > 0.6 and other > 3 * one}
        if not found:
            break
    return found


@pytest.mark.slow
@pytest.mark.parametrize("run", RUNS)
def test_no_rule_is_quadratic_in_a_paragraph(run: str) -> None:
    def made(length: int) -> Subject:
        return Subject((Passage(run * (length // len(run)), "body"),), (), 2021)

    assert not too_slow(made, 5_000)


@pytest.mark.slow
def test_no_rule_is_quadratic_in_the_numbers_of_a_sentence() -> None:
    def made(count: int) -> Subject:
        clauses = (f"全县投入资金{n}万元，发放补助{n}万元，" for n in range(count))
        return Subject((Passage("".join(clauses), "body"),), (), 2021)

    assert not too_slow(made, 1_000)


@pytest.mark.slow
@pytest.mark.parametrize("role", ["body", "row", "heading", "title"])
def test_no_rule_is_quadratic_in_the_number_of_passages(role: str) -> None:
    def made(count: int) -> Subject:
        texts = [
            f"{n}\t县{n}局投入资金{n}万元，培训干部{n % 97}人次\t县委副书记" for n in range(count)
        ]
        passages = [
            Passage(text, role, "节", number, f"附件{number % 2}")
            for number, text in enumerate(texts, 1)
        ]
        return Subject(tuple(passages), (), 2021)

    assert not too_slow(made, 700)


# What reading a paragraph may not weigh against all the rest of it: one number of a hundred thousand
# digits, one sentence of thousands of numbers, thousands of brackets.
LONG = {
    "digits": "1234567890",
    "numbers of a sentence": "投入资金12万元，比上年增长3.5%，",
    "bare numbers": "产出12分，效益23分，",
    "brackets": "1.东村；（2）西村；",
}


@pytest.mark.slow
@pytest.mark.parametrize("run", LONG.values(), ids=LONG)
def test_reading_a_paragraph_takes_as_long_as_it_is(run: str) -> None:
    def taken(length: int) -> float:
        text = run * (length // len(run))
        start = process_time()
        phrases(text)
        return process_time() - start

    growth = min(taken(160_000) / taken(40_000) for _ in range(TRIES))
    assert growth < 5.8
