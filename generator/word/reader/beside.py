"""What stands beside the text and is never edited: text boxes, notes, headers and footers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model.view import Aside
from generator.word.archive import RELS, Archive, rels_name, resolve
from generator.word.reader.outside import outside
from generator.word.reader.paragraph import ReadParagraph
from generator.word.wordml import NOTES, TEXT_BOX, Element, P, T, qn

_LABELS = {"footnotes": "脚注", "endnotes": "尾注", "header": "页眉", "footer": "页脚"}
_BOX = "文本框"


def asides(archive: Archive, paragraphs: Sequence[ReadParagraph]) -> Iterator[Aside]:
    """What stands beside each paragraph; headers and footers with the first one."""
    notes = {relation: _notes(archive, relation) for relation in NOTES.values()}
    for index, paragraph in enumerate(paragraphs):
        for element in paragraph.elements:
            yield from _of_paragraph(index, element, notes)
    for name, text in _headers(archive) if paragraphs else ():
        yield Aside(0, name, text)


def _of_paragraph(
    index: int, element: Element, notes: dict[str, dict[str, str]]
) -> Iterator[Aside]:
    for item in element.iter(TEXT_BOX, *NOTES):
        if item.tag == TEXT_BOX:
            yield Aside(index, _BOX, _text(outside(TEXT_BOX, item, P)))
        else:
            relation = NOTES[item.tag]
            text = notes[relation].get(item.get(qn("id"), ""), "")
            yield Aside(index, _LABELS[relation], text)


def _notes(archive: Archive, relation: str) -> dict[str, str]:
    part = archive.related(relation)
    root = archive.tree(part) if part else None
    return {} if root is None else {note.get(qn("id"), ""): _text(note.iter(P)) for note in root}


def _headers(archive: Archive) -> Iterator[tuple[str, str]]:
    """The text of each header and footer, once for all relations that lead to it."""
    relations = archive.tree(rels_name(archive.main))
    items = [] if relations is None else relations.findall(f"{{{RELS}}}Relationship")
    kinds = ((item, item.get("Type", "").rpartition("/")[2]) for item in items)
    parts = (
        (kind, resolve(archive.main, item.get("Target", "")))
        for item, kind in kinds
        if kind in ("header", "footer")
    )
    for kind, part in dict.fromkeys(parts):
        root = archive.tree(part)
        if root is not None:
            yield _LABELS[kind], _text(root.iter(P))


def _text(paragraphs: Iterable[Element]) -> str:
    """The words of some paragraphs, line by line; a box inside one has paragraphs of its own."""
    lines = (outside(P, paragraph, T) for paragraph in paragraphs)
    return "\n".join("".join(node.text or "" for node in line) for line in lines)
