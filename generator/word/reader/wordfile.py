"""A Word file to paragraphs, and from every character back to the node that holds it.

All changes are taken as accepted, and what people crossed out (删除线) as deleted. Tolerant: what it
does not know becomes one OBJECT character that nobody edits; what people see of it is told beside.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.model.errors import InputError, Problem
from generator.model.replacing import replace
from generator.model.view import Para, SeenBlock, View
from generator.word.archive import Archive, open_archive
from generator.word.reader.beside import asides
from generator.word.reader.busy import busy_paragraphs
from generator.word.reader.fields import field_limits
from generator.word.reader.length import refuse_crowded, refuse_long
from generator.word.reader.looks import Looks
from generator.word.reader.paragraph import ReadParagraph
from generator.word.reader.seen import seen_blocks
from generator.word.reader.walker import Walker, seen_inside
from generator.word.wordml import NOTES, Element, qn

_ELSEWHERE = {
    qn("altChunk"): (
        "里面夹着另一份文件（altChunk），它的文字读不到",
        "请在 Word 里打开，另存为 .docx 后再试",
    ),
    qn("subDoc"): (
        "里面链接着子文档（subDoc），它的文字读不到",
        "请在 Word 的大纲视图里展开子文档并取消链接，保存后再试",
    ),
}
"""What stands for the text of another file: what is told of it, and what to do."""


class WordFile(Struct, frozen=True, weakref=True):
    """A Word file as read: its parts, the root of its text, the view.

    ``paragraphs`` is the XML behind each paragraph of the view.
    """

    archive: Archive
    root: Element
    view: View
    paragraphs: tuple[ReadParagraph, ...]


def read(data: bytes, name: str = "") -> WordFile:
    """Read a .docx; ``name`` is what messages call it. Raises InputError where it is none, or is
    longer than what is read."""
    archive = open_archive(data, name)
    root = archive.tree(archive.main)
    if root is None or root.find(qn("body")) is None:
        message, todo = "Word 文件里没有正文", "请换一个文件"
        raise InputError(Problem(message, todo, name or None, unreadable=True))
    elsewhere = {item.tag for item in root.iter(*_ELSEWHERE)}
    for tag, (message, todo) in _ELSEWHERE.items():
        if tag in elsewhere:
            raise InputError(Problem(message, todo, name or None, unreadable=True))
    refuse_crowded(archive, root)
    file = read_root(archive, root)
    refuse_long(file.view, name)
    return file


def read_root(archive: Archive, root: Element) -> WordFile:
    """Read the text of a document whose w:document is ``root``."""
    walker = _walked(root, Looks(archive), with_elements=True)
    told = _view_of(archive, walker)
    paragraphs = tuple(
        ReadParagraph(paragraph.elements, paragraph.para, paragraph.fields, walker.again.inside)
        for paragraph in walker.end()
    )
    busy = frozenset(busy_paragraphs(archive, paragraphs))
    view = replace(told, busy=busy, asides=tuple(asides(archive, paragraphs, walker.looks)))
    return WordFile(archive, root, view, paragraphs)


def view_without_xml(archive: Archive, root: Element) -> View:
    """What the text whose w:document is ``root`` says, without its bookmarks and what else hangs on
    it or stands beside it: half the room, for who does not write into it."""
    return _view_of(archive, _walked(root, Looks(archive), with_spans=False))


def view_of(root: Element) -> View:
    """The paragraphs and bookmarks of a tree whose w:document is ``root``, and nothing else."""
    walker = _walked(root, Looks(Archive({}), root))
    return View(_paras(walker), walker.spans.spans)


def _walked(
    root: Element, looks: Looks, *, with_elements: bool = False, with_spans: bool = True
) -> Walker:
    """What has gone through the body of a document."""
    limits = field_limits(root)
    walker = Walker(looks, limits, with_elements=with_elements, with_spans=with_spans)
    body = root.find(qn("body"))
    if body is not None:
        walker.read_blocks(body)
    return walker


def _view_of(archive: Archive, walker: Walker) -> View:
    """The paragraphs, bookmarks and text that were read."""
    seen = (*seen_blocks(walker.end()), *_notes(archive, walker))
    return View(_paras(walker), walker.spans.spans, seen)


def _paras(walker: Walker) -> tuple[Para, ...]:
    return tuple(paragraph.para for paragraph in walker.end())


def _notes(archive: Archive, walker: Walker) -> Iterator[SeenBlock]:
    """The footnotes, then the endnotes that the text refers to, in the order of the text."""
    for relation in NOTES.values():
        part = archive.related(relation)
        root = archive.tree(part) if part else None
        notes = {} if root is None else {note.get(qn("id"), ""): note for note in root}
        wanted = (ident for kind, ident in walker.notes if kind == relation)
        for ident in dict.fromkeys(wanted):
            if ident in notes:
                limits = field_limits(notes[ident])
                blocks, deeper = seen_inside(walker.looks, limits, notes[ident])
                walker.notes.extend(deeper)
                yield from blocks
