"""Texts to runs: character styles, and the bookmarks of figures and blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model.bookmarks import MARKED, block_ident, bookmark, figure_ident
from generator.model.document import Mark, Run, Text
from generator.word.building import fragment, run_xml, w
from generator.word.wordml import Element, qn
from generator.word.writer.style_ids import GAP, STRONG


class Bookmarks:
    """Hands out the bookmarks of one file: numbers in order, names that are never used twice.

    ``names`` are those of blocks and figures handed out so far.
    """

    def __init__(self, draft: str) -> None:
        self._prefix = bookmark(draft, "")
        self.names: list[str] = []
        self._count = 0
        self._blocks: Counter[str] = Counter()

    def scope(self, block_id: str) -> Scope:
        """The bookmarks of a block. A second block of the same id gets names of its own."""
        return Scope(self, self.unique(block_id))

    def unique(self, block_id: str) -> str:
        """The id of a block; a second block of the same id is told apart."""
        self._blocks[block_id] += 1
        n = self._blocks[block_id]
        return block_id if n == 1 else f"{block_id}\x1e{n}"

    def pair(self, ident: str) -> tuple[Element, Element]:
        """Start and end of the bookmark of a block or figure."""
        return self.named(self._name(ident))

    def _name(self, ident: str) -> str:
        name = self._prefix + ident
        self.names.append(name)
        return name

    def named(self, name: str) -> tuple[Element, Element]:
        """Start and end of a bookmark that is no identity."""
        self._count += 1
        return w("bookmarkStart", id=self._count, name=name), w("bookmarkEnd", id=self._count)

    def pair_xml(self, ident: str) -> tuple[str, str]:
        """The same as strings."""
        number = self._count = self._count + 1
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{self._name(ident)}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )


class Scope:
    """One block: its own bookmark and those of its figures, counted by key in reading order."""

    def __init__(self, bookmarks: Bookmarks, block_id: str) -> None:
        self._bookmarks, self._id = bookmarks, block_id
        self._keys: Counter[str] = Counter()

    def runs(self, text: Text, style: str | None = None) -> list[Element]:
        """The runs of a text in a character style, each figure between its bookmarks."""
        if not text:
            return []
        return fragment(runs_xml(text, style, self._bookmarks, self._id, self._keys))

    def around(self, content: Sequence[Element]) -> list[Element]:
        """The content of a paragraph between the block's bookmarks; as it is without an id."""
        if not self._id:
            return list(content)
        start, end = self._bookmarks.pair(block_ident(self._id))
        return [start, *content, end]

    def wrap(self, elements: Sequence[Element]) -> list[Element]:
        """The block's paragraphs and tables, its bookmark from the first to the last of them."""
        paragraphs = [p for element in elements for p in element.iter(qn("p"))]
        if self._id and paragraphs:
            start, end = self._bookmarks.pair(block_ident(self._id))
            first, last = paragraphs[0], paragraphs[-1]
            first.insert(1 if first.find(qn("pPr")) is not None else 0, start)
            last.append(end)
        return list(elements)


def runs_xml(
    text: Text, style: str | None, bookmarks: Bookmarks, block: str, keys: Counter[str]
) -> str:
    """The runs of a text of the block, each figure between its bookmarks.

    ``keys`` counts the block's figures by key.
    """
    return "".join(
        [
            marked_xml(run_xml(part.text, style_of(part, style)), part.mark, bookmarks, block, keys)
            for part in text
            if part.text
        ]
    )


def style_of(part: Run, style: str | None = None) -> str | None:
    """The character style of a run: a gap is shaded, so that nobody overlooks it."""
    if part.mark is not None and part.mark.origin == "gap":
        return GAP
    return STRONG if part.strong else style


def marked_xml(
    run: str, mark: Mark | None, bookmarks: Bookmarks, block: str, keys: Counter[str]
) -> str:
    """A run between its bookmarks where its mark asks for them.

    ``keys`` counts the block's figures by key.
    """
    if mark is None or mark.origin not in MARKED:
        return run
    key = mark.key
    keys[key] += 1
    start, end = bookmarks.pair_xml(figure_ident(block, key, keys[key]))
    return f"{start}{run}{end}"
