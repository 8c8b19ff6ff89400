"""Where the items of a sheet go: what is certain, what is asked, what stays."""

from __future__ import annotations

import time

import pytest
from support.brought import Row, county, offers, proposal, sheet, stands

from generator.model.replacing import replace
from generator.package.bring import Mapped, Standing
from generator.package.intake.grid import CellMarks, RawCell

HEAD = ("指标", "单位", "数值")


def test_a_title_a_unit_above_serials_blank_rows_a_total_and_a_note() -> None:
    funds = sheet(
        ("青禾县2023年财政援助资金使用情况表",),
        (None, None, "单位：元"),
        ("序号", "资金用途", "金额"),
        (1, "用于产业帮扶", 35_860_000),
        (),
        (2, "用于就业帮扶", "2,000,000"),
        ("合 计", None, 37_860_000),
        ("注：截至10月底",),
        merges=[(1, 1, 1, 3)],
    )
    assert stands(funds) == {"4.2.1.3": ("3586", "可取"), "4.2.1.4": ("200", "可取")}


def test_two_head_rows_over_one_row() -> None:
    parks = sheet(
        ("县", "共建产业园区", None, "帮扶车间", None),
        (
            None,
            "共建产业园区数（个）",
            "入园企业实际到位投资额（万元）",
            "援建帮扶车间数（个）",
            "吸纳农村劳动力就业数（人）",
        ),
        ("青禾县", 2, 3600, 14, 420),
        merges=[(1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5)],
    )
    assert stands(parks) == {
        "3.2": ("2", "可取"),
        "3.2.2.1": ("0.36", "可取"),
        "3.3": ("14", "可取"),
        "3.3.1": ("420", "可取"),
    }


SCHOOLS, SHEDS = "参与结对的东部学校数（所）", "援建帮扶车间数（个）"


@pytest.mark.parametrize(
    "rows",
    [
        [("县", "学校", "车间"), (None, SCHOOLS, SHEDS), ("青禾县", 6, 14)],
        [("县", "结对", "结对"), ("县", SCHOOLS, SHEDS), ("青禾县", 6, 14)],
        [("县区", "协作", None), ("名称", SCHOOLS, SHEDS), ("青禾县", 6, 14)],
        [("县", "协作", None), (None, SCHOOLS, SHEDS), ("青禾县", 6, 14)],
    ],
)
def test_two_head_rows_without_merged_cells(rows: list[Row]) -> None:
    assert stands(sheet(*rows)) == {"1.3.2": ("6", "可取"), "3.3": ("14", "可取")}


def test_a_row_of_answers_over_numbers_is_no_head() -> None:
    rows: list[Row] = [HEAD, ("是否制定完善资金项目管理办法", None, "是"), (SCHOOLS, None, 6)]
    assert stands(sheet(*rows)) == {"4.2.2": ("是", "可取"), "1.3.2": ("6", "可取")}


FUNDS: list[Row] = [("资金用途", "金额"), ("用于产业帮扶", 3586)]


@pytest.mark.parametrize(
    ("rows", "standing"),
    [
        ([*FUNDS, ("单位：万元",)], "可取"),
        ([*FUNDS, (), ("注：数据截至10月底，单位：万元。",)], "可取"),
        ([*FUNDS, ("注：表中金额单位均为万元",)], "可取"),
        ([*FUNDS, ("注：数据截至10月底",)], "请定"),
        ([("资金（单位：元）",), ("资金用途", "金额（万元）"), ("用于产业帮扶", 3586)], "请定"),
        ([("资金",), ("单位：元、万元",), ("资金用途", "金额（万元）"), FUNDS[1]], "可取"),
        ([("资金用途", "金额（万元）"), FUNDS[1], ("注：单位：元",)], "请定"),
    ],
)
def test_units_of_the_whole_table(rows: list[Row], standing: str) -> None:
    assert stands(sheet(*rows)) == {"4.2.1.3": ("3586", standing)}


