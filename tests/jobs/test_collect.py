"""What goes out to the departments, and what may come in of what they send back."""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from support import invented
from support.commands import run

from generator.jobs.collect import Collecting, as_text, collect
from generator.jobs.handout import REMINDER, handout
from generator.jobs.workbook import workbook
from generator.model.errors import DataError, InputError
from generator.package.bring.proposal import Standing

DATE = dt.datetime(2023, 11, 9, 15, 30)
DEPARTMENTS = """\
部门,联系人,电话,期限,负责
县就业局,李四,3212345,2023-11-10,就业、text/jobs.md
县财政局,王五,,2023-11-12,资金、funds.csv
县委办,,,,政策
"""
FIGURES = "键,名称,数值,单位\n资金.到位,到位资金,,万元\n资金.每村,每村补助,,万元\n"
OUTLINE = """\
{% block 就业 %}
就业{{ f('就业.合计') }}，赴东部{{ f('就业.赴东部') }}，省内{{ f('就业.省内') }}，政策{{ f('政策.出台') }}。
{{ text('jobs', '就业情况') }}
{% endblock %}
{% block 资金 %}
到位{{ f('资金.到位') }}，每村{{ f('资金.每村') }}。{% for fund in 资金 %}{{ fund.名称 }}{% endfor %}
{% endblock %}
"""


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return invented.kinds_with(
        tmp_path / "kinds", OUTLINE, "资金.到位,到位资金,万元,,\n资金.每村,每村补助,万元,,\n"
    )


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return invented.package(
        tmp_path / "清河",
        indicators_csv="代码,数值\n1.1,=\n1.1.1,\n1.1.2,80\n1.2,\n",
        figures_csv=FIGURES,
        departments_csv=DEPARTMENTS,
        funds_csv="键,名称,金额,用途,方向,列示,项目数\n大棚,蔬菜大棚,1286,产业,产业开发,逐项,2\n",
    )


def sheet_of(file: Path, name: str = "填报") -> Any:
    return openpyxl.load_workbook(file)[name]


def labels(file: Path) -> list[str]:
    return [row[0].value for row in sheet_of(file).iter_rows(min_row=5)]


def filled(
    source: Path,
    target: Path,
    values: Mapping[str, object],
    notes: Mapping[str, str] | None = None,
    text: str | None = None,
) -> Path:
    """A workbook as a department sends it back: values, and what it says of them, by code or key;
    its text."""
    book = openpyxl.load_workbook(source)
    sheet = book["填报"]
    for row in sheet.iter_rows(min_row=5):
        ident = row[6].value
        if ident in values:
            row[3].value = values[ident]
        if notes and ident in notes:
            row[4].value = notes[ident]
    if text is not None:
        book["文字"]["C5"] = text
    book.save(target)
    return target


def sent(package: Path, kinds: Path, values: Mapping[str, object], **options: Any) -> Collecting:
    """What is collected of the workbook of 县就业局 with these values."""
    folder = package.parent / "发出"
    handout(package, folder, templates=kinds)
    answers = (values, options.pop("notes", None), options.pop("text", None))
    back = filled(folder / "县就业局.xlsx", package.parent / "报来.xlsx", *answers)
    return collect(package, [back], date=DATE, by="张三", templates=kinds, **options)


def cells(package: Path, file: str = "indicators.csv") -> dict[str, str]:
    text = (package / file).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    first = next(iter(rows[0]))
    return {row[first]: row["数值"] for row in rows}


def state(package: Path, department: str = "县就业局") -> str:
    text = (package / "departments.csv").read_text(encoding="utf-8-sig")
    row = next(row for row in csv.DictReader(io.StringIO(text)) if row["部门"] == department)
    return " ".join((row.get("状态", ""), row.get("经手", ""), row.get("时间", ""))).strip()


# --- what goes out ---------------------------------------------------------------------------------------------------


def test_each_department_gets_its_rows_alone(package: Path, kinds: Path, tmp_path: Path) -> None:
    made = handout(package, tmp_path / "发出", templates=kinds)
    assert (made.idle, made.unknown) == ((), ())
    assert [(item.department, item.owed, item.missing) for item in made.written] == [
        ("县就业局", 3, 2),
        ("县财政局", 3, 2),
        ("县委办", 1, 1),
    ]
    assert labels(tmp_path / "发出/县就业局.xlsx") == [
        "*1.帮助就业人数：其中：赴东部就业",
        "1.帮助就业人数：省内就业",
    ]
    assert labels(tmp_path / "发出/县财政局.xlsx") == ["*到位资金", "*每村补助"]


