"""Styles of a Word file, each with all that it looks like: what it is based on is merged in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from generator.word.building import w
from generator.word.reference.themes import without_theme
from generator.word.reference_values import StyleLook
from generator.word.wordml import VAL, Element, local_name, qn

_OF_PARAGRAPHS = (
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "widowControl",
    "pBdr",
    "shd",
    "tabs",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "jc",
    "textAlignment",
    "outlineLvl",
)
"""What of a paragraph's look is taken, in the order of the schema; no numbers of lists."""
_OF_RUNS = (
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "shd",
    "vertAlign",
    "em",
)
"""What of a run's look is taken, in the order of the schema; nothing that hides text."""
_BY_ATTRIBUTE = ("spacing", "ind", "rFonts")
"""What is merged attribute by attribute."""
_PAIRS = (("firstLine", "hanging"), ("firstLineChars", "hangingChars"))
_TWO_WAYS = tuple((qn(one), qn(other)) for pair in _PAIRS for one, other in (pair, pair[::-1]))
"""Attributes of w:ind that exclude each other: the later one counts."""
_DEEPEST = 20
"""Styles that may be based on one another."""


def flat_styles(root: Element, theme: Element | None) -> dict[str, StyleLook]:
    """By name, the paragraph and character styles of a w:styles."""
    book = _StyleBook(root, theme)
    return {name: book.look(style) for name, style in _named(root)}


def style_titles(root: Element) -> dict[str, str]:
    """The name of each style, by its id."""
    return {style.get(qn("styleId"), ""): name for name, style in _named(root)}


def _named(root: Element) -> Iterator[tuple[str, Element]]:
    for style in root.findall(qn("style")):
        name = style.find(qn("name"))
        if name is not None and style.get(qn("type")) in ("paragraph", "character"):
            yield name.get(VAL, ""), style


class _StyleBook:
    """The styles of a file by id, and what holds for all of them."""

    def __init__(self, root: Element, theme: Element | None) -> None:
        self._by_id = {style.get(qn("styleId")): style for style in root.findall(qn("style"))}
        self._defaults = root.find(qn("docDefaults"))
        self._theme = theme

    def look(self, style: Element) -> StyleLook:
        """What a style looks like in its file; a character style, what it adds."""
        paragraph: dict[str, Element] = {}
        run: dict[str, Element] = {}
        if style.get(qn("type")) == "paragraph":
            _take(paragraph, _word_paragraph(), _OF_PARAGRAPHS)
            _take(run, _word_run(), _OF_RUNS)
            for holder in self._defaults.iter(qn("pPr")) if self._defaults is not None else ():
                _take(paragraph, holder, _OF_PARAGRAPHS)
            for holder in self._defaults.iter(qn("rPr")) if self._defaults is not None else ():
                _take(run, without_theme(holder, self._theme), _OF_RUNS)
        for item in reversed(list(self._chain(style))):
            for holder in item.findall(qn("pPr")):
                _take(paragraph, holder, _OF_PARAGRAPHS)
            for holder in item.findall(qn("rPr")):
                _take(run, without_theme(holder, self._theme), _OF_RUNS)
        return StyleLook(_ordered(paragraph, _OF_PARAGRAPHS), _ordered(run, _OF_RUNS))

    def _chain(self, style: Element) -> Iterator[Element]:
        """A style, what it is based on, and so forth."""
        item: Element | None = style
        for _ in range(_DEEPEST):
            if item is None:
                return
            yield item
            based_on = item.find(qn("basedOn"))
            item = None if based_on is None else self._by_id.get(based_on.get(VAL))


def _word_paragraph() -> Element:
    """What a paragraph looks like of which nothing is said."""
    spacing = w("spacing", before=0, after=0, line=240, lineRule="auto")
    return w("pPr", spacing, w("ind", left=0, right=0), w("jc", val="left"))


def _word_run() -> Element:
    """What a run looks like of which nothing is said."""
    return w("rPr", w("spacing", val=0), w("sz", val=20), w("szCs", val=20))


def _take(into: dict[str, Element], holder: Element, tags: tuple[str, ...]) -> None:
    """Merge what a w:pPr or w:rPr says."""
    for child in holder:
        tag = local_name(child) if isinstance(child.tag, str) else ""
        if tag not in tags:
            continue
        if tag in _BY_ATTRIBUTE and tag in into:
            _merge(into[tag], child)
        else:
            into[tag] = deepcopy(child)


def _merge(known: Element, later: Element) -> None:
    for name, value in later.items():
        known.set(name, value)
    given = set(later.keys())
    for one, other in _TWO_WAYS:
        if one in given and other not in given:
            known.attrib.pop(other, "")


def _ordered(found: Mapping[str, Element], tags: tuple[str, ...]) -> tuple[Element, ...]:
    return tuple(found[tag] for tag in tags if tag in found)