def test_a_unit_against_that_of_the_whole_table_is_a_contradiction() -> None:
    rows: list[Row] = [("资金（单位：元）",), ("资金用途", "金额（万元）"), FUNDS[1]]
    assert offers(sheet(*rows))[0].reasons == (
        "全表写的单位是元，这里写的却是万元，不知道以哪个为准",
    )


def test_pairs_of_label_and_value_side_by_side() -> None:
    schools = sheet(
        ("项目", "数值", "项目", "数值"),
        ("参与结对的东部学校数（所）", 6, "帮扶西部学校数（所）", 8),
    )
    assert stands(schools) == {"1.3.2": ("6", "可取"), "1.3.2.1": ("8", "可取")}


def test_no_head_and_the_unit_behind_the_number() -> None:
    jobs = sheet(("推送岗位", "12340个"), ("发布招聘公告", "约20次"))
    assert stands(jobs) == {"招聘.推送岗位": ("12340", "可取"), "招聘.公告": ("约20", "可取")}


def test_a_row_of_units_below_the_head() -> None:
    parks = sheet(
        ("县", "共建产业园区数", "入园企业实际到位投资额"),
        (None, "个", "万元"),
        ("青禾县", 2, 3600),
    )
    assert stands(parks) == {"3.2": ("2", "可取"), "3.2.2.1": ("0.36", "可取")}


def test_townships_with_a_total_and_without() -> None:
    head, rows = ("乡镇", "援建帮扶车间数（个）"), [("城关镇", 3), ("河口乡", 4)]
    assert stands(sheet(head, *rows, ("合计", 7))) == {"3.3": ("7", "可取")}
    assert stands(sheet(head, *rows)) == {"3.3": ("7", "请定")}
    wrong = offers(sheet(head, *rows, ("合计", 8)))[0]
    assert (wrong.value, wrong.standing) == ("8", Standing.DOUBT)
    assert wrong.reasons == ("合计写的是8，各行加起来是7",)


def test_of_several_counties_the_row_of_the_place() -> None:
    head = ("县区", "援建帮扶车间数（个）")
    ours = sheet(head, ("白云县", 3), ("青禾县", 4), ("合计", 7))
    assert stands(ours) == {"3.3": ("4", "可取")}
    others = sheet(head, ("白云县", 3), ("红河县", 4), ("合计", 7))
    assert stands(others) == {"3.3": ("7", "请定")}


def test_a_list_of_people_is_counted_and_asked() -> None:
    people = sheet(
        ("2023年东部实际向西部选派挂职干部花名册",),
        ("序号", "姓 名", "职务"),
        (1, "王某", "科长"),
        (2, "李某", "科员"),
        (3, "王 某", "科员"),
    )
    offer = offers(people)[0]
    assert (offer.target.ident, offer.value, offer.standing) == ("4.1.1.1", "3", Standing.DOUBT)
    assert "“王某”在第3行和第5行都有" in offer.reasons


@pytest.mark.parametrize("title", ["选派支教教师名单", "2023年东部选派支教教师花名册"])
def test_a_list_of_those_that_a_row_includes_is_asked(title: str) -> None:
    people: list[Row] = [("序号", "姓名", "学校"), (1, "王某", "一中"), (2, "李某", "二中")]
    offer = offers(sheet((title,), *people))[0]
    assert [target.ident for target in offer.candidates][:2] == ["4.1.4.1", "4.1.4.2"]
    assert (offer.value, offer.standing) == ("2", Standing.DOUBT)
    said = "“4.专业技术人才交流（含教师、医生等）”包括名单上的人，分不清是哪一行"
    assert said in offer.reasons


def test_people_in_a_cell_are_counted_and_asked() -> None:
    brought = sheet(HEAD, ("东部实际向西部选派挂职干部", "人", "王　丽、李强，欧阳娜"))
    offer = offers(brought)[0]
    assert (offer.target.ident, offer.value, offer.standing) == ("4.1.1.1", "3", Standing.DOUBT)
    assert offer.reasons == ("这是数出来的：王丽、李强、欧阳娜",)


