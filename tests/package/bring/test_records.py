"""Sheets whose rows are records of a file of the package."""

from __future__ import annotations

import pytest
from support.brought import Row, proposal, sheet

from generator.model.replacing import replace
from generator.package.bring import BroughtSheet, Mapped, Offer
from generator.package.bring.proposal import RecordOffer

HEAD = ("序号", "方向", "开始", "职务", "姓名", "事项")


def records(brought: BroughtSheet, **given: object) -> list[RecordOffer]:
    made = proposal(brought, **given).offers  # type: ignore[arg-type]
    return [offer for offer in made if isinstance(offer, RecordOffer)]


def records_of(*sheets: BroughtSheet) -> list[RecordOffer]:
    return [offer for offer in proposal(*sheets).offers if isinstance(offer, RecordOffer)]


def visit(*cells: str | int | None) -> Row:
    return (1, *cells)


def test_rows_become_records_with_a_key_of_their_name() -> None:
    there, back = records(
        sheet(
            ("互访情况",),
            HEAD,
            visit("东到西", "2023.5.11", "区委书记", "郑某", "考察"),
            visit("西到东", "6月8日", "县长", "吴某", "对接"),
        )
    )
    assert (there.file, there.key, there.standing.value) == ("visits.csv", "郑某", "可取")
    assert dict(there.cells)["开始"] == "2023.5.11"
    assert (back.key, back.source) == ("吴某", "表.xlsx“Sheet1”第4行")


def test_a_record_that_is_there_or_says_otherwise() -> None:
    same, other = records(
        sheet(
            HEAD,
            visit("东到西", "2023年5月10日", "南开区区长", "周某", "考察"),
            visit("东到西", "2023-05-10", "南开区副区长", "周某", "考察"),
        )
    )
    assert (same.key, same.standing.value) == ("来访", "已有")
    assert (other.standing.value, other.reasons) == ("冲突", ("已有“来访”，内容不同，没有改",))


def test_what_cannot_be_read_or_is_missing_is_asked() -> None:
    wrong, missing = records(
        sheet(
            HEAD, visit("东往西", "5月", "局长", "甲", "来"), visit(None, "5月", "局长", "乙", "来")
        )
    )
    assert wrong.standing.value == missing.standing.value == "请定"
    assert "只能填东到西、西到东" in wrong.reasons[0]
    assert missing.reasons == ("“方向”不能空",)


def test_a_column_that_the_file_does_not_have_is_asked() -> None:
    brought = sheet(
        ("互访情况",),
        ("方向", "开始", "职务", "带队领导"),
        ("东到西", "5月10日", "局长", "甲"),
    )
    column, row = proposal(brought).offers
    assert isinstance(column, Offer)
    assert (column.written, column.target.ident) == ("“带队领导”列", "visits.姓名")
    assert (row.standing.value, row.reasons) == ("请定", ("“带队领导”列还没有定",))
    for said in ("", "visits.姓名"):
        settled = records(brought, confirmed={1: said})[0]
        assert (settled.standing.value, settled.cells["姓名"]) == ("可取", "甲")
    left_out = records(brought, confirmed={1: "不用"})[0]
    assert (left_out.standing.value, "姓名" in left_out.cells) == ("可取", False)
    mapping = [Mapped("互访", "带队领导", "", "visits.姓名")]
    kept = records(brought, mapping=mapping)[0]
    assert (kept.standing.value, kept.cells["姓名"]) == ("可取", "甲")


def test_a_sheet_called_after_a_record_file_is_read_as_one() -> None:
    brought = sheet(
        ("2023年东西部协作政策文件目录",),
        ("序号", "发文时间", "发文单位", "文件名称", "文号", "领域"),
        (1, "2023.3.15", "县人民政府", "工作方案", "青政发〔2023〕5号", "综合"),
    )
    offers = proposal(brought).offers
    columns = [offer for offer in offers if isinstance(offer, Offer)]
    assert [offer.target.label for offer in columns] == ["日期", "发文机关", "标题"]
    (row,) = records(brought, confirmed={1: "", 2: "", 3: ""})
    assert row.standing.value == "可取"
    assert dict(row.cells) == {
        "日期": "2023.3.15",
        "发文机关": "县人民政府",
        "标题": "工作方案",
        "文号": "青政发〔2023〕5号",
        "领域": "综合",
    }


def test_the_unit_of_a_column_is_converted() -> None:
    brought = sheet(
        ("名称", "金额（元）", "用途", "方向", "列示"),
        ("大棚", 12_860_000, "产业", "产业开发", "逐项"),
    )
    assert records(brought)[0].cells["金额"] == "1286"


