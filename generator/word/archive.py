"""The zip around a Word file: parts, relations, content types. Parts that nobody touches stay byte
for byte.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from generator.model.errors import InputError, Problem, excerpt
from generator.model.inputs import marks_of, size_text, unzip
from generator.model.limits import XML_DEPTH, XML_MARKS, XML_TEXT
from generator.model.replacing import replace
from generator.model.zips import zipped
from generator.word.foreign import COPY_AGAIN, SAVE_AS, foreign, foreign_type, foreign_zip
from generator.word.wordml import Element, MalformedError, local_name, parse, parse_any, to_bytes

CONTENT_TYPES = "[Content_Types].xml"
"""The part that holds the content type of each part."""
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_READ = ("styles", "footnotes", "endnotes", "comments", "commentsExtended", "header", "footer")
"""The relations of the text to parts that are read."""
_PROPERTIES = ("core-properties", "custom-properties")
"""The relations of the file to parts that are read."""


@dataclass(frozen=True)
class Archive:
    """The parts by name, in the order of the zip; ``main`` is the part that holds the text.

    ``name`` is what messages call it; ``strict`` is true for strict Open XML (ISO/IEC 29500-1),
    whose trees bear the names of the transitional one.
    """

    parts: Mapping[str, bytes]
    main: str = "word/document.xml"
    name: str = ""
    strict: bool = False
    _trees: dict[str, Element | None] = field(default_factory=dict, compare=False, repr=False)

    def tree(self, part: str) -> Element | None:
        """The root of an XML part, parsed once; None where there is none or it is not XML."""
        if part not in self._trees:
            self._trees[part] = self._parsed(part)
        return self._trees[part]

    def _parsed(self, part: str) -> Element | None:
        if part not in self.parts:
            return None
        try:
            return parse_any(self.parts[part]) if self.strict else parse(self.parts[part])
        except MalformedError:
            return None

    def related(self, relation: str, part: str | None = None) -> str | None:
        """The part that ``part`` (None: the main one; "": the file) has such a relation to."""
        base = self.main if part is None else part
        root = self.tree(rels_name(base))
        if root is None:
            return None
        for item in root:
            is_such = item.get("Type", "").endswith("/" + relation)
            if is_such and item.get("TargetMode") != "External":
                return self._stored(resolve(base, item.get("Target", "")))
        return None

    def _stored(self, name: str) -> str:
        """The name as the zip writes it: names of parts differ by no letter case (ISO/IEC 29500-2,
        6.2.2.3), and a target may write characters as %20."""
        if name in self.parts:
            return name
        wanted = unquote(name).casefold()
        return next((part for part in self.parts if part.casefold() == wanted), name)


def rels_name(part: str) -> str:
    """The part that holds the relations of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolve(part: str, target: str) -> str:
    """The name of a part from the target of a relation."""
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def open_archive(data: bytes, name: str = "") -> Archive:
    """The parts of a Word file. ``name`` is what messages call it.

    Raises InputError for what is not a .docx, is damaged, or passes a limit.
    """
    if other := foreign(data):
        raise _refused(name, *other)
    try:
        parts = unzip(data, name)
    except zipfile.BadZipFile:
        raise _refused(name, "已经损坏，或是加了密码的压缩包，不是能读的 .docx 文件") from None
    _refuse_crowded(parts, name)
    archive = Archive(parts, name=name)
    if "mimetype" in parts:
        raise _refused(name, *foreign_zip(parts))
    main, strict = _main_part(archive)
    archive = replace(archive, main=main, strict=strict, _trees={} if strict else archive._trees)
    _refuse_damaged(archive)
    return archive


def _refuse_crowded(parts: Mapping[str, bytes], name: str) -> None:
    """Raise InputError where all XML parts together would fill the memory."""
    if sum(map(marks_of, parts.values())) > XML_MARKS:
        message = f"里面的部件合计有超过{XML_MARKS // 10_000}万个标记，不读"
        raise _refused(name, message, "请核对是不是这个文件，或把内容分成几份")


