"""The files of a package with what was taken: a cell or a row more, all else as it stands."""

from __future__ import annotations

import pytest
from support.brought import county, proposal, sheet

from generator.model.errors import DataError
from generator.model.files import department_in
from generator.package.bring import BroughtSheet, filled_files

HEAD = ("指标", "单位", "数值")
SCHOOLS = sheet(HEAD, ("参与结对的东部学校数", "所", 6))
FUNDS = sheet(
    ("名称", "金额（万元）", "用途", "方向", "列示"), ("大棚", 1286, "产业", "产业开发", "逐项")
)


def filled(brought: BroughtSheet, **files: bytes) -> dict[str, str]:
    """The texts of the files that change; file names with ``_`` for the dot."""
    package = {name.replace("_", "."): data for name, data in files.items()}
    changed = filled_files(package, county()[1], proposal(brought), ())
    return {name: data.decode("utf-8") for name, data in changed.items()}


def test_a_row_of_the_form_stands_where_the_form_has_it() -> None:
    form = "代码,数值\n1.1.3,5\n4.2.1.2,=\n".encode()
    assert filled(SCHOOLS, indicators_csv=form)["indicators.csv"] == (
        "代码,数值,来源\n1.1.3,5,\n1.3.2,6,表.xlsx“Sheet1”C2\n4.2.1.2,=,\n"
    )


def test_titles_blank_rows_columns_of_others_and_line_ends_stay() -> None:
    form = "我的统计表,\r\n\r\n代码,我的列,数值,来源\r\n1.3.2,甲,,教育局\r\n".encode("utf-8-sig")
    assert filled(SCHOOLS, indicators_csv=form)["indicators.csv"] == (
        "\ufeff我的统计表,,,\r\n,,,\r\n代码,我的列,数值,来源\r\n1.3.2,甲,6,教育局\r\n"
    )


def test_a_file_that_is_not_there_begins_with_its_head() -> None:
    table = filled(FUNDS)["funds.csv"]
    assert table.splitlines() == [
        "\ufeff键,名称,金额,用途,方向,列示,项目数,来源",
        "大棚,大棚,1286,产业,产业开发,逐项,,表.xlsx“Sheet1”第2行",
    ]


def test_a_heading_with_another_unit_gets_the_number_with_its_own() -> None:
    head = "键,名称,金额（元）,用途,方向,列示\n".encode()
    assert ",1286万元," in filled(FUNDS, funds_csv=head)["funds.csv"]


@pytest.mark.parametrize("form", ["代码;数值\n1.1.3;5\n", "单位：元,\n代码,数值\n"])
def test_a_table_of_another_shape_is_not_written_into(form: str) -> None:
    with pytest.raises(DataError, match="没有能写进去的标题行"):
        filled(SCHOOLS, indicators_csv=form.encode())


def test_the_source_of_last_year_is_replaced_and_a_department_stays() -> None:
    last = "代码,数值,来源\n1.3.2,,去年.xlsx“表”C9\n".encode()
    assert "\n1.3.2,6,表.xlsx“Sheet1”C2\n" in filled(SCHOOLS, indicators_csv=last)["indicators.csv"]
    named = "代码,数值,来源\n1.3.2,,县教育局\n".encode()
    assert "\n1.3.2,6,县教育局\n" in filled(SCHOOLS, indicators_csv=named)["indicators.csv"]


@pytest.mark.parametrize(
    ("source", "department"),
    [
        ("县人社局.xlsx“Sheet1”D4", "县人社局"),
        ("就业局.csv B3", "就业局"),
        ("统计表.docx“表1”C4", "统计表"),
        ("县人社局、县教育局", "县人社局、县教育局"),
        ("年度统计表", "年度统计表"),
        ("", ""),
    ],
)
def test_the_department_of_a_source(source: str, department: str) -> None:
    assert department_in(source) == department
