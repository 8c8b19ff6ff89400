"""Small Word files for tests: plain ones, and wild ones as people and word processors leave them."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from generator.model.view import View
from generator.regenerate.apply import Fresh, FreshFile
from generator.regenerate.base import Base
from generator.word.reader import read
from support.simulated import Case, Chunk, Sheet, view_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DATE = "2021-11-27T09:00:00Z"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/>{}</Types>'
)
_OVERRIDE = (
    '<Override PartName="/word/{0}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.{0}+xml"/>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def package(body: str, **parts: str) -> bytes:
    """A Word file with that body; ``parts`` are other parts beside it by name (comments, footnotes, styles)."""
    files = {
        "[Content_Types].xml": _TYPES.format("".join(map(_OVERRIDE.format, parts))),
        "_rels/.rels": _RELATIONS.format(
            f'<Relationship Id="rId1" Type="{_OFFICE}officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _RELATIONS.format(
            "".join(
                f'<Relationship Id="rId{n}" Type="{_OFFICE}{name}" Target="{name}.xml"/>'
                for n, name in enumerate(parts, 1)
            )
        ),
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}<w:sectPr/></w:body></w:document>",
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, content in files.items():
            file.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def run(text: str, look: str = "") -> str:
    """A run."""
    inner = "".join(
        "<w:tab/>"
        if char == "\t"
        else "<w:br/>"
        if char == "\n"
        else f'<w:t xml:space="preserve">{escape(char)}</w:t>'
        for char in _parts(text)
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inner}</w:r>"


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for char in text:
        if char in "\t\n" or not parts or parts[-1] in "\t\n":
            parts.append(char)
        else:
            parts[-1] += char
    return parts


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def change(tag: str, content: str, number: int, author: str = "张三") -> str:
    """A tracked change of another author."""
    return f'<w:{tag} w:id="{number}" w:author="{author}" w:date="{DATE}">{content}</w:{tag}>'


def document(view: View) -> bytes:
    """A plain Word file that reads as ``view``: a run for each stretch between bookmarks."""
    return Renderer(view).file()


def fresh(draft: Base) -> Fresh:
    """The Word file of a draft, and where its blocks stand."""
    rows = list(dict.fromkeys(block.cell.row for block in draft.blocks if block.cell))
    sheets = [
        Sheet(
            [Chunk(part.text, part.fid, block.id) for part in block.segments],
            (rows.index(block.cell.row), block.cell.column) if block.cell else None,
        )
        for block in draft.blocks
    ]
    case = Case(draft, draft, sheets, {}, {}, "")
    view = view_of(case)
    renamed = View(
        view.paras,
        {name.replace("_RGba5e0001", f"_RG{draft.id}"): span for name, span in view.spans.items()},
    )
    file = read(document(renamed))
    places = {block.id: place for place, block in enumerate(draft.blocks)}
    return Fresh(draft, file.view.spans, lambda: FreshFile(file, places))


class Renderer:
    """A view as XML; ``wild`` gives it what real files are full of, without a change of what it says."""

    def __init__(self, view: View, rng: random.Random | None = None) -> None:
        self.view, self.rng = view, rng
        self.number = 1000
        self.comments: list[str] = []
        self.notes: list[str] = []
        self.starts: dict[tuple[int, int], list[str]] = {}
        self.ends: dict[tuple[int, int], list[str]] = {}
        for n, (name, span) in enumerate(sorted(view.spans.items())):
            self.starts.setdefault((span.first, span.start), []).append(
                f'<w:bookmarkStart w:id="{n}" w:name="{name}"/>'
            )
            self.ends.setdefault((span.last, span.end), []).append(f'<w:bookmarkEnd w:id="{n}"/>')

    def file(self) -> bytes:
        """The Word file."""
        body: list[str] = []
        rows: dict[int, list[str]] = {}
        for place, para in enumerate(self.view.paras):
            if para.cell is None:
                body.append(self._paragraph(place))
            else:
                cells = rows.setdefault(para.cell.row, [])
                cells.append(
                    f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{self._paragraph(place, True)}</w:tc>'
                )
        if rows:
            grid = '<w:gridCol w:w="2000"/>' * max(map(len, rows.values()))
            body.append(
                f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
                + "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows.values())
                + "</w:tbl>"
            )
            body.append(paragraph(""))
        parts = {}
        if self.comments:
            parts["comments"] = f"<w:comments {W}>{''.join(self.comments)}</w:comments>"
        if self.notes:
            parts["footnotes"] = f"<w:footnotes {W}>{''.join(self.notes)}</w:footnotes>"
        return package("".join(body), **parts)

    def _paragraph(self, place: int, cell: bool = False) -> str:
        text = self.view.paras[place].text
        edges = sorted(
            {
                0,
                len(text),
                *(at for where, at in [*self.starts, *self.ends] if where == place),
                *(self._cuts(len(text))),
            }
        )
        content: list[str] = []
        for number, at in enumerate(edges):
            content += [*self.ends.get((place, at), []), *self.starts.get((place, at), [])]
            if number + 1 < len(edges):
                content.append(self._stretch(text[at : edges[number + 1]]))
            content.append(self._extra())
        if not text:
            content = [*self.starts.get((place, 0), []), *self.ends.get((place, 0), [])]
        return paragraph("".join(content), self._properties(cell))

    def _cuts(self, length: int) -> Sequence[int]:
        if self.rng is None or length < 2:
            return ()
        return [self.rng.randrange(1, length) for _ in range(self.rng.randint(0, 4))]

    def _id(self) -> int:
        self.number += 1
        return self.number

    def _stretch(self, text: str) -> str:
        """Characters in one look, inside what may stand around runs."""
        if self.rng is None or not text:
            return run(text) if text else ""
        rng = self.rng
        look = rng.choice(
            (
                "",
                "<w:b/>",
                '<w:rFonts w:hint="eastAsia"/>',
                '<w:color w:val="FF0000"/>',
                f'<w:b/><w:rPrChange w:id="{self._id()}" w:author="李四" w:date="{DATE}"><w:rPr/></w:rPrChange>',
            )
        )
        inner = run(text, look)
        kind = rng.random()
        if kind < 0.10:
            return change("ins", inner, self._id())
        if kind < 0.16:
            return f'<w:hyperlink w:anchor="x">{inner}</w:hyperlink>'
        if kind < 0.20:
            return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        if kind < 0.24:
            return f'<w:hyperlink w:anchor="x">{change("ins", inner, self._id(), "王五")}</w:hyperlink>'
        if kind < 0.28:
            return change("ins", inner, self._id(), "拟稿")
        return inner

    def _extra(self) -> str:
        """What stands between runs and says nothing, or is an object."""
        if self.rng is None:
            return ""
        kind = self.rng.random()
        deleted = '<w:r><w:delText xml:space="preserve">旧的文字</w:delText></w:r>'
        if kind < 0.05:
            return change("del", deleted, self._id())
        if kind < 0.08:
            return change("del", deleted, self._id(), "拟稿")
        if kind < 0.10:
            return change("ins", change("del", deleted, self._id(), "李四"), self._id())
        if kind < 0.12:
            return '<w:proofErr w:type="spellStart"/>'
        if kind < 0.135:
            return self._comment()
        if kind < 0.15:
            return self._note()
        return self._result_or_crossed(kind) if kind < 0.195 else ""

    def _result_or_crossed(self, kind: float) -> str:
        """A field with its result, or words that people crossed out."""
        assert self.rng is not None
        if kind < 0.165:
            return (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText>'
                '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            )
        if kind < 0.175:
            return '<w:fldSimple w:instr=" DATE "><w:r><w:t>2021</w:t></w:r></w:fldSimple>'
        return run("划掉9999万元", self.rng.choice(("<w:strike/>", "<w:dstrike/><w:b/>")))

    def _comment(self) -> str:
        number = len(self.comments)
        self.comments.append(
            f'<w:comment w:id="{number}" w:author="李四" w:date="{DATE}" w:initials="李"><w:p><w:r>'
            "<w:t>请核实</w:t></w:r></w:p></w:comment>"
        )
        return (
            f'<w:commentRangeStart w:id="{number}"/><w:commentRangeEnd w:id="{number}"/><w:r>'
            f'<w:commentReference w:id="{number}"/></w:r>'
        )

    def _note(self) -> str:
        number = len(self.notes) + 1
        self.notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>'
        )
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    def _properties(self, cell: bool) -> str:
        if self.rng is None:
            return ""
        kind = self.rng.random()
        mark = f'<w:ins w:id="{self._id()}" w:author="张三" w:date="{DATE}"/>'
        if kind < 0.15:
            return f'<w:jc w:val="both"/><w:rPr>{mark}<w:b/></w:rPr>'
        if kind < 0.2 and not cell:
            return f"<w:rPr>{mark.replace('张三', '拟稿')}</w:rPr>"
        return '<w:jc w:val="both"/>' if kind < 0.5 else ""


def with_words(file: Path, old: str, new: str) -> Path:
    """A copy of a Word file beside it (改过.docx) in which a person changed a word of the text."""
    target = file.with_name("改过.docx")
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            copy.writestr(name, content)
    return target
