"""Comments of workbooks: what people wrote there, without what programs write around it; a part that is broken stops nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.comments import Comment

from generator.package.intake.grid import CellComment
from generator.package.intake.xlsx import read_grids

PART = "xl/comments/comment1.xml"
RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"
THREAD = (
    "[线程批注]\n\n你的 Excel 版本可读取此线程批注; 但如果在更新版本的 Excel 中打开文件，则对批注所作的任何改动都将被删除。"
    "了解详细信息: https://go.microsoft.com/fwlink/?linkid=870924\n\n注释:\n    含上年结转的3人"
)
OTHER_THREAD = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get "
    "removed if the file is opened in a newer version of Excel. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\n"
    "Comment:\n    含上年结转的3人\nReply:\n    已核"
)


def workbook(words: str, author: str = "王明") -> dict[str, bytes]:
    """The parts of a workbook with a comment on D5."""
    book = openpyxl.Workbook()
    book.active["A1"] = "指标"
    book.active["D5"].comment = Comment(words, author)
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as file:
        return {name: file.read(name) for name in file.namelist()}


def read(parts: dict[str, bytes]) -> tuple[CellComment, ...] | None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    (grid,) = read_grids(out.getvalue(), "甲.xlsx")
    assert grid.at(1, 1).text == "指标"
    return grid.comments


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("含上年结转的3人", "含上年结转的3人"),
        ("王明:\n含上年结转的3人", "含上年结转的3人"),
        ("王明：含上年结转的3人", "含上年结转的3人"),
        ("李红:\n含上年结转的3人", "李红:\n含上年结转的3人"),
        (THREAD, "含上年结转的3人"),
        (OTHER_THREAD, "含上年结转的3人\nReply:\n    已核"),
        ("[见附件]", "[见附件]"),
    ],
)
def test_the_words_of_a_comment(written: str, words: str) -> None:
    assert read(workbook(written)) == (CellComment("D5", words),)


@pytest.mark.parametrize("written", ["", " \n", "王明:", "王明:\n"])
def test_a_comment_that_says_nothing_is_none(written: str) -> None:
    assert read(workbook(written)) == ()


def test_a_comment_in_runs_of_a_strict_file() -> None:
    parts = workbook("含")
    parts[PART] = (
        '<comments xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><authors><author>王明</author></authors><commentList>'
        '<comment ref="D5" authorId="0"><text><r><rPr><b/></rPr><t>王明:</t></r><r><t xml:space="preserve">\n含</t></r><r><t>3人</t>'
        "</r></text></comment></commentList></comments>"
    ).encode()
    parts[RELATIONS] = parts[RELATIONS].replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
    )
    assert read(parts) == (CellComment("D5", "含3人"),)


def gone(parts: dict[str, bytes]) -> None:
    del parts[PART]


def cut(parts: dict[str, bytes]) -> None:
    parts[PART] = parts[PART][:-9]


def no_xml(parts: dict[str, bytes]) -> None:
    parts[PART] = b"\0\xff"


def strange_encoding(parts: dict[str, bytes]) -> None:
    parts[PART] = b'<?xml version="1.0" encoding="EUC-JP"?><comments/>'


def broken_relations(parts: dict[str, bytes]) -> None:
    parts[RELATIONS] = b"<Relationships>"


@pytest.mark.parametrize("do", [gone, cut, no_xml, strange_encoding, broken_relations])
def test_comments_that_cannot_be_read_are_known_to_be_there(
    do: Callable[[dict[str, bytes]], None],
) -> None:
    parts = workbook("含上年结转的3人")
    do(parts)
    assert read(parts) is None


def odd_author(parts: dict[str, bytes]) -> None:
    parts[PART] = parts[PART].replace(b'authorId="0"', b'authorId="-9"')


def no_reference(parts: dict[str, bytes]) -> None:
    parts[PART] = parts[PART].replace(b' ref="D5"', b"")


@pytest.mark.parametrize(("do", "where"), [(odd_author, "D5"), (no_reference, "")])
def test_a_comment_with_odd_attributes_is_read(
    do: Callable[[dict[str, bytes]], None], where: str
) -> None:
    parts = workbook("含上年结转的3人")
    do(parts)
    assert read(parts) == (CellComment(where, "含上年结转的3人"),)


def test_a_sheet_without_comments() -> None:
    parts = workbook("")
    del parts[RELATIONS]
    assert read(parts) == ()
