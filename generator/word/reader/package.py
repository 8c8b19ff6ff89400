"""The zip around a Word file: parts, relations, content types. Parts that nobody touches stay byte for byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.model.errors import InputError, Problem

Element = etree._Element

RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
)
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_DATE = (1980, 1, 1, 0, 0, 0)
_OLE = b"\xd0\xcf\x11\xe0"
_SAVE_AS = "请在 Word 或 WPS 里另存为 .docx 再试"


@dataclass(frozen=True)
class Package:
    """The parts by name, in the order of the zip; ``main`` is the part that holds the text."""

    parts: dict[str, bytes]
    main: str = "word/document.xml"
    name: str = ""
    _trees: dict[str, Element] = field(default_factory=dict, compare=False, repr=False)

    def tree(self, part: str) -> Element | None:
        """The root of an XML part (parsed once); None where there is no such part or it is not XML."""
        if part not in self._trees:
            if part not in self.parts:
                return None
            try:
                self._trees[part] = parse(self.parts[part])
            except etree.XMLSyntaxError:
                return None
        return self._trees[part]

    def related(self, kind: str, part: str | None = None) -> str | None:
        """The name of the part that ``part`` (default: the main one; "" for the package) refers to as ``kind``."""
        base = self.main if part is None else part
        root = self.tree(rels_name(base))
        if root is None:
            return None
        for relation in root:
            if (
                relation.get("Type", "").endswith("/" + kind)
                and relation.get("TargetMode") != "External"
            ):
                return resolve(base, relation.get("Target", ""))
        return None


def parse(data: bytes) -> Element:
    """The root of an XML part; nothing is fetched or expanded. Raises XMLSyntaxError."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=True, remove_blank_text=False
    )
    return etree.fromstring(data, parser)


def rels_name(part: str) -> str:
    """The part that holds the relations of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolve(part: str, target: str) -> str:
    """The name of a part from the target of a relation."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def open_package(data: bytes, name: str = "") -> Package:
    """The parts of a Word file. ``name`` is what messages call it. Raises InputError where it is not a .docx."""
    if data[:4] == _OLE:
        raise _not(
            name, "是旧格式（.doc、.wps）或加了密码的文件，读不了", f"请去掉密码，{_SAVE_AS[1:]}"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            parts = {
                item.filename: file.read(item) for item in file.infolist() if not item.is_dir()
            }
    except (
        zipfile.BadZipFile,
        zlib.error,
        RuntimeError,
        NotImplementedError,
        EOFError,
        ValueError,
    ):
        raise _not(name, "不是 .docx 文件，或者已经损坏", _SAVE_AS) from None
    if b"opendocument" in parts.get("mimetype", b""):
        raise _not(name, "是 .odt 文件，不是 .docx", _SAVE_AS)
    package = Package(parts, name=name)
    main = package.related("officeDocument", "")
    root = package.tree(main) if main else None
    if main is None or root is None or etree.QName(root).localname != "document":
        raise _not(name, "不是 Word 文件，或者已经损坏", _SAVE_AS)
    if etree.QName(root).namespace == STRICT:
        raise _not(name, "是“严格 Open XML”格式，读不了", "请另存为普通的 .docx 再试")
    return replace(package, main=main)


def _not(name: str, message: str, todo: str) -> InputError:
    return InputError(Problem(message, todo, name or None))


def with_parts(package: Package, changed: dict[str, bytes]) -> bytes:
    """The file with some parts replaced or added: the same parts give the same bytes."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as file:
        for name, data in (package.parts | changed).items():
            item = zipfile.ZipInfo(name, _DATE)
            item.compress_type, item.create_system, item.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o600 << 16,
            )
            file.writestr(item, data)
    return result.getvalue()


def to_bytes(root: Element) -> bytes:
    """An XML part as it is stored."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def add_relation(package: Package, kind: str, target: str, content_type: str) -> dict[str, bytes]:
    """The changed parts where the main part refers to a new part ``target`` (beside it) of that kind."""
    rels_part = rels_name(package.main)
    there = package.tree(rels_part)
    relations = parse(f'<Relationships xmlns="{RELS}"/>'.encode()) if there is None else there
    taken = {item.get("Id") for item in relations}
    ident = next(name for n in range(1, len(taken) + 2) if (name := f"rId{n}") not in taken)
    etree.SubElement(
        relations, f"{{{RELS}}}Relationship", Id=ident, Type=_OFFICE[0] + kind, Target=target
    )
    types = package.tree("[Content_Types].xml")
    assert types is not None
    name = "/" + resolve(package.main, target)
    if all(item.get("PartName") != name for item in types):
        etree.SubElement(types, f"{{{TYPES}}}Override", PartName=name, ContentType=content_type)
    return {rels_part: to_bytes(relations), "[Content_Types].xml": to_bytes(types)}
