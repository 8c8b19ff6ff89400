"""reference: 样板.docx in report.yaml or kind.yaml, from the package to the Word file and back."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import docx
import pytest
from support import invented
from support.own_look import own_file

from generator.jobs.draft import draft
from generator.jobs.text import text
from generator.jobs.workbook import workbook
from generator.model.errors import NigaoError
from generator.package.fingerprint import fingerprint
from generator.package.read import load_package

DATE = dt.datetime(2023, 11, 27)
NAMED = invented.REPORT + "reference: 样板.docx\n"


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return invented.templates(tmp_path / "kinds")


def margin(path: Path) -> float:
    return round(docx.Document(str(path)).sections[0].top_margin.mm)


def drafted(source: Path, kinds: Path) -> Path:
    target = source.with_name("稿.docx")
    draft(source, target, date=DATE, templates=kinds)
    return target


@pytest.mark.parametrize("where", ["清河/样板.docx", "样板.docx"])
def test_the_file_lies_in_the_package_or_beside_it(tmp_path: Path, kinds: Path, where: str) -> None:
    source = invented.package(tmp_path / "清河", report_yaml=NAMED)
    (tmp_path / where).write_bytes(own_file())
    assert margin(drafted(source, kinds)) == 30


@pytest.mark.parametrize("where", ["清河/样板.docx", "样板.docx"])
def test_a_workbook_brings_its_own_along(tmp_path: Path, kinds: Path, where: str) -> None:
    """One that lay beside the package goes beside the workbook by hand."""
    package = invented.package(tmp_path / "清河", report_yaml=NAMED)
    (tmp_path / where).write_bytes(own_file())
    book = tmp_path / "带走" / "清河.xlsx"
    book.parent.mkdir()
    workbook(package, book, templates=kinds)
    if where == "样板.docx":
        with pytest.raises(NigaoError, match=r"没有样板“样板\.docx”"):
            drafted(book, kinds)
        (book.parent / where).write_bytes(own_file())
    assert margin(drafted(book, kinds)) == margin(drafted(package, kinds))


def test_a_kind_may_have_one_and_the_package_another(tmp_path: Path, kinds: Path) -> None:
    kind = kinds / invented.KIND
    (kind / "样板.docx").write_bytes(own_file())
    with (kind / "kind.yaml").open("a", encoding="utf-8") as file:
        file.write("\nreference: 样板.docx\n")
    source = invented.package(tmp_path / "清河")
    assert margin(drafted(source, kinds)) == 30
    assert text(source, templates=kinds)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "没有样板“样板.docx”"),
        (b"PK\x03\x04 broken", "已经损坏"),
        (b"%PDF-1.7", "是 PDF 文件"),
    ],
)
def test_a_file_that_cannot_be_one_is_one_line(
    tmp_path: Path, kinds: Path, content: bytes | None, words: str
) -> None:
    source = invented.package(tmp_path / "清河", report_yaml=NAMED, **{"样板.docx": content})
    with pytest.raises(NigaoError) as caught:
        load_package(source, kinds)
    (problem,) = caught.value.problems
    assert words in problem.message


def test_a_batch_sees_that_the_pattern_changed(tmp_path: Path, kinds: Path) -> None:
    source = invented.package(tmp_path / "清河", report_yaml=NAMED)
    pattern = tmp_path / "样板.docx"
    pattern.write_bytes(own_file())
    before = fingerprint(source, kinds)
    pattern.write_bytes(own_file(body=False))
    assert fingerprint(source, kinds) != before


@pytest.mark.slow
def test_what_people_edit_stays_in_the_own_look(tmp_path: Path, kinds: Path) -> None:
    source = invented.package(
        tmp_path / "清河", report_yaml=NAMED, text__problems_md="就业{就业.合计}，还要努力。"
    )
    (tmp_path / "样板.docx").write_bytes(own_file())
    edited = drafted(source, kinds)
    with zipfile.ZipFile(edited) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    main = "word/document.xml"
    parts[main] = parts[main].replace("还要努力".encode(), "还要下大力气".encode())
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    edited.write_bytes(data.getvalue())
    changed = invented.INDICATORS.replace("120", "150")
    invented.package(source, report_yaml=NAMED, indicators_csv=changed)
    new = tmp_path / "新稿.docx"
    result = draft(source, new, date=DATE, edited=edited, templates=kinds, plain=True)
    assert result.regenerated is not None
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(new)).paragraphs)
    assert "就业230人，还要下大力气。" in words
    assert margin(new) == 30
