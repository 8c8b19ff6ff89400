from __future__ import annotations

import io
import zipfile

import pytest

from generator.model.errors import InputError
from generator.model.zips import zipped
from generator.word import archive as archive_module
from generator.word.archive import (
    Archive,
    add_relation,
    open_archive,
    refuse_strict,
    rels_name,
    resolve,
    with_parts,
)
from generator.word.wordml import Element, parse, qn

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
MAIN = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body/></w:document>"
)


def relation(ident: str, name: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{ident}" Type="{OFFICE}{name}" Target="{target}"{more}/>'


def parts(**changed: bytes) -> dict[str, bytes]:
    """The parts of the smallest Word file."""
    to_main = RELATIONS.format(relation("rId1", "officeDocument", "word/document.xml"))
    return {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": to_main.encode(),
        "word/document.xml": MAIN.encode(),
        **changed,
    }


def test_a_content_made_in_pieces_gives_the_same_bytes_as_a_whole_one() -> None:
    whole = zipped([("a.xml", b"one two"), ("b.xml", b"three")])
    pieces = zipped([("a.xml", iter([b"one ", b"t", b"wo"])), ("b.xml", iter([b"three"]))])
    with zipfile.ZipFile(io.BytesIO(pieces)) as file:
        assert [(name, file.read(name)) for name in file.namelist()] == [
            ("a.xml", b"one two"),
            ("b.xml", b"three"),
        ]
    assert pieces == whole


def test_a_zip_knows_no_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped([("a", b"")]))) as file:
        assert file.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_parts_that_nobody_touches_stay_as_they_are() -> None:
    archive = open_archive(zipped(parts(extra=b"\x00\xff").items()))
    again = open_archive(with_parts(archive, {"new.xml": b"<a/>"}))
    assert again.parts == {**parts(extra=b"\x00\xff"), "new.xml": b"<a/>"}
    assert again.main == "word/document.xml"


@pytest.mark.parametrize(
    ("part", "expected"),
    [("word/document.xml", "word/_rels/document.xml.rels"), ("", "_rels/.rels")],
)
def test_the_part_of_the_relations(part: str, expected: str) -> None:
    assert rels_name(part) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("comments.xml", "word/comments.xml"),
        ("../docProps/core.xml", "docProps/core.xml"),
        ("/word/styles.xml", "word/styles.xml"),
        ("/word/./../word/styles.xml", "word/styles.xml"),
        ("//word/styles.xml", "word/styles.xml"),
    ],
)
def test_the_target_of_a_relation(target: str, expected: str) -> None:
    assert resolve("word/document.xml", target) == expected


@pytest.mark.parametrize(
    "target", ["WORD/Document.xml", "word/%64ocument.xml", "/word/Document.XML"]
)
def test_names_of_parts_differ_by_no_letter_case(target: str) -> None:
    relations = (
        f'<Relationships xmlns="{archive_module.RELS}"><Relationship Id="rId1" '
        f'Type="…/officeDocument" Target="{target}"/></Relationships>'
    )
    archive = Archive({"_rels/.rels": relations.encode(), "word/document.xml": b"<x/>"})
    assert archive.related("officeDocument", "") == "word/document.xml"


def test_a_relation_to_the_outside_is_no_part() -> None:
    outside = relation("rId1", "comments", "http://x", ' TargetMode="External"')
    inside = relation("rId2", "comments", "comments.xml")
    name = "word/_rels/document.xml.rels"
    assert Archive({name: RELATIONS.format(outside).encode()}).related("comments") is None
    both = Archive({name: RELATIONS.format(outside + inside).encode()})
    assert both.related("comments") == "word/comments.xml"


def test_a_new_relation_takes_a_free_id_and_names_its_type_once() -> None:
    taken = relation("rId1", "styles", "styles.xml") + relation("rId3", "fonts", "fonts.xml")
    rels = {"word/_rels/document.xml.rels": RELATIONS.format(taken).encode()}
    changed = add_relation(Archive(parts(**rels)), "comments", "comments.xml", "a/b")
    root = parse(changed["word/_rels/document.xml.rels"])
    assert [item.get("Id") for item in root] == ["rId1", "rId3", "rId2"]
    again = Archive({**parts(**rels), **changed})
    types = parse(add_relation(again, "comments", "comments.xml", "a/b")["[Content_Types].xml"])
    assert [item.get("PartName") for item in types] == ["/word/comments.xml"]


