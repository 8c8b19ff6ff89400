"""The words that begin a list of parts (其中, 按…分, 包括, a colon), and the numbers behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from generator.check.relations.lists.parts import BEGINS_LIST, TELLS_TOTAL
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_MOST_COMMAS = 2
_CHIEF = regex("主要|重点|部分(?![：:])")
"""从主要税种看: what follows is not all."""
_SOURCES = regex("(?:资金|经费|投资)?来源|具体")
_BEHIND_NUMBER = regex(r"\d[^，。；、\d]{0,6}(?:（[^）]*）| +)?[，,]$")
_OF_OTHERS = regex(
    r"[^。；，]*?(?:的\d|%|‰)|[^，。；、\d]{0,10}(?:任务|计划|目标|上年|去年|同期|全[国省市]|增长|下降)"
)
"""分别为省下达任务60公里、120公里的114%: numbers that others are compared with."""
_PERIODS = r"(?:\d{4}年?[至到—～~、-]+\d{4}年|[一1]至[四4]季度|[四4]个季度|各季度|各年度?|逐年|历年|每年|上下半年)"
_TOTAL_OF_PERIODS = regex(
    r"(?:共|总|全年|累计|合计)[^，。；\d]{0,14}\d[\d.,]*[^，。；\d]{0,6}[，,][^，。；\d]{0,6}"
    rf"{_PERIODS}[^，。；\d]{{0,8}}$"
)
"""五年共受理38764件，2020年至2024年依次为: what follows are the years of the total."""


class ListWord(Struct, frozen=True):
    """A word that begins a list; ``sure`` where it says that the list is complete.

    ``weak`` is a word that also begins other things, ``lists`` one that names what belongs to a
    whole, ``which`` is 其中, ``leads`` says that it begins its sentence, ``among`` that it is a mere
    中 or 里.
    """

    start: int
    end: int
    sure: bool
    weak: bool
    lists: bool
    colon: bool
    leads: bool
    among: bool
    which: bool


def list_words(phrase: Phrase) -> list[ListWord]:
    """The words of a phrase that begin a list, in their order."""
    words: list[ListWord] = []
    for match in BEGINS_LIST.finditer(phrase.text):
        if _begins_list(phrase, match, words):
            words.append(_word(phrase, match))
    return words


def _begins_list(phrase: Phrase, match: re.Match[str], words: Sequence[ListWord]) -> bool:
    """Whether a word begins a list here: 用于 none inside one, 分别为 only behind a total, or behind
    a number and before names."""
    before, behind = phrase.text[: match.start()], phrase.text[match.end() :]
    if match[0].endswith("用于") and not match["firm"]:
        return not words
    if not match["firm"]:
        return True
    if match[0] == "即" or _SOURCES.match(match[0]):
        return bool(_BEHIND_NUMBER.search(before)) and not _OF_OTHERS.match(behind)
    if not match[0].startswith(("分别", "依次")) or match[0][2:3] not in ("为", "是"):
        return True
    if not behind[:1].isdigit():
        return bool(_BEHIND_NUMBER.search(before)) and not _OF_OTHERS.match(behind)
    return bool(TELLS_TOTAL.search(before) or _TOTAL_OF_PERIODS.search(before))


def _word(phrase: Phrase, match: re.Match[str]) -> ListWord:
    return ListWord(
        start=phrase.start + match.start(),
        end=phrase.start + match.end(),
        sure=bool(match["firm"]) and not _CHIEF.search(match[0]),
        weak=bool(match["weak"]),
        lists=bool(match["lists"]),
        colon=match[0][-1] in "：:",
        leads=match.start() == 0,
        among=bool(match["among"] or match["within"]),
        which=bool(match["which"]),
    )


def behind_word(phrase: Phrase, word: ListWord, later: Sequence[ListWord]) -> list[Amount]:
    """The plain numbers of a list: up to the next word that begins one, and behind the ； that ends
    a nested 其中 on.

    一产6.3亿元；二产6.6亿元，其中工业4.1亿元；三产11.6亿元: 6.3, 6.6 and 11.6.
    """
    end = later[0].start if later else phrase.end
    inside = _from_to(phrase.plain, word.end, end)
    if not later or not (word.which and later[0].which) or not _is_leading(phrase, word):
        return inside
    mark = phrase.text.find("；", later[0].end - phrase.start)
    if mark < 0 or not inside:
        return inside
    behind = [other for other in later if other.start > phrase.start + mark]
    until = behind[0].start if behind else phrase.end
    return inside + _from_to(phrase.plain, phrase.start + mark, until)


def _is_leading(phrase: Phrase, word: ListWord) -> bool:
    """Whether no ； stands before a word: else it begins a list of its group alone."""
    return "；" not in phrase.between(phrase.start, word.start)


def _from_to(amounts: Sequence[Amount], start: int, end: int) -> list[Amount]:
    return [amount for amount in amounts if start <= amount.start < end]


def leads_to(phrase: Phrase, word: ListWord, inside: Sequence[Amount]) -> bool:
    """Whether no ； or 。 and few commas stand between a word and its numbers."""
    if not inside:
        return True
    lead = phrase.between(word.end, inside[0].start)
    commas = re.findall("[，,]", lead)
    return len(commas) <= _MOST_COMMAS and not re.search("[；;。]", lead)
