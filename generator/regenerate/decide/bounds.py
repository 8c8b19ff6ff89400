"""How much is said: one line for one thing, few looks at a paragraph, a summary of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.model.replacing import replace
from generator.regenerate.decide.matters import Left, Matter

_MANY_OLDER = 5
"""More older figures than this are one matter: the file is probably an old one."""
_LOOKS = 3
"""So many looks are asked for at one paragraph."""
_LINES = 8
"""So many decisions are asked for at one paragraph."""
_MANY = 50
"""In more paragraphs than this looks are told in one line, and decisions are counted."""


def bounded(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """The matters by paragraph, as far as a person can read them; nothing that is open is lost."""
    lines = sorted(dict.fromkeys(matters), key=_paragraph)
    lines = _older_as_one(lines)
    told = [matter for _, own in groupby(lines, key=_paragraph) for matter in _few(list(own))]
    return tuple(sorted(_summed_up(told), key=_paragraph))


def _paragraph(matter: Matter) -> int:
    return matter.para


def _older_as_one(lines: Sequence[Matter]) -> list[Matter]:
    older = [matter for matter in lines if matter.reason == "older"]
    if len(older) <= _MANY_OLDER:
        return list(lines)
    message = (
        f"有 {len(older)} 处数字是更早一稿的数，这份文件可能是旧稿，或者上次的更新被全部拒绝；"
        f"文中未改。例如：{older[0].text}"
    )
    many = Matter(older[0].para, "many", message, left=_left(older))
    return sorted([many, *(line for line in lines if line.reason != "older")], key=_paragraph)


def _left(matters: Iterable[Matter]) -> tuple[Left, ...]:
    return tuple(item for matter in matters for item in matter.left)


def _few(own: Sequence[Matter]) -> Iterator[Matter]:
    """The matters of one paragraph: few looks, and of many decisions the rest as one."""
    decisions = [matter for matter in own if matter.decision]
    yield from decisions[:_LINES]
    rest = decisions[_LINES:]
    if rest:
        message = f"这里另有 {len(rest)} 处要定，例如：{rest[0].text}"
        missing = tuple(name for matter in rest for name in matter.missing)
        yield Matter(rest[0].para, "many", message, left=_left(rest), missing=missing)
    yield from [matter for matter in own if not matter.decision][:_LOOKS]


def _summed_up(told: Sequence[Matter]) -> Iterator[Matter]:
    """A file with very many remarks: one look for all, and how many decisions there are."""
    looks = [matter for matter in told if not matter.decision]
    decisions = [matter for matter in told if matter.decision]
    yield from decisions
    if len({matter.para for matter in decisions}) > _MANY:
        message = f"本文共有 {len(decisions)} 处要定，逐处写在批注里"
        yield Matter(decisions[0].para, "check", message)
    paras = {matter.para for matter in looks}
    if len(paras) <= _MANY:
        yield from looks
        return
    message = (
        f"有 {len(paras)} 段要核对（书签没有了，各段文字又相近），没有逐段写批注；"
        f"请用 nigao audit 逐个核对数字。例如：{looks[0].text}"
    )
    yield replace(looks[0], reason="check", text=message, about=())