def test_two_tables_below_one_another() -> None:
    two = sheet(
        ("学校",),
        ("指标", "数值"),
        ("参与结对的东部学校数（所）", 6),
        (),
        ("车间",),
        ("乡镇", "援建帮扶车间数（个）"),
        ("城关镇", 3),
        ("合计", 3),
    )
    assert stands(two) == {"1.3.2": ("6", "可取"), "3.3": ("3", "可取")}


@pytest.mark.parametrize(
    ("row", "code", "value"),
    [
        (("2.参与结对的东部学校数", "所", "６"), "1.3.2", "6"),
        (("参与结对的东部学校", "所", 6), "1.3.2", "6"),
        (("动员社会力量投入帮扶资金数", "元", 1_234_560), "4.2.3", "123.456"),
        (("动员社会力量投入帮扶资金数", "亿元", 0.525), "4.2.3", "5250"),
        (("参与结对的东部企业数", "家", 3), "1.3.6", "3"),
        (("是否制定完善资金项目管理办法", "是/否", "是"), "4.2.2", "是"),
        (("2023年计划实施帮扶项目数", "项", 11), "4.2.4", "11"),
    ],
)
def test_what_is_certain(row: Row, code: str, value: str) -> None:
    result = stands(sheet(HEAD, row))
    expected = "请定" if row[1] == "家" else "可取"
    assert result == {code: (value, expected)}


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([("实际到位投资额", "万元", 500)], "统计表里有"),
        ([("已使用财政援助资金数", None, 500)], "表上没有写单位，不知道是不是万元"),
        (
            [("已使用财政援助资金数（亿元）", "万元", 0.56)],
            "单位写的是万元，项目名或表头里写的却是亿元，不知道以哪个为准",
        ),
        ([("举办劳务协作培训班", "人", 12)], "表上的单位是“人”，应当是期"),
        ([("培训农村劳动力人数", "人", 12)], "表上的单位是“人”，应当是人次"),
        ([("参与结对的东部学校数", "所", "30 45")], "这里像是2个数"),
        ([("参与结对的东部学校数", "所", "无")], "还不知道就留空，是零就写 0"),
        ([("参与结对的东部学校数", "所", 2.5)], "2.5所不是整数"),
        ([("参与结对的东部学校数", "所", "约6")], "统计表里没有地方写"),
        ([("2022年计划实施帮扶项目数", "项", 11)], "指标名写的是别的年份"),
        ([("结对东部学校数", "所", 6)], "指标名不完全相同"),
    ],
)
def test_what_is_asked(rows: list[Row], reason: str) -> None:
    offer = offers(sheet(HEAD, *rows))[0]
    assert offer.standing is Standing.DOUBT
    assert any(reason in said for said in offer.reasons), offer.reasons


def test_a_unit_in_the_head_against_that_of_the_row_is_asked() -> None:
    head = ("指标", "单位", "数值（亿元）")
    offer = offers(sheet(head, ("已使用财政援助资金数", "万元", 0.56)))[0]
    assert offer.standing is Standing.DOUBT
    assert "单位写的是万元，项目名或表头里写的却是亿元，不知道以哪个为准" in offer.reasons


def test_an_unclear_cell_keeps_its_readings() -> None:
    offer = offers(sheet(HEAD, ("参与结对的东部学校数", "所", "/")))[0]
    assert [reading.text for reading in offer.readings] == [None, "0"]


def test_hidden_columns_are_told() -> None:
    brought = sheet(HEAD, ("参与结对的东部学校数", "所", 6))
    hidden = replace(brought, grid=replace(brought.grid, hidden_columns=frozenset({3, 5})))
    assert "C列是隐藏的，照样读了" in proposal(hidden).sheets[0].remarks
    assert proposal(brought).sheets[0].remarks == ()


def test_what_is_crossed_out_in_a_number_is_asked() -> None:
    number = RawCell("3045", looks=CellMarks("45", "3045"))
    brought = sheet(HEAD, ("参与结对的东部学校数", "所", number))
    (offer,) = offers(brought)
    assert (offer.value, offer.standing) == ("", Standing.DOUBT)
    assert [reading.text for reading in offer.readings] == ["45", "3045"]
    assert offer.reasons[0].startswith("格子里有划掉的字，连划掉的是“3045”，没划的是“45”")
    assert "第2行格子里有划掉的字" in proposal(brought).sheets[0].remarks


