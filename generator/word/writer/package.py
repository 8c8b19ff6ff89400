"""The Word package around the body: styles, settings, fonts, properties, and a zip without a clock."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import chain
from typing import IO

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from generator.model.document import Properties
from generator.standard.gbt9704 import Fonts, Layout
from generator.word.writer.context import PLACEHOLDER
from generator.word.writer.styles import font_elements, style_elements
from generator.word.writer.xml import Element, clean, qn, w

_DATE = (1980, 1, 1, 0, 0, 0)
_MAIN = "word/document.xml"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PLACEHOLDER = re.compile(rb"<\?" + PLACEHOLDER.encode() + rb" (\d+)\?>")
_CHUNK = 1 << 22
_UNWANTED = (
    RT.THEME,
    RT.NUMBERING,
    RT.CUSTOM_XML,
    RT.FONT_TABLE,
    RT.WEB_SETTINGS,
    RT.EXTENDED_PROPERTIES,
    RT.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
_FONT_TABLE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def new_package(layout: Layout, fonts: Fonts, properties: Properties) -> WordDocument:
    """An empty Word document in the styles of the layout, without theme, stock styles and stock properties."""
    document = docx.Document(io.BytesIO(_empty(layout, fonts)))
    package = document.part.package
    assert isinstance(package, Package)
    custom = _part(
        "/docProps/custom.xml", _CUSTOM_TYPE, _custom({"nigao-draft": properties.draft}), package
    )
    package.relate_to(custom, RT.CUSTOM_PROPERTIES)
    _core(document, properties)
    return document


@cache
def _empty(layout: Layout, fonts: Fonts) -> bytes:
    """The package without what belongs to one document; made once for a layout and its fonts."""
    document = docx.Document()
    package = document.part.package
    assert isinstance(package, Package)
    for rels in (document.part.rels, package.rels):
        for rel_id in [key for key, rel in rels.items() if rel.reltype in _UNWANTED]:
            del rels[rel_id]
    _refill(document.styles.element, style_elements(layout, fonts))
    _refill(document.settings.element, _settings())
    font_table = _part(
        "/word/fontTable.xml", _FONT_TABLE, w("fonts", *font_elements(fonts)), package
    )
    document.part.relate_to(font_table, RT.FONT_TABLE)
    return save(document)


def _part(name: str, content_type: str, root: Element, package: Package) -> Part:
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Part(PackURI(name), content_type, blob, package)


def _refill(root: Element, children: Iterable[Element]) -> None:
    for child in list(root):
        root.remove(child)
    root.extend(children)


def _settings() -> Iterable[Element]:
    """Odd and even footers, no compression of punctuation (it breaks the 28 characters), Word 2013 and later."""
    yield w("zoom", percent=100)
    yield w("bordersDoNotSurroundHeader")
    yield w("bordersDoNotSurroundFooter")
    yield w("defaultTabStop", val=420)
    yield w("evenAndOddHeaders")
    yield w("characterSpacingControl", val="doNotCompress")
    mode = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    yield w("compat", w("doNotExpandShiftReturn"), mode)
    yield w("themeFontLang", val="en-US", eastAsia="zh-CN")
    yield w("decimalSymbol", val=".")
    yield w("listSeparator", val=",")


def _custom(values: Mapping[str, str]) -> Element:
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={"p": _CUSTOM, "vt": _TYPES})
    for number, (name, value) in enumerate(values.items(), start=2):
        item = etree.SubElement(
            root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT_ID, pid=str(number), name=name
        )
        etree.SubElement(item, f"{{{_TYPES}}}lpwstr").text = clean(value)
    return root


def _core(document: WordDocument, properties: Properties) -> None:
    core = document.core_properties
    core.title, core.author, core.identifier = (
        clean(text)[:255] for text in (properties.title, properties.organ, properties.draft)
    )
    core.language, core.comments = "zh-CN", ""
    element = document.part.package.core_properties._element
    for name in ("created", "modified", "lastModifiedBy", "revision"):
        for child in element.xpath(f"*[local-name()='{name}']"):
            element.remove(child)


def save(document: WordDocument, streams: Sequence[Iterable[bytes]] = ()) -> bytes:
    """The file's bytes: the same tree gives the same bytes. ``streams`` are the rows that placeholders stand for."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in _members(document):
            item = zipfile.ZipInfo(name, _DATE)
            item.compress_type, item.create_system, item.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o600 << 16,
            )
            with file.open(item, "w") as member:
                if name == _MAIN:
                    _write_while_made(member, _chunks(content, streams))
                else:
                    member.write(content)
    return result.getvalue()


def _write_while_made(member: IO[bytes], chunks: Iterator[bytes]) -> None:
    """Write pieces in a thread of its own, so that one is compressed while the next is made."""
    first, second = next(chunks, b""), next(chunks, None)
    if second is None:
        member.write(first)
        return
    with ThreadPoolExecutor(1) as pool:
        pending = pool.submit(member.write, first)
        for chunk in chain((second,), chunks):
            pending.result()
            pending = pool.submit(member.write, chunk)
        pending.result()


def _members(document: WordDocument) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the files in the package."""
    package = document.part.package
    assert isinstance(package, Package)
    types = etree.Element(f"{{{_CONTENT_TYPES}}}Types", nsmap={None: _CONTENT_TYPES})  # type: ignore[dict-item]
    etree.SubElement(
        types, f"{{{_CONTENT_TYPES}}}Default", Extension="rels", ContentType=CT.OPC_RELATIONSHIPS
    )
    etree.SubElement(types, f"{{{_CONTENT_TYPES}}}Default", Extension="xml", ContentType=CT.XML)
    parts = sorted(package.parts, key=lambda part: str(part.partname))
    for part in parts:
        etree.SubElement(
            types,
            f"{{{_CONTENT_TYPES}}}Override",
            PartName=str(part.partname),
            ContentType=part.content_type,
        )
    yield (
        "[Content_Types].xml",
        etree.tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True),
    )
    yield "_rels/.rels", package.rels.xml
    for part in parts:
        yield part.partname.membername, part.blob
        if part.rels:
            yield PackURI(part.partname.rels_uri).membername, part.rels.xml


def _chunks(xml: bytes, streams: Sequence[Iterable[bytes]]) -> Iterator[bytes]:
    """The main part with the rows in place of their placeholders, in pieces of a few megabytes."""
    held: list[bytes] = []
    size = 0
    for n, piece in enumerate(_PLACEHOLDER.split(xml)):
        for part in (piece,) if n % 2 == 0 else streams[int(piece)]:
            held.append(part)
            size += len(part)
            if size > _CHUNK:
                yield b"".join(held)
                held.clear()
                size = 0
    yield b"".join(held)


def body_of(document: WordDocument) -> Element:
    """w:body; its last child is w:sectPr."""
    root: Element = document.element
    body = root.find(qn("body"))
    assert body is not None
    return body
