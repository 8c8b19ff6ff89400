"""The parts, properties and settings that a copy to issue has: those on the lists, no others."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from generator.word.archive import CONTENT_TYPES, RELS, TYPES, Archive, rels_name, resolve
from generator.word.revise.clean_objects import clean_objects
from generator.word.revise.clean_pictures import clean_picture
from generator.word.revise.clean_text import clean_text
from generator.word.revise.tree import take_out
from generator.word.wordml import Element, local_name, parse, qn, to_bytes
from generator.word.writer.style_ids import GAP

_TEXT = ("header", "footer", "footnotes", "endnotes")
_OWNERS = (*_TEXT, "numbering", "theme")
"""The relations to parts that refer to parts themselves."""
_KEPT = frozenset((*_TEXT, "styles", "numbering", "settings", "fontTable", "theme", "image"))
"""The relations to parts that a reader needs."""
_LINK = "hyperlink"
_SETTINGS = frozenset(
    [
        "zoom",
        "mirrorMargins",
        "alignBordersAndEdges",
        "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter",
        "gutterAtTop",
        "defaultTabStop",
        "autoHyphenation",
        "hyphenationZone",
        "evenAndOddHeaders",
        "bookFoldPrinting",
        "drawingGridHorizontalSpacing",
        "drawingGridVerticalSpacing",
        "displayHorizontalDrawingGridEvery",
        "displayVerticalDrawingGridEvery",
        "characterSpacingControl",
        "noLineBreaksAfter",
        "noLineBreaksBefore",
        "strictFirstAndLastChars",
        "footnotePr",
        "endnotePr",
        "compat",
        "themeFontLang",
        "clrSchemeMapping",
        "decimalSymbol",
        "listSeparator",
        "updateFields",
        "displayBackgroundShape",
    ]
)
"""The settings that change what a page looks like."""
_STEMS = {
    "main": ("word/document", True),
    "image": ("word/media/image", False),
    "header": ("word/header", False),
    "footer": ("word/footer", False),
    "theme": ("word/theme/theme", False),
}
"""What parts are called by the relation that leads to them, and whether there is but one; others
after the relation."""
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"/>'
)
_PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def clean_parts(archive: Archive, is_ours: Callable[[str], bool]) -> dict[str, bytes]:
    """The parts of a copy to issue, in the order of the file, under names that say nothing."""
    kept = _kept_parts(archive)
    cleaned = {name: _cleaned(archive, name, kept, is_ours) for name in kept}
    names = _numbered_parts(kept)
    core = archive.related("core-properties", "")
    if core:
        cleaned[core], names[core] = _CORE.encode(), "docProps/core.xml"
    cleaned[rels_name("")] = _relations(archive, "", _only(names, (archive.main, core)))
    for name in kept:
        if rels_name(name) in archive.parts and kept[name] in ("main", *_OWNERS):
            cleaned[rels_name(name)] = _relations(archive, name, names)
            names[rels_name(name)] = rels_name(names[name])
    cleaned[CONTENT_TYPES] = _types(archive, names)
    return {names.get(name, name): cleaned[name] for name in archive.parts if name in cleaned}


def _only(names: Mapping[str, str], wanted: Iterable[str | None]) -> dict[str, str]:
    return {name: names[name] for name in wanted if name is not None and name in names}


def _numbered_parts(kept: Mapping[str, str]) -> dict[str, str]:
    """What each part is called in the copy: after its kind, numbered."""
    count: Counter[str] = Counter()
    names: dict[str, str] = {}
    for name, relation in kept.items():
        count[relation] += 1
        ending = posixpath.splitext(name)[1].lower()
        stem, is_one = _STEMS.get(relation, (f"word/{relation}", True))
        number = "" if is_one and count[relation] == 1 else str(count[relation])
        names[name] = f"{stem}{number}{ending}"
    return names


def _kept_parts(archive: Archive) -> dict[str, str]:
    """The parts that stay, each with the relation that leads to it."""
    kept = {archive.main: "main"}
    owners = dict.fromkeys([archive.main, *_targets(archive, archive.main, _OWNERS)])
    for owner in owners:
        for item in _items(archive, owner):
            relation = _relation(item)
            target = resolve(owner, item.get("Target", ""))
            if relation in _KEPT and _is_inside(item) and target in archive.parts:
                kept.setdefault(target, relation)
    return kept


def _targets(archive: Archive, owner: str, relations: Collection[str]) -> Iterator[str]:
    for item in _items(archive, owner):
        if _relation(item) in relations and _is_inside(item):
            yield resolve(owner, item.get("Target", ""))


def _items(archive: Archive, owner: str) -> list[Element]:
    root = archive.tree(rels_name(owner))
    return [] if root is None else root.findall(f"{{{RELS}}}Relationship")


def _relation(item: Element) -> str:
    return item.get("Type", "").rpartition("/")[2]


def _is_inside(item: Element) -> bool:
    return item.get("TargetMode") != "External"


def _cleaned(
    archive: Archive, name: str, kept: dict[str, str], is_ours: Callable[[str], bool]
) -> bytes:
    """A part as it is issued."""
    relation = kept[name]
    if relation == "image":
        return clean_picture(archive.parts[name])
    root = archive.tree(name)
    if root is None:
        return archive.parts[name]
    if relation == "main" or relation in _TEXT:
        clean_text(root, is_ours, _links_out(archive, name))
        return to_bytes(root)
    if relation == "settings":
        _only_kept_settings(root)
    elif relation in ("styles", "fontTable"):
        _clean_styles(root)
    elif relation == "numbering":
        _without_titles(root)
    clean_objects(root)
    return to_bytes(root)


def _links_out(archive: Archive, name: str) -> list[str]:
    items = _items(archive, name)
    return [item.get("Id", "") for item in items if _relation(item) == _LINK]


def _only_kept_settings(root: Element) -> None:
    for item in list(root):
        if local_name(item) not in _SETTINGS:
            root.remove(item)


def _without_titles(root: Element) -> None:
    """Lists without what they are called."""
    for item in list(root.iter(qn("name"))):
        take_out(item)


def _clean_styles(root: Element) -> None:
    """Styles without that of gaps and the ids of sessions; fonts without their files."""
    for style in root.findall(qn("style")):
        if style.get(qn("styleId")) == GAP:
            take_out(style)
    for item in list(root.iter()):
        name = local_name(item)
        if name == "rsid" or name.startswith("embed"):
            take_out(item)


def _relations(archive: Archive, owner: str, names: Mapping[str, str]) -> bytes:
    """The relations of a part to parts that stay."""
    root = parse(archive.parts[rels_name(owner)])
    folder = posixpath.dirname(names[owner]) if owner else ""
    for item in list(root):
        target = resolve(owner, item.get("Target", ""))
        if _is_inside(item) and target in names:
            item.set("Target", posixpath.relpath(names[target], folder or "."))
        else:
            root.remove(item)
    return to_bytes(root)


def _types(archive: Archive, names: Mapping[str, str]) -> bytes:
    """The content types of the parts that stay; the text is a plain document."""
    root = parse(archive.parts[CONTENT_TYPES])
    endings = {"rels", *(posixpath.splitext(name)[1].lower().lstrip(".") for name in names)}
    for item in root.findall(f"{{{TYPES}}}Default"):
        if item.get("Extension", "").lower() not in endings:
            root.remove(item)
    for item in root.findall(f"{{{TYPES}}}Override"):
        name = item.get("PartName", "").lstrip("/")
        if name not in names:
            root.remove(item)
            continue
        item.set("PartName", f"/{names[name]}")
        if name == archive.main:
            item.set("ContentType", _PLAIN)
    return to_bytes(root)