def test_a_number_with_a_raised_mark_is_asked() -> None:
    number = RawCell("451人", looks=CellMarks("451人", "45人", in_number=True))
    (offer,) = offers(sheet(HEAD, ("参与结对的东部学校数", "所", number)))
    assert (offer.value, offer.standing) == ("", Standing.DOUBT)
    number = RawCell("451", looks=CellMarks("451", "45", in_number=True))
    (offer,) = offers(sheet(HEAD, ("参与结对的东部学校数", "所", number)))
    assert [reading.text for reading in offer.readings] == ["45", "451"]


def test_a_sum_of_rows_with_a_number_crossed_out_is_none() -> None:
    townships = sheet(
        ("乡镇", "参与结对的东部学校数（所）"),
        ("甲乡", 3),
        ("乙乡", RawCell(4, looks=CellMarks("", ""))),
    )
    (offer,) = offers(townships)
    assert (offer.value, offer.standing) == ("", Standing.DOUBT)
    assert any("格子里有划掉的字" in said for said in offer.reasons), offer.reasons


def test_who_is_crossed_out_of_a_list_may_not_count() -> None:
    people = sheet(
        ("2023年东部实际向西部选派挂职干部花名册",),
        ("序号", "姓 名", "职务"),
        (1, "王某", "科长"),
        (2, RawCell("李某", looks=CellMarks("", "")), "科员"),
        (3, "张某", "科员"),
    )
    offer = offers(people)[0]
    assert offer.standing is Standing.DOUBT
    assert "第4行格子里有划掉的字，不知道还算不算" in offer.reasons


def test_a_record_with_something_crossed_out_is_no_sure_one() -> None:
    purpose = RawCell("考察调研", looks=CellMarks("调研", "考察调研"))
    visits = sheet(
        ("方向", "开始", "职务", "姓名", "事项"),
        ("东到西", "2023-06-01", "南开区区长", "周某", purpose),
        ("东到西", "2023-07-01", "南开区区长", "周某", "考察"),
    )
    first, second = proposal(visits).offers
    assert first.standing is Standing.DOUBT and second.standing is Standing.SURE
    assert any("格子里有划掉的字" in said for said in first.reasons), first.reasons


def test_the_same_label_is_told_apart_by_what_stands_above() -> None:
    rows = [("援建帮扶车间数", "个", 14), ("吸纳农村劳动力就业数", "人", 420)]
    assert stands(sheet(HEAD, *rows))["3.3.1"] == ("420", "可取")
    between = [rows[0], ("另建扶贫驿站数", "个", 3), rows[1]]
    assert "请定" in {standing for _, standing in stands(sheet(HEAD, *between)).values()}
    assert ("420", "可取") not in stands(sheet(HEAD, *between)).values()


def test_the_whole_form_finds_its_rows_again() -> None:
    dataset, kind = county()
    rows: list[Row] = [HEAD]
    expected = {}
    for number, form in enumerate(kind.catalogue.values(), 100):
        is_number = form.type is not None and form.type.value == "数"
        filed = {row.form.code: row for row in dataset.indicators}[form.code]
        rows.append((form.label_of(2023), form.unit, number if is_number else None))
        if is_number and not filed.cell.raw and not filed.computed:
            expected[form.code] = (str(number), "可取")
    result = stands(sheet(*rows))
    assert {code: result[code] for code in expected} == expected
    assert len(expected) > 90


def test_last_years_number_settles_what_the_label_leaves_open() -> None:
    head = ("指标", "单位", "2023年", "2022年")
    alike = ("到东部结对省份就业数", "人", 1024, 900)
    assert stands(sheet(head, alike)) == {"2.1.2.1": ("1024", "可取")}
    other = ("帮助农村劳动力实现就业数", "人", 3255, 2999)
    offer = offers(sheet(head, other))[0]
    assert offer.reasons == ("表上的上年数是2999，上年数据包里是3000",)


def test_the_total_of_the_months() -> None:
    months = sheet(("指标", "1月", "2月", "合计"), ("举办劳务协作培训班（期）", 1, 2, 3))
    assert stands(months) == {"2.1.1": ("3", "可取")}


