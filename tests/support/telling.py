"""A file that tells what no visible word of it says, and ways to put more of that into a part."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from support.wordfiles import DATE, R, W, paragraph, run

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


# --- one place each ---------------------------------------------------------------------------------

V = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_WPS = 'xmlns:k="http://www.wps.cn/officeDocument/2013/wpsCustomData"'
_CELL = f"<w:tr><w:tc>{paragraph(run('格'))}</w:tc></w:tr>"


def _field(instruction: str, begin: str = "") -> str:
    limit = '<w:r><w:fldChar w:fldCharType="{}"{}</w:r>'
    return (
        limit.format("begin", f">{begin}</w:fldChar>")
        + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        + limit.format("separate", "/>")
        + run("所见")
        + limit.format("end", "/>")
    )


IN_TEXT = {
    "the words of a table for who cannot see it": (
        f'<w:tbl><w:tblPr><w:tblCaption w:val="{PEOPLE}"/><w:tblDescription w:val="{PEOPLE}"/>'
        f"</w:tblPr>{_CELL}</w:tbl>"
    ),
    "the hint of a link": paragraph(
        f'<w:hyperlink w:anchor="a" w:tooltip="{PEOPLE}" w:tgtFrame="{PEOPLE}">{run("见")}</w:hyperlink>'
    ),
    "a rectangle of VML": paragraph(
        f'<w:r><w:pict><v:rect {V} id="{PEOPLE}" alt="{PEOPLE}" o:title="{PEOPLE}" href="{_PATH}" '
        f'o:gfxdata="{PEOPLE}"/></w:pict></w:r>'
    ),
    "the choices of a control": paragraph(
        f'<w:sdt><w:sdtPr><w:comboBox><w:listItem w:displayText="{PEOPLE}" w:value="{PEOPLE}"/>'
        f"</w:comboBox></w:sdtPr><w:sdtContent>{run('选中的')}</w:sdtContent></w:sdt>"
    ),
    "a control around a paragraph": (
        f'<w:sdt><w:sdtPr><w:date w:fullDate="{PEOPLE}"/></w:sdtPr><w:sdtContent>'
        f"{paragraph(run('控件里的一段'))}</w:sdtContent></w:sdt>"
    ),
    "data behind a field": paragraph(_field("PAGE", f"<w:fldData>{PEOPLE}</w:fldData>")),
    "the name of a bookmark that is referred to": paragraph(
        f'<w:bookmarkStart w:id="90" w:name="{PEOPLE}段"/>{run("这段")}<w:bookmarkEnd w:id="90"/>'
        + _field(f" REF {PEOPLE}段 \\h ")
        + f'<w:hyperlink w:anchor="{PEOPLE}段">{run("又见")}</w:hyperlink>'
    ),
    "a remark of XML": paragraph(f"<!-- {PEOPLE} -->{run('甲')}<?word {PEOPLE}?>"),
    "a remark of XML within words": paragraph(f"<w:r><w:t>前<!-- {PEOPLE} -->后</w:t></w:r>"),
    "what another program adds": paragraph(
        f'<k:data {_WPS} k:author="{PEOPLE}"/><w:r {_WPS} k:by="{PEOPLE}"><w:t>乙</w:t></w:r>'
    ),
    "the name of a namespace": paragraph(
        '<w:r xmlns:q="http://example.org/13900001111"><w:t>丙</w:t></w:r>'
    ),
    "what is added to a drawing": paragraph(
        f'<w:r><w:drawing><wp:inline {_WP}><wp:docPr id="1" name="a"><a:extLst {_A}><a:ext uri="{PEOPLE}"/>'
        "</a:extLst></wp:docPr></wp:inline></w:drawing></w:r>"
    ),
    "ids that programs give": (
        '<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        f'w14:paraId="BEEF0001" w:rsidRPr="BEEF0001">{run("丁")}</w:p>'
    ),
    "the settings of a printer": paragraph(
        run("己"), f'<w:sectPr w:rsidR="BEEF0001"><w:printerSettings r:id="{PEOPLE}"/></w:sectPr>'
    ),
    "the name of a smart tag": paragraph(
        f'<w:smartTag w:uri="{PEOPLE}" w:element="{PEOPLE}"><w:smartTagPr><w:attr w:name="a" '
        f'w:val="{PEOPLE}"/></w:smartTagPr>{run("戊")}</w:smartTag>'
    ),
}
"""Places in the text that nobody sees. The words that can be seen must stay."""
_STYLES = f"<w:styles {W}>{{}}</w:styles>"
IN_PARTS = {
    "the other names of a style": (
        "styles", "styles2.xml",
        _STYLES.format('<w:style w:styleId="a"><w:name w:val="a"/>'
                       f'<w:aliases w:val="{PEOPLE}"/></w:style>')),
    "the name of a list": (
        "numbering", "numbering.xml",
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:name w:val="{PEOPLE}"/>'
        "</w:abstractNum></w:numbering>"),
    "the name of a theme": (
        "theme", "theme/mimi@example.cn.xml",
        f'<a:theme {_A} name="{PEOPLE}"><a:themeElements><a:clrScheme name="{PEOPLE}"/>'
        f'</a:themeElements><a:custClrLst><a:custClr name="{PEOPLE}"/></a:custClrLst><a:extLst>'
        f'<a:ext uri="{PEOPLE}"/></a:extLst></a:theme>'),
    "a header": (
        "header", f"{PEOPLE}.xml",
        f'<w:hdr {W} {R}><!-- {PEOPLE} --><w:p w:rsidR="BEEF0001"><w:permStart w:id="1" '
        f'w:ed="{PEOPLE}"/>{run("页眉")}</w:p></w:hdr>'),
    "a footnote": (
        "footnotes", "footnotes.xml",
        f'<w:footnotes {W}><w:footnote w:id="2"><w:p w:rsidR="BEEF0001">{run("注")}</w:p>'
        "</w:footnote></w:footnotes>"),
    "an embedded font": (
        "fontTable", "fontTable.xml",
        f'<w:fonts {W} {R}><w:font w:name="仿宋"><w:embedRegular r:id="rId1" w:fontKey="{PEOPLE}"/>'
        "</w:font></w:fonts>"),
    "other settings": (
        "settings", "settings2.xml",
        f'<w:settings {W}><w:mailMerge><w:query w:val="{PEOPLE}"/></w:mailMerge><w:attachedSchema '
        f'w:val="{PEOPLE}"/><w:documentProtection w:hash="{PEOPLE}"/><w:writeProtection '
        f'w:hash="{PEOPLE}"/><w:captions><w:caption w:name="{PEOPLE}"/></w:captions></w:settings>'),
    **{
        f"a part for {kind}": (kind, f"{kind}/{PEOPLE}.xml", f"<a>{PEOPLE}</a>")
        for kind in (
            "glossaryDocument", "keyMapCustomizations", "stylesWithEffects", "printerSettings",
            "commentsExtended", "commentsIds", "commentsExtensible", "attachedToolbars",
            "mailMergeRecipientData", "webextensiontaskpanes", "classificationlabels",
        )
    },
}  # fmt: skip
"""Parts beside the text: the relation that leads to each, its name, what it holds."""


def gif() -> bytes:
    """A GIF picture of one point with a comment and the data of a program."""
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    comment = PEOPLE.encode()
    said = b"\x21\xfe" + bytes((len(comment),)) + comment + b"\0"
    program = b"\x21\xff\x0bXMP DataXMP" + bytes((len(comment),)) + comment + b"\0"
    loop = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\0"
    return head + said + loop + program + frame + b";" + comment


def emf() -> bytes:
    """An enhanced metafile (MS-EMF 2.2.9) that names the program and the file it is from."""
    words = f"Draw\0{PEOPLE}\0\0".encode("utf-16-le")
    size = 88 + len(words)
    head = struct.pack("<II", 1, size) + bytes(32) + b" EMF" + bytes(16)
    head += struct.pack("<II", len(words) // 2, 88)
    return head + bytes(88 - len(head)) + words + struct.pack("<IIIII", 14, 20, 0, 0, 20)


def scanned() -> bytes:
    """A JPEG file with a comment between two scans and a film behind its end."""
    scan = b"\xff\xda\0\2points\xff\0\xff\xd0points"
    said = PEOPLE.encode()
    comment = b"\xff\xfe" + struct.pack(">H", len(said) + 2) + said
    return b"\xff\xd8" + scan + comment + scan + b"\xff\xd9" + said


PICTURES = {"1.gif": gif, "1.emf": emf, "1.jpg": scanned, f"{PEOPLE}.png": png}


def telling(relation: str, target: str, content: str | bytes) -> bytes:
    """A plain file with one more part beside its text."""
    data = file(paragraph(run("看得见。")))
    link = f'<Relationship Id="more" Type="{_REL}{relation}" Target="{target}"/></Relationships>'
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as result:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/_rels/document.xml.rels":
                part = part.replace(b"</Relationships>", link.encode())
            result.writestr(name, part)
        result.writestr(f"word/{target}", content)
        result.writestr(f"{PEOPLE}.txt", PEOPLE)
        result.comment = PEOPLE.encode()
    return stream.getvalue()