def test_two_equal_rows_are_asked() -> None:
    row = visit("西到东", "6月8日", "县长", "吴某", "对接")
    first, second = records(sheet(HEAD, row, row))
    assert first.standing.value == "可取"
    assert (second.standing.value, second.reasons) == ("请定", ("和第2行完全相同",))


def test_rows_that_differ_where_nothing_is_settled_are_not_equal() -> None:
    head = ("方向", "开始", "职务", "带队领导")
    rows = [("东到西", "5月10日", "局长", leader) for leader in ("甲", "乙", "乙")]
    told = [offer.reasons[1:] for offer in records(sheet(("互访情况",), head, *rows))]
    assert told == [(), (), ("和第4行完全相同",)]


def test_a_unit_against_that_of_the_whole_table_is_asked() -> None:
    head = ("名称", "金额（万元）", "用途", "方向", "列示")
    row = ("大棚", 100, "产业", "产业开发", "逐项")
    (asked,) = records(sheet(("资金明细（单位：元）",), head, row))
    assert asked.reasons == ("全表写的单位是元，这里写的却是万元，不知道以哪个为准",)


def test_totals_are_left_out_and_compared() -> None:
    head = ("名称", "金额（万元）", "用途", "方向", "列示")
    row = ("大棚", 100, "产业", "产业开发", "逐项")
    right = records(sheet(head, row, ("合计", 100)))
    assert [offer.standing.value for offer in right] == ["可取"]
    wrong = records(sheet(head, row, ("合计", 120)))
    assert wrong[0].reasons == ("“金额”合计写的是120，各行加起来是100",)


def test_two_files_with_the_same_record_and_with_another_of_its_name() -> None:
    one = visit("西到东", "6月8日", "县长", "吴某", "对接")
    other = visit("西到东", "6月8日", "县长", "吴某", "签约")
    first, second = records_of(sheet(HEAD, one, file="甲.xlsx"), sheet(HEAD, one, file="乙.xlsx"))
    assert (first.standing.value, second.standing.value) == ("可取", "已有")
    first, second = records_of(sheet(HEAD, one, file="甲.xlsx"), sheet(HEAD, other, file="乙.xlsx"))
    assert (first.standing.value, second.standing.value) == ("冲突", "冲突")
    assert second.reasons == ("第1项（甲.xlsx“Sheet1”第2行）说是西到东，6月8日，县长，吴某，对接",)


def test_columns_that_a_heading_of_a_plan_or_of_another_year_spans_are_no_part_of_a_record() -> (
    None
):
    head = ("名称", "领域", "2022年", None, "2023年", None)
    below = (None, None, "金额", "人数", "金额", "人数")
    row = ("冷库", "产业", 100, 3, 200, 4)
    merges = [(1, 3, 1, 4), (1, 5, 1, 6)]
    (both,) = records(sheet(head, below, row, merges=merges))
    assert (both.cells["金额"], both.cells["人数"]) == ("200", "4")
    planned = (*head[:2], "计划", None)
    plan = sheet(planned, below[:4], (*row[:2], 100, 3), merges=merges[:1], name="项目")
    assert [record.cells for record in records(plan)] == [{"名称": "冷库", "领域": "产业"}]


def test_a_name_over_two_lines_is_one_name_and_one_that_says_the_same_as_above_is_asked() -> None:
    head = ("捐赠方", "形式", "金额（元）", "用途")
    given = sheet(head, ("蓝海\n公司", "资金", "500,000", "助学"), ("同上", "资金", 3000, "〃"))
    first, second = records(given)
    assert dict(first.cells) == {"捐赠方": "蓝海公司", "形式": "资金", "金额": "50", "用途": "助学"}
    assert first.standing.value == "可取"
    assert dict(second.cells) == {"形式": "资金", "金额": "0.3"}
    assert second.standing.value == "请定"
    assert second.reasons[0].startswith("“捐赠方”写的是“同上”，各行单独读，不知道指的是什么。")


@pytest.mark.parametrize("said", [{1: "funds.名称", 2: "funds.金额"}, {1: "funds.名称", 2: "不用"}])
def test_columns_that_were_settled_leave_a_sheet_what_it_was(said: dict[int, str]) -> None:
    rows: list[Row] = [
        ("序号", "项目名称", "资金"),
        (1, "大棚", 18),
        (2, "冷库", 9),
        ("合计", None, 28),
    ]
    brought = sheet(("资金",), *rows)
    first = proposal(brought, confirmed=said).offers
    columns = [offer for offer in first if isinstance(offer, Offer)]
    again = proposal(brought, mapping=[offer.mapped for offer in columns]).offers
    told = [replace(offer, number=0) for offer in first[len(columns) :]]
    assert len(told) == 2
    assert [replace(offer, number=0) for offer in again] == told
