"""What a word processor would stumble over in the text of a Word file."""

from __future__ import annotations

from collections import Counter

from generator.word.wordml import AUTHOR, Element, P, R, T, W, qn

_CHANGES = (qn("ins"), qn("del"))


def faults(root: Element) -> list[str]:
    """The faults of a document, each told as often as it occurs; empty where it is sound."""
    found = []
    for element in root.iter(*_CHANGES):
        parent = element.getparent()
        assert parent is not None
        if element.tag == parent.tag:
            found.append("a change inside a change of its kind")
        if element.tag == qn("ins") and parent.tag == qn("del"):
            found.append("an insertion inside a deletion")
        if not element.get(AUTHOR) or not element.get(qn("date")) or not element.get(qn("id")):
            found.append("a change without author, date or id")
    for node in root.iter(T):
        if any(item.tag == qn("del") for item in node.iterancestors()):
            found.append("w:t inside a deletion")
    for node in root.iter(qn("delText")):
        if not any(item.tag == qn("del") for item in node.iterancestors()):
            found.append("w:delText outside a deletion")
    for run in root.iter(R):
        if len(run) and any(child.tag == qn("rPr") for child in run[1:]):
            found.append("w:rPr not first")
    for paragraph in root.iter(P):
        if any(child.tag == qn("pPr") for child in paragraph[1:]):
            found.append("w:pPr not first")
    for cell in root.iter(qn("tc")):
        if not len(cell) or cell[-1].tag not in (
            P,
            qn("bookmarkEnd"),
            qn("bookmarkStart"),
            qn("sdt"),
        ):
            found.append("a cell without a paragraph at its end")
    ids = Counter(item.get(qn("id")) for item in root.iter(*_CHANGES, qn("rPrChange")))
    found += [f"id {ident} twice" for ident, count in ids.items() if count > 1]
    found += _marks(root)
    found += [
        str(item.tag)
        for item in root.iter()
        if isinstance(item.tag, str) and not item.tag.startswith(f"{{{W}}}")
    ]
    return found


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
