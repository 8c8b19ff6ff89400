"""The copy to issue: bookmarks, ids, comments and names of authors gone; text and layout as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from generator.model.bookmarks import ours as our_bookmark
from generator.model.errors import DataError, Problem
from generator.regenerate.apply.comments import remove_anchors
from generator.regenerate.apply.properties import set_draft
from generator.regenerate.apply.tracked import ours
from generator.regenerate.decide.matters import CONFLICT, short
from generator.word.archive import (
    RELS,
    TYPES,
    Archive,
    rels_name,
    resolve,
    with_parts,
)
from generator.word.reader import WordFile, read
from generator.word.wordml import (
    AUTHOR,
    BOOKMARK_END,
    BOOKMARK_START,
    Element,
    P,
    T,
    parse,
    qn,
    to_bytes,
)

_CHANGES = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "cellIns",
    "cellDel",
    "cellMerge",
    "numberingChange",
    "tblGridChange",
    "tblPrExChange",
)
_PEOPLE = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
_GAP = re.compile("【待补[：:][^】]*】")
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_NAMES = ("creator", "lastModifiedBy")


@dataclass(frozen=True)
class Issued:
    """The copy to issue, and how many comments were left out: all, and those of other people."""

    data: bytes
    comments: int
    others: int


def finalize(data: bytes, name: str = "") -> Issued:
    """The copy to issue. Raises DataError while tracked changes, open decisions or gaps (【待补】) stand, all at once."""
    file = read(data, name)
    problems = _open_matters(file, name)
    if problems:
        raise DataError(problems)
    archive = file.archive
    comments = _comments(archive)
    parts = _text_parts(archive)
    for root in parts.values():
        _clean(root)
    left_out = [part for kind in _PEOPLE if (part := archive.related(kind))]
    changed = {part: to_bytes(root) for part, root in parts.items()}
    changed |= _without_parts(archive, left_out) | set_draft(archive, "")
    changed |= _without_names(archive, changed)
    kept = Archive(
        {part: content for part, content in archive.parts.items() if part not in left_out},
        archive.main,
    )
    return Issued(
        with_parts(kept, changed), len(comments), sum(not ours(item) for item in comments)
    )


def _text_parts(archive: Archive) -> dict[str, Element]:
    """The parts that hold text: the body, headers, footers, notes."""
    kinds = ("header", "footer", "footnotes", "endnotes")
    result: dict[str, Element] = {}
    relations = archive.tree(rels_name(archive.main))
    names = [archive.main] + [
        resolve(archive.main, item.get("Target", ""))
        for item in (relations if relations is not None else ())
        if item.get("Type", "").rpartition("/")[2] in kinds
    ]
    for name in names:
        root = archive.tree(name)
        if root is not None:
            result[name] = root
    return result


def _open_matters(file: WordFile, name: str) -> list[Problem]:
    problems: list[Problem] = []
    place = name or None
    changes = [
        item
        for root in _text_parts(file.archive).values()
        for item in root.iter(*map(qn, _CHANGES))
    ]
    if changes:
        authors = "、".join(sorted({item.get(AUTHOR) or "未署名" for item in changes}))
        problems.append(
            Problem(
                f"还有 {len(changes)} 处修订没有接受或拒绝（{authors}）",
                "请在 Word 里逐处处理后再定稿",
                place,
            )
        )
    problems += [
        Problem(f"还有待定的批注：{short(text)}", "请定好以后删去这条批注", place)
        for text in _undecided(file.archive)
    ]
    gaps = [
        gap
        for root in _text_parts(file.archive).values()
        for paragraph in root.iter(P)
        for gap in _GAP.findall("".join(node.text or "" for node in paragraph.iter(T)))
    ]
    problems += [
        Problem(f"还有缺数：{gap}", "请补上以后再定稿", place) for gap in dict.fromkeys(gaps)
    ]
    return problems


def _comments(archive: Archive) -> list[Element]:
    part = archive.related("comments")
    root = archive.tree(part) if part else None
    return list(root.iter(qn("comment"))) if root is not None else []


def _undecided(archive: Archive) -> list[str]:
    """The lines of our comments that ask for a decision, unless the comment was marked as done."""
    part = archive.related("commentsExtended")
    root = archive.tree(part) if part else None
    done = (
        {item.get(f"{_W15}paraId") for item in root if item.get(f"{_W15}done") in ("1", "true")}
        if root is not None
        else set()
    )
    result: list[str] = []
    for comment in _comments(archive):
        paragraphs = list(comment.iter(P))
        if not ours(comment) or any(
            paragraph.get(f"{_W14}paraId") in done for paragraph in paragraphs
        ):
            continue
        texts = ["".join(node.text or "" for node in paragraph.iter(T)) for paragraph in paragraphs]
        result += [text.removeprefix(CONFLICT) for text in texts if text.startswith(CONFLICT)]
    return result


def _clean(root: Element) -> None:
    """Our bookmarks and all anchors of comments out of a part."""
    gone = set()
    for start in list(root.iter(BOOKMARK_START)):
        if our_bookmark(start.get(qn("name"), "")):
            gone.add(start.get(qn("id")))
            _take_out(start)
    for end in list(root.iter(BOOKMARK_END)):
        if end.get(qn("id")) in gone:
            _take_out(end)
    anchors = {
        item.get(qn("id"), "")
        for item in root.iter(qn("commentRangeStart"), qn("commentReference"))
    }
    remove_anchors(root, anchors)


def _take_out(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _without_parts(archive: Archive, left_out: list[str]) -> dict[str, bytes]:
    """The relations and content types without some parts."""
    if not left_out:
        return {}
    relations, types = archive.tree(rels_name(archive.main)), archive.tree("[Content_Types].xml")
    assert relations is not None and types is not None
    for item in relations.findall(f"{{{RELS}}}Relationship"):
        if resolve(archive.main, item.get("Target", "")) in left_out:
            relations.remove(item)
    for item in types.findall(f"{{{TYPES}}}Override"):
        if item.get("PartName", "").lstrip("/") in left_out:
            types.remove(item)
    return {rels_name(archive.main): to_bytes(relations), "[Content_Types].xml": to_bytes(types)}


def _without_names(archive: Archive, changed: dict[str, bytes]) -> dict[str, bytes]:
    """The properties without the names of the people who worked on the file."""
    part = archive.related("core-properties", "") or "docProps/core.xml"
    content = changed.get(part, archive.parts.get(part))
    if content is None:
        return {}
    root = parse(content)
    for item in list(root):
        if etree.QName(item).localname in _NAMES:
            root.remove(item)
    return {part: to_bytes(root)}
