"""Files of thousands of paragraphs: matched rightly, and without a look at all pairs of them."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from time import process_time

import pytest

from generator.regenerate.match.align import align
from generator.regenerate.match.candidates import Holders
from generator.regenerate.match.chains import Join, best_chain
from generator.regenerate.match.stretches import Stretch, matches
from generator.regenerate.match.tokens import char_map

WORDS = "县乡镇村就业扶贫协作资金项目产业劳务消费教育医疗干部人才培训"


def paragraphs(count: int) -> list[str]:
    """Sentences that have nothing to do with one another."""
    rng = random.Random(count)
    return [
        f"{''.join(rng.choices(WORDS, k=60))}{rng.randrange(9999)}人，其中{rng.randrange(999)}户。"
        for _ in range(count)
    ]


def households(count: int) -> list[str]:
    """Sentences that differ in their numbers alone."""
    rng = random.Random(count)
    return [
        f"第{number}户全年人均纯收入{rng.randrange(9999)}元，比上年增长{rng.randrange(99)}%，就业2人。"
        for number in range(count)
    ]


def edited(texts: Sequence[str]) -> list[str]:
    """Each text with another character somewhere."""
    rng = random.Random(len(texts))
    places = [rng.randrange(len(text) - 1) for text in texts]
    return [f"{text[:at]}甲{text[at + 1 :]}" for text, at in zip(texts, places, strict=True)]


@pytest.mark.slow
@pytest.mark.parametrize("made", [paragraphs, households])
def test_each_edited_paragraph_finds_its_own(made: Callable[[int], list[str]]) -> None:
    texts = made(400)
    assert align(texts, edited(texts), {}) == [(index, index) for index in range(400)]


@pytest.mark.slow
def test_paragraphs_that_were_edited_and_shuffled_find_their_own() -> None:
    texts = paragraphs(400)
    order = random.Random(7).sample(range(400), 400)
    mixed = edited([texts[index] for index in order])
    right = {(block, para) for para, block in enumerate(order)}
    assert len(right & set(align(texts, mixed, {}))) >= 380


@pytest.mark.slow
@pytest.mark.skipif(sys.gettrace() is not None, reason="time is measured")
@pytest.mark.parametrize("made", [paragraphs, households])
def test_twice_as_many_paragraphs_take_about_twice_as_long(
    made: Callable[[int], list[str]],
) -> None:
    def seconds(count: int) -> float:
        texts = made(count)
        start = process_time()
        align(texts, edited(texts), {})
        return process_time() - start

    seconds(200)
    assert seconds(1600) < 8 * max(seconds(400), 0.3)


def test_the_only_holder_of_a_part_is_found_wherever_it_stands() -> None:
    texts = ["甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥", "子丑寅卯辰巳午未"]
    holders = Holders(texts)
    for start in range(3):
        assert holders.only_one(texts[0][start : start + 8]) == 0
    assert holders.only_one("卯辰巳午未申酉戌") == 1
    assert holders.only_one("子丑寅卯辰巳午未") is None, "two hold it"
    assert holders.only_one("甲乙丙丁戊己庚申") is None
    assert Holders(["甲乙丙丁戊己庚辛" * 2]).only_one("甲乙丙丁戊己庚辛") is None, "twice"


def test_the_best_chain_leaves_out_what_crosses() -> None:
    one, other = Join(0, 0, 1, 1, 3.0), Join(1, 2, 2, 3, 3.0)
    crossing = Join(0, 2, 2, 3, 5.0)
    assert best_chain([other, crossing, one]) == [one, other]
    assert best_chain([other, Join(0, 2, 2, 3, 7.0), one]) == [Join(0, 2, 2, 3, 7.0)]
    assert best_chain([]) == []


def test_every_other_item_of_a_long_sequence_is_found() -> None:
    old = [f"行{number}" for number in range(5000)]
    new = [item if number % 2 else f"改{number}" for number, item in enumerate(old)]
    assert matches(old, new) == [Stretch(at, at, 1) for at in range(1, 5000, 2)]


def test_a_long_run_that_moved_on_is_one_stretch() -> None:
    old = [str(number) for number in range(5000)]
    new = ["头", *old[:3000], "中", *old[3001:], "尾"]
    assert matches(old, new) == [Stretch(0, 1, 3000), Stretch(3001, 3002, 1999)]


@pytest.mark.slow
def test_a_long_text_of_one_sign_is_compared() -> None:
    old = "1," * 10_000
    new = "".join("2," if number % 9 == 4 else "1," for number in range(10_000))
    mapped = char_map(old, new)
    kept = [at for at in mapped if at >= 0]
    assert kept == sorted(set(kept)) and len(kept) > 17_000
    assert all(old[at] == new[to] for at, to in enumerate(mapped) if to >= 0)
