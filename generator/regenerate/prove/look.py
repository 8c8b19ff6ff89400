"""What a line of a Word file says where a figure belongs: by the words before and after it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from generator.model.regex import regex
from generator.regenerate.match.tokens import is_whole, positions_of, same
from generator.regenerate.prove.qualifiers import qualified

State = Literal["ok", "differs", "absent"]
_NUMBER = regex(r"\d[\d,]*(?:\.\d+)?")
_LAST = regex(r"[^\s，。；：、（）“”]*\d[^\s，。；：、（）“”]{0,6}$")
_OTHER_UNIT = regex(r"[^\s，。；：、（）“”\d]{1,4}(?:\d+[^\s，。；：、（）“”\d]{0,4})?")
_LABEL = 10
"""So many characters before and after a figure are looked for."""
_SLACK = 6
"""So many characters may stand between the words before a figure and the figure."""
_WIDER, _MUCH_WIDER = 3, 8
"""So many characters more than the figure may be its like with blanks or zeros (.00), or another
number."""


class Seen(NamedTuple):
    """What a line says for a figure ("" for nothing), and where the next one is looked for."""

    state: State
    text: str
    behind: int


def look(before: str, wanted: str, after: str, line: str, behind: int) -> Seen:
    """What ``line`` says for ``wanted``, which stands between the words ``before`` and ``after``.

    It is looked for from position ``behind``, behind the figure before it. It differs, too, where
    words around it make another number of it (近, 余).
    """
    seen = _unqualified(before, wanted, after, line, behind)
    if seen.state != "ok":
        return seen
    ours = qualified(before + wanted + after, len(before), len(before) + len(wanted))
    theirs = [qualified(line, start, end) for start, end in _spans(line, wanted, seen.behind)]
    if not theirs or any(one.said == ours.said for one in theirs):
        return seen
    return Seen("differs", theirs[0].text, seen.behind)


def _spans(line: str, wanted: str, behind: int) -> list[tuple[int, int]]:
    """Where a figure stands that ends at ``behind``, else everywhere where it stands."""
    for start in range(max(0, behind - len(wanted) - _WIDER), behind):
        is_there = same(line[start:behind], wanted) and is_whole(line, start, behind)
        if is_there and not line[start].isspace():
            return [(start, behind)]
    return [(start, start + len(wanted)) for start in positions_of(wanted, line)]


def _unqualified(before: str, wanted: str, after: str, line: str, behind: int) -> Seen:
    """What ``line`` says for ``wanted``, whatever qualifiers stand around it."""
    label, following = before[-_LABEL:], after[:_LABEL]
    at = _behind_label(label, line, behind)
    if at is not None:
        return _read_at(line, at, wanted, after)
    seen = _before_words(following, line, wanted, alone=not label)
    return seen or _anywhere(line, wanted, behind, alone=not label and not following)


def _anywhere(line: str, wanted: str, behind: int, *, alone: bool) -> Seen:
    """No words around the figure are there; ``alone``: nor ought to be, so any number is it."""
    if positions_of(wanted, line):
        return Seen("ok", wanted, behind)
    number = _NUMBER.search(line) if alone else None
    return Seen("differs", number[0], behind) if number else Seen("absent", "", behind)


def _behind_label(label: str, line: str, behind: int) -> int | None:
    """The position behind as much of the label as the line has."""
    for length in range(len(label), 1, -1):
        at = _find_label(label[-length:], line, behind)
        if at >= 0:
            return at + length
    if len(label) < 2 and behind and line.startswith(label, behind):
        return behind + len(label)
    return None


def _find_label(label: str, line: str, behind: int) -> int:
    """Where a label stands from a position on; before it, where the line has it once; else -1."""
    at = line.find(label, behind)
    return line.find(label) if at < 0 and line.count(label) == 1 else at


def _before_words(following: str, line: str, wanted: str, *, alone: bool) -> Seen | None:
    """The figure before as much of the following words as the line has.

    ``alone``: no words stand before it, so any number there is taken for it.
    """
    for length in range(len(following), 1, -1):
        at = line.find(following[:length])
        seen = _in_front_of(line, at, wanted, alone=alone and length > 2) if at > 0 else None
        if seen is not None:
            return seen
    return None


def _in_front_of(line: str, at: int, wanted: str, *, alone: bool) -> Seen | None:
    if same(line[max(0, at - len(wanted)) : at], wanted):
        return Seen("ok", wanted, at)
    last = _LAST.search(line[:at]) if alone else None
    return Seen("differs", last[0], at) if last else None


def _read_at(line: str, at: int, wanted: str, after: str) -> Seen:
    """What stands at ``at``, or behind words and numbers that people put there."""
    seen = _read(line, at, wanted)
    if seen.state == "ok":
        return seen
    end = _end_before_own_words(line, at, wanted, after)
    return seen if end is None else Seen("ok", wanted, end)


def _end_before_own_words(line: str, at: int, wanted: str, after: str) -> int | None:
    """Where the figure ends if it stands right before the words that follow it, as these first
    stand behind ``at``; what is no words up to the next figure tells nothing."""
    words = re.split(r"\d", after, maxsplit=1)[0][:_LABEL]
    if len(words) >= 2:
        end = line.find(words, at)
    else:
        end = len(line) - len(after) if line.endswith(after) else -1
    start = end - len(wanted)
    stands = start >= at and line[start:end] == wanted and is_whole(line, start, end)
    return end if stands else None


def _read(line: str, at: int, wanted: str) -> Seen:
    """What is printed from position ``at`` on; in a row, in the same cell."""
    edge = line.find("\t", at) if "\t" in line[at:] else len(line)
    end = _end_of_same(line, at, edge, wanted)
    if end is not None:
        return Seen("ok", wanted, end)
    number = _NUMBER.search(line, at, min(at + len(wanted) + _MUCH_WIDER, edge))
    if number and number.start() - at <= _SLACK:
        unit = _unit(wanted, number[0], line[number.end() :])
        return Seen("differs", line[at : number.end()] + unit, number.end())
    return _anywhere(line, wanted, at, alone=False)


def _end_of_same(line: str, at: int, edge: int, wanted: str) -> int | None:
    """Where the figure ends if it stands at ``at`` or a few characters behind."""
    for begin in range(at, min(at + _SLACK, edge) + 1):
        for end in range(begin + len(wanted), begin + len(wanted) + _WIDER + 1):
            if same(line[begin:end], wanted) and is_whole(line, begin, end):
                return end
        if line[begin : begin + 1].isdigit():
            return None
    return None


def _unit(wanted: str, number: str, following: str) -> str:
    """The unit of a figure, if the line has it, too; what else stands there where the number is the
    same, as it differs in that alone."""
    own = list(_NUMBER.finditer(wanted))
    unit = wanted[own[-1].end() :] if own else wanted
    if following.startswith(unit):
        return unit
    other = _OTHER_UNIT.match(following) if own and own[-1][0] == number else None
    return other[0] if other else ""
