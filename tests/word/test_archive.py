from __future__ import annotations

import io
import zipfile

import pytest

from generator.model.errors import InputError
from generator.word.archive import (
    Archive,
    add_relation,
    open_archive,
    rels_name,
    resolve,
    with_parts,
    zipped,
)
from generator.word.wordml import parse

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
    ],
)
def test_the_target_of_a_relation(target: str, expected: str) -> None:
    assert resolve("word/document.xml", target) == expected


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


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0 old", "旧格式"),
        (b"no zip", "不是 .docx 文件"),
        (zipped([("mimetype", b"application/vnd.oasis.opendocument.text")]), ".odt"),
        (zipped([("a.xml", b"<a/>")]), "不是 Word 文件"),
        (
            zipped(
                parts(
                    **{
                        "word/document.xml": MAIN.replace(
                            "schemas.openxmlformats.org/wordprocessingml/2006",
                            "purl.oclc.org/ooxml/wordprocessingml",
                        ).encode()
                    }
                ).items()
            ),
            "严格 Open XML",
        ),
    ],
)
def test_what_is_no_word_file_is_refused_by_name(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as error:
        open_archive(data, "甲.docx")
    assert error.value.problems[0].file == "甲.docx"
