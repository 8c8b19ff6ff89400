"""What stands beside the text and is never edited: text boxes, notes, headers and footers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model.view import Aside
from generator.word.archive import RELS, Archive, rels_name, resolve
from generator.word.reader.looks import Looks
from generator.word.reader.outside import outside, with_all_around
from generator.word.reader.paragraph import ReadParagraph
from generator.word.wordml import DELETED, NOTES, PPR, TEXT_BOX, VAL, Element, P, R, T, qn

_LABELS = {"footnotes": "脚注", "endnotes": "尾注", "header": "页眉", "footer": "页脚"}
_BOX = "文本框"
_STYLE = f"{PPR}/{qn('pStyle')}"


def asides(archive: Archive, paragraphs: Sequence[ReadParagraph], looks: Looks) -> Iterator[Aside]:
    """What stands beside each paragraph; headers and footers with the first one."""
    if not paragraphs:
        return
    beside = _Beside(archive, looks)
    root = paragraphs[0].elements[0].getroottree().getroot()
    holders = with_all_around(root.iter(TEXT_BOX, *NOTES))
    for index, paragraph in enumerate(paragraphs if holders else ()):
        for element in paragraph.elements:
            if element in holders:
                yield from beside.of_paragraph(index, element)
    for name, text in beside.headers():
        yield Aside(0, name, text)


class _Beside:
    """What stands beside the text of a file."""

    def __init__(self, archive: Archive, looks: Looks) -> None:
        self._archive, self._looks = archive, looks
        self._notes = {relation: self._of_part(relation) for relation in NOTES.values()}

    def _of_part(self, relation: str) -> dict[str, str]:
        """The notes of a part by id."""
        part = self._archive.related(relation)
        root = self._archive.tree(part) if part else None
        if root is None:
            return {}
        return {note.get(qn("id"), ""): self._text(note.iter(P)) for note in root}

    def of_paragraph(self, index: int, element: Element) -> Iterator[Aside]:
        """The text boxes and notes of a part of a paragraph."""
        for item in element.iter(TEXT_BOX, *NOTES):
            if item.tag == TEXT_BOX:
                yield Aside(index, _BOX, self._text(outside(TEXT_BOX, item, P)))
            else:
                relation = NOTES[item.tag]
                text = self._notes[relation].get(item.get(qn("id"), ""), "")
                yield Aside(index, _LABELS[relation], text)

    def headers(self) -> Iterator[tuple[str, str]]:
        """The text of each header and footer, once for all relations that lead to it."""
        relations = self._archive.tree(rels_name(self._archive.main))
        items = [] if relations is None else relations.findall(f"{{{RELS}}}Relationship")
        kinds = ((item, item.get("Type", "").rpartition("/")[2]) for item in items)
        parts = (
            (kind, resolve(self._archive.main, item.get("Target", "")))
            for item, kind in kinds
            if kind in ("header", "footer")
        )
        for kind, part in dict.fromkeys(parts):
            root = self._archive.tree(part)
            if root is not None:
                yield _LABELS[kind], self._text(root.iter(P))

    def _text(self, paragraphs: Iterable[Element]) -> str:
        """The words of some paragraphs, line by line; a box inside one has paragraphs of its
        own."""
        return "\n".join(map(self._line, paragraphs))

    def _line(self, paragraph: Element) -> str:
        """The words of a paragraph that people see and did not cross out."""
        style = paragraph.find(_STYLE)
        name = "" if style is None else style.get(VAL, "")
        nodes = outside(P, paragraph, T)
        return "".join(node.text or "" for node in nodes if self._is_seen(node, name))

    def _is_seen(self, node: Element, style: str) -> bool:
        """Whether words in a paragraph of a style are neither deleted, hidden nor crossed out."""
        run = node.getparent()
        if run is None or next(node.iterancestors(P, *DELETED)).tag != P:
            return False
        if run.tag != R:
            return True
        look = self._looks.of_run(run, style)
        return not look.hidden and not look.crossed
