"""The copy to issue: a search of every part finds nothing that the visible text does not say."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

import pytest
from support import plainword
from support.wordfiles import DATE, R, W, paragraph, run

from generator.model.errors import DataError
from generator.regenerate.finalize import finalize
from generator.word.reader import read

PEOPLE = "李秘密"
SECRETS = (
    PEOPLE,
    "mimi@example.cn",
    "Users",
    "内部公司",
    "13900001111",
    "BEEF0001",
    "旧数据六六六",
)
_TYPE = "application/vnd.openxmlformats-officedocument."
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_PIC = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
_PATH = "C:/Users/李秘密/旧数据六六六.png"


def png() -> bytes:
    """A picture of one point with the name of its owner in it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + chunk(b"tEXt", f"Author\0{PEOPLE}".encode())
        + chunk(b"eXIf", b"mimi@example.cn")
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def jpeg() -> bytes:
    """The segments of a JPEG file with EXIF and a comment."""

    def segment(kind: int, data: bytes) -> bytes:
        return bytes((0xFF, kind)) + struct.pack(">H", len(data) + 2) + data

    exif = segment(0xE1, b"Exif\0\0" + PEOPLE.encode())
    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
        + exif
        + segment(0xFE, b"mimi@example.cn")
        + segment(0xDB, b"\0" * 65)
        + b"\xff\xda\0\2picture\xff\xd9"
    )


