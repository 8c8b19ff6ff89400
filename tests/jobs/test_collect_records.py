"""Records and texts that come back from the departments: what is new is taken, what stands stays."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from support import collecting, invented
from support.collecting import DATE, ROWS, cells, sent, sheet_of, state, with_rows

from generator.jobs.collect import as_text, collect
from generator.jobs.handout import handout
from generator.model.errors import InputError
from generator.package.bring.proposal import Standing


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return collecting.kinds(tmp_path)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return collecting.package(tmp_path)


def test_new_records_are_added_and_changed_ones_are_not(package: Path, kinds: Path) -> None:
    folder = package.parent / "发出"
    handout(package, folder, templates=kinds)
    book = openpyxl.load_workbook(folder / "县财政局.xlsx")
    sheet = book["资金"]
    head = {cell.value.rstrip("*").partition("（")[0]: cell.column for cell in sheet[4]}
    sheet.cell(5, head["金额"]).value = 1300
    for name, text in (
        ("名称", "茶园改造"),
        ("金额", 900),
        ("用途", "产业"),
        ("方向", "产业开发"),
        ("列示", "逐项"),
    ):
        sheet.cell(6, head[name]).value = text
    book.save(package.parent / "报来.xlsx")
    result = collect(package, [package.parent / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    rows = (package / "funds.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[1].startswith("大棚,蔬菜大棚,1286") and rows[2].startswith("茶园改造,茶园改造,900")
    said = as_text(result)
    assert "金额：已经填了“1286”，报来的是“1300”，没有改" in said and "--decide 2-1" in said
    again = [package.parent / "报来.xlsx"]
    collect(package, again, date=DATE, take=True, decided=["1"], templates=kinds)
    rows = (package / "funds.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[1].startswith("大棚,蔬菜大棚,1300") and len(rows) == 3


def test_a_text_is_taken_where_none_is_written(package: Path, kinds: Path) -> None:
    folder = package.parent / "发出"
    handout(package, folder, templates=kinds)
    book = openpyxl.load_workbook(folder / "县就业局.xlsx")
    book["文字"]["C5"] = "开展技能培训。\n组织招聘会。"
    book.save(package.parent / "报来.xlsx")
    collect(package, [package.parent / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert (package / "text/jobs.md").read_text(
        encoding="utf-8"
    ) == "开展技能培训。\n组织招聘会。\n"
    book["文字"]["C5"] = "别的话。"
    book.save(package.parent / "再报.xlsx")
    result = collect(package, [package.parent / "再报.xlsx"], date=DATE, take=True, templates=kinds)
    assert "已经写了别的文字“开展技能培训。 组织招聘会。”，报来的是“别的话。”" in as_text(result)
    assert (package / "text/jobs.md").read_text(encoding="utf-8").startswith("开展")
    again = [package.parent / "再报.xlsx"]
    collect(package, again, date=DATE, take=True, decided=["2"], templates=kinds)
    assert (package / "text/jobs.md").read_text(encoding="utf-8") == "别的话。\n"


def test_what_is_crossed_out_holds_back_nothing_else(package: Path, kinds: Path) -> None:
    folder = package.parent / "发出"
    handout(package, folder, templates=kinds)
    book = openpyxl.load_workbook(folder / "县就业局.xlsx")
    book["填报"]["D5"] = 120
    book["填报"]["D6"] = 30
    book["填报"]["D6"].font = Font(strike=True)
    book["文字"]["C5"] = CellRichText(
        "组织", TextBlock(InlineFont(strike=True), "两场"), "招聘会。"
    )
    book.save(package.parent / "就业.xlsx")
    sheets = [package.parent / "就业.xlsx"]
    said = as_text(collect(package, sheets, date=DATE, take=True, templates=kinds))
    assert "格子里有划掉的字，“30”整格都划掉了" in said
    assert "格子里有划掉的字，连划掉的是“组织两场招聘会。”，没划的是“组织招聘会。”" in said
    assert cells(package)["1.1.1"] == "120"
    assert not (package / "text/jobs.md").exists()


def test_a_row_or_a_text_that_cannot_be_read_holds_back_nothing_else(
    package: Path, kinds: Path
) -> None:
    """Told where it stands in the workbook; what else came is taken."""
    folder = package.parent / "发出"
    handout(package, folder, templates=kinds)
    book = openpyxl.load_workbook(folder / "县财政局.xlsx")
    book["填报"]["D5"] = 5600
    book["资金"]["A6"] = "茶园改造"
    book.save(package.parent / "财政.xlsx")
    book = openpyxl.load_workbook(folder / "县就业局.xlsx")
    book["填报"]["D5"] = 120
    book["文字"]["C5"] = "就业{不存在的键}人。"
    book.save(package.parent / "就业.xlsx")
    sheets = [package.parent / "财政.xlsx", package.parent / "就业.xlsx"]
    result = collect(package, sheets, date=DATE, take=True, templates=kinds)
    said = as_text(result)
    assert "“用途”必填，空着" in said and "财政.xlsx“资金”第6行" in said
    assert "都没有键“不存在的键”" in said and "就业.xlsx“文字”C5" in said
    assert cells(package)["1.1.1"] == "120" and cells(package, "figures.csv")["资金.到位"] == "5600"
    assert not (package / "text/jobs.md").exists()
    assert "茶园" not in (package / "funds.csv").read_text(encoding="utf-8-sig")
    assert state(package).startswith("已报")


def test_rows_and_texts_that_cannot_be_read_go_back_as_they_were_written(
    package: Path, kinds: Path
) -> None:
    folder, back = package.parent / "发出", package.parent / "退"
    handout(package, folder, templates=kinds)
    book = openpyxl.load_workbook(folder / "县财政局.xlsx")
    head = {cell.value.rstrip("*").partition("（")[0]: cell.column for cell in book["资金"][4]}
    book["资金"].cell(5, head["金额"]).value = "一千三"
    book["资金"].cell(6, head["名称"]).value = "茶园改造"
    book.save(package.parent / "财政.xlsx")
    book = openpyxl.load_workbook(folder / "县就业局.xlsx")
    assert [cell.value for cell in book["文字"][4]] == ["名称", "提示", "文字", "标识"]
    book["文字"]["C5"] = "就业{不存在的键}人。"
    book.save(package.parent / "就业.xlsx")
    sheets = [package.parent / "财政.xlsx", package.parent / "就业.xlsx"]
    collect(package, sheets, date=DATE, take=True, send_back=back, templates=kinds)
    assert state(package).startswith("退回") and state(package, "县财政局").startswith("退回")

    page = sheet_of(back / "县财政局.退回.xlsx", "资金")
    column = {str(cell.value).rstrip("*").partition("（")[0]: cell.column for cell in page[4]}
    rows = [{name: page.cell(row, at).value for name, at in column.items()} for row in (5, 6)]
    assert (rows[0]["金额"], rows[0]["名称"], rows[0]["标识"]) == ("一千三", "蔬菜大棚", "大棚")
    assert "“金额”应当是数字" in rows[0]["核对"]
    assert rows[1]["名称"] == "茶园改造" and not rows[1]["标识"]
    assert "“用途”必填，空着" in rows[1]["核对"]
    page = sheet_of(back / "县就业局.退回.xlsx", "文字")
    assert page["C5"].value == "就业{不存在的键}人。" and "不存在的键" in page["D5"].value
    assert page["E5"].value == "jobs"

    page["C5"].value = "就业120人。"
    page.parent.save(package.parent / "再报.xlsx")
    again = [package.parent / "再报.xlsx"]
    collect(package, again, date=DATE, take=True, templates=kinds)
    assert (package / "text/jobs.md").read_text(encoding="utf-8") == "就业120人。\n"


# What 县财政局 sends the second time in the workbook that it was given first, and what the package
# has then.
SECOND = [
    pytest.param(ROWS, [], ["1286", "900", "400"], id="the same again"),
    pytest.param([ROWS[1], ROWS[0]], [], ["1286", "900", "400"], id="in another order"),
    pytest.param(
        [{**ROWS[0], "金额": 950}, ROWS[1]], ["900", "950"], ["1286", "900", "400"], id="mended"
    ),
    pytest.param(
        [*ROWS, {**ROWS[1], "名称": "育苗棚", "金额": 70}],
        [],
        ["1286", "900", "400", "70"],
        id="one more",
    ),
    pytest.param([*ROWS, ROWS[1]], [], ["1286", "900", "400"], id="one of them twice"),
    pytest.param(
        [ROWS[0], {**ROWS[1], "名称": "育苗棚", "金额": 70}, {**ROWS[1], "金额": 450}],
        ["400", "450"],
        ["1286", "900", "400", "70"],
        id="a new one above one that was mended",
    ),
    pytest.param(
        [ROWS[0], {**ROWS[1], "名称": "冷库建设"}],
        ["冷库", "冷库建设"],
        ["1286", "900", "400"],
        id="called otherwise",
    ),
]


@pytest.mark.parametrize(("rows", "told", "amounts"), SECOND)
def test_records_sent_twice_stand_once(
    package: Path,
    kinds: Path,
    tmp_path: Path,
    rows: list[dict[str, object]],
    told: list[str],
    amounts: list[str],
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    out = tmp_path / "发出/县财政局.xlsx"
    first = with_rows(out, tmp_path / "报来.xlsx", *ROWS)
    collect(package, [first], date=DATE, take=True, templates=kinds)
    second = with_rows(out, tmp_path / "再报.xlsx", *rows)
    result = collect(package, [second], date=DATE, take=True, templates=kinds)
    text = (package / "funds.csv").read_text(encoding="utf-8-sig")
    assert [row["金额"] for row in csv.DictReader(io.StringIO(text))] == amounts
    assert result.needs_person == bool(told)
    assert all(f"“{word}”" in as_text(result) for word in told)


# What 县教育局 chooses for a pairing, what is told, and which key the package has then.
CHOSEN = [
    ("到位资金", "可取 1", "资金.到位"),
    (12, "“数量取自”没有“12”这一项。请从下拉列表里选", None),
    ("结对总数", "“数量取自”不能是“结对总数”：它就是用这张表算出来的。请从下拉列表里选别的", None),
    (
        "结对.合计",
        "“数量取自”不能是“结对.合计”：它就是用这张表算出来的。请从下拉列表里选别的",
        None,
    ),
    ("结对加倍", "“数量取自”不能是“结对加倍”", None),
]


@pytest.mark.parametrize(("chosen", "told", "key"), CHOSEN)
def test_a_figure_is_chosen_by_its_name(
    package: Path, kinds: Path, tmp_path: Path, chosen: object, told: str, key: str | None
) -> None:
    """A department knows no keys: the column of a record file that holds one offers names, but of
    the sum of that very file."""
    with (kinds / invented.KIND / "figures.csv").open("a", encoding="utf-8") as figures:
        figures.write("结对.加倍,结对加倍,对,{结对.合计}*2,\n")
    (package / "pairings.csv").write_text("键,组别,名称,数量键\n", encoding="utf-8")
    with (package / "departments.csv").open("a", encoding="utf-8") as table:
        table.write("县教育局,,,,pairings.csv\n")
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县教育局.xlsx")
    sheet = book["结对"]
    heads = [str(cell.value).rstrip("*") for cell in sheet[4]]
    offered = [str(cell.value) for cell in book["_nigao"]["D"]]
    [rule] = [r for r in sheet.data_validations.dataValidation if "_nigao" in str(r.formula1)]
    assert "到位资金" in offered and not {"结对总数", "结对加倍"} & set(offered)
    assert rule.formula1 == f"'_nigao'!$D$1:$D${len(offered)}"
    row = {"组别": "基层", "名称": "街道与乡镇", "数量取自": chosen}
    for name, text in row.items():
        sheet.cell(5, heads.index(name) + 1).value = text
    book.save(tmp_path / "报来.xlsx")
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert told in as_text(result)
    text = (package / "pairings.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["数量键"] for row in rows] == ([key] if key else [])
    assert [row["键"] for row in rows] == (["街道与乡镇"] if key else [])


def test_the_number_of_a_row_hangs_on_the_workbook_alone(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    """What was printed first is decided later, when other rows stand there as they are."""
    handout(package, tmp_path / "发出", templates=kinds)
    out = tmp_path / "发出/县财政局.xlsx"
    collect(
        package,
        [with_rows(out, tmp_path / "报来.xlsx", *ROWS)],
        date=DATE,
        take=True,
        templates=kinds,
    )
    changed = [{**row, "金额": row["金额"] + 11} for row in ROWS]
    second = with_rows(out, tmp_path / "再报.xlsx", *changed)
    told = collect(package, [second], date=DATE, take=True, templates=kinds)
    numbers = [
        offer.number
        for offer in told.received[0].collected.offers
        if offer.standing is Standing.CONFLICT
    ]
    for number in numbers:
        collect(package, [second], date=DATE, take=True, decided=[str(number)], templates=kinds)
    text = (package / "funds.csv").read_text(encoding="utf-8-sig")
    assert [r["金额"] for r in csv.DictReader(io.StringIO(text))] == ["1286", "911", "411"]


def test_a_blank_of_a_record_is_filled(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    (package / "funds.csv").write_text(
        "键,名称,金额,用途,方向,列示,项目数\n大棚,蔬菜大棚,1286,产业,产业开发,逐项,\n",
        encoding="utf-8",
    )
    result = collect(
        package, [tmp_path / "发出/县财政局.xlsx"], date=DATE, take=True, templates=kinds
    )
    assert "可取 1" in as_text(result)
    assert (package / "funds.csv").read_text(encoding="utf-8-sig").splitlines()[1].endswith(
        ",2,"
    ) or ("逐项,2" in (package / "funds.csv").read_text(encoding="utf-8-sig"))


MEASURES = "键,节,类型,文字\n,就业,做法,组织招聘会四场\n,就业,做法,开展技能培训\n"


def with_measures(package: Path, kinds: Path, folder: Path, *texts: str) -> Path:
    """The workbook of 县人社局, which owes measures that have no keys, with new ones."""
    (package / "measures.csv").write_text(MEASURES, encoding="utf-8")
    with (package / "departments.csv").open("a", encoding="utf-8") as table:
        table.write("县人社局,,,,measures.csv\n")
    handout(package, folder, templates=kinds)
    book = openpyxl.load_workbook(folder / "县人社局.xlsx")
    heads = [str(cell.value).rstrip("*") for cell in book["措施"][4]]
    for at, text in enumerate(texts, 5):
        sort = "做法" if "{" not in text else "胡写"
        for name, cell in {"节": "就业", "类型": sort, "文字": text}.items():
            book["措施"].cell(at, heads.index(name) + 1).value = cell
    book.save(folder / "人社.xlsx")
    return folder / "人社.xlsx"


def test_a_record_without_a_key_is_not_overwritten(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    texts = ("组织专场招聘会四场", "开展技能培训", "送岗下乡")
    back = with_measures(package, kinds, tmp_path / "发出", *texts)
    result = collect(package, [back], date=DATE, take=True, templates=kinds)
    assert "不能用 --decide 换；请在数据包里改" in as_text(result)
    with pytest.raises(InputError, match="这一项不能这样定"):
        collect(package, [back], date=DATE, decided=["1"], templates=kinds)
    text = (package / "measures.csv").read_text(encoding="utf-8-sig")
    assert text.count("招聘会") == text.count("技能培训") == 1 and "送岗下乡" in text


def test_records_without_keys_all_go_back(package: Path, kinds: Path, tmp_path: Path) -> None:
    texts = ("组织招聘会四场", "开展技能培训", "就业{不存在的键}人")
    back = with_measures(package, kinds, tmp_path / "发出", *texts)
    options = {"date": DATE, "send_back": tmp_path / "退", "templates": kinds}
    collect(package, [back], take=True, **options)
    page = sheet_of(tmp_path / "退/县人社局.退回.xlsx", "措施")
    sent = [cell.value for row in page.iter_rows(min_row=5) for cell in row if cell.value]
    assert [text in sent for text in texts] == [True] * 3


def copy_records(book: Any) -> None:
    book.copy_worksheet(book["资金"]).title = "资金 (2)"


def other_unit(book: Any) -> None:
    cell = next(cell for cell in book["资金"][4] if str(cell.value).startswith("金额"))
    cell.value = "金额（元）*"


@pytest.mark.parametrize(
    ("do", "told"),
    [
        (copy_records, "“资金 \\(2\\)”像是“资金”表，不知道以哪张为准"),
        (other_unit, "“资金”表的表头写成了“金额（元）\\*”，单位和发出去的不同"),
    ],
)
def test_sheets_of_records_that_nobody_can_be_sure_of(
    package: Path, kinds: Path, tmp_path: Path, do: Any, told: str
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县财政局.xlsx")
    do(book)
    book.save(tmp_path / "报来.xlsx")
    with pytest.raises(InputError, match=told):
        collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)


def test_what_two_departments_send_stands_once(package: Path, kinds: Path, tmp_path: Path) -> None:
    """And a row of one is never taken for one of the other's that was changed."""
    (package / "measures.csv").write_text(
        "键,节,类型,文字,依据,责任部门\n"
        "一,就业,做法,组织招聘会,,县就业局\n"
        "二,就业,做法,开展技能培训,,县财政局\n",
        encoding="utf-8",
    )
    handout(package, tmp_path / "发出", templates=kinds)
    sheets = []
    for name in ("县就业局", "县财政局"):
        book = openpyxl.load_workbook(tmp_path / f"发出/{name}.xlsx")
        row = {1: "就业", 2: "成效", 3: "组织招聘会五场" if name == "县财政局" else "稳岗率提高"}
        for at, texts in ((6, {1: "就业", 2: "成效", 3: "新建车间"}), (7, row)):
            for column, text in texts.items():
                book["措施"].cell(at, column).value = text
        book.save(tmp_path / f"{name}.xlsx")
        sheets.append(tmp_path / f"{name}.xlsx")
    result = collect(package, sheets, date=DATE, take=True, templates=kinds)
    text = (package / "measures.csv").read_text(encoding="utf-8-sig")
    assert [r["文字"] for r in csv.DictReader(io.StringIO(text))] == [
        "组织招聘会",
        "开展技能培训",
        "新建车间",
        "稳岗率提高",
        "组织招聘会五场",
    ]
    assert not result.needs_person


def test_a_text_that_differs_at_its_end_is_shown_there(package: Path, kinds: Path) -> None:
    words = "全县全年先后组织劳务协作专场招聘会和技能培训，"
    sent(package, kinds, {}, text=f"{words}效果好。", take=True)
    result = sent(package, kinds, {}, text=f"{words}效果很好。\n")
    assert "“…训，效果好。”，报来的是“…训，效果很好。”" in as_text(result)


def test_the_same_new_row_twice_in_a_workbook_is_one(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    out = tmp_path / "发出/县财政局.xlsx"
    came = with_rows(out, tmp_path / "报来.xlsx", ROWS[0], ROWS[0])
    for counts in ("可取 1，已有 1，不用 1", "已有 2，不用 1"):
        result = collect(package, [came], date=DATE, take=True, templates=kinds)
        said = as_text(result)
        assert counts in said and "funds.csv 的一行“茶园改造”（报来.xlsx“资金”第7行）" in said
        assert "有一样的两条，只取一条" in said and not result.needs_person
    text = (package / "funds.csv").read_text(encoding="utf-8-sig")
    assert text.count("茶园改造") == 2  # its key and its name