def test_rows_numbered_without_a_head() -> None:
    rows: list[Row] = [(1, "举办劳务协作培训班", "期", 12), (2, "援建帮扶车间数", "个", -4)]
    first, second = offers(sheet(*rows))
    assert (first.value, first.standing) == ("12", Standing.SURE)
    assert second.reasons == ("是负数",)


def test_groups_merged_downwards_tell_rows_apart() -> None:
    rows: list[Row] = [
        ("类别", "指标", "单位", "数值"),
        ("帮扶车间", "援建帮扶车间数", "个", 14),
        (None, "吸纳农村劳动力就业数", "人", 420),
        ("共建产业园区", "共建产业园区数", "个", 2),
        (None, "吸纳农村劳动力就业数", "人", 99),
    ]
    last = offers(sheet(*rows, merges=[(2, 1, 3, 1), (4, 1, 5, 1)]))[-1]
    assert (last.standing, last.target.ident) == (Standing.DOUBT, "3.2.2.2")


def test_columns_of_other_years_plans_and_growth_are_left_out_and_named() -> None:
    head = ("指标", "单位", "全年目标", "2023年", "2022年", "同比增长")
    brought = sheet(head, ("举办劳务协作培训班", "期", 15, 12, 10, "20%"))
    assert stands(brought) == {"2.1.1": ("12", "可取")}
    assert proposal(brought).sheets[0].remarks == ("没有取“全年目标”列", "没有取“同比增长”列")


@pytest.mark.parametrize(
    ("upper", "lower", "numbers", "taken", "passed"),
    [
        (("2022年", "2023年"), "完成数", (10, None), {}, ()),
        (("2022年", "2023年"), "完成数", (10, 12), {"2.1.1": ("12", "可取")}, ()),
        (("2021年", "2023年"), "数量", (9, 12), {"2.1.1": ("12", "可取")}, ("2021年／数量",)),
        (("计划", "实际"), "数量", (15, 12), {"2.1.1": ("12", "可取")}, ("计划／数量",)),
        (("全年任务数", "完成"), "数量", (15, None), {}, ("全年任务数／数量",)),
        (("目标任务完成情况", None), "数量", (12, None), {"2.1.1": ("12", "可取")}, ()),
    ],
)
def test_what_spans_a_column_says_of_which_year_and_sort_it_is(
    upper: tuple[str, str | None],
    lower: str,
    numbers: tuple[int, int | None],
    taken: dict[str, tuple[str, str]],
    passed: tuple[str, ...],
) -> None:
    head = ("指标", "单位", upper[0], None, upper[1], None)
    below = (None, None, lower, "说明", lower, "说明")
    row = ("举办劳务协作培训班", "期", numbers[0], "甲", numbers[1], "乙")
    brought = sheet(head, below, row, merges=[(1, 3, 1, 4), (1, 5, 1, 6)])
    assert stands(brought) == taken
    assert proposal(brought).sheets[0].remarks == tuple(f"没有取“{name}”列" for name in passed)


@pytest.mark.parametrize(
    ("label", "unit", "to", "standing"),
    [
        ("举办劳务协作培训班（期）", "期", "2.1.1", "可取"),
        ("举办劳务协作培训班（单位：期）", "期", "2.1.1", "可取"),
        ("培训农村劳动力人数（万人次）", None, "2.1.1.1", "可取"),
        ("举办劳务协作培训班（2023年）", "期", "2.1.1", "可取"),
        ("举办劳务协作培训班（计划）", "期", "2.1.1", "请定"),
        ("举办劳务协作培训班（截至6月底）", "期", "2.1.1", "请定"),
        ("举办劳务协作培训班（含往年）", "期", "2.1.1", "请定"),
        ("培训农村劳动力人数（脱贫户）", "人次", "2.1.1.1.1", "请定"),
        ("培训农村劳动力人数（女性）", "人次", "2.1.1.1", "请定"),
    ],
)
def test_a_bracket_behind_a_label_is_its_unit_or_makes_it_another_one(
    label: str, unit: str | None, to: str, standing: str
) -> None:
    (offer,) = offers(sheet(HEAD, (label, unit, 4)))
    assert (offer.target.ident, offer.standing.value) == (to, standing)


