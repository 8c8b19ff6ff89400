"""The tables as LibreOffice lays them out: heads, text, page numbers, and merged cells after a round trip.

What the rendering of a landscape page shows is the place of its number on the sheet held upright; that its head faces
the binding on odd pages and the cut on even ones follows from all landscape pages lying the same way (GB/T 9704-2012,
clause 8) and shows only in the bound sheets.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from support.layout_rules import Rendered, numbers
from support.measure import Page, Word, missing_tools, to_pdf
from support.packages import ROOT

from generator.jobs.tables import compose_tables
from generator.model.document import Document, Table, plain
from generator.word import writer as docx_writer
from generator.word.writer.metrics import width

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PACKAGES = ("huining-2021", "jingyuan-2021", "mentougou-2021")
NARROWEST, SIDES = 1.9, 170
"""字 that a column must hold, and the white space at both sides of a cell in twips."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing_tools()), reason="LibreOffice or poppler is missing"),
    pytest.mark.xdist_group("soffice"),
]


@dataclass(frozen=True)
class Made:
    """The tables of a package: the tree, the Word file, its pages."""

    document: Document
    docx: Path
    rendered: Rendered


@cache
def made(package: str) -> Made:
    folder = Path(tempfile.mkdtemp())
    document = compose_tables(ROOT / "data" / package).document
    docx = folder / f"{package}.docx"
    docx.write_bytes(docx_writer.write(document))
    return Made(document, docx, Rendered(docx, to_pdf(docx, folder)))


def characters(text: str) -> Counter[str]:
    """The letters and digits of a text: signs may be drawn as others."""
    return Counter(char for char in text if char.isalnum())


def on(page: Page) -> Counter[str]:
    return characters("".join(line.text for line in page.lines))


def head(table: Table) -> Counter[str]:
    return characters(
        "".join(
            plain(text)
            for row in table.rows
            if row.role == "head"
            for cell in row.cells
            for text in cell.paragraphs
        )
    )


def pages_of(package: str) -> list[tuple[Table, list[Page]]]:
    """The tables with the pages that each fills: a table begins a page, the page after the last of the one before."""
    pages, found = list(made(package).rendered.pages), []
    tables = [
        block
        for section in made(package).document.sections
        for block in section.blocks
        if isinstance(block, Table)
    ]
    starts = [
        n
        for n, page in enumerate(pages)
        # the number of a turned page with an even number begins beside its first line
        if any(line.text.lstrip("—").startswith("附件") for line in page.lines[:1])
    ]
    for n, table in enumerate(tables):
        found.append((table, pages[starts[n] : starts[n + 1] if n + 1 < len(starts) else None]))
    return found


def words(page: Page) -> list[Word]:
    """The words on a page without its number, which stands beyond the left edge of the text on a turned page."""
    left, bottom = (34, page.height) if page.width > page.height else (0, 262)
    return [
        word
        for line in page.lines
        for word in line.words
        if word.box.x1 > left and word.box.y0 < bottom
    ]


@pytest.mark.parametrize("package", PACKAGES)
def test_the_head_stands_on_every_page(package: str) -> None:
    for table, pages in pages_of(package):
        assert len(pages) > 1
        for place, page in enumerate(pages):
            first = min(word.box.y0 for word in words(page))
            top = [word for word in words(page) if word.box.y0 < first + (60 if place == 0 else 16)]
            assert head(table) <= characters("".join(word.text for word in top)), (
                table.id,
                page.number,
            )


@pytest.mark.parametrize("package", PACKAGES)
def test_a_head_is_never_alone_at_the_foot(package: str) -> None:
    for table, pages in pages_of(package):
        for page in pages:
            assert sum((on(page) - head(table)).values()) > 20, page.number


@pytest.mark.parametrize("package", PACKAGES)
def test_no_text_is_lost_or_runs_out_of_the_type_area(package: str) -> None:
    shown: Counter[str] = sum((on(page) for page in made(package).rendered.pages), Counter())
    for table, pages in pages_of(package):
        for row in table.rows:
            times = len(pages) if row.role == "head" else 1
            for cell in row.cells:
                for text in cell.paragraphs if cell.vmerge != "continue" else ():
                    for char, count in characters(plain(text)).items():
                        shown[char] -= count * times
        for page in pages:
            left, right, bottom = (
                (35, page.width - 37, page.height - 26)
                if page.width > page.height
                else (28, 184, 262)
            )
            for word in words(page):
                box = word.box
                assert box.x0 > left - 0.5 and box.x1 < right + 1.5 and box.y1 < bottom + 1, (
                    word.text
                )
    assert not {char: count for char, count in shown.items() if count < 0}


@pytest.mark.parametrize("package", PACKAGES)
def test_page_numbers_stand_in_their_place(package: str) -> None:
    wrong = [str(finding) for finding in numbers(made(package).rendered) if not finding.ok]
    assert not wrong


def grids(docx: Path) -> list[list[list[tuple[int, str, str, int]]]]:
    """The tables of a Word file: of each cell of each row how many columns it spans, its vertical merge, text, width."""
    root = etree.fromstring(zipfile.ZipFile(docx).read("word/document.xml"))
    return [
        [[_cell(cell) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]
        for table in root.iter(f"{W}tbl")
    ]


def _cell(cell: etree._Element) -> tuple[int, str, str, int]:
    span, merge, size = (cell.find(f"{W}tcPr/{W}{tag}") for tag in ("gridSpan", "vMerge", "tcW"))
    merged = "" if merge is None else merge.get(f"{W}val") or "continue"
    text = "".join(node.text or "" for node in cell.iter(f"{W}t"))
    return (1 if span is None else int(span.get(f"{W}val"))), merged, text, int(size.get(f"{W}w"))


@pytest.mark.parametrize("package", PACKAGES)
def test_no_column_is_narrower_than_its_longest_word(package: str) -> None:
    sizes = [_size(made(package).docx, n) for n in range(len(pages_of(package)))]
    for table, size in zip(grids(made(package).docx), sizes, strict=True):
        for row in table:
            for span, _, text, twips in row:
                room = (twips - SIDES) / 20 / size
                longest = max(
                    (width(word) for word in re.findall(r"[0-9A-Za-z.]+", text)), default=0
                )
                assert span > 1 or (room >= NARROWEST and longest <= room + 0.1), (text, room)


def _size(docx: Path, place: int) -> float:
    """The type of a table in pt, from the name of the style of its cells."""
    root = etree.fromstring(zipfile.ZipFile(docx).read("word/document.xml"))
    table = list(root.iter(f"{W}tbl"))[place]
    style = next(
        node.get(f"{W}val")
        for node in table.iter(f"{W}pStyle")
        if "Text" in node.get(f"{W}val", "")
    )
    return int(style.removeprefix("TableText")) / 2


@pytest.mark.parametrize("package", PACKAGES)
def test_merged_cells_survive_libreoffice(package: str, tmp_path: Path) -> None:
    ours = made(package).docx
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                "docx",
                "--outdir",
                str(tmp_path),
                str(ours),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
    before, after = grids(ours), grids(tmp_path / ours.name)
    assert [[[cell[:3] for cell in row] for row in table] for table in after] == [
        [[cell[:3] for cell in row] for row in table] for table in before
    ]
