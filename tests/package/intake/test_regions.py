"""Tables of departments, taken apart without knowing what their columns mean."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from generator.model.errors import NigaoError
from generator.package.intake.regions import find_region, grids_of, names_in

LABOUR = [
    ["2023年劳务协作情况统计表"],
    ["填报单位：县人社局", None, None, None, "单位：人、万元"],
    ["序号", "乡镇", "转移就业", None, "培训资金"],
    [None, None, "东部", "省内", None],
    [1, "上河镇", 12, 30, "3.5"],
    [2, "下河乡", "8", 21, 2],
    [],
    ["合 计", None, 20, 51, 5.5],
    ["注：数据截至10月底"],
]


def test_a_sheet_with_merged_heads(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in LABOUR:
        book.active.append(row)
    for cells in ("A1:E1", "C3:D3", "A3:A4", "B3:B4", "E3:E4", "A9:E9"):
        book.active.merge_cells(cells)
    book.save(tmp_path / "劳务.xlsx")
    (grid,) = grids_of(tmp_path / "劳务.xlsx")
    region = find_region(grid)
    assert region is not None
    assert region.title == "2023年劳务协作情况统计表"
    assert region.units == ("人", "万元")
    assert region.head_rows == (3, 4)
    assert region.heads == {
        1: ("序号",),
        2: ("乡镇",),
        3: ("转移就业", "东部"),
        4: ("转移就业", "省内"),
        5: ("培训资金",),
    }
    assert (region.body, region.totals, region.notes) == ((5, 6), (8,), (9,))


def test_a_csv_file_of_the_same(tmp_path: Path) -> None:
    lines = ["\t".join("" if cell is None else str(cell) for cell in row) for row in LABOUR]
    (tmp_path / "劳务.csv").write_bytes("\n".join(lines).encode("utf-16"))
    (grid,) = grids_of(tmp_path / "劳务.csv")
    region = find_region(grid)
    assert region is not None
    assert region.heads[3] == ("转移就业", "东部")
    assert region.heads[4] == ("转移就业", "省内")
    assert (region.body, region.totals, region.notes) == ((5, 6), (8,), (9,))


def test_a_plain_list_has_a_head_of_one_row(tmp_path: Path) -> None:
    (tmp_path / "干部.csv").write_text("姓名,单位,挂职时间\n王　丽,区教委,2023年5月\n", "utf-8")
    (grid,) = grids_of(tmp_path / "干部.csv")
    region = find_region(grid)
    assert region is not None
    assert (region.title, region.units, region.head_rows, region.body) == ("", (), (1,), (2,))


def test_numbers_alone_are_no_table(tmp_path: Path) -> None:
    (tmp_path / "数.csv").write_text("1,2\n3,4\n", "utf-8")
    assert find_region(grids_of(tmp_path / "数.csv")[0]) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王丽、李强、欧阳娜", ("王丽", "李强", "欧阳娜")),
        ("王　丽，李  强", ("王丽", "李强")),
        ("王丽 李强 张三丰", ("王丽", "李强", "张三丰")),
        ("王丽\n李强；", ("王丽", "李强")),
        ("", ()),
    ],
)
def test_people_of_a_list_are_counted(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"\xff\xff\xff"])
@pytest.mark.parametrize("name", ["表.xlsx", "表.csv"])
def test_what_cannot_be_read_is_one_line(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    try:
        grids = grids_of(tmp_path / name)
    except NigaoError as error:
        assert len(error.problems) == 1
        assert str(error).startswith(name)
    else:
        assert [find_region(grid) for grid in grids] == [None]
