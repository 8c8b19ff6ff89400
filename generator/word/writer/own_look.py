"""The look of an office's own Word file put into a new one: styles, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.package import Package

from generator.word.building import w
from generator.word.reference_values import Furniture, Pages, Part, Reference, StyleLook
from generator.word.wordml import R_ID, VAL, Element, P, local_name, qn, to_bytes

_NORMAL = "Normal"
_OWN_NORMAL = "样板正文"
"""What Normal of the other file is called: here it is the base of the standard's styles."""
_CONTENT_TYPES = {"header": CT.WML_HEADER, "footer": CT.WML_FOOTER}
_RELATIONS = {"header": RT.HEADER, "footer": RT.FOOTER}

_STYLED = ("paragraph", "character")
References = dict[tuple[Part, Pages], str]
"""The ids by which a w:sectPr refers to headers and footers."""


def restyle(document: WordDocument, reference: Reference) -> None:
    """Every style that the other file has by the same name looks as it does there."""
    for style in document.styles.element.findall(qn("style")):
        name = style.find(qn("name")).get(VAL)
        look = reference.styles.get(name)
        if look is not None and name != _NORMAL and style.get(qn("type")) in _STYLED:
            _set_look(style, look)


def _set_look(style: Element, look: StyleLook) -> None:
    """A style with that look alone; the level of a heading stays."""
    level = style.find(f"{qn('pPr')}/{qn('outlineLvl')}")
    former = ("basedOn", "pPr", "rPr") if look.paragraph else ("rPr",)
    for child in list(style):
        if local_name(child) in former:
            style.remove(child)
    if look.paragraph:
        kept = [item for item in look.paragraph if item.tag != qn("outlineLvl")]
        style.append(w("pPr", *map(deepcopy, kept), level))
    style.append(w("rPr", *map(deepcopy, look.run)))


def put_furniture(document: WordDocument, reference: Reference) -> References:
    """The headers and footers of the other file as parts of this one."""
    names = _StyleIds(document, reference)
    found: References = {}
    for (part, pages), furniture in sorted(reference.furniture.items()):
        found[part, pages] = _placed(document, part, furniture, names)
    return found


def refer(
    properties: Element, references: References, reference: Reference, *, first: bool
) -> None:
    """Let a w:sectPr refer to the headers and footers: those of even pages are the others' where
    the other file makes no difference; ``first`` says whether page 1 may have its own."""
    parts = sorted({part for part, _ in references}, reverse=True)
    for part in parts:
        _refer_to(properties, part, references, reference, first=first)
    if first and reference.first and properties.find(qn("titlePg")) is None:
        properties.append(w("titlePg"))


def _refer_to(
    properties: Element,
    part: Part,
    references: References,
    reference: Reference,
    *,
    first: bool,
) -> None:
    """References to the headers, or to the footers, in place of others."""
    for former in properties.findall(qn(f"{part}Reference")):
        properties.remove(former)
    wanted: list[tuple[Pages, str | None]] = [
        ("default", references.get((part, "default"))),
        ("even", references.get((part, "even" if reference.even else "default"))),
    ]
    if first and reference.first:
        wanted.append(("first", references.get((part, "first"))))
    at = len(properties.findall(qn("headerReference"))) if part == "footer" else 0
    for index, (pages, ident) in enumerate((p, i) for p, i in wanted if i):
        element = w(f"{part}Reference", type=pages)
        element.set(R_ID, ident)
        properties.insert(at + index, element)


class _StyleIds:
    """Finds the style of this file for one of the other's, and adds it where there is none."""

    def __init__(self, document: WordDocument, reference: Reference) -> None:
        self._styles = document.styles.element
        self._reference = reference
        self._ids = {
            style.find(qn("name")).get(VAL): style.get(qn("styleId"))
            for style in self._styles.findall(qn("style"))
        }

    def id_of(self, other: str | None, sort: str) -> str:
        """The id here of a style there, by its id; None: the one of all paragraphs."""
        name = self._reference.style_names.get(other or "", _NORMAL)
        shown = _OWN_NORMAL if name == _NORMAL else name
        if shown not in self._ids:
            self._ids[shown] = self._added(name, shown, sort)
        return str(self._ids[shown])

    def _added(self, name: str, shown: str, sort: str) -> str:
        ident = f"Reference{len(self._ids)}"
        style = w("style", w("name", val=shown), type=sort, customStyle=1, styleId=ident)
        _set_look(style, self._reference.styles.get(name, StyleLook((), ())))
        self._styles.append(style)
        return ident


def _placed(document: WordDocument, part: Part, furniture: Furniture, names: _StyleIds) -> str:
    """The id of a new part with the content of a header or footer."""
    root = deepcopy(furniture.root)
    _rename_styles(root, names)
    package = document.part.package
    assert isinstance(package, Package)
    name = package.next_partname(f"/word/{part}%d.xml")
    made = XmlPart(PackURI(str(name)), _CONTENT_TYPES[part], parse_xml(to_bytes(root)), package)
    for ident, (target, data) in sorted(furniture.pictures.items()):
        made.load_rel(RT.IMAGE, _picture(target, data, package), ident)
    return str(document.part.relate_to(made, _RELATIONS[part]))


def _picture(target: str, data: bytes, package: Package) -> OpcPart:
    ending = target.rpartition(".")[2].lower()
    kind_of_picture = "jpeg" if ending == "jpg" else ending
    name = package.next_partname(f"/word/media/reference%d.{ending}")
    return OpcPart(PackURI(str(name)), f"image/{kind_of_picture}", data, package)


def _rename_styles(root: Element, names: _StyleIds) -> None:
    """Let paragraphs and runs refer to styles of this file."""
    for paragraph in root.iter(P):
        properties = paragraph.find(qn("pPr"))
        if properties is None:
            properties = w("pPr")
            paragraph.insert(0, properties)
        style = properties.find(qn("pStyle"))
        if style is None:
            style = w("pStyle")
            properties.insert(0, style)
        style.set(VAL, names.id_of(style.get(VAL), "paragraph"))
    for style in list(_of_runs(root)):
        style.set(VAL, names.id_of(style.get(VAL), "character"))


def _of_runs(root: Element) -> Iterator[Element]:
    yield from root.iter(qn("rStyle"))
