"""Groups, subtotals, serial numbers and merged cells of a table of records."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.making import COLUMNS, made, row_texts, texts

from generator.model.appendix_table import SummaryMethod, TableColumn, TableGroup
from generator.model.cell import Source
from generator.model.document import plain
from generator.model.errors import DataError
from generator.model.replacing import replace

ROWS = [
    {"地区": "甲县", "类别": "产业", "名称": "大棚", "金额": "30.5", "村数": "2"},
    {"地区": "甲县", "类别": "就业", "名称": "培训", "金额": "20", "村数": "2"},
    {"地区": "乙县", "类别": "产业", "名称": "车间", "金额": "10", "村数": "1"},
    {"地区": "甲县", "类别": "产业", "名称": "果园", "金额": "9.5", "村数": "3"},
]
REGION = TableGroup("地区", "{地区}（{计数}个）", span=2)
KIND = TableGroup("类别", "{序号}.{类别}类（{计数}个）", span=2)


def test_without_groups_rows_stand_in_file_order() -> None:
    assert texts(made(ROWS)) == [
        ["序号", "名称", "金额", "村数"],
        ["1", "大棚", "30.5", "2"],
        ["2", "培训", "20", "2"],
        ["3", "车间", "10", "1"],
        ["4", "果园", "9.5", "3"],
    ]


def test_groups_carry_counts_and_sums_at_each_level() -> None:
    table = made(ROWS, groups=(REGION, KIND), summaries={"金额": SummaryMethod.TOTAL})
    assert texts(table)[1:] == [
        ["甲县（3个）", "60", ""],
        ["1.产业类（2个）", "40", ""],
        ["1", "大棚", "30.5", "2"],
        ["2", "果园", "9.5", "3"],
        ["2.就业类（1个）", "20", ""],
        ["3", "培训", "20", "2"],
        ["乙县（1个）", "10", ""],
        ["1.产业类（1个）", "10", ""],
        ["4", "车间", "10", "1"],
    ]
    assert [row.role for row in table.rows][1:4] == ["group", "group", "body"]


def test_a_sum_names_the_rows_that_it_adds_up() -> None:
    table = made(ROWS, groups=(REGION, KIND), summaries={"金额": SummaryMethod.TOTAL}, total="总计")
    for row in table.rows:
        for cell in row.cells:
            added = [
                table.rows[place] for first, last in cell.sums for place in range(first, last + 1)
            ]
            if cell.sums:
                assert all(other.role == "body" for other in added)
                assert sum(other.cells[2].number or 0 for other in added) == cell.number
    assert table.rows[1].cells[1].sums == ((3, 4), (6, 6))
    assert texts(table)[-1] == ["总计", "70", ""]
    assert table.rows[-1].cells[1].sums == ((3, 4), (6, 6), (9, 9))


@pytest.mark.parametrize(("restart", "serials"), [("", "1234"), ("地区", "1231"), ("类别", "1211")])
def test_serial_numbers_begin_anew_where_they_should(restart: str, serials: str) -> None:
    columns = (replace(COLUMNS[0], restart=restart), *COLUMNS[1:])
    table = made(ROWS, columns=columns, groups=(REGION, KIND))
    assert "".join(row_texts(row)[0] for row in table.rows if row.role == "body") == serials


def test_a_subtotal_below_its_group() -> None:
    table = made(
        ROWS,
        groups=(TableGroup("地区", foot="小计", span=2),),
        summaries={"金额": SummaryMethod.TOTAL, "村数": SummaryMethod.KINDS},
    )
    assert [texts(table)[place] for place in (4, 6)] == [["小计", "60", "2"], ["小计", "10", "1"]]
    assert table.rows[4].role == "summary"


def test_given_figures_are_not_added_up() -> None:
    given = [
        {"地区": "甲县", "村数": "3"},
        {"地区": "甲县", "类别": "产业", "村数": "3"},
        {"地区": "甲县", "类别": "就业", "村数": "2"},
        {"地区": "乙县", "村数": "1"},
        {"地区": "乙县", "类别": "产业", "村数": "1"},
    ]
    table = made(ROWS, groups=(REGION, KIND), summaries={"村数": SummaryMethod.FILED}, given=given)
    assert [row_texts(row)[-1] for row in table.rows if row.role == "group"] == [
        "3",
        "3",
        "2",
        "1",
        "1",
    ]
    mark = table.rows[1].cells[-1].paragraphs[0][0].mark
    assert mark is not None and mark.sources == (Source("groups.csv", 2, "村数"),)


@pytest.mark.parametrize(
    ("rows", "options", "told"),
    [
        (
            [*ROWS, {"地区": "", "类别": "产业", "名称": "桥"}],
            {"groups": (REGION,)},
            ["projects.csv 第6行“地区”列：计划表按“地区”分组，这一格不能空。请填写，或删去整行。"],
        ),
        (
            ROWS,
            {
                "groups": (REGION, KIND),
                "given": [{"地区": "丙县", "村数": "1"}],
                "summaries": {"村数": SummaryMethod.FILED},
            },
            ["groups.csv 第2行：地区“丙县”在项目里没有一行。请核对写法，或删去这一行。"],
        ),
        (
            ROWS,
            {
                "groups": (REGION, KIND),
                "given": [{"地区": "乙县", "类别": "就业", "村数": "1"}],
                "summaries": {"村数": SummaryMethod.FILED},
            },
            [
                "groups.csv 第2行：地区“乙县”、类别“就业”在项目里没有一行。请核对写法，或删去这一行。"
            ],
        ),
        (
            ROWS,
            {
                "groups": (REGION,),
                "given": [{"地区": "乙县", "村数": "1"}, {"地区": "乙县", "村数": "2"}],
                "summaries": {"村数": SummaryMethod.FILED},
            },
            ["groups.csv 第3行：与第2行是同一组。请删去一行。"],
        ),
    ],
)
def test_rows_that_fit_no_group_are_told(
    rows: list[dict[str, str]], options: dict[str, object], told: list[str]
) -> None:
    with pytest.raises(DataError) as error:
        made(rows, **options)
    assert [str(problem) for problem in error.value.problems] == told


def test_a_table_without_rows_asks_for_them() -> None:
    table = made([], groups=(REGION,), summaries={"金额": SummaryMethod.TOTAL}, total="总计")
    row = table.rows[1]
    assert (row_texts(row), row.cells[0].colspan) == (["【待补：项目】"], 4)
    mark = row.cells[0].paragraphs[0][0].mark
    assert mark is not None and (mark.origin, mark.key) == ("gap", "项目")


@pytest.mark.parametrize(
    "options",
    [
        {"summaries": {"金额": SummaryMethod.TOTAL}},
        {"summaries": {"村数": SummaryMethod.FILED}, "given": [{"地区": "甲县", "村数": "2"}]},
    ],
)
def test_a_subtotal_that_cannot_be_known_is_a_gap(options: dict[str, object]) -> None:
    rows = [*ROWS[:2], {"地区": "乙县", "名称": "车间", "金额": "", "村数": "1"}]
    table = made(rows, groups=(REGION,), **options)
    shown = [
        run
        for row in table.rows
        if row.role == "group"
        for cell in row.cells
        for text in cell.paragraphs
        for run in text
        if run.mark and run.mark.origin == "gap"
    ]
    assert [(run.text, run.mark.sources) for run in shown if run.mark] == [
        ("【待补】", (Source("tables/计划表.yaml"),))
    ]


MERGING = (
    TableColumn("地区", "地区", merge=True),
    TableColumn("类别", "类别", merge=True),
    TableColumn("名称", "名称"),
)


def test_equal_cells_below_each_other_are_joined_within_what_is_joined_before() -> None:
    rows = [
        {"地区": a, "类别": b, "名称": c}
        for a, b, c in ("甲产1", "甲产2", "甲业3", "乙业4", "乙业5", "丙业6")
    ]
    table = made(rows, columns=MERGING)
    assert texts(table)[1:] == [
        ["甲", "产", "1"],
        ["↑", "↑", "2"],
        ["↑", "业", "3"],
        ["乙", "业", "4"],
        ["↑", "↑", "5"],
        ["丙", "业", "6"],
    ]
    merges = [[cell.vmerge for cell in row.cells[:2]] for row in table.rows[1:]]
    assert merges == [
        ["restart", "restart"],
        ["continue", "continue"],
        ["continue", None],
        ["restart", "restart"],
        ["continue", "continue"],
        [None, None],
    ]


def test_blank_cells_are_not_joined() -> None:
    table = made([{"名称": "1"}, {"名称": "2"}], columns=MERGING)
    assert all(cell.vmerge is None for row in table.rows for cell in row.cells)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (TableColumn("金额", "金额"), "30.5"),
        (TableColumn("金额", "金额", places=2), "30.50"),
        (TableColumn("金额", "金额", unit="亿元"), "0.00305"),
        (TableColumn("金额", "金额", unit="元"), "305000"),
    ],
)
def test_a_number_prints_as_its_column_says(column: TableColumn, text: str) -> None:
    cell = made(ROWS, columns=(column,)).rows[1].cells[0]
    assert plain(cell.paragraphs[0]) == text and cell.number == Decimal(text)


def test_a_blank_cell_prints_what_its_column_says() -> None:
    table = made(
        [{"名称": "桥"}],
        columns=(TableColumn("名称", "名称"), TableColumn("金额", "金额", blank="—")),
    )
    assert texts(table)[1] == ["桥", "—"]
