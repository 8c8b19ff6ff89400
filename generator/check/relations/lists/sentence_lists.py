"""Lists that the build of a sentence shows: counts whose names stand behind them (12座水库，9座完工，
3座在建), and parts that are each called by 的 (受理31件，维持的22件，撤销的6件，不予受理3件)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.check.relations.lists.kindred import may_cross
from generator.check.relations.lists.marked_lists import SAID_OF_IT, ListRead, alike_behind
from generator.check.relations.lists.parts import OPEN_END
from generator.check.relations.lists.wordings import overlap
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_REST = regex("(?:另外?有?|还有|其[余他它]|剩[余下]|余下|尚有|仍有|已有|有)?的?")
_WITHIN = regex("[^，。；、\\d]*(?<!集)[中里](?![^，。；、\\d])")
_OPENED = regex(
    "其中|主要|重点|此外|同时|重合|交叉|重复|分别|依次|获[得评奖批]|荣获|评[为上]|超|被|新增|净|增|减|扣|结[余转]|上年|累计"
)
_MARK = regex("[，；]|、(?=[^，；、]{1,12}\\d)")
_STEP, _PAIR, _MANY = 2, 2, 3


def sentence_lists(phrase: Phrase) -> Iterator[ListRead]:
    """Each number with the list behind it that the build of the sentence shows to be all of it."""
    values = [a for a in phrase.amounts if a.role not in SAID_OF_IT]
    for at, whole in enumerate(values):
        row = _in_steps(phrase, whole, alike_behind(values, at))
        for parts in (_nameless(whole, row), _called_by_de(whole, row)):
            if len(parts) >= _PAIR and not _is_open(phrase, whole, parts):
                yield ListRead(parts, whole, 0)
                break


def _in_steps(phrase: Phrase, whole: Amount, behind: Sequence[Amount]) -> list[Amount]:
    """The numbers that follow a whole in step, one between two commas, with a share between at
    most."""
    row: list[Amount] = []
    last = whole
    for amount in behind:
        steps = len(_MARK.findall(phrase.between(last.end, amount.start)))
        within = last is whole and _WITHIN.fullmatch(whole.tail)
        if not (0 if within else 1) <= steps <= _STEP:
            break
        row.append(amount)
        last = amount
    return row


def _nameless(whole: Amount, row: Sequence[Amount]) -> tuple[Amount, ...]:
    """The counts behind one that is itself named behind, none with a name before it."""
    parts = tuple(takewhile(lambda a: _REST.fullmatch(a.label) and a.tail.strip(), row))
    named = bool(whole.tail.strip()) and (_WITHIN.fullmatch(whole.tail) or not _is_some(whole))
    closed = len(parts) >= _MANY or bool(_WITHIN.fullmatch(whole.tail))
    closed = closed or any(part.label for part in parts[1:])
    return parts if named and closed and len(parts) == len(row) else ()


def _is_some(whole: Amount) -> bool:
    """Whether a number is by its words only some that were done: 已核实93件."""
    return "已" in whole.label


def _called_by_de(whole: Amount, row: Sequence[Amount]) -> tuple[Amount, ...]:
    """Three or more things, all of which but one are called by 的 or are the rest."""
    parts = tuple(row)
    called = [a for a in parts if a.label.endswith("的") or (a.label and _REST.fullmatch(a.label))]
    chosen = whole.label.endswith("的") and not _WITHIN.fullmatch(whole.tail)
    told = len(called) >= len(parts) - 1 and any(a.label.endswith("的") for a in called)
    return parts if told and not chosen and len(parts) >= _MANY and whole.base != "元" else ()


def _is_open(phrase: Phrase, whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether words say that a list is not all of it, or its parts may share something."""
    words = phrase.between(whole.end, parts[-1].end + len(parts[-1].tail) + 1)
    labels = [whole.label, *(part.label + part.tail for part in parts)]
    said = _OPENED.search(words) or OPEN_END.search(words)
    return bool(said) or may_cross(labels) or overlap(parts)
