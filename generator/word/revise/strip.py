"""What must not stand in a copy that is issued: found, and taken out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import chain

from generator.word.archive import (
    CONTENT_TYPES,
    RELS,
    TYPES,
    Archive,
    rels_name,
    resolve,
    with_parts,
)
from generator.word.revise.bookmarks import take_out_bookmarks
from generator.word.revise.comments import remove_all_anchors
from generator.word.revise.properties import without_draft, without_names
from generator.word.revise.runs import take_out_gap_style
from generator.word.revise.tree import take_out
from generator.word.wordml import AUTHOR, Element, P, T, qn, to_bytes
from generator.word.writer.style_ids import GAP

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
_WITH_TEXT = ("header", "footer", "footnotes", "endnotes")
"""The kinds of parts beside the main one that hold text."""
_PEOPLE = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
"""The kinds of parts that tell of people."""
_RELATION = f"{{{RELS}}}Relationship"
_OVERRIDE = f"{{{TYPES}}}Override"


def authors_of_changes(archive: Archive) -> list[str]:
    """The author of each tracked change that is neither accepted nor rejected; "" for none."""
    tags = tuple(map(qn, _CHANGES))
    roots = _text_parts(archive).values()
    return [change.get(AUTHOR, "") for root in roots for change in root.iter(*tags)]


def paragraph_texts(archive: Archive) -> Iterator[tuple[str, str]]:
    """The text of every paragraph behind the kind of its part: header, footer, footnotes, endnotes,
    "" for the body."""
    kinds = {"": [archive.main], **_beside(archive)}
    for kind, parts in kinds.items():
        roots = (archive.tree(part) for part in parts)
        for root in roots:
            for paragraph in () if root is None else root.iter(P):
                yield kind, "".join(node.text or "" for node in paragraph.iter(T))


def stripped(archive: Archive, is_ours: Callable[[str], bool]) -> bytes:
    """The file without comments, names of people, ids of drafts, the shading of gaps, bookmarks
    whose names are ours."""
    left_out = [part for part in map(archive.related, _PEOPLE) if part]
    changed = _cleaned_texts(archive, is_ours)
    changed |= _without_relations(archive, left_out) | without_draft(archive)
    changed |= _without_gap_style(archive)
    changed |= without_names(archive, changed)
    return with_parts(_without(archive, left_out), changed)


def _cleaned_texts(archive: Archive, is_ours: Callable[[str], bool]) -> dict[str, bytes]:
    """The parts that hold text without our bookmarks and the anchors of comments."""
    texts = _text_parts(archive)
    for root in texts.values():
        take_out_bookmarks(root, is_ours)
        remove_all_anchors(root)
        take_out_gap_style(root)
    return {part: to_bytes(root) for part, root in texts.items()}


def _without_gap_style(archive: Archive) -> dict[str, bytes]:
    """The styles without that of gaps."""
    part = archive.related("styles")
    root = archive.tree(part) if part else None
    if part is None or root is None:
        return {}
    for style in root.findall(qn("style")):
        if style.get(qn("styleId")) == GAP:
            take_out(style)
    return {part: to_bytes(root)}


def _without(archive: Archive, left_out: Collection[str]) -> Archive:
    """The archive without some parts."""
    kept = {part: data for part, data in archive.parts.items() if part not in left_out}
    return Archive(kept, archive.main)


def _text_parts(archive: Archive) -> dict[str, Element]:
    """The parts that hold text: the body, headers, footers, notes."""
    beside = chain.from_iterable(_beside(archive).values())
    trees = {part: archive.tree(part) for part in [archive.main, *beside]}
    return {part: root for part, root in trees.items() if root is not None}


def _beside(archive: Archive) -> dict[str, list[str]]:
    """The parts beside the main one that hold text, by kind."""
    relations = archive.tree(rels_name(archive.main))
    parts: dict[str, list[str]] = {}
    for relation in [] if relations is None else relations:
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind in _WITH_TEXT:
            part = resolve(archive.main, relation.get("Target", ""))
            parts.setdefault(kind, []).append(part)
    return parts


def _without_relations(archive: Archive, left_out: Collection[str]) -> dict[str, bytes]:
    """The relations and content types without some parts."""
    rels_part = rels_name(archive.main)
    relations, types = archive.tree(rels_part), archive.tree(CONTENT_TYPES)
    if not left_out or relations is None or types is None:
        return {}

    def take_out_named(items: list[Element], attribute: str) -> None:
        for item in items:
            if resolve(archive.main, item.get(attribute, "")) in left_out:
                take_out(item)

    take_out_named(relations.findall(_RELATION), "Target")
    take_out_named(types.findall(_OVERRIDE), "PartName")
    return {rels_part: to_bytes(relations), CONTENT_TYPES: to_bytes(types)}
