"""The id of the draft in the file's properties: read, set, taken out."""

from __future__ import annotations

from lxml import etree

from generator.model.bookmarks import DRAFT_PROPERTY
from generator.word.reader import Package
from generator.word.reader.names import Element
from generator.word.reader.package import to_bytes

_DC = "{http://purl.org/dc/elements/1.1/}"


def drafts_named(package: Package) -> list[str]:
    """The draft ids that the properties name, the custom property first."""
    found = []
    item = _custom(package)
    if item is not None:
        found.append("".join(str(text) for text in item.itertext()))
    identifier = _identifier(package)
    if identifier is not None:
        found.append(identifier.text or "")
    return [name for name in dict.fromkeys(text.strip() for text in found) if name]


def set_draft(package: Package, draft: str) -> dict[str, bytes]:
    """The parts of properties that change where the file becomes one of another draft ("": of none)."""
    changed: dict[str, bytes] = {}
    item = _custom(package)
    part = _custom_part(package)
    if item is not None:
        if draft:
            item[0].text = draft
        else:
            item.getparent().remove(item)  # type: ignore[union-attr]
        root = package.tree(part)
        assert root is not None
        changed[part] = to_bytes(root)
    core = package.related("core-properties", "") or "docProps/core.xml"
    root = package.tree(core)
    if root is not None:
        identifier = _identifier(package)
        if draft:
            if identifier is None:
                identifier = etree.SubElement(root, f"{_DC}identifier")
            identifier.text = draft
        elif identifier is not None:
            root.remove(identifier)
        changed[core] = to_bytes(root)
    return changed


def _custom_part(package: Package) -> str:
    return package.related("custom-properties", "") or "docProps/custom.xml"


def _custom(package: Package) -> Element | None:
    root = package.tree(_custom_part(package))
    if root is None:
        return None
    return next((item for item in root if item.get("name") == DRAFT_PROPERTY and len(item)), None)


def _identifier(package: Package) -> Element | None:
    root = package.tree(package.related("core-properties", "") or "docProps/core.xml")
    return root.find(f"{_DC}identifier") if root is not None else None
