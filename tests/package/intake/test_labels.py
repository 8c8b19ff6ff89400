"""An official form without codes: rows are matched to the catalogue by label and position."""

from __future__ import annotations

import random
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support import invented
from support.made import FILES, form_of, kinds_folder, remarks_of, workbook_of
from support.packages import ROOT, drafted

from generator.model.errors import NigaoError
from generator.package.intake.labels import FormLine, folded, match
from generator.package.read.homes import home_at
from generator.package.read.kind import read_kind

CATALOGUE = tuple(read_kind(home_at(ROOT / "templates"), "东西部协作自评", 2021).catalogue.values())


def official(year: int = 2021) -> list[FormLine]:
    """The form as it is issued: label with blanks before it, unit, a value where the row is no title."""
    return [
        FormLine(
            number,
            "　" * row.level + row.label.replace("{year}", str(year)),
            row.unit,
            not row.is_heading,
        )
        for number, row in enumerate(CATALOGUE, 3)
    ]


def codes(lines: list[FormLine]) -> dict[int, str]:
    return {row: form.code for row, form in match(lines, CATALOGUE, 2021).items()}


WHOLE = {line.row: row.code for line, row in zip(official(), CATALOGUE, strict=True)}


def changed(line: FormLine, label: str) -> FormLine:
    return FormLine(line.row, label, line.unit, line.filled)


ALTERED: list[tuple[str, Any]] = [
    ("as it is", lambda label: label),
    ("half-width punctuation", lambda label: label.replace("（", "(").replace("，", ",")),
    ("blanks within", lambda label: " ".join(label)),
    ("without numbers", lambda label: re.sub(r"^\s*\d+\.", "", label)),
    ("其中 with a half-width colon", lambda label: label.replace("其中：", "其中:")),
    (
        "one word left out",
        lambda label: label.replace("国家乡村振兴重点帮扶县数", "国家乡村振兴重点帮县数"),
    ),
]


# What a person wrote in the row of 1.1.1 (其中：赴东部就业, 人, 120), and what is told.
OTHER_WORDS = [
    ("B", "省内就业", "代码1.1.1是“其中：赴东部就业”，指标写的却是1.1.2的“省内就业”。请核对"),
    ("B", " 2. 是否出台政策", "指标写的却是1.2的“"),
    ("C", "万人", "单位写的是“万人”，统计表是“人”。请换算成人填，把单位改回来"),
    ("B", "赴东部 就业", ""),
    ("B", "赴东部（帮扶省份）就业", ""),
    ("B", None, ""),
    ("C", "人次", ""),
    ("C", None, ""),
]


@pytest.mark.parametrize(("column", "words", "told"), OTHER_WORDS)
def test_words_of_another_row_or_unit_beside_a_code_are_told(
    tmp_path: Path, column: str, words: str | None, told: str
) -> None:
    def edit(book: Any) -> None:
        sheet = book["年度统计表"]
        row = next(cell.row for cell in sheet["A"] if cell.value == "1.1.1")
        sheet[f"{column}{row}"] = words

    path, kinds = workbook_of(tmp_path, edit)
    if not told:
        assert form_of(path, kinds)["1.1.1"] == Decimal(120)
        return
    with pytest.raises(NigaoError) as caught:
        form_of(path, kinds)
    assert [told in str(problem) for problem in caught.value.problems] == [True]


@pytest.mark.parametrize(
    ("label", "told"),
    [
        (
            "省内就业",
            ["写的是1.1.2的“省内就业”，代码1.1.1是“其中：赴东部就业”，按代码读，请核对。"],
        ),
        ("其中：赴东部就业", []),
        ("赴东部", []),
    ],
)
def test_the_label_of_another_row_in_a_csv_file_is_told(
    tmp_path: Path, label: str, told: list[str]
) -> None:
    form = f"代码,指标,数值\n1.1.1,{label},120\n1.1.2,省内就业,80\n"
    package = invented.package(tmp_path / "清河", **{**FILES, "indicators_csv": form})
    assert [line.partition("：")[2] for line in remarks_of(package, kinds_folder())] == told


@pytest.mark.slow
@pytest.mark.parametrize("alter", [case[1] for case in ALTERED], ids=[case[0] for case in ALTERED])
def test_every_row_is_found_however_it_is_printed(alter: Any) -> None:
    assert codes([changed(line, alter(line.label)) for line in official()]) == WHOLE


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_rows_that_are_left_out_do_not_shift_the_others(seed: int) -> None:
    """What is matched is right, whatever twenty rows are missing; a part below a missing row may be left open."""
    gone = set(random.Random(seed).sample(range(len(CATALOGUE)), 20))
    lines = [line for place, line in enumerate(official()) if place not in gone]
    found = codes(lines)
    missing = {CATALOGUE[place].code for place in gone}
    wrong = {row: code for row, code in found.items() if code != WHOLE[row]}
    often = [folded(row.label) for row in CATALOGUE]
    assert all(
        often.count(folded(next(r.label for r in CATALOGUE if r.code == WHOLE[row]))) > 1
        for row in wrong
    )
    assert len(wrong) <= 2, (wrong, missing)


