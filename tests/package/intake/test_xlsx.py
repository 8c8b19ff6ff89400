"""Workbooks whose cells can be read, whatever else in them is broken."""

from __future__ import annotations

import datetime as dt
import io
import re
import time
import zipfile
from typing import Any

import openpyxl
import pytest

from generator.model.errors import InputError
from generator.package.intake.grid import CellLooks
from generator.package.intake.xlsx import read_grids

_STRICT = [
    (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
]


def _workbook(**cells: Any) -> dict[str, bytes]:
    """The parts of a workbook with these cells."""
    book = openpyxl.Workbook()
    for name, value in cells.items():
        book.active[name] = value
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as file:
        return {name: file.read(name) for name in file.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def _read(parts: dict[str, bytes]) -> dict[tuple[int, int], object]:
    (grid,) = read_grids(_zipped(parts), "甲.xlsx")
    return {
        (row, column): cell.value
        for row, cells in grid.rows.items()
        for column, cell in cells.items()
    }


def _with_cells(xml: str) -> dict[str, bytes]:
    """A workbook whose sheet holds this XML as its rows."""
    parts = _workbook()
    name = "xl/worksheets/sheet1.xml"
    start = parts[name].index(b"<sheetData")
    end = parts[name].index(b"<pageMargins")
    data = f"<sheetData>{xml}</sheetData>".encode()
    parts[name] = parts[name][:start] + data + parts[name][end:]
    return parts


SOUND = {"A1": "金额", "B1": 1286.5, "A2": "日期", "B2": dt.datetime(2023, 3, 5)}
CELLS = {(1, 1): "金额", (1, 2): 1286.5, (2, 1): "日期", (2, 2): dt.datetime(2023, 3, 5)}
BROKEN = [
    ("core property", "docProps/core.xml", b"<cp:coreProperties", b"<cp:broken"),
    ("core property no XML", "docProps/core.xml", b"<", b"&"),
    ("colour", "xl/styles.xml", b"<fonts", b"<colors><x/></colors><fonts"),
    ("border", "xl/styles.xml", b"<left", b"<left style='wavy'"),
    ("fill", "xl/styles.xml", b'patternType="gray125"', b'patternType="tartan"'),
    (
        "conditional format",
        "xl/worksheets/sheet1.xml",
        b"<pageMargins",
        b'<conditionalFormatting sqref="?"><cfRule type="none" priority="x"/></conditionalFormatting><pageMargins',
    ),
    (
        "data validation",
        "xl/worksheets/sheet1.xml",
        b"<pageMargins",
        b'<dataValidations count="x"><dataValidation sqref="" type="nothing"/></dataValidations><pageMargins',
    ),
    ("content types", "[Content_Types].xml", b"<", b"&"),
    ("theme", "xl/theme/theme1.xml", b"<", b"&"),
]


@pytest.mark.parametrize(
    ("part", "old", "new"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_cells_are_read_whatever_else_is_broken(part: str, old: bytes, new: bytes) -> None:
    parts = _workbook(**SOUND)
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    assert _read(parts) == CELLS


def test_strict_open_xml_is_read() -> None:
    parts = _workbook(**SOUND)
    for name, data in parts.items():
        for old, new in _STRICT:
            data = data.replace(old, new)
        parts[name] = data
    assert b"purl.oclc.org" in parts["xl/workbook.xml"]
    assert _read(parts) == CELLS


def test_a_stray_cell_at_the_far_end_costs_nothing() -> None:
    parts = _with_cells(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>远</t></is></c></row>'
    )
    assert _read(parts) == {(1, 1): 1, (1_048_576, 16_384): "远"}


def test_cells_that_do_not_say_where_they_stand_follow_each_other() -> None:
    assert _read(
        _with_cells("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
    ) == {
        (1, 1): 1,
        (1, 2): 2,
        (2, 1): 3,
    }


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('t="d"><v>2023-03-05</v>', dt.datetime(2023, 3, 5)),
        ('t="d"><v>2023-03-05T00:00:00Z</v>', dt.datetime(2023, 3, 5)),
        ('t="b"><v>1</v>', True),
        ('t="e"><v>#SPILL!</v>', "#SPILL!"),
        ('t="str"><v>甲_x000D_乙</v>', "甲\n乙"),
        ('t="str"><v>甲_x005F_x000D_乙</v>', "甲_x000D_乙"),
        ('t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>yi</t></rPh></is>', "甲乙"),
        ("><f>1+1</f><v>2</v>", 2),
    ],
)
def test_a_cell_of_any_type_is_read(cell: str, value: object) -> None:
    assert _read(_with_cells(f'<row r="1"><c r="A1" {cell}</c></row>')) == {(1, 1): value}


@pytest.mark.parametrize(
    ("columns", "hidden"),
    [
        ('<col min="2" max="3" hidden="1"/><col min="4" max="4" width="8.5"/>', {2, 3}),
        ('<col min="2" max="2" width="0" customWidth="1"/>', {2}),
        ('<col min="1" max="3" width="9"/><col min="2" max="2" hidden="1"/>', set()),
        ('<col min="x" max="3" hidden="1"/><col max="2" hidden="1"/><col/>', set()),
        ('<col min="9" max="999999999" hidden="1"/>' * 10_000, set(range(9, 16_385))),
    ],
    ids=["hidden", "of no width", "told twice", "broken", "without end"],
)
def test_hidden_columns(columns: str, hidden: set[int]) -> None:
    parts = _with_cells('<row r="1" ht="0"><c r="A1"><v>1</v></c></row>')
    name = "xl/worksheets/sheet1.xml"
    cols = f"<cols>{columns}</cols><sheetData>".encode()
    parts[name] = parts[name].replace(b"<sheetData>", cols)
    (grid,) = read_grids(_zipped(parts), "甲.xlsx")
    assert (grid.hidden_columns, grid.hidden_rows) == (hidden, {1})


STRIKE = "<rPr><strike/></rPr>"


@pytest.mark.parametrize(
    ("runs", "looks"),
    [
        ("<t>甲</t>", None),
        ("<r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r>", None),
        ('<r><rPr><strike val="0"/></rPr><t>甲</t></r>', None),
        (f"<r>{STRIKE}<t>甲</t></r><r><t>乙</t></r>", CellLooks("乙", "甲乙")),
        (f"<r>{STRIKE}<t>3_x000D_</t></r><r><t>5</t></r>", CellLooks("5", "3\n5")),
        (
            '<r><t>5</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>',
            CellLooks("51", "5", in_number=True),
        ),
        (
            '<r><t>m</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r>',
            CellLooks("m2", "m"),
        ),
    ],
)
def test_looks_of_runs(runs: str, looks: CellLooks | None) -> None:
    row = f'<row r="1"><c r="A1" t="inlineStr"><is>{runs}</is></c></row>'
    (grid,) = read_grids(_zipped(_with_cells(row)), "甲.xlsx")
    assert grid.at(1, 1).looks == looks


def test_a_text_of_many_runs_that_many_cells_share_takes_no_time() -> None:
    runs = f"<r>{STRIKE}<t>3</t></r>" + "<r><rPr><b/></rPr><t/></r>" * 100_000
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_001))
    parts = _with_cells(cells)
    rels = "xl/_rels/workbook.xml.rels"
    shared = b'<Relationship Type="t/sharedStrings" Target="sharedStrings.xml" Id="rId9"/>'
    parts[rels] = parts[rels].replace(b"</Relationships>", shared + b"</Relationships>")
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="x"><si>{runs}</si></sst>'.encode()
    start = time.process_time()
    (grid,) = read_grids(_zipped(parts), "甲.xlsx")
    assert time.process_time() - start < 5
    assert grid.at(20_000, 1).is_struck


@pytest.mark.parametrize("empty", ["<v></v>", "<v/>", ""])
def test_a_formula_whose_result_is_an_empty_text_is_blank(empty: str) -> None:
    cell = f'<c r="A1" t="str"><f>IF(B1="","",B1)</f>{empty}</c>'
    assert _read(_with_cells(f'<row r="1">{cell}</row>')) == {}


def test_a_formula_without_its_value_is_something() -> None:
    (grid,) = read_grids(
        _zipped(_with_cells('<row r="1"><c r="A1"><f>1+1</f></c></row>')), "甲.xlsx"
    )
    assert grid.at(1, 1).value is None
    assert not grid.at(1, 1).blank


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (1, dt.datetime(1900, 1, 1)),
        (59, dt.datetime(1900, 2, 28)),
        (61, dt.datetime(1900, 3, 1)),
        (44990, dt.datetime(2023, 3, 5)),
    ],
)
def test_days_are_counted_as_excel_counts(serial: int, day: dt.datetime) -> None:
    parts = _workbook(A1=dt.datetime(2023, 3, 5))
    name = "xl/worksheets/sheet1.xml"
    assert b"<v>44990</v>" in parts[name]
    parts[name] = parts[name].replace(b"<v>44990</v>", f"<v>{serial}</v>".encode())
    assert _read(parts) == {(1, 1): day}


