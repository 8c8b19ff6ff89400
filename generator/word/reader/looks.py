"""How paragraphs and runs are set: the styles of a Word file, and what each says itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from msgspec import Struct

from generator.model.regex import regex
from generator.model.view import SeenLook
from generator.word.archive import Archive
from generator.word.wordml import OFF, PPR, RPR, VAL, Element, P, R, T, properties_in, qn

_LEVELS = 9
"""w:outlineLvl counts from 0; 9 is body text (ISO/IEC 29500-1, 17.3.1.20)."""
_LEVEL_OF_STYLE = f"{PPR}/{qn('outlineLvl')}"
_STYLE, _OUTLINE, _JC, _RUN_STYLE = map(qn, ("pStyle", "outlineLvl", "jc", "rStyle"))
_VANISH, _STRIKE, _DOUBLE_STRIKE, _ALIGN = map(qn, ("vanish", "strike", "dstrike", "vertAlign"))
_POSITION = qn("position")
_OF_RUN = frozenset((_VANISH, _STRIKE, _DOUBLE_STRIKE, _ALIGN, _POSITION))
"""The properties of a run that say whether, and how, its characters are read."""
_OF_RUN_AND_STYLE = _OF_RUN | {_RUN_STYLE}

_SHIFTED = 6
"""Half points by which Word shifts characters above or below the line if no more is said."""
_WHOLE = regex("-?[0-9]{1,4}")
_COMPARED = 100
"""So many runs of a paragraph are looked at for one that stands elsewhere."""

_Said = Mapping[str, str]
"""What is said of runs: the value of each property that is named."""


class RunLook(NamedTuple):
    """How the characters of a run are read: whether they are hidden, whether people crossed them
    out (删除线), whether they stand above the line or below it."""

    hidden: bool = False
    crossed: bool = False
    raised: bool = False
    lowered: bool = False


PLAIN = RunLook()


class _NamedStyle(Struct, frozen=True):
    """A style: its name, the id of the one it is based on, its level (None: as that one says) and
    what it says of runs."""

    name: str
    based_on: str
    level: int | None
    said: _Said


class _WholeStyle(NamedTuple):
    """What a style says together with those that it is based on: its level, and of runs."""

    level: int | None
    said: _Said


_NOTHING = _WholeStyle(None, {})


class Looks:
    """The styles of a file by id, and the looks made of them; ``root`` is the one tree that is
    asked about, None for any."""

    def __init__(self, archive: Archive, root: Element | None = None) -> None:
        part = archive.related("styles")
        sheet = archive.tree(part) if part else None
        styles = [] if sheet is None else sheet.iterchildren(qn("style"))
        self._styles = {style.get(qn("styleId"), ""): _read(style) for style in styles}
        self._known: dict[tuple[str, str, bool], SeenLook] = {}
        self._whole: dict[str, _WholeStyle] = {}
        self._plain_styles: set[str] = set()
        """Styles of paragraphs in which a run that says nothing of itself is plain."""
        self._all_plain = (
            root is not None
            and next(root.iter(*_OF_RUN), None) is None
            and not any(style.said for style in self._styles.values())
        )

    def of(self, properties: Iterable[Element]) -> SeenLook:
        """The look of a paragraph with some properties."""
        style = outline = centered = ""
        for child in properties:
            tag = child.tag
            if tag == _STYLE:
                style = child.get(VAL, "")
            elif tag == _OUTLINE:
                outline = child.get(VAL, "")
            elif tag == _JC:
                centered = child.get(VAL, "")
        key = style, outline, centered == "center"
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._new(*key)
        return known

    def _new(self, ident: str, outline: str, centered: bool) -> SeenLook:
        """The look of a paragraph of a style that names a level, "" for none, and is centred."""
        style, level = self._styles.get(ident), _level(outline)
        level = self._with_bases(ident).level or 0 if level is None else level
        return SeenLook(ident, style.name if style else "", level, centered)

    def of_run(self, run: Element, style: str) -> RunLook:
        """How the characters of a run in a paragraph of a style are read."""
        return self.of_run_with(properties_in(list(run), RPR), run, style)

    def of_run_with(self, properties: Iterable[Element], run: Element, style: str) -> RunLook:
        """How the characters of a run with some properties in a paragraph of a style are read.

        What the run says itself holds, then its style, then that of the paragraph; of w:vanish and
        w:strike a style of the run undoes that of the paragraph, as toggle properties do
        (ISO/IEC 29500-1, 17.7.3).
        """
        if self._all_plain:
            return PLAIN
        itself = _said_of_runs(properties, _OF_RUN_AND_STYLE)
        if not itself and style in self._plain_styles:
            return PLAIN
        own = self._with_bases(itself.pop(_RUN_STYLE, "")).said
        outer = self._with_bases(style).said
        if not (itself or own or outer):
            self._plain_styles.add(style)
            return PLAIN
        nearest = {**outer, **own, **itself}
        align = nearest.get(_ALIGN, "")
        shift = self._shift(run, style, _points(nearest))
        return RunLook(
            _toggled(_VANISH, itself, own, outer),
            _toggled(_STRIKE, itself, own, outer) or _is_on(_DOUBLE_STRIKE, nearest),
            align == "superscript" or shift > 0,
            align == "subscript" or shift < 0,
        )

    def _shift(self, run: Element, style: str, points: int) -> int:
        """By how much a run is shifted above the line or below it; 0 for less than Word does by
        itself, and where the paragraph is shifted as a whole."""
        paragraph = next(run.iterancestors(P), None)
        if abs(points) < _SHIFTED or paragraph is None:
            return 0
        others = (other for other in islice(paragraph.iter(R), _COMPARED) if _has_words(other))
        return points if any(self._points_of(other, style) != points for other in others) else 0

    def _points_of(self, run: Element, style: str) -> int:
        itself = _said_of_runs(properties_in(list(run), RPR), _OF_RUN_AND_STYLE)
        own = self._with_bases(itself.pop(_RUN_STYLE, "")).said
        return _points({**self._with_bases(style).said, **own, **itself})

    def _with_bases(self, ident: str) -> _WholeStyle:
        """What a style says with those that it is based on; each style is gone through once. Those
        that are based on one another in a circle are based on nothing."""
        if ident in self._whole:
            return self._whole[ident]
        chain: dict[str, None] = {}
        while ident in self._styles and ident not in self._whole and ident not in chain:
            chain[ident] = None
            ident = self._styles[ident].based_on
        whole, in_circle = self._whole.get(ident, _NOTHING), ident in chain
        for name in reversed(chain):
            whole = _upon(self._styles[name], _NOTHING if in_circle else whole)
            self._whole[name] = whole
            in_circle = in_circle and name != ident
        return whole


def _upon(style: _NamedStyle, base: _WholeStyle) -> _WholeStyle:
    """What a style says together with what it is based on."""
    level = base.level if style.level is None else style.level
    return _WholeStyle(level, {**base.said, **style.said} if style.said else base.said)


def _read(style: Element) -> _NamedStyle:
    return _NamedStyle(
        _value(style, "name"),
        _value(style, "basedOn"),
        _level(_said(style.find(_LEVEL_OF_STYLE))),
        _said_of_runs(properties_in(list(style), RPR), _OF_RUN),
    )


def _said_of_runs(properties: Iterable[Element], asked: frozenset[str]) -> dict[str, str]:
    said: dict[str, str] = {}
    for child in properties:
        tag = child.tag
        if tag in asked:
            said[tag] = child.get(VAL, "")
    return said


def _points(said: _Said) -> int:
    """The half points above the line that w:position says, below 0 below it."""
    found = _WHOLE.fullmatch(said.get(_POSITION, ""))
    return int(found[0]) if found else 0


def _has_words(run: Element) -> bool:
    return any((text.text or "").strip() for text in run.iterchildren(T))


def _toggled(tag: str, itself: _Said, own: _Said, outer: _Said) -> bool:
    """Whether a property is on that a style of the run and one of the paragraph undo."""
    return _is_on(tag, itself) if tag in itself else _is_on(tag, own) != _is_on(tag, outer)


def _is_on(tag: str, said: _Said) -> bool:
    """Whether a property that is on or off is on."""
    return said.get(tag, "0") not in OFF


def _value(parent: Element, tag: str) -> str:
    return _said(parent.find(qn(tag)))


def _said(element: Element | None) -> str:
    """What a property says; "" where it is not named."""
    return "" if element is None else element.get(VAL, "")


def _level(value: str) -> int | None:
    """The level that w:outlineLvl names; None where it names none."""
    if not (value.isascii() and value.isdecimal() and len(value) == 1):
        return None
    return (int(value) + 1) % (_LEVELS + 1)
