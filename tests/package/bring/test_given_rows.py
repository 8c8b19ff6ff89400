"""Sheets of a record file whose rows the kind gives: found by their names, never added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from support.brought import Row, sheet

from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.package.bring import BroughtSheet, filled_files, propose
from generator.package.bring.proposal import RecordOffer
from generator.package.read import load_package

REPORT = """\
kind: 政府信息公开工作年度报告
year: 2023
place: {name: 柳溪县, short: 我县, level: 县, city: 云岭市, province: 南原省, organ: 柳溪县林业局}
organs: [柳溪县林业局]
"""
COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
GIVEN = """\
新收,一、本年新收政府信息公开申请数量,,,7,,,,,,
公开,三、本年度办理结果,（一）予以公开,,,,,,,,
部分公开,三、本年度办理结果,（二）部分公开（区分处理的，只计这一情形，不计其他情形）,,,,,,,,
国家秘密,三、本年度办理结果,（三）不予公开,1.属于国家秘密,,,,,,,
其他处理,三、本年度办理结果,（六）其他处理,3.其他,,,,,,,
办结,三、本年度办理结果,（七）总计,,,,,,,,
"""
TABLE = f"键,类,项,目,{','.join(COLUMNS)}\n{GIVEN}"


@cache
def office() -> tuple[Dataset, Kind]:
    """An office that has filled in one number."""
    folder = Path(mkdtemp())
    for name, text in {"report.yaml": REPORT, "requests.csv": TABLE}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_package(folder)


def given(*rows: Row, merges: Sequence[tuple[int, int, int, int]] = ()) -> BroughtSheet:
    """A sheet of the form with these rows below a head without names for the labels."""
    head = ("（本列数据的勾稽关系）", None, None, *COLUMNS)
    return sheet(("申请情况",), head, *rows, merges=[(2, 1, 2, 3), *merges])


def filed(first: int) -> tuple[int, ...]:
    return (first, 0, 0, 0, 0, 0, first)


def offered(brought: BroughtSheet) -> dict[str, str]:
    """How the rows stand, by the key of the record."""
    offers = propose([brought], *office()).offers
    assert all(isinstance(offer, RecordOffer) for offer in offers)
    return {offer.key: offer.standing.value for offer in offers if isinstance(offer, RecordOffer)}


RESULT, REFUSED = "三、本年度办理结果", "（三）不予公开"


@pytest.mark.parametrize(
    ("names", "key"),
    [
        ((RESULT, "（一）予以公开", None), "公开"),
        ((None, "（一） 予以公开", None), "公开"),
        ((RESULT, "（二）部分公开", None), "部分公开"),
        ((RESULT, REFUSED, "1.属于国家秘密"), "国家秘密"),
        ((None, None, "属于国家秘密"), "国家秘密"),
        ((RESULT, "（六）其他处理", "3.其他"), "其他处理"),
        ((RESULT, "（七）总计", None), "办结"),
        ((None, "总计", None), "办结"),
    ],
)
def test_a_row_is_found_by_its_names(names: Row, key: str) -> None:
    assert offered(given((*names, *filed(3)), (RESULT, "没有", None))) == {key: "可取"}


def test_names_of_merged_cells_and_those_that_stand_once_hold_for_the_rows_below() -> None:
    rows: list[Row] = [
        (RESULT, "（一）予以公开", None, *filed(5)),
        (None, REFUSED, "1.属于国家秘密", *filed(2)),
        (None, "（六）其他处理", "3.其他", *filed(1)),
        (None, "（七）总计", None, *filed(8)),
    ]
    expected = dict.fromkeys(("公开", "国家秘密", "其他处理", "办结"), "可取")
    assert offered(given(*rows)) == expected
    assert offered(given(*rows, merges=[(3, 1, 6, 1)])) == expected


def test_a_row_that_the_form_does_not_have_is_told() -> None:
    rows: list[Row] = [(RESULT, "（九）另行登记", None, *filed(4)), (None, None, None, *filed(1))]
    offers = propose([given(*rows)], *office()).offers
    assert [offer.standing.value for offer in offers] == ["请定", "请定"]
    assert offers[0].reasons == (
        "requests.csv 的行由表式规定，没有“三、本年度办理结果／（九）另行登记”这一行，没有取",
    )


def test_what_is_there_stays_and_no_row_is_added() -> None:
    new = ("一、本年新收政府信息公开申请数量", None, None)
    assert offered(given((*new, *filed(7)))) == {"新收": "可取"}
    assert offered(given((*new, *filed(9)))) == {"新收": "冲突"}
    written = proposed_files(given((*new, *filed(7)), (RESULT, "（一）予以公开", None, *filed(5))))
    lines = written["requests.csv"].splitlines()
    assert len(lines) == len(TABLE.splitlines())
    assert lines[1:3] == [
        "新收,一、本年新收政府信息公开申请数量,,,7,0,0,0,0,0,7,表.xlsx“Sheet1”第3行",
        "公开,三、本年度办理结果,（一）予以公开,,5,0,0,0,0,0,5,表.xlsx“Sheet1”第4行",
    ]


def proposed_files(brought: BroughtSheet) -> Mapping[str, str]:
    """The files that change."""
    package = {"requests.csv": TABLE.encode()}
    changed = filled_files(package, office()[1], propose([brought], *office()), ())
    return {name: data.decode() for name, data in changed.items()}


def test_the_only_row_is_the_only_one_that_is_given() -> None:
    columns = [field.name for field in office()[1].records[1].fields][1:6]
    offers = propose([sheet(("复议诉讼",), columns, [1, 2, 3, 4, 5])], *office()).offers
    assert [offer.key for offer in offers if isinstance(offer, RecordOffer)] == ["全年"]