def test_a_sheet_that_is_cut_is_refused() -> None:
    parts = _workbook(**SOUND)
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][:-40]
    with pytest.raises(InputError, match=r"甲\.xlsx：不是能读的 \.xlsx 工作簿，或者已经损坏"):
        _read(parts)


def _with_sheets(count: int, *, apart: bool) -> dict[str, bytes]:
    """A workbook of so many sheets, each a part of its own or all the same one."""
    parts = _workbook(A1="金额")
    book, rels = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    (relation,) = re.findall(rb"<Relationship [^>]*worksheets/sheet1.xml[^>]*/>", parts[rels])
    (ident,) = re.findall(rb'Id="(\w+)"', relation)
    (sheet,) = re.findall(rb"<sheet [^>]*/>", parts[book])
    sheets, relations = [sheet], [relation]
    for number in range(2, count + 1):
        own = b"x%d" % number if apart else ident
        part = b"sheet%d.xml" % (number if apart else 1)
        sheets.append(sheet.replace(b'"Sheet"', b'"S%d"' % number).replace(ident, own))
        if apart:
            relations.append(relation.replace(ident, own).replace(b"sheet1.xml", part))
            parts["xl/worksheets/" + part.decode()] = parts["xl/worksheets/sheet1.xml"]
    parts[book] = parts[book].replace(sheet, b"".join(sheets))
    parts[rels] = parts[rels].replace(relation, b"".join(relations))
    return parts


