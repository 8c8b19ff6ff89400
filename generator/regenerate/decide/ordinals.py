"""Numbers of items at the beginning of paragraphs: two that are the same are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from generator.model.regex import regex
from generator.model.view import View
from generator.regenerate.decide.decisions import Decisions
from generator.regenerate.decide.edits import with_edits
from generator.regenerate.decide.matters import Matter
from generator.regenerate.decide.script import Script

_FORMS = (
    regex(r"([一二三四五六七八九十百]+)、"),
    regex(r"（([一二三四五六七八九十百]+)）"),
    regex(r"(\d{1,3})[.．、](?!\d)"),
    regex(r"[（(](\d{1,3})[)）]"),
)
"""How items are numbered, the outer levels first (GB/T 9704-2012, 7.3.3)."""
_FIRST = ("一", "1")


class _ListItem(Struct, frozen=True):
    """A paragraph in the order of the file as it will be; ``ours``: whether its number comes from
    this round."""

    para: int
    text: str
    ours: bool


def decide_ordinals(
    view: View, script: Script, decided: Decisions, moves: Mapping[str, int]
) -> Decisions:
    """Items that will have the number of another one."""
    items = list(_items(view, script, decided, moves))
    return Decisions(matters=tuple(_same_numbers(items)))


def _items(
    view: View, script: Script, decided: Decisions, moves: Mapping[str, int]
) -> Iterator[_ListItem]:
    edits: dict[int, list[int]] = {}
    placed = sorted(decided.edits, key=lambda item: (item.para, item.edit.start))
    for number, item in enumerate(placed):
        edits.setdefault(item.para, []).append(number)
    behind: dict[int, list[str]] = {}
    for insertion in decided.insertions:
        behind.setdefault(insertion.after, []).extend(insertion.blocks)
    gone = {*decided.drops, *moves.values()}

    def text(para: int) -> str:
        own = [placed[number].edit for number in edits.get(para, ())]
        return with_edits(view.paras[para].text, own)

    def ours(para: int) -> bool:
        return any(placed[number].edit.start < 4 for number in edits.get(para, ()))

    for para in range(-1, len(view.paras)):
        if para >= 0 and para not in gone and view.paras[para].cell is None:
            yield _ListItem(para, text(para), ours(para))
        for name in behind.get(para, ()):
            if name in moves:
                yield _ListItem(max(para, 0), text(moves[name]), True)
            elif script.blocks[name].cell is None:
                yield _ListItem(max(para, 0), script.blocks[name].text, True)


def _same_numbers(items: Iterable[_ListItem]) -> Iterator[Matter]:
    """The items whose number an item of the same list has, if one of both is new."""
    lists: list[dict[str, _ListItem]] = [{} for _ in _FORMS]
    for item in items:
        level, number = _number(item.text)
        if level is None:
            continue
        for deeper in lists[level + 1 :]:
            deeper.clear()
        known = lists[level]
        if number in _FIRST:
            known.clear()
        other = known.get(number)
        if other and (other.ours or item.ours):
            message = f"有两处编号都是“{number}”（另一处：“{_start(other.text)}”），请改编号"
            yield Matter(item.para, "check", message)
        known[number] = item


def _number(text: str) -> tuple[int | None, str]:
    """The level and the number with which a text begins; None for none."""
    for level, form in enumerate(_FORMS):
        found = form.match(text)
        if found:
            return level, found[1]
    return None, ""


def _start(text: str, length: int = 16) -> str:
    return text if len(text) <= length else text[:length] + "…"