def _main_part(archive: Archive) -> tuple[str, bool]:
    """The part that holds the text, and whether it is strict Open XML.

    Raises InputError where it is none that can be read.
    """
    if rels_name("") in archive.parts:
        _require(archive, rels_name(""))
    main = archive.related("officeDocument", "")
    if main is None or main not in archive.parts:
        raise _refused(archive.name, *foreign_zip(archive.parts))
    root = _require(archive, main)
    if local_name(root) != "document":
        raise _refused(archive.name, *foreign_zip(archive.parts))
    return main, etree.QName(root).namespace == _STRICT


def _refuse_damaged(archive: Archive) -> None:
    """Raise InputError where a part that is read is missing or no XML, or the file is no .docx."""
    types = _require(archive, CONTENT_TYPES)
    for item in types:
        if item.get("PartName", "").lstrip("/").lower() == archive.main.lower():
            other = foreign_type(item.get("ContentType", ""))
            if other:
                raise _refused(archive.name, *other)
    if rels_name(archive.main) in archive.parts:
        _require(archive, rels_name(archive.main))
    for relation in _READ:
        part = archive.related(relation)
        if part is not None:
            _require(archive, part)
    for relation in _PROPERTIES:
        part = archive.related(relation, "")
        if part is not None and part in archive.parts:
            _require(archive, part)


def _require(archive: Archive, part: str) -> Element:
    """The root of a part. Raises InputError where the part is missing or no XML that is read."""
    root = archive.tree(part)
    if root is not None:
        return root
    if part not in archive.parts:
        raise _refused(archive.name, f"已经损坏：缺少里面的 {excerpt(part, 60)}", COPY_AGAIN)
    if max(map(len, archive.parts[part].split(b"<"))) > XML_TEXT:
        message = f"里面的 {excerpt(part, 60)} 有一段文字超过{size_text(XML_TEXT)}，不读"
        raise _refused(archive.name, message, "请分成几份")
    message = f"已经损坏：里面的 {excerpt(part, 60)} 不是完好的 XML，或者超过 {XML_DEPTH} 层"
    raise _refused(archive.name, message, COPY_AGAIN)


def refuse_strict(archive: Archive) -> None:
    """Raise InputError for a file of strict Open XML: it is read, but never written into."""
    if archive.strict:
        todo = "请另存为普通的 .docx（“Word 文档”，不选“严格 Open XML”）再试"
        raise _refused(archive.name, "是“严格 Open XML”格式，只能看，不能改", todo)


def _refused(name: str, message: str, todo: str = SAVE_AS) -> InputError:
    return InputError(Problem(message, todo, name or None, unreadable=True))


def with_parts(archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """The file with some parts replaced or added: the same parts give the same bytes."""
    return zipped({**archive.parts, **changed}.items())


def add_relation(
    archive: Archive, relation: str, target: str, content_type: str
) -> dict[str, bytes]:
    """The changed parts where the main part refers to a new part ``target`` beside it."""
    rels_part = rels_name(archive.main)
    there = archive.tree(rels_part)
    relations = parse(f'<Relationships xmlns="{RELS}"/>'.encode()) if there is None else there
    ident = _free_id({item.get("Id") for item in relations})
    attributes = {"Id": ident, "Type": _OFFICE + relation, "Target": target}
    etree.SubElement(relations, f"{{{RELS}}}Relationship", attributes)
    types = archive.tree(CONTENT_TYPES)
    assert types is not None
    name = "/" + resolve(archive.main, target)
    if all(item.get("PartName") != name for item in types):
        etree.SubElement(types, f"{{{TYPES}}}Override", PartName=name, ContentType=content_type)
    return {rels_part: to_bytes(relations), CONTENT_TYPES: to_bytes(types)}


def _free_id(taken: set[str | None]) -> str:
    """The first of rId1, rId2 … that no relation has."""
    names = (f"rId{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
