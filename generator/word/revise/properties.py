"""The properties of a file: the id of its draft, the names of the people who worked on it."""

from __future__ import annotations

from lxml import etree

from generator.model.bookmarks import DRAFT_PROPERTY
from generator.word.archive import Archive
from generator.word.wordml import Element, to_bytes

_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_NAMES = ("creator", "lastModifiedBy")


def drafts_named(archive: Archive) -> list[str]:
    """The draft ids that the properties name, the custom property first."""
    custom, identifier = _custom(archive), _identifier(archive)
    named = [] if custom is None else ["".join(str(text) for text in custom.itertext())]
    named += [] if identifier is None else [identifier.text or ""]
    return [name for name in dict.fromkeys(text.strip() for text in named) if name]


def set_draft(archive: Archive, draft: str) -> dict[str, bytes]:
    """The parts of properties that change where the file becomes one of another draft."""
    custom = _custom(archive)
    if custom is not None:
        custom[0].text = draft
    _set_identifier(archive, draft)
    return _changed_parts(archive, with_custom=custom is not None)


def _set_identifier(archive: Archive, draft: str) -> None:
    """Write the id into the core properties, if there are any."""
    root = archive.tree(_core_part(archive))
    identifier = _identifier(archive)
    if identifier is None and root is not None:
        identifier = etree.SubElement(root, _IDENTIFIER)
    if identifier is not None:
        identifier.text = draft


def _changed_parts(archive: Archive, *, with_custom: bool) -> dict[str, bytes]:
    parts = [_custom_part(archive)] if with_custom else []
    trees = {part: archive.tree(part) for part in [*parts, _core_part(archive)]}
    return {part: to_bytes(root) for part, root in trees.items() if root is not None}


def _custom_part(archive: Archive) -> str:
    return archive.related("custom-properties", "") or "docProps/custom.xml"


def _core_part(archive: Archive) -> str:
    return archive.related("core-properties", "") or "docProps/core.xml"


def _custom(archive: Archive) -> Element | None:
    root = archive.tree(_custom_part(archive))
    if root is None:
        return None
    return next((item for item in root if item.get("name") == DRAFT_PROPERTY and len(item)), None)


def _identifier(archive: Archive) -> Element | None:
    root = archive.tree(_core_part(archive))
    return root.find(_IDENTIFIER) if root is not None else None
