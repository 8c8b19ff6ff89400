"""The parts of a Word file around the body: styles, settings, fonts, properties."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from generator.model.bookmarks import DRAFT_PROPERTY
from generator.model.document import Properties
from generator.model.storable import clean
from generator.model.zips import zipped
from generator.standard.gbt9704 import Fonts, Layout
from generator.word.archive import CONTENT_TYPES, TYPES
from generator.word.building import part_root, w
from generator.word.wordml import VAL, Element, qn, to_bytes
from generator.word.writer.context import PLACEHOLDER
from generator.word.writer.styles import font_elements, rare_style_elements, style_elements

_MAIN = "word/document.xml"
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
_VALUE_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def new_file(layout: Layout, fonts: Fonts, properties: Properties) -> WordDocument:
    """An empty Word file in the styles of the layout: no theme, stock styles or properties."""
    document = docx.Document(io.BytesIO(_empty(layout, fonts)))
    package = document.part.package
    assert isinstance(package, Package)
    values = _custom({DRAFT_PROPERTY: properties.draft})
    custom = _part("/docProps/custom.xml", _CUSTOM_TYPE, values, package)
    package.relate_to(custom, RT.CUSTOM_PROPERTIES)
    _core(document, properties)
    return document


@lru_cache(8)
def _empty(layout: Layout, fonts: Fonts) -> bytes:
    """The file without what belongs to one document; made once for a layout and its fonts."""
    document = docx.Document()
    package = document.part.package
    assert isinstance(package, Package)
    for rels in (document.part.rels, package.rels):
        unwanted = [key for key, rel in rels.items() if rel.reltype in _UNWANTED]
        for rel_id in unwanted:
            del rels[rel_id]
    _refill(document.styles.element, style_elements(layout, fonts))
    _refill(document.settings.element, _settings())
    table = part_root("fonts", font_elements(fonts))
    font_table = _part("/word/fontTable.xml", _FONT_TABLE, table, package)
    document.part.relate_to(font_table, RT.FONT_TABLE)
    return save(document)


def add_rare_styles(document: WordDocument, layout: Layout, fonts: Fonts) -> None:
    """The styles that not every file has, where the text or a footer is set in them."""
    parts = (rel.target_part for rel in document.part.rels.values() if rel.reltype == RT.FOOTER)
    roots = [document.element, *(part.element for part in parts)]
    used = {style.get(VAL) for root in roots for style in root.iter(qn("pStyle"), qn("rStyle"))}
    for name, element in rare_style_elements(layout, fonts).items():
        if name in used:
            document.styles.element.append(element)


def _part(name: str, content_type: str, root: Element, package: Package) -> Part:
    return Part(PackURI(name), content_type, to_bytes(root), package)


def _refill(root: Element, children: Iterable[Element]) -> None:
    for child in list(root):
        root.remove(child)
    root.extend(children)


def _settings() -> Iterable[Element]:
    """Odd and even footers, Word 2013 and later, and no compression of punctuation.

    Compressed, a line would hold more than 28 characters.
    """
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
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={"p": _CUSTOM, "vt": _VALUE_TYPES})
    for number, (name, value) in enumerate(values.items(), start=2):
        item = etree.SubElement(
            root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT_ID, pid=str(number), name=name
        )
        etree.SubElement(item, f"{{{_VALUE_TYPES}}}lpwstr").text = clean(value)
    return root


def _core(document: WordDocument, properties: Properties) -> None:
    core = document.core_properties
    core.title = clean(properties.title)[:255]
    core.author = clean(properties.organ)[:255]
    core.identifier = clean(properties.draft)[:255]
    core.language, core.comments = "zh-CN", ""
    element = document.part.package.core_properties._element
    for name in ("created", "modified", "lastModifiedBy", "revision"):
        for child in element.xpath(f"*[local-name()='{name}']"):
            element.remove(child)


def save(document: WordDocument, streams: Sequence[Iterable[bytes]] = ()) -> bytes:
    """The file's bytes: the same tree gives the same bytes.

    ``streams`` are the rows that placeholders stand for.
    """
    package = document.part.package
    assert isinstance(package, Package)
    parts = sorted(package.parts, key=lambda part: str(part.partname))
    return zipped(_members(package, parts, streams))


def _members(
    package: Package, parts: Sequence[Part], streams: Sequence[Iterable[bytes]]
) -> Iterator[tuple[str, bytes | Iterator[bytes]]]:
    """The names and contents of the files in the zip."""
    yield CONTENT_TYPES, to_bytes(_content_types(parts))
    yield "_rels/.rels", package.rels.xml
    for part in parts:
        name = part.partname.membername
        yield name, _chunks(part.blob, streams) if name == _MAIN else part.blob
        if part.rels:
            yield PackURI(part.partname.rels_uri).membername, part.rels.xml


def _content_types(parts: Iterable[Part]) -> Element:
    types = etree.Element(f"{{{TYPES}}}Types", nsmap={None: TYPES})  # type: ignore[dict-item]
    for extension, content_type in (("rels", CT.OPC_RELATIONSHIPS), ("xml", CT.XML)):
        attributes = {"Extension": extension, "ContentType": content_type}
        etree.SubElement(types, f"{{{TYPES}}}Default", attributes)
    for part in parts:
        attributes = {"PartName": str(part.partname), "ContentType": part.content_type}
        etree.SubElement(types, f"{{{TYPES}}}Override", attributes)
    return types


def _chunks(xml: bytes, streams: Sequence[Iterable[bytes]]) -> Iterator[bytes]:
    """The main part with the rows in place of their placeholders, in pieces of a few megabytes."""
    held: list[bytes] = []
    size = 0
    for part in _filled(xml, streams):
        held.append(part)
        size += len(part)
        if size > _CHUNK:
            yield b"".join(held)
            held.clear()
            size = 0
    yield b"".join(held)


def _filled(xml: bytes, streams: Sequence[Iterable[bytes]]) -> Iterator[bytes]:
    """What stands between placeholders, and the rows of each."""
    for index, piece in enumerate(_PLACEHOLDER.split(xml)):
        if index % 2:
            yield from streams[int(piece)]
        else:
            yield piece


def body_of(document: WordDocument) -> Element:
    """w:body; its last child is w:sectPr."""
    root: Element = document.element
    body = root.find(qn("body"))
    assert body is not None
    return body
