"""The id of the draft in the file's properties: read, set, taken out."""

from __future__ import annotations

from lxml import etree

from generator.model.bookmarks import DRAFT_PROPERTY
from generator.word.archive import Archive
from generator.word.wordml import Element, to_bytes

_DC = "{http://purl.org/dc/elements/1.1/}"


def drafts_named(archive: Archive) -> list[str]:
    """The draft ids that the properties name, the custom property first."""
    found = []
    item = _custom(archive)
    if item is not None:
        found.append("".join(str(text) for text in item.itertext()))
    identifier = _identifier(archive)
    if identifier is not None:
        found.append(identifier.text or "")
    return [name for name in dict.fromkeys(text.strip() for text in found) if name]


def set_draft(archive: Archive, draft: str) -> dict[str, bytes]:
    """The parts of properties that change where the file becomes one of another draft ("": of none)."""
    changed: dict[str, bytes] = {}
    item = _custom(archive)
    part = _custom_part(archive)
    if item is not None:
        if draft:
            item[0].text = draft
        else:
            item.getparent().remove(item)  # type: ignore[union-attr]
        root = archive.tree(part)
        assert root is not None
        changed[part] = to_bytes(root)
    core = archive.related("core-properties", "") or "docProps/core.xml"
    root = archive.tree(core)
    if root is not None:
        identifier = _identifier(archive)
        if draft:
            if identifier is None:
                identifier = etree.SubElement(root, f"{_DC}identifier")
            identifier.text = draft
        elif identifier is not None:
            root.remove(identifier)
        changed[core] = to_bytes(root)
    return changed


def _custom_part(archive: Archive) -> str:
    return archive.related("custom-properties", "") or "docProps/custom.xml"


def _custom(archive: Archive) -> Element | None:
    root = archive.tree(_custom_part(archive))
    if root is None:
        return None
    return next((item for item in root if item.get("name") == DRAFT_PROPERTY and len(item)), None)


def _identifier(archive: Archive) -> Element | None:
    root = archive.tree(archive.related("core-properties", "") or "docProps/core.xml")
    return root.find(f"{_DC}identifier") if root is not None else None