@pytest.mark.parametrize(
    ("rows", "value", "standing"),
    [
        ([("上河镇", 12), ("下河乡", 13), ("合计", 25)], "25", "可取"),
        ([("社区", 12), ("园区", 13), ("合计", 25)], "25", "可取"),
        ([("1月", 12), ("2月", 13), ("合计", 25)], "25", "可取"),
        ([("全县", 12)], "12", "可取"),
        ([("高新区", 12)], "12", "可取"),
        ([("大青禾县", 12), ("青禾县", 13), ("合计", 25)], "13", "可取"),
        ([("2022年", 12), ("2023年", 13), ("合计", 25)], "13", "可取"),
        ([("2023年", 13), ("同比增长", 1)], "13", "可取"),
        ([("大青禾县", 12)], "12", "请定"),
        ([("白水满族蒙古族自治县", 12)], "12", "请定"),
        ([("青禾", 13), ("白水", 12), ("合计", 25)], "25", "请定"),
        ([("2022年", 12)], "12", "请定"),
        ([("年度计划", 12)], "12", "请定"),
        ([("计划", 12), ("实际", 13), ("合计", 25)], "25", "请定"),
    ],
)
def test_a_row_of_another_county_or_year_or_of_a_plan_is_not_the_number(
    rows: list[Row], value: str, standing: str
) -> None:
    brought = sheet(("单位", "举办劳务协作培训班（期）"), *rows)
    assert stands(brought) == {"2.1.1": (value, standing)}


def test_rows_of_several_years_are_not_added_up() -> None:
    head = ("乡镇", "年度", "举办劳务协作培训班（期）")
    total = ("合计", None, 45)
    first = [("上河镇", "2022年", 12), ("上河镇", "2023年", 13), ("下河乡", "2023年", 20)]
    assert stands(sheet(head, *first, total)) == {"2.1.1": ("45", "请定")}
    this_year = [(*row[:1], "2023年", row[2]) for row in first]
    assert stands(sheet(head, *this_year, total)) == {"2.1.1": ("45", "可取")}
    as_numbers = [(town, int(year[:4]), count) for town, year, count in first]
    last = offers(sheet(head, *as_numbers, total))[-1]
    assert (last.value, last.standing) == ("45", Standing.DOUBT)


def test_a_sheet_of_another_year_is_asked() -> None:
    rows = (("2022年劳务协作统计表",), HEAD, ("举办劳务协作培训班", "期", 12))
    offer = offers(sheet(*rows))[0]
    assert offer.reasons == ("表题写的是2022年，报告是2023年的",)


def test_a_sheet_of_another_county_is_asked() -> None:
    row = ("举办劳务协作培训班", "期", 12)
    other = offers(sheet(("白云县2023年劳务协作统计表",), HEAD, row))[0]
    assert other.reasons == ("表题写的是白云县",)
    known = offers(sheet(("2023年会宁县劳务协作统计表",), HEAD, row))[0]
    assert known.reasons == ("表题写的是会宁县",)
    for title in (
        "青源市2023年劳务协作统计表",
        "天津市南开区帮扶青禾县情况",
        "青禾县2023年统计表",
        "2023年全县统计表",
    ):
        assert offers(sheet((title,), HEAD, row))[0].standing is Standing.SURE


def test_a_part_of_the_year_is_asked() -> None:
    brought = sheet(("指标", "单位", "1-9月"), ("举办劳务协作培训班", "期", 12))
    assert offers(brought)[0].reasons == ("数所在的列是“1-9月”",)


def test_a_number_merged_over_rows_is_asked() -> None:
    brought = sheet(
        HEAD,
        ("参与结对的东部学校数", "所", 6),
        ("参与结对的东部医院数", "家", None),
        merges=[(2, 3, 3, 3)],
    )
    assert offers(brought)[0].standing is Standing.DOUBT