def test_many_sheets() -> None:
    grids = read_grids(_zipped(_with_sheets(255, apart=True)), "甲.xlsx")
    assert [grid.name for grid in grids[:2]] == ["Sheet", "S2"] and len(grids) == 255


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (_with_sheets(256, apart=True), "甲.xlsx：有256张工作表，超过255张的上限，不读。"),
        (_with_sheets(3_000, apart=False), "甲.xlsx：有3000张工作表，超过255张的上限，不读。"),
        (_with_sheets(2, apart=False), "甲.xlsx：不是能读的 .xlsx 工作簿，或者已经损坏。"),
    ],
    ids=["too many", "too many of one part", "two of one part"],
)
def test_too_many_sheets(parts: dict[str, bytes], said: str) -> None:
    with pytest.raises(InputError, match=re.escape(said)):
        read_grids(_zipped(parts), "甲.xlsx")


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("yyyy-mm-dd" + "&quot;日&quot;" * 81, dt.datetime(2023, 3, 5)),  # 253 characters
        ("yyyy-mm-dd" + "&quot;日&quot;" * 82, 44990),
        ("[" * 1_000_000, 44990),
    ],
    ids=["the longest", "longer than in Excel", "without end"],
)
def test_a_number_format_that_is_longer_than_excel_takes_is_none(code: str, value: object) -> None:
    parts = _workbook(A1=44990)
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b'<c r="A1"', b'<c r="A1" s="0"', 1)
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="x"><numFmts><numFmt numFmtId="170" formatCode="{code}"/></numFmts>'
        '<cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>'
    ).encode()
    assert _read(parts) == {(1, 1): value}
