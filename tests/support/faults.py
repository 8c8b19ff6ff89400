"""What a word processor would stumble over in the text of a Word file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.word.wordml import AUTHOR, Element, P, R, T, W, qn

_CHANGES = (qn("ins"), qn("del"))


def faults(root: Element) -> list[str]:
    """The faults of a document, each told as often as it occurs; empty where it is sound."""
    return [
        *_changes(root),
        *_texts(root),
        *_properties(root),
        *_cells(root),
        *_change_ids(root),
        *_marks(root),
        *_foreign(root),
    ]


def _changes(root: Element) -> Iterator[str]:
    for element in root.iter(*_CHANGES):
        parent = element.getparent()
        assert parent is not None
        if element.tag == parent.tag:
            yield "a change inside a change of its kind"
        if element.tag == qn("ins") and parent.tag == qn("del"):
            yield "an insertion inside a deletion"
        if not element.get(AUTHOR) or not element.get(qn("date")) or not element.get(qn("id")):
            yield "a change without author, date or id"


def _texts(root: Element) -> Iterator[str]:
    for node in root.iter(T):
        if _is_deleted(node):
            yield "w:t inside a deletion"
    for node in root.iter(qn("delText")):
        if not _is_deleted(node):
            yield "w:delText outside a deletion"


def _is_deleted(node: Element) -> bool:
    return any(item.tag == qn("del") for item in node.iterancestors())


def _properties(root: Element) -> Iterator[str]:
    for tag, properties in ((R, "rPr"), (P, "pPr")):
        for element in root.iter(tag):
            if any(child.tag == qn(properties) for child in element[1:]):
                yield f"w:{properties} not first"


def _cells(root: Element) -> Iterator[str]:
    last = (P, qn("bookmarkEnd"), qn("bookmarkStart"), qn("sdt"))
    for cell in root.iter(qn("tc")):
        if not len(cell) or cell[-1].tag not in last:
            yield "a cell without a paragraph at its end"


def _change_ids(root: Element) -> Iterator[str]:
    ids = Counter(item.get(qn("id")) for item in root.iter(*_CHANGES, qn("rPrChange")))
    return (f"id {ident} twice" for ident, count in ids.items() if count > 1)


def _foreign(root: Element) -> Iterator[str]:
    """Elements of another namespace."""
    for item in root.iter():
        if isinstance(item.tag, str) and not item.tag.startswith(f"{{{W}}}"):
            yield item.tag


def _marks(root: Element) -> list[str]:
    starts = Counter(item.get(qn("id")) for item in root.iter(qn("bookmarkStart")))
    ends = Counter(item.get(qn("id")) for item in root.iter(qn("bookmarkEnd")))
    names = Counter(item.get(qn("name")) for item in root.iter(qn("bookmarkStart")))
    comments = [
        Counter(item.get(qn("id")) for item in root.iter(qn(tag)))
        for tag in ("commentRangeStart", "commentRangeEnd", "commentReference")
    ]
    found = ["bookmarks that do not pair"] if starts != ends else []
    found += (
        ["comments that do not pair"]
        if comments[0] != comments[1] or comments[1] - comments[2]
        else []
    )
    return found + [f"bookmark {name} twice" for name, count in names.items() if count > 1]