def test_what_is_there_is_never_overwritten() -> None:
    brought = sheet(
        HEAD,
        ("县级领导小组会议", "次", 9),
        ("召开高层联席会议", "次", 2),
        ("资金使用比例", "%", "93.5%"),
        ("签约项目", "个", "约7"),
    )
    result = stands(brought)
    assert result["1.1.3"] == ("9", "冲突")
    assert result["1.2.3"] == ("2", "已有")
    assert result["4.2.1.2"] == ("93.5", "不用")
    assert result["企业.签约项目"] == ("约7", "已有")
    conflict = offers(brought)[0]
    assert conflict.reasons == ("已经填了5次，没有改；要换请先清空那一格",)


def test_a_qualifier_that_is_there_is_kept() -> None:
    result = stands(sheet(HEAD, ("参保户数", "户", 300)))
    assert result == {"防返贫保险.户数": ("300", "冲突")}
    assert stands(sheet(HEAD, ("参保户数", "户", "近300"))) == {
        "防返贫保险.户数": ("近300", "可取")
    }


def test_a_number_that_was_taken_without_its_qualifier_is_not_asked_again() -> None:
    assert stands(sheet(HEAD, ("县级领导小组会议", "次", "约5"))) == {"1.1.3": ("5", "已有")}
    assert stands(sheet(HEAD, ("县级领导小组会议", "次", "约6"))) == {"1.1.3": ("6", "请定")}


def test_two_files_that_say_different_things() -> None:
    one = sheet(HEAD, ("参与结对的东部学校数", "所", 6), file="甲.xlsx")
    two = sheet(HEAD, ("参与结对的东部学校数", "所", 7), file="乙.xlsx")
    first, second = offers(one, two)
    assert (first.standing, second.standing) == (Standing.CONFLICT, Standing.CONFLICT)
    assert first.reasons == ("第2项（乙.xlsx“Sheet1”C2）说是7所",)
    assert second.reasons == ("第1项（甲.xlsx“Sheet1”C2）说是6所",)
    assert [offer.standing for offer in offers(one, one)] == [Standing.SURE, Standing.SAME]


def test_a_sheet_of_something_else_offers_nothing() -> None:
    duty = sheet(
        ("11月值班安排表",), ("日期", "带班领导", "电话"), ("11月1日", "张某", "13900000001")
    )
    assert proposal(duty).offers == ()
    assert proposal(duty).needs_person


def test_a_person_settles_an_offer() -> None:
    brought = sheet(
        HEAD, ("结对东部学校数", "所", 6), ("结对东部医院数", "家", 2), ("厕所", "座", 40)
    )
    said = {1: "", 2: "1.3.3.1", 3: "不用"}
    assert [offer.standing.value for offer in offers(brought, confirmed=said)] == [
        "可取",
        "可取",
        "不用",
    ]
    assert offers(brought, confirmed=said)[1].target.ident == "1.3.3.1"
    assert offers(brought, confirmed={2: "没有.这个"})[1].reasons == (
        "没有“没有.这个”这个键或代码",
    )


def test_what_was_settled_earlier_holds_next_year() -> None:
    mapping = [Mapped("学校协作", "结对学校", "所", "结对.学校", "")]
    last = sheet(("青禾县2023年学校协作情况表",), HEAD, ("结对学校", "所", 6))
    assert stands(last, mapping=mapping) == {"1.3.2": ("6", "可取")}
    other = sheet(("青禾县2023年学校协作情况表",), HEAD, ("结对学校", "对", 6))
    assert offers(other, mapping=mapping)[0].standing is Standing.DOUBT


def test_csv_cells_are_named_without_a_sheet() -> None:
    brought = sheet(HEAD, ("参与结对的东部学校数", "所", 6), name="", file="教育局.csv")
    assert offers(brought)[0].source == "教育局.csv C2"


@pytest.mark.slow
def test_a_long_list_takes_no_time() -> None:
    rows: list[Row] = [(f"第{n}村道路硬化工程", "人", n) for n in range(5000)]
    began = time.process_time()
    assert len(proposal(sheet(HEAD, *rows)).offers) == 5000
    assert time.process_time() - began < 20