def picture(ident: str) -> str:
    """A drawing whose names tell where its file lay."""
    return (
        f'<w:r><w:drawing><wp:inline {_WP}><wp:docPr id="1" name="{_PATH}" descr="{_PATH}"/>'
        f'<a:graphic {_A}><a:graphicData><pic:pic {_PIC}><pic:nvPicPr><pic:cNvPr id="0" '
        f'name="{_PATH}"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{ident}"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


BODY = (
    f'<w:p w:rsidR="BEEF0001"><w:bookmarkStart w:id="1" w:name="_RGba5e_b0123456789"/>{run("看得见的文字12人。")}'
    '<w:bookmarkEnd w:id="1"/></w:p>'
    f'<w:p><w:permStart w:id="7" w:ed="{PEOPLE}"/><w:bookmarkStart w:id="2" w:name="{PEOPLE}的书签"/>'
    f'{run("第二段。")}<w:bookmarkEnd w:id="2"/><w:permEnd w:id="7"/></w:p>'
    f'<w:p><w:hyperlink r:id="rIdMail">{run("联系我们")}</w:hyperlink></w:p>'
    f'<w:p><w:sdt><w:sdtPr><w:alias w:val="{PEOPLE}"/><w:tag w:val="内部公司"/><w:dataBinding '
    f'w:xpath="/旧数据六六六"/></w:sdtPr><w:sdtContent>{run("控件里的字")}</w:sdtContent></w:sdt></w:p>'
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDETEXT '
    '"C:/Users/x.docx" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    f'{run("域的结果")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    f'<w:p><w:commentRangeStart w:id="0"/>{run("有批注")}<w:commentRangeEnd w:id="0"/><w:r>'
    '<w:commentReference w:id="0"/></w:r></w:p>'
    f"{paragraph(picture('rIdPng') + picture('rIdJpg'))}"
)
VISIBLE = ("看得见的文字12人。", "第二段。", "联系我们", "控件里的字", "域的结果", "有批注")


def file(body: str = BODY) -> bytes:
    """A file that holds all that must not be issued."""
    related = {
        "rIdMail": ("hyperlink", "mailto:mimi@example.cn", ""),
        "rIdPng": ("image", "media/1.png", ""),
        "rIdJpg": ("image", "media/2.jpg", ""),
        "rId1": ("comments", "comments.xml", f'<w:comments {W}><w:comment w:id="0" w:author="{PEOPLE}" '
                 f'w:date="{DATE}"><w:p>{run("旧数据六六六")}</w:p></w:comment></w:comments>'),
        "rId2": ("settings", "settings.xml", f'<w:settings {W}><w:docVars><w:docVar w:name="a" '
                 'w:val="旧数据六六六"/></w:docVars><w:rsids><w:rsid w:val="BEEF0001"/></w:rsids>'
                 '<w:defaultTabStop w:val="420"/></w:settings>'),
        "rId3": ("people", "people.xml", f"<people>{PEOPLE}</people>"),
        "rId4": ("customXml", "../customXml/item1.xml", "<a>旧数据六六六</a>"),
        "rId5": ("webSettings", "webSettings.xml", "<a>内部公司</a>"),
        "rId6": ("styles", "styles.xml", f'<w:styles {W}><w:style w:styleId="a"><w:name w:val="a"/>'
                 '<w:rsid w:val="BEEF0001"/></w:style></w:styles>'),
    }  # fmt: skip
    external = {"hyperlink": ' TargetMode="External"'}
    relations = "".join(
        f'<Relationship Id="{ident}" Type="{_REL}{kind}" Target="{target}"{external.get(kind, "")}/>'
        for ident, (kind, target, _) in related.items()
    )
    names = {"rId1": "comments", "rId2": "settings", "rId6": "styles"}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}wordprocessingml.{name}+xml"/>'
        for name in names.values()
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}content-types"><Default Extension="rels" '
        f'ContentType="{_PACKAGE[7:]}relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}wordprocessingml.document.main+xml"/>'
        f'<Override PartName="/docProps/app.xml" ContentType="{_TYPE}extended-properties+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}relationships">'
        f'<Relationship Id="a" Type="{_REL}officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{_REL}extended-properties" Target="docProps/app.xml"/>'
        f'<Relationship Id="c" Type="{_PACKAGE}relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="d" Type="{_REL}custom-properties" Target="docProps/custom.xml"/>'
        f'<Relationship Id="e" Type="{_PACKAGE}relationships/metadata/thumbnail" Target="docProps/t.jpeg"/>'
        "</Relationships>",
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}relationships">{relations}</Relationships>',
        "word/_rels/settings.xml.rels": f'<Relationships xmlns="{_PACKAGE}relationships"><Relationship Id="r" '
        f'Type="{_REL}attachedTemplate" Target="file:///C:/Users/x.dotx" TargetMode="External"/></Relationships>',
        "docProps/app.xml": f"<Properties><Company>内部公司</Company><Manager>{PEOPLE}</Manager></Properties>",
        "docProps/core.xml": f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{PEOPLE}</dc:creator>'
        "<dc:subject>13900001111</dc:subject></c>",
        "docProps/custom.xml": "<Properties><a>13900001111</a></Properties>",
        "docProps/t.jpeg": jpeg(),
        "word/media/1.png": png(),
        "word/media/2.jpg": jpeg(),
    }
    for _, (_, target, content) in related.items():
        if content:
            name = target.removeprefix("../") if target.startswith("..") else f"word/{target}"
            parts[name] = content
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def everything(data: bytes) -> str:
    """All parts and their names as one text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(
            name + archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )


def test_nothing_is_in_the_file_that_the_text_does_not_say() -> None:
    before, after = everything(file()), everything(finalize(file()).data)
    assert all(secret in before for secret in SECRETS)
    assert [secret for secret in SECRETS if secret in after] == []
    assert "_RG" not in after and "author" not in after.lower()


def test_the_text_and_the_pictures_stay() -> None:
    issued = finalize(file()).data
    assert plainword.accepted(issued).texts == VISIBLE
    assert tuple(text for text in read(issued).view.seen_texts if text) == VISIBLE
    assert b"picture\xff\xd9" in plainword.part(issued, "word/media/2.jpg")
    assert b"IDAT" in plainword.part(issued, "word/media/1.png")
    assert b"defaultTabStop" in plainword.part(issued, "word/settings.xml")


def test_what_the_parts_refer_to_is_there() -> None:
    issued = finalize(file()).data
    with zipfile.ZipFile(io.BytesIO(issued)) as archive:
        names = set(archive.namelist())
        relations = archive.read("word/_rels/document.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
        text = archive.read("word/document.xml").decode()
    targets = {f"word/{target}" for target in re.findall(r'Target="([^"]+)"', relations)}
    assert targets <= names
    assert {name.lstrip("/") for name in re.findall(r'PartName="([^"]+)"', types)} <= names
    assert set(re.findall(r'r:\w+="(\w+)"', text)) <= set(re.findall(r'Id="(\w+)"', relations))


REFUSED = {
    "a gap without a name": (paragraph(run("还有【待补】。")), "【待补】"),
    "crosses": (paragraph(run("在××县召开。")), "××"),
    "hidden text": (paragraph(run("看") + run("不给看的", "<w:vanish/>")), "不给看的"),
    "a change and its place": (
        paragraph(
            run("这一段有修订")
            + f'<w:ins w:id="5" w:author="张三" w:date="{DATE}">{run("新")}</w:ins>'
        ),
        "这一段有修订",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_open_is_told_with_its_place(name: str) -> None:
    body, words = REFUSED[name]
    with pytest.raises(DataError, match=re.escape(words)):
        finalize(file(body))