@pytest.mark.slow
@pytest.mark.parametrize("label", ["本地自设指标", "帮扶资金拨付进度", ""])
def test_a_row_that_the_catalogue_does_not_have_is_left_out(label: str) -> None:
    lines = official()
    lines.insert(40, FormLine(900, label, "万元", True))
    found = codes(lines)
    assert 900 not in found and {row: code for row, code in found.items() if row != 900} == WHOLE


def test_another_unit_of_money_is_not_matched() -> None:
    place = next(place for place, row in enumerate(CATALOGUE) if row.code == "2.3.1")
    lines = official()
    lines[place] = FormLine(lines[place].row, lines[place].label, "万元", True)
    assert lines[place].row not in codes(lines)


def copied_in(book: Any, rows: list[tuple[Any, ...]]) -> None:
    """The official form in place of the sheet, with a title and indents."""
    del book["年度统计表"]
    sheet = book.create_sheet("年度统计表")
    sheet["A1"] = "清河县2023年东西部协作年度统计表"
    sheet.merge_cells("A1:C1")
    for row in [("指  标", "单位", "清河县"), *rows]:
        sheet.append(row)


OFFICIAL = [
    ("一、就业和企业", None, None),
    ("　1.帮助就业人数", "人", "=200"),
    ("　　其中：赴东部就业", "人", " １２０ "),
    ("　　　　　省内就业", "人", 80),
    ("　2.是否出台政策", "是/否", "是"),
    ("填表人：李四", None, None),
]


def test_a_form_copied_in_is_read(tmp_path: Path) -> None:
    rows = [row if row[2] != "=200" else (*row[:2], 200) for row in OFFICIAL]
    path, kinds = workbook_of(tmp_path, lambda book: copied_in(book, rows))
    assert form_of(path, kinds) == {
        "1.1": Decimal(200),
        "1.1.1": Decimal(120),
        "1.1.2": Decimal(80),
        "1.2": True,
    }
    assert remarks_of(path, kinds) == []


def test_what_does_not_match_is_listed(tmp_path: Path) -> None:
    rows = [
        ("1.帮助就业人数", "人", 200),
        ("其中：赴东部就业", "人", 120),
        ("其中：回流人数", "人", 3),
        ("2.是否出台政策", "是/否", "是"),
    ]
    path, kinds = workbook_of(tmp_path, lambda book: copied_in(book, rows))
    with pytest.raises(NigaoError) as caught:
        form_of(path, kinds)
    assert [str(problem) for problem in caught.value.problems] == [
        "清河.xlsx 工作表“年度统计表” 第5行“指标”列：“其中：回流人数”（人）在统计表里对不上。请照统计表的指标名改正，或在它前面加一列“代码”。"
    ]


def test_a_row_that_is_not_there_is_said(tmp_path: Path) -> None:
    path, kinds = workbook_of(
        tmp_path,
        lambda book: copied_in(
            book, [("1.帮助就业人数", "人", 200), ("其中：赴东部就业", "人", 120)]
        ),
    )
    assert [line.partition("：")[2] for line in remarks_of(path, kinds)] == [
        "没有指标 1.1.2 省内就业，按空白处理。",
        "没有指标 1.2 2.是否出台政策，按空白处理。",
    ]


@pytest.mark.slow
def test_the_form_of_a_real_report_comes_back_without_codes(tmp_path: Path) -> None:
    """会宁 2021: the table that the report prints, copied into the workbook, gives the same cells."""
    from generator.jobs.workbook import workbook
    from generator.model.document import Table, plain
    from generator.package.read import load_package

    made = drafted("huining-2021")
    table = next(
        block
        for section in made.document.sections
        for block in section.blocks
        if isinstance(block, Table)
    )
    rows = [
        ["".join(plain(line) for line in cell.paragraphs) for cell in row.cells]
        for row in table.rows[1:]
    ]
    workbook(ROOT / "data" / "huining-2021", tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    copied_in(book, [tuple(row) for row in rows])
    book["年度统计表"]["C2"] = "会宁县"
    book.save(tmp_path / "a.xlsx")
    read, _ = load_package(tmp_path / "a.xlsx")
    assert {row.form.code: row.cell.value for row in read.indicators} == {
        row.form.code: row.cell.value for row in made.dataset.indicators
    }