def test_a_number_of_the_form_and_of_the_figures_is_asked_once(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    with (package / "figures.csv").open("a", encoding="utf-8") as figures:
        figures.write("就业.赴东部,赴东部就业,15,人\n")
    handout(package, tmp_path / "发出", templates=kinds)
    assert labels(tmp_path / "发出/县就业局.xlsx") == [
        "1.帮助就业人数：其中：赴东部就业",
        "1.帮助就业人数：省内就业",
    ]


@pytest.mark.parametrize("inside", ["", "text", "发出"])
def test_no_workbook_is_written_into_a_package(package: Path, kinds: Path, inside: str) -> None:
    before = sorted(package.rglob("*"))
    with pytest.raises(InputError) as refused:
        handout(package, package / inside, templates=kinds)
    assert "这是一个数据包，发出去的表不能写到里面。请用 -o 另给一个文件夹。" in str(refused.value)
    assert sorted(package.rglob("*")) == before


def test_only_what_is_to_be_filled_in_is_open(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    sheet = sheet_of(tmp_path / "发出/县就业局.xlsx")
    assert sheet.protection.sheet
    open_cells = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    assert open_cells == {"D5", "E5", "D6", "E6"}
    assert sheet.column_dimensions["G"].hidden


def test_yes_or_no_is_chosen_from_a_list(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    [rule] = sheet_of(tmp_path / "发出/县委办.xlsx").data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == ("D5", '"是,否"')


def test_the_same_package_gives_the_same_workbooks(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        handout(package, tmp_path / name, templates=kinds)
    assert (tmp_path / "a/县就业局.xlsx").read_bytes() == (
        tmp_path / "b/县就业局.xlsx"
    ).read_bytes()


def test_the_note_to_send(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", contact="乡村振兴局 张三", templates=kinds)
    note = (tmp_path / "发出" / REMINDER).read_text(encoding="utf-8")
    assert note.splitlines()[:2] == [
        "县就业局（李四）：",
        "请填好《清河县2023年东西部协作自评数据填报表》（附后），2023年11月10日前报来。共3项，还空着2项。有问题请问乡村振兴局 张三。",
    ]


def test_who_is_late_is_told_so(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", today=dt.date(2023, 11, 11), templates=kinds)
    note = (tmp_path / "发出" / REMINDER).read_text(encoding="utf-8")
    assert "原定2023年11月10日前，已经过了，请尽快报来。" in note
    assert "2023年11月12日前报来。" in note


def test_who_gets_no_workbook_and_what_fits_nothing(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    with (package / "departments.csv").open("a", encoding="utf-8") as table:
        table.write("县档案馆,,,,\n县统计局,,,,资经\n")
    made = handout(package, tmp_path / "发出", templates=kinds)
    assert made.idle == ("县档案馆", "县统计局")
    assert made.unknown == (("县统计局", "资经"),)


def test_a_record_file_that_a_department_owes_is_handed_out_though_it_is_blank(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    """No block of this outline prints the visits."""
    name = "visits.csv"
    head = invented.EXAMPLE_RECORDS["visits_csv"].partition("\n")[0]
    (package / name).write_text(f"{head}\n", encoding="utf-8")
    with (package / "departments.csv").open("a", encoding="utf-8") as table:
        table.write(f"县商务局,,,,{name}\n")
    handout(package, tmp_path / "发出", templates=kinds)
    assert sheet_of(tmp_path / "发出/县商务局.xlsx", "互访")["A5"].protection.locked is False


def test_nobody_to_hand_out_to(kinds: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有写明部门"):
        handout(invented.package(tmp_path / "清河"), tmp_path / "发出", templates=kinds)


# --- what comes back -------------------------------------------------------------------------------------------------

# What 县就业局 fills in for 1.1.1 (赴东部) and 1.1.2 (省内, 80 in the package), and how each stands.
VALUES: list[tuple[dict[str, object], list[Standing]]] = [
    ({"1.1.1": 120}, [Standing.SURE, Standing.SAME]),
    ({"1.1.1": 120, "1.1.2": 90}, [Standing.SURE, Standing.CONFLICT]),
    ({"1.1.1": "120人"}, [Standing.SURE, Standing.SAME]),
    ({"1.1.1": "１２０"}, [Standing.SURE, Standing.SAME]),
    ({"1.1.1": "120万元"}, [Standing.DOUBT, Standing.SAME]),
    ({"1.1.1": "不详"}, [Standing.DOUBT, Standing.SAME]),
    ({"1.1.1": -3}, [Standing.DOUBT, Standing.SAME]),
    ({"1.1.1": 1.5}, [Standing.DOUBT, Standing.SAME]),
    ({"1.1.1": 0}, [Standing.SURE, Standing.SAME]),
    ({"1.1.1": None}, [Standing.SAME]),
]


@pytest.mark.parametrize(("values", "standings"), VALUES)
def test_how_an_answer_stands(
    package: Path, kinds: Path, values: dict[str, object], standings: list[Standing]
) -> None:
    result = sent(package, kinds, values)
    assert [offer.standing for offer in result.received[0].collected.offers] == standings
    assert result.written == ()
    assert state(package) == ""


def test_what_is_certain_is_taken(package: Path, kinds: Path) -> None:
    result = sent(package, kinds, {"1.1.1": 120}, text="组织招聘会。", take=True)
    assert cells(package)["1.1.1"] == "120"
    assert "报来.xlsx“填报”D5" in (package / "indicators.csv").read_text(encoding="utf-8-sig")
    assert set(result.written) == {"indicators.csv", "departments.csv", "text/jobs.md"}
    assert state(package) == "通过 张三 2023-11-09 15:30"


def test_a_conflict_is_taken_by_decision_alone(package: Path, kinds: Path) -> None:
    values = {"1.1.1": 120, "1.1.2": 90}
    first = sent(package, kinds, values, text="组织招聘会。", take=True)
    assert cells(package) == {"1.1": "=", "1.1.1": "120", "1.1.2": "80", "1.2": ""}
    assert "已经填了80人" in as_text(first) and first.needs_person
    assert state(package).startswith("已报")
    again = collect(
        package,
        [package.parent / "报来.xlsx"],
        date=DATE,
        take=True,
        decided=["2"],
        templates=kinds,
    )
    assert cells(package)["1.1.2"] == "90" and not again.needs_person
    assert state(package).startswith("通过")


def test_a_cell_of_another_department_does_not_count(package: Path, kinds: Path) -> None:
    folder = package.parent / "发出"
    handout(package, folder, templates=kinds)
    book = openpyxl.load_workbook(folder / "县就业局.xlsx")
    book["填报"]["G6"] = "资金.到位"
    book.save(package.parent / "报来.xlsx")
    result = collect(package, [package.parent / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    [offer] = [
        item for item in result.received[0].collected.offers if item.standing is Standing.NOT_USED
    ]
    assert offer.reasons == ("这一格不归它填，没有用",)
    assert cells(package, "figures.csv")["资金.到位"] == ""


def test_the_workbook_that_came_back_is_never_changed(package: Path, kinds: Path) -> None:
    sent(package, kinds, {"1.1.1": 120})
    before = (package.parent / "报来.xlsx").read_bytes()
    collect(
        package,
        [package.parent / "报来.xlsx"],
        date=DATE,
        take=True,
        send_back=package.parent / "退",
        templates=kinds,
    )
    assert (package.parent / "报来.xlsx").read_bytes() == before


def wrong(package: Path) -> None:
    """The catalogue's total is filed: what the department sends does not add up to it."""
    (package / "indicators.csv").write_text(
        "代码,数值\n1.1,300\n1.1.1,\n1.1.2,80\n1.2,\n", encoding="utf-8"
    )


def test_what_is_wrong_goes_back_with_the_finding(package: Path, kinds: Path) -> None:
    wrong(package)
    back = package.parent / "退"
    result = sent(package, kinds, {"1.1.1": 120}, take=True, send_back=back)
    assert cells(package)["1.1.1"] == "" and result.needs_person
    assert state(package) == "退回 张三 2023-11-09 15:30"
    sheet = sheet_of(back / "县就业局.退回.xlsx")
    row = next(row for row in sheet.iter_rows(min_row=5) if row[6].value == "1.1.1")
    assert row[3].value == 120 and "300" in row[5].value


# What 县就业局 writes for 1.1.1 (人), and what the returned workbook says beside it.
UNREAD = [
    ("二百", "应当"),
    ("700人次", "人次"),
    ("120万元", "万元"),
]


@pytest.mark.parametrize(("written", "told"), UNREAD)
def test_what_cannot_be_read_goes_back_as_it_was_written(
    package: Path, kinds: Path, written: str, told: str
) -> None:
    back = package.parent / "退"
    values = {"1.1.1": written, "1.1.2": 80}
    result = sent(package, kinds, values, take=True, send_back=back)
    assert cells(package)["1.1.1"] == "" and result.needs_person
    assert state(package) == "退回 张三 2023-11-09 15:30"
    sheet = sheet_of(back / "县就业局.退回.xlsx")
    rows = {row[6].value: row for row in sheet.iter_rows(min_row=5)}
    assert rows["1.1.1"][3].value == written and told in rows["1.1.1"][5].value
    assert rows["1.1.2"][3].value == 80 and not rows["1.1.2"][5].value


def test_an_explained_finding_stays_listed_and_does_not_hold_back(
    package: Path, kinds: Path
) -> None:
    wrong(package)
    notes = {"1.1.1": "另有100人由市里统计"}
    answers = {"notes": notes, "text": "组织招聘会。"}
    back = package.parent / "退"
    result = sent(package, kinds, {"1.1.1": 120}, **answers, take=True, send_back=back)
    assert cells(package)["1.1.1"] == "120" and not result.needs_person
    assert "上报说明：另有100人由市里统计" in as_text(result)
    assert state(package).startswith("通过")
    form = (package / "indicators.csv").read_text(encoding="utf-8-sig")
    assert "上报说明：另有100人由市里统计" in form


def test_after_a_return_it_is_a_new_report(package: Path, kinds: Path) -> None:
    wrong(package)
    sent(package, kinds, {"1.1.1": 120}, send_back=package.parent / "退")
    assert state(package).startswith("退回")
    again = filled(
        package.parent / "退/县就业局.退回.xlsx",
        package.parent / "再报.xlsx",
        {"1.1.1": 220, "1.1.2": None},
    )
    result = collect(package, [again], date=DATE, by="张三", take=True, templates=kinds)
    assert cells(package)["1.1.1"] == "220" and cells(package)["1.1.2"] == "80"
    assert state(package).startswith("重报")  # one cell came back blank
    assert "省内就业 80人（再报.xlsx“填报”D7）" in as_text(result) and result.needs_person


# --- records and texts -----------------------------------------------------------------------------------------------


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


def test_a_workbook_with_nothing_filled_in_is_no_report(package: Path, kinds: Path) -> None:
    folder = package.parent / "发出"
    handout(package, folder, templates=kinds)
    result = collect(package, [folder / "县委办.xlsx"], date=DATE, take=True, templates=kinds)
    assert "什么都没有填，没有填 1 项；未报" in as_text(result)
    assert state(package, "县委办") == "" and result.written == ()


ROWS = [
    {"名称": "茶园改造", "金额": 900, "用途": "产业", "方向": "产业开发", "列示": "逐项"},
    {"名称": "冷库", "金额": 400, "用途": "产业", "方向": "产业开发", "列示": "逐项"},
]


def with_rows(source: Path, target: Path, *rows: Mapping[str, object]) -> Path:
    """The workbook of 县财政局 with rows below the one of the package."""
    book = openpyxl.load_workbook(source)
    sheet = book["资金"]
    head = {cell.value.rstrip("*").partition("（")[0]: cell.column for cell in sheet[4]}
    for at, row in enumerate(rows, 6):
        for name, text in row.items():
            sheet.cell(at, head[name]).value = text
    book.save(target)
    return target


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


def test_what_was_said_goes_with_the_number(package: Path, kinds: Path) -> None:
    sent(package, kinds, {"1.1.1": 120}, notes={"1.1.1": "含上年结转的3人"}, take=True)
    sent(package, kinds, {"1.1.1": 130}, notes={"1.1.1": ""}, take=True, decided=["1"])
    form = (package / "indicators.csv").read_text(encoding="utf-8-sig")
    assert cells(package)["1.1.1"] == "130" and "上报说明" not in form


def test_a_workbook_of_an_earlier_version_is_read(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    """It names no sheets, and a column of keys as the file does."""
    (package / "pairings.csv").write_text("键,组别,名称,数量键\n", encoding="utf-8")
    with (package / "departments.csv").open("a", encoding="utf-8") as table:
        table.write("县教育局,,,,pairings.csv\n")
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县教育局.xlsx")
    heads = [str(cell.value).rstrip("*") for cell in book["结对"][4]]
    at = heads.index("数量取自") + 1
    book["结对"].cell(4, at).value = "数量键*"
    for name, text in {"组别": "基层", "名称": "街道与乡镇", "数量取自": "资金.到位"}.items():
        book["结对"].cell(5, heads.index(name) + 1).value = text
    hidden = book["_nigao"]
    hidden.delete_rows(5)
    hidden.delete_cols(4, 6)
    book.save(tmp_path / "报来.xlsx")
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert "可取 1" in as_text(result)


def test_a_row_that_was_emptied_is_told_and_stays(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县财政局.xlsx")
    for cell in book["资金"][5][:-1]:
        cell.value = None
    book.save(tmp_path / "报来.xlsx")
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert "清空了，没有删" in as_text(result) and result.needs_person
    assert "蔬菜大棚" in (package / "funds.csv").read_text(encoding="utf-8-sig")


def clear_number(book: Any) -> None:
    book["填报"]["D5"] = None


def delete_number(book: Any) -> None:
    book["填报"].delete_rows(5)


def delete_record(book: Any) -> None:
    book["资金"].delete_rows(5)


def clear_text(book: Any) -> None:
    book["文字"]["C5"] = None


# What a department took out of what it was given filled in, and what is told of it.
WITHDRAWN = [
    ("县就业局", clear_number, "冲突  其中：赴东部就业 120人（报来.xlsx“填报”D5）"),
    ("县就业局", delete_number, "冲突  其中：赴东部就业 120人（报来.xlsx“填报”）"),
    ("县就业局", clear_text, "冲突  文字“jobs”（报来.xlsx“文字”）"),
    ("县财政局", delete_record, "冲突  funds.csv 的一行“大棚”（报来.xlsx“资金”）"),
]


@pytest.mark.parametrize(("department", "do", "told"), WITHDRAWN)
def test_what_was_taken_out_is_told_and_stays(
    package: Path, kinds: Path, tmp_path: Path, department: str, do: Any, told: str
) -> None:
    numbers = FIGURES.replace("资金,,", "资金,80,").replace("补助,,", "补助,2,")
    (package / "figures.csv").write_text(numbers, encoding="utf-8")
    sent(package, kinds, {"1.1.1": 120}, text="组织招聘会。", take=True)
    handout(package, tmp_path / "再发", templates=kinds)
    out = tmp_path / f"再发/{department}.xlsx"
    same = collect(package, [out], date=DATE, take=True, templates=kinds)
    assert state(package, department).startswith("通过") and not same.needs_person
    book = openpyxl.load_workbook(out)
    do(book)
    book.save(tmp_path / "报来.xlsx")
    before = {path: path.read_bytes() for path in package.rglob("*.csv")}
    back = {"take": True, "send_back": tmp_path / "退", "templates": kinds}
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, **back)
    assert told in as_text(result) and result.needs_person
    assert state(package, department).startswith("重报")
    del before[package / "departments.csv"]
    assert all(path.read_bytes() == data for path, data in before.items())


def test_what_was_filled_in_here_after_it_was_handed_out_was_not_taken_out(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    form = (package / "indicators.csv").read_text(encoding="utf-8")
    (package / "indicators.csv").write_text(form.replace("1.1.1,", "1.1.1,7"), encoding="utf-8")
    with (package / "funds.csv").open("a", encoding="utf-8") as table:
        table.write("冷库,冷库,400,产业,产业开发,逐项,1\n")
    sheets = [tmp_path / f"发出/{name}.xlsx" for name in ("县就业局", "县财政局")]
    assert not collect(package, sheets, date=DATE, templates=kinds).needs_person


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


def test_who_owes_more_after_all_was_taken_is_asked(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    """Though it stands as 通过."""
    sent(package, kinds, {"1.1.1": 120}, text="组织招聘会。", take=True)
    assert state(package).startswith("通过")
    handout(package, tmp_path / "发出", templates=kinds)
    note = tmp_path / "发出" / REMINDER
    assert "县就业局" not in note.read_text(encoding="utf-8")
    owners = (package / "departments.csv").read_text(encoding="utf-8-sig")
    more = owners.replace("就业、text/jobs.md", "就业、text/jobs.md、资金.到位")
    (package / "departments.csv").write_text(more, encoding="utf-8")
    handout(package, tmp_path / "发出", templates=kinds)
    assert "共4项，还空着1项" in note.read_text(encoding="utf-8").partition("县财政局")[0]
    assert (
        "通过 2023-11-09 15:30 张三 （还空着1项）"
        in run("status", package, "--templates", kinds)[2]
    )


def test_all_that_was_sent_goes_back(package: Path, kinds: Path, tmp_path: Path) -> None:
    """Whoever answers on the returned workbook has lost nothing, taken or not."""
    handout(package, tmp_path / "发出", templates=kinds)
    bad = {"名称": "路灯", "金额": "若干"}
    first = with_rows(tmp_path / "发出/县财政局.xlsx", tmp_path / "报来.xlsx", *ROWS, bad)
    for take in (False, True):
        collect(package, [first], date=DATE, take=take, send_back=tmp_path / "退", templates=kinds)
        page = sheet_of(tmp_path / "退/县财政局.退回.xlsx", "资金")
        names = [row[0].value for row in page.iter_rows(min_row=5) if row[0].value]
        assert names == ["蔬菜大棚", "茶园改造", "冷库", "路灯"], take
    again = [tmp_path / "退/县财政局.退回.xlsx"]
    collect(package, again, date=DATE, take=True, templates=kinds)
    text = (package / "funds.csv").read_text(encoding="utf-8-sig")
    assert text.count("茶园改造") == 2  # its key and its name: one row


def rename_sheet(book: Any) -> None:
    book["填报"].title = "就业数据"


def delete_idents(book: Any) -> None:
    book["填报"].delete_cols(7)


def rename_head(book: Any) -> None:
    book["填报"]["D4"] = "今年"


def second_column(book: Any) -> None:
    book["填报"]["H4"] = "本年数"


def second_column_with_units(book: Any) -> None:
    book["填报"]["D4"], book["填报"]["H4"] = "本年数（初报）", "本年数（更正）"


def copy_sheet(book: Any) -> None:
    book.copy_worksheet(book["填报"])


# What somebody did to the workbook, and what is told instead of reading it as blank.
SPOILT = [
    (rename_sheet, "没有“填报”这张表"),
    (delete_idents, "“填报”表的表头里没有“标识”"),
    (rename_head, "“填报”表的表头里没有“本年数”"),
    (second_column, "“填报”表的表头里有两个“本年数”，不知道以哪一列为准"),
    (second_column_with_units, "“填报”表的表头里有两个“本年数”，不知道以哪一列为准"),
    (copy_sheet, "“填报 Copy”像是“填报”表，不知道以哪张为准"),
]


@pytest.mark.parametrize(("do", "told"), SPOILT)
def test_a_workbook_that_lost_a_part_is_not_read_as_blank(
    package: Path, kinds: Path, tmp_path: Path, do: Any, told: str
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县就业局.xlsx")
    book["填报"]["D5"] = 120
    do(book)
    book.save(tmp_path / "报来.xlsx")
    with pytest.raises(InputError, match=told):
        collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert state(package) == ""


def test_below_a_head_with_a_unit_answers_stand_as_below_the_plain_one(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县就业局.xlsx")
    book["填报"]["D4"], book["填报"]["D5"] = "本年数（人）", 120
    book.save(tmp_path / "报来.xlsx")
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert "可取 1，已有 1" in as_text(result) and cells(package)["1.1.1"] == "120"


def test_a_row_that_is_gone_is_still_owed(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县财政局.xlsx")
    book["填报"]["D5"] = 5600
    book["填报"].delete_rows(6)
    book.save(tmp_path / "报来.xlsx")
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert "没有填 1 项；已报" in as_text(result)


def add_copied_row(sheet: Any) -> None:
    for cell in sheet[5]:
        sheet.cell(7, cell.column, cell.value)
    sheet["D5"], sheet["D7"] = 10, 99


def add_own_row(sheet: Any) -> None:
    sheet["D5"] = 10
    sheet["A8"], sheet["D8"] = "外出务工", 77


def change_unit(sheet: Any) -> None:
    sheet["B5"], sheet["D5"] = "万人", 5


def say_unsure(sheet: Any) -> None:
    sheet["D5"], sheet["E5"] = 10, "拿不准，下周再报"


def name_unit(sheet: Any) -> None:
    sheet["D5"], sheet["E5"] = 5, "单位：万人"


def name_own_unit(sheet: Any) -> None:
    sheet["D5"], sheet["E5"] = 10, "单位：人，填报单位：教育局"


def say_so(sheet: Any) -> None:
    sheet["D5"], sheet["E5"] = 10, "含上年结转的3人"


def sort_without_marks(sheet: Any) -> None:
    """By the number: the hidden column stays behind."""
    sheet["D5"] = 120
    for column in "ABCDEF":
        one, two = sheet[f"{column}5"], sheet[f"{column}6"]
        one.value, two.value = two.value, one.value


def break_label(sheet: Any) -> None:
    sheet["A5"], sheet["D5"] = " １.帮助就业人数：\n其中：赴东部就业", 10


# What the department did on its sheet, what is told, and what the package has for 1.1.1 then.
ODD_SHEETS = [
    (add_copied_row, "不止一行：10（报来.xlsx“填报”D5）、99（报来.xlsx“填报”D7）", ""),
    (add_own_row, "外出务工 77（报来.xlsx“填报”D8）", "10"),
    (change_unit, "“单位”里写的是“万人”，这一项是“人”，没有写", ""),
    (sort_without_marks, "写的是“1.帮助就业人数：省内就业”，标识却是“其中：赴东部就业”的", ""),
    (break_label, "可取 1", "10"),
    (say_unsure, "“说明”里写着“拿不准，下周再报”，没有写", ""),
    (name_unit, "“说明”里写着“单位：万人”，这一项是“人”，没有写", ""),
    (name_own_unit, "说明：单位：人，填报单位：教育局", "10"),
    (say_so, "说明：含上年结转的3人", "10"),
]


@pytest.mark.parametrize(("do", "told", "value"), ODD_SHEETS)
def test_what_a_department_does_on_its_sheet(
    package: Path, kinds: Path, tmp_path: Path, do: Any, told: str, value: str
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县就业局.xlsx")
    do(book["填报"])
    book.save(tmp_path / "报来.xlsx")
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert told in as_text(result)
    assert cells(package)["1.1.1"] == value
    assert not state(package).startswith("通过")


def test_what_was_said_of_a_number_stays_beside_it(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    notes = {"1.1.1": "含上年结转的3人"}
    sent(package, kinds, {"1.1.1": 120}, notes=notes, take=True)
    form = (package / "indicators.csv").read_text(encoding="utf-8-sig")
    assert "上报说明：含上年结转的3人" in form
    sent(package, kinds, {"1.1.1": 120}, notes=notes, take=True)
    assert (package / "indicators.csv").read_text(encoding="utf-8-sig") == form


def test_a_number_hangs_on_no_other_workbook(package: Path, kinds: Path, tmp_path: Path) -> None:
    """What was told of one workbook is taken when that of a department before it came as well."""
    folder = tmp_path / "发出"
    handout(package, folder, templates=kinds)
    jobs = filled(folder / "县就业局.xlsx", tmp_path / "就业.xlsx", {"1.1.2": 90})
    (package / "figures.csv").write_text(FIGURES.replace("资金,,", "资金,80,"), encoding="utf-8")
    money = filled(folder / "县财政局.xlsx", tmp_path / "财政.xlsx", {"资金.到位": 90})
    told = as_text(collect(package, [money], date=DATE, templates=kinds))
    assert "    2-1  冲突" in told and "请加 --decide 2-1" in told
    both: dict[str, Any] = {"sheets": [jobs, money], "date": DATE, "take": True, "templates": kinds}
    with pytest.raises(InputError, match="--decide 1：给了 2 份表，不知道是哪一份的"):
        collect(package, **both, decided=["1"])
    with pytest.raises(InputError, match="--decide 3-1：没有给这个部门的表"):
        collect(package, **both, decided=["3-1"])
    with pytest.raises(InputError, match="--decide 资金：不是序号"):
        collect(package, **both, decided=["资金"])
    result = collect(package, **both, decided=["２-1"])
    assert [item.needs_person for item in result.received] == [True, False]
    assert cells(package)["1.1.2"] == "80" and cells(package, "figures.csv")["资金.到位"] == "90"


def test_numbers_that_nobody_can_decide(package: Path, kinds: Path) -> None:
    values = {"1.1.1": "不详"}
    with pytest.raises(InputError, match="--decide 1-99：没有这个序号"):
        sent(package, kinds, values, decided=["99"])
    with pytest.raises(InputError, match="--decide 1-1：这一项不能这样定"):
        sent(package, kinds, values, decided=["1"])


def test_a_state_that_there_is_not(package: Path, kinds: Path) -> None:
    table = DEPARTMENTS.replace("负责\n", "负责,状态\n").replace(
        "text/jobs.md", "text/jobs.md,已交"
    )
    (package / "departments.csv").write_text(table, encoding="utf-8")
    with pytest.raises(DataError, match="“已交”。应当是未报、已报、退回、重报、通过"):
        handout(package, package.parent / "发出", templates=kinds)


def test_the_same_workbook_again_changes_nothing(package: Path, kinds: Path) -> None:
    sent(package, kinds, {"1.1.1": 120}, take=True)
    before = state(package)
    again = collect(
        package,
        [package.parent / "报来.xlsx"],
        date=DATE + dt.timedelta(days=1),
        take=True,
        templates=kinds,
    )
    assert (again.written, state(package)) == ((), before)


# --- other files -----------------------------------------------------------------------------------------------------


def test_files_that_are_none_of_ours(package: Path, kinds: Path, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "别的.xlsx")
    (tmp_path / "坏.xlsx").write_bytes(b"no zip")
    (tmp_path / "~$坏.xlsx").write_bytes(b"\x05clerk")
    (tmp_path / "旧.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (tmp_path / "表.csv").write_text("指标,数\n就业,120\n", encoding="utf-8")
    workbook(package, tmp_path / "整包.xlsx", templates=kinds)
    for name, told in (
        ("别的.xlsx", "不是 nigao handout 发出去的表"),
        ("整包.xlsx", "不是 nigao handout 发出去的表"),
        ("~$坏.xlsx", "用没有“~\\$”的那一份"),
        ("旧.xlsx", "去掉密码"),
        ("表.csv", "不是能读的 .xlsx 工作簿"),
        ("坏.xlsx", "坏.xlsx"),
        ("没有.xlsx", "没有这个文件"),
    ):
        with pytest.raises(InputError, match=told):
            collect(package, [tmp_path / name], date=DATE, templates=kinds)


def test_of_a_department_that_is_called_otherwise_now(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    renamed = DEPARTMENTS.replace("县就业局", "县人社局")
    (package / "departments.csv").write_text(renamed, encoding="utf-8")
    told = "没有“县就业局”。改过名称的请改回来，或改好以后重新发表再收；现有：县人社局、县财政局、县委办"
    with pytest.raises(InputError, match=told):
        collect(package, [tmp_path / "发出/县就业局.xlsx"], date=DATE, templates=kinds)


def test_a_date_has_no_unit_behind_it(package: Path, kinds: Path, tmp_path: Path) -> None:
    with (package / "figures.csv").open("a", encoding="utf-8") as table:
        table.write("资金.拨付日,拨付日期,2023年5月,日期\n")
    handout(package, tmp_path / "发出", templates=kinds)
    answers = {"资金.拨付日": "2023年6月"}
    back = filled(tmp_path / "发出/县财政局.xlsx", tmp_path / "报来.xlsx", answers)
    said = as_text(collect(package, [back], date=DATE, templates=kinds))
    assert "冲突  拨付日期 2023年6月（" in said and "已经填了2023年5月，没有改" in said


def test_of_another_place_or_twice_of_one_department(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    other = invented.package(
        tmp_path / "白河",
        report_yaml=invented.REPORT.replace("清河", "白河"),
        departments_csv=DEPARTMENTS,
    )
    handout(other, tmp_path / "白", templates=kinds)
    handout(package, tmp_path / "发出", templates=kinds)
    with pytest.raises(InputError, match="是白河县2023年东西部协作自评的表"):
        collect(package, [tmp_path / "白/县就业局.xlsx"], date=DATE, templates=kinds)
    with pytest.raises(InputError, match="“县就业局”的表有两份"):
        collect(package, [tmp_path / "发出/县就业局.xlsx"] * 2, date=DATE, templates=kinds)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_saved_by_libreoffice_it_says_the_same(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    filled(tmp_path / "发出/县就业局.xlsx", tmp_path / "填.xlsx", {"1.1.1": 120})
    (tmp_path / "出").mkdir()
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to",
            "xlsx",
            "--outdir",
            tmp_path / "出",
            tmp_path / "填.xlsx",
        ],
        check=True,
        capture_output=True,
    )
    result = collect(package, [tmp_path / "出/填.xlsx"], date=DATE, take=True, templates=kinds)
    assert cells(package)["1.1.1"] == "120" and not result.needs_person


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    county = "--place 枫溪县 --partner 望海区 --city 云岭市 --province 北原省 --partner-city 东澜市"
    run("new", "枫溪-2023", "--kind", "东西部协作自评", "--year", "2023", *county.split())
    Path("枫溪-2023/departments.csv").write_text(
        "部门,期限,负责\n县就业局,2023-11-10,就业\n", encoding="utf-8"
    )
    code, errors, output = run("handout", "枫溪-2023", "-o", "发出")
    assert (code, errors) == (0, [])
    assert output.startswith("县就业局：") and "催报的话在" in output
    shutil.copy("发出/县就业局.xlsx", "报来.xlsx")
    code, errors, output = run("collect", "枫溪-2023", "报来.xlsx")
    assert (code, errors) == (0, [])
    assert "什么都没有填" in output and "没有写；要写请加 --take" in output