def ole(stream: str) -> bytes:
    """A compound file in whose directory a stream has that name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(64)


def with_part(name: str, content: str | None) -> bytes:
    """The smallest Word file with a part changed; None: without it."""
    changed = parts(**({} if content is None else {name: content.encode()}))
    return zipped((part, data) for part, data in changed.items() if content or part != name)


def of_type(content_type: str, part: str = "/word/document.xml") -> bytes:
    override = f'<Override PartName="{part}" ContentType="{content_type}"/>'
    return with_part("[Content_Types].xml", TYPES.replace("/>", f">{override}</Types>"))


def referring_to(relation_name: str, target: str, **more: bytes) -> bytes:
    relations = RELATIONS.format(relation("rId1", relation_name, target)).encode()
    return zipped(parts(**{"word/_rels/document.xml.rels": relations, **more}).items())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_strict_open_xml_is_read_in_each_encoding(encoding: str) -> None:
    strict = MAIN.replace(
        "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"
    )
    text = f"<?xml version='1.0' encoding='{encoding}'?>{strict}".encode(encoding)
    archive = open_archive(zipped(parts(**{"word/document.xml": text}).items()))
    root = archive.tree(archive.main)
    assert root is not None and root.find(qn("body")) is not None


def test_a_text_longer_than_the_parser_takes_is_named_as_that() -> None:
    long = MAIN.replace("<w:body/>", f"<w:body>{'a' * 10_000_001}</w:body>")
    message = r"^甲\.docx：里面的 word/document\.xml 有一段文字超过 9 MB，不读。请分成几份。$"
    with pytest.raises(InputError, match=message):
        open_archive(with_part("word/document.xml", long), "甲.docx")


def test_all_parts_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    file = zipped(parts(**{"a.xml": b"<a>" + b"<b/>" * 50 + b"</a>", "b.png": b"=" * 99}).items())
    monkeypatch.setattr(archive_module, "XML_MARKS", 80)
    open_archive(file, "甲.docx")
    monkeypatch.setattr(archive_module, "XML_MARKS", 60)
    with pytest.raises(InputError, match=r"^甲\.docx：里面的部件合计有超过0万个标记，不读。"):
        open_archive(file, "甲.docx")


def test_a_part_that_is_no_xml_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[bytes] = []

    def counted(data: bytes) -> Element:
        parsed.append(data)
        return parse(data)

    monkeypatch.setattr(archive_module, "parse", counted)
    archive = Archive(parts(a=b"<"))
    assert [archive.tree("a"), archive.tree("a"), archive.tree("b")] == [None] * 3
    assert parsed == [b"<"]


ENTITY = '<!DOCTYPE a [<!ENTITY b "c">]>' + MAIN
NESTED = MAIN.replace("<w:body/>", "<w:body>" + "<w:p>" * 130 + "</w:p>" * 130 + "</w:body>")
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
FOREIGN: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "是空文件"),
    "zeros": (bytes(600), "全是空字节"),
    "doc": (ole("WordDocument"), r"旧格式（\.doc、\.wps）"),
    "password": (ole("EncryptedPackage"), "加了密码.*去掉打开密码"),
    "xls": (ole("Workbook"), r"\.xls"),
    "pdf": (b"%PDF-1.7\n", "PDF"),
    "rtf": (b"{\\rtf1\\ansi", "RTF"),
    "html": ("\ufeff<!DOCTYPE html><html>".encode(), "网页"),
    "html of Word": (b"<html xmlns:w='urn:schemas-microsoft-com:office:word'>", "网页"),
    "mht": (b"MIME-Version: 1.0\n", "网页"),
    "html in UTF-16": ("<html><body>中</body></html>".encode("utf-16"), "网页"),
    "mht of Word": (b"From: <Saved by Word>\r\nMIME-Version: 1.0\r\n", r"网页文件（\.mht）"),
    "gif": (b"GIF89a", "是图片"),
    "tiff": (b"II*\0\x08\0", "是图片"),
    "webp": (b"RIFF\0\0\0\0WEBP", "是图片"),
    "flat XML": (b'<?xml version="1.0"?><pkg:package/>', "XML"),
    "text": ("报告".encode(), r"不是 \.docx 文件"),
    "odt": (zipped([("mimetype", b"application/vnd.oasis.opendocument.text")]), r"\.odt"),
    "xlsx": (zipped([("xl/workbook.xml", b"<workbook/>")]), r"表格文件（\.xlsx）"),
    "pptx": (zipped([("ppt/presentation.xml", b"<p/>")]), r"演示文件（\.pptx）"),
    "another zip": (zipped([("a.xml", b"<a/>")]), "不是 Word 文件"),
    "docm": (of_type(MACRO), r"带宏.*\.docm"),
    "dotx": (of_type(TEMPLATE), r"模板（\.dotx）"),
    "dotx by a name in capitals": (of_type(TEMPLATE, "/Word/Document.xml"), r"模板（\.dotx）"),
    "cut off": (zipped(parts().items())[:-30], "已经损坏"),
    "no text": (with_part("word/document.xml", None), "是压缩包，里面没有 Word 的正文"),
    "no relations": (with_part("_rels/.rels", None), "找不到正文部件"),
    "no content types": (with_part("[Content_Types].xml", None), r"缺少里面的 \[Content_Types\]"),
    "broken text": (with_part("word/document.xml", MAIN[:-5]), "word/document.xml 不是完好的 XML"),
    "entity": (with_part("word/document.xml", ENTITY), "实体"),
    "nested": (with_part("word/document.xml", NESTED), "120 层"),
    "relation to nowhere": (
        referring_to("footnotes", "footnotes.xml"),
        "缺少里面的 word/footnotes",
    ),
    "broken notes": (
        referring_to("footnotes", "footnotes.xml", **{"word/footnotes.xml": b"<w:footnotes"}),
        "word/footnotes.xml 不是完好的 XML",
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_no_word_file_is_refused_by_name(name: str) -> None:
    data, message = FOREIGN[name]
    with pytest.raises(InputError, match=message) as error:
        open_archive(data, "甲.docx")
    assert error.value.problems[0].file == "甲.docx"
    assert error.value.problems[0].todo


def test_strict_open_xml_is_read_and_not_written_into() -> None:
    strict = MAIN.replace(
        "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"
    )
    archive = open_archive(with_part("word/document.xml", strict), "甲.docx")
    root = archive.tree(archive.main)
    assert root is not None and root.tag == qn("document")
    with pytest.raises(InputError, match=r"严格 Open XML.*另存为普通的"):
        refuse_strict(archive)
