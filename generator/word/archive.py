"""The zip around a Word file: parts, relations, content types. Parts that nobody touches stay byte
for byte.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import IO

from lxml import etree

from generator.model.errors import InputError, Problem
from generator.word.wordml import Element, local_name, parse, to_bytes

CONTENT_TYPES = "[Content_Types].xml"
"""The part that holds the content type of each part."""
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_DATE = (1980, 1, 1, 0, 0, 0)
_MODE = 0o600 << 16
_UNIX = 3
_OLE = b"\xd0\xcf\x11\xe0"
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    NotImplementedError,
    EOFError,
    ValueError,
)
"""What reading a zip raises where it is none, is damaged or has a password."""
_SAVE_AS = "请在 Word 或 WPS 里另存为 .docx 再试"


@dataclass(frozen=True)
class Archive:
    """The parts by name, in the order of the zip; ``main`` is the part that holds the text.

    ``name`` is what messages call the file.
    """

    parts: Mapping[str, bytes]
    main: str = "word/document.xml"
    name: str = ""
    _trees: dict[str, Element] = field(default_factory=dict, compare=False, repr=False)

    def tree(self, part: str) -> Element | None:
        """The root of an XML part, parsed once; None where there is none or it is not XML."""
        if part not in self._trees:
            if part not in self.parts:
                return None
            try:
                self._trees[part] = parse(self.parts[part])
            except etree.XMLSyntaxError:
                return None
        return self._trees[part]

    def related(self, relation: str, part: str | None = None) -> str | None:
        """The part that ``part`` (None: the main one; "": the file) has such a relation to."""
        base = self.main if part is None else part
        root = self.tree(rels_name(base))
        if root is None:
            return None
        for item in root:
            is_such = item.get("Type", "").endswith("/" + relation)
            if is_such and item.get("TargetMode") != "External":
                return resolve(base, item.get("Target", ""))
        return None


def rels_name(part: str) -> str:
    """The part that holds the relations of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolve(part: str, target: str) -> str:
    """The name of a part from the target of a relation."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def open_archive(data: bytes, name: str = "") -> Archive:
    """The parts of a Word file. ``name`` is what messages call it.

    Raises InputError for what is not a .docx.
    """
    if data[:4] == _OLE:
        message = "是旧格式（.doc、.wps）或加了密码的文件，读不了"
        raise _refused(name, message, f"请去掉密码，{_SAVE_AS[1:]}")
    archive = Archive(_unzipped(data, name), name=name)
    if b"opendocument" in archive.parts.get("mimetype", b""):
        raise _refused(name, "是 .odt 文件，不是 .docx")
    return replace(archive, main=_main_part(archive))


def _unzipped(data: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            items = [item for item in file.infolist() if not item.is_dir()]
            return {item.filename: file.read(item) for item in items}
    except _DAMAGED:
        raise _refused(name, "不是 .docx 文件，或者已经损坏") from None


def _main_part(archive: Archive) -> str:
    """The part that holds the text. Raises InputError where it is none that can be read."""
    main = archive.related("officeDocument", "")
    root = archive.tree(main) if main else None
    if main is None or root is None or local_name(root) != "document":
        raise _refused(archive.name, "不是 Word 文件，或者已经损坏")
    if etree.QName(root).namespace == _STRICT:
        message = "是“严格 Open XML”格式，读不了"
        raise _refused(archive.name, message, "请另存为普通的 .docx 再试")
    return main


def _refused(name: str, message: str, todo: str = _SAVE_AS) -> InputError:
    return InputError(Problem(message, todo, name or None))


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


def zipped(members: Iterable[tuple[str, bytes | Iterator[bytes]]]) -> bytes:
    """A zip without a clock: the same names and contents in the same order give the same bytes.

    A content that is an iterator is compressed piece by piece while it is made.
    """
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as file:
        for name, content in members:
            item = zipfile.ZipInfo(name, _DATE)
            item.compress_type = zipfile.ZIP_DEFLATED
            item.create_system = _UNIX
            item.external_attr = _MODE
            if isinstance(content, bytes):
                file.writestr(item, content)
            else:
                with file.open(item, "w") as member:
                    _write_as_it_comes(member, content)
    return result.getvalue()


def _write_as_it_comes(member: IO[bytes], pieces: Iterator[bytes]) -> None:
    """Write pieces in a thread of its own, so that one is compressed while the next is made."""
    first, second = next(pieces, b""), next(pieces, None)
    if second is None:
        member.write(first)
        return
    with ThreadPoolExecutor(1) as pool:
        pending = pool.submit(member.write, first)
        for piece in chain((second,), pieces):
            pending.result()
            pending = pool.submit(member.write, piece)
        pending.result()
