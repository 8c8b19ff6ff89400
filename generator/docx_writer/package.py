"""The Word package around the body: styles, settings, fonts, properties, and a zip without a clock."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from generator.document import Properties
from generator.docx_writer.styles import font_elements, style_elements
from generator.docx_writer.xml import Element, clean, qn, w
from generator.gbt9704 import Fonts, Layout

_DATE = (1980, 1, 1, 0, 0, 0)
_UNWANTED = (RT.THEME, RT.NUMBERING, RT.CUSTOM_XML, RT.FONT_TABLE, RT.WEB_SETTINGS, RT.EXTENDED_PROPERTIES,
             RT.THUMBNAIL, "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects")
_FONT_TABLE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def new_package(layout: Layout, fonts: Fonts, properties: Properties) -> WordDocument:
    """An empty Word document in the styles of the layout, without theme, stock styles and stock properties."""
    document = docx.Document()
    package = document.part.package
    assert isinstance(package, Package)
    for rels in (document.part.rels, package.rels):
        for rel_id in [key for key, rel in rels.items() if rel.reltype in _UNWANTED]:
            del rels[rel_id]
    _refill(document.styles.element, style_elements(layout, fonts))
    _refill(document.settings.element, _settings())
    font_table = _part("/word/fontTable.xml", _FONT_TABLE, w("fonts", *font_elements(fonts)), package)
    document.part.relate_to(font_table, RT.FONT_TABLE)
    custom = _part("/docProps/custom.xml", _CUSTOM_TYPE, _custom({"nigao-draft": properties.draft}), package)
    package.relate_to(custom, RT.CUSTOM_PROPERTIES)
    _core(document, properties)
    return document


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
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    yield w("compat", w("doNotExpandShiftReturn"), mode)
    yield w("themeFontLang", val="en-US", eastAsia="zh-CN")
    yield w("decimalSymbol", val=".")
    yield w("listSeparator", val=",")


def _custom(values: Mapping[str, str]) -> Element:
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={"p": _CUSTOM, "vt": _TYPES})
    for number, (name, value) in enumerate(values.items(), start=2):
        item = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT_ID, pid=str(number), name=name)
        etree.SubElement(item, f"{{{_TYPES}}}lpwstr").text = clean(value)
    return root


def _core(document: WordDocument, properties: Properties) -> None:
    core = document.core_properties
    core.title, core.author, core.identifier = (
        clean(text)[:255] for text in (properties.title, properties.organ, properties.draft))
    core.language, core.comments = "zh-CN", ""
    element = document.part.package.core_properties._element
    for name in ("created", "modified", "lastModifiedBy", "revision"):
        for child in element.xpath(f"*[local-name()='{name}']"):
            element.remove(child)


def save(document: WordDocument) -> bytes:
    """The file's bytes: the same tree gives the same bytes."""
    stream = io.BytesIO()
    document.save(stream)
    result = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as file:
        for name in source.namelist():
            item = zipfile.ZipInfo(name, _DATE)
            item.compress_type, item.create_system, item.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            file.writestr(item, source.read(name))
    return result.getvalue()


def body_of(document: WordDocument) -> Element:
    """w:body; its last child is w:sectPr."""
    root: Element = document.element
    body = root.find(qn("body"))
    assert body is not None
    return body
