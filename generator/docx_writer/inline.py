"""Texts to runs: character styles, and the bookmarks of figures and blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.document import Run, Text
from generator.docx_writer.identity import MARKED, block_bookmark, figure_bookmark
from generator.docx_writer.style_names import STRONG
from generator.docx_writer.xml import Element, qn, run, w


class Bookmarks:
    """Hands out the bookmarks of one file: numbers in order, names that are never used twice."""

    def __init__(self, draft: str) -> None:
        self.draft = draft
        self._count = 0
        self._blocks: Counter[str] = Counter()

    def scope(self, block_id: str) -> Scope:
        """The bookmarks of a block. A second block of the same id gets names of its own."""
        self._blocks[block_id] += 1
        n = self._blocks[block_id]
        return Scope(self, block_id if n == 1 else f"{block_id}\x1e{n}")

    def pair(self, name: str) -> tuple[Element, Element]:
        """Start and end of a bookmark."""
        self._count += 1
        return w("bookmarkStart", id=self._count, name=name), w("bookmarkEnd", id=self._count)


class Scope:
    """One block: its own bookmark and those of the figures in it, counted by key in reading order."""

    def __init__(self, bookmarks: Bookmarks, block_id: str) -> None:
        self._bookmarks, self._id = bookmarks, block_id
        self._keys: Counter[str] = Counter()

    def runs(self, text: Text, style: str | None = None) -> list[Element]:
        """The runs of a text in a character style, each figure between its bookmarks."""
        result: list[Element] = []
        for part in text:
            if not part.text:
                continue
            element = run(part.text, style=STRONG if part.strong else style)
            result.extend(self._marked(part, element))
        return result

    def _marked(self, part: Run, element: Element) -> Iterable[Element]:
        if part.mark is None or part.mark.kind not in MARKED:
            return (element,)
        key = part.mark.key
        self._keys[key] += 1
        name = figure_bookmark(self._bookmarks.draft, self._id, key, self._keys[key])
        start, end = self._bookmarks.pair(name)
        return start, element, end

    def around(self, content: Sequence[Element]) -> list[Element]:
        """The content of a paragraph between the block's bookmarks; as it is where the block has no id."""
        if not self._id:
            return list(content)
        start, end = self._bookmarks.pair(block_bookmark(self._bookmarks.draft, self._id))
        return [start, *content, end]

    def wrap(self, elements: Sequence[Element]) -> list[Element]:
        """The block's paragraphs and tables with its bookmark from the first to the last of them."""
        paragraphs = [p for element in elements for p in element.iter(qn("p"))]
        if self._id and paragraphs:
            start, end = self._bookmarks.pair(block_bookmark(self._bookmarks.draft, self._id))
            first = paragraphs[0]
            first.insert(1 if len(first) and first[0].tag == qn("pPr") else 0, start)
            paragraphs[-1].append(end)
        return list(elements)
