"""What may come in of the numbers that departments send back, what goes back to them, and how they stand."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support import collecting
from support.collecting import (
    DATE,
    DEPARTMENTS,
    FIGURES,
    ROWS,
    cells,
    filled,
    sent,
    sheet_of,
    state,
    with_rows,
)
from support.commands import run

from generator.jobs.collect import as_text, collect
from generator.jobs.handout import REMINDER, handout
from generator.model.errors import DataError, InputError
from generator.package.bring.proposal import Standing

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


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return collecting.kinds(tmp_path)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return collecting.package(tmp_path)


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


def test_a_workbook_with_nothing_filled_in_is_no_report(package: Path, kinds: Path) -> None:
    folder = package.parent / "发出"
    handout(package, folder, templates=kinds)
    result = collect(package, [folder / "县委办.xlsx"], date=DATE, take=True, templates=kinds)
    assert "什么都没有填，没有填 1 项；未报" in as_text(result)
    assert state(package, "县委办") == "" and result.written == ()


def test_what_was_said_goes_with_the_number(package: Path, kinds: Path) -> None:
    sent(package, kinds, {"1.1.1": 120}, notes={"1.1.1": "含上年结转的3人"}, take=True)
    sent(package, kinds, {"1.1.1": 130}, notes={"1.1.1": ""}, take=True, decided=["1"])
    form = (package / "indicators.csv").read_text(encoding="utf-8-sig")
    assert cells(package)["1.1.1"] == "130" and "上报说明" not in form


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


def test_a_date_has_no_unit_behind_it(package: Path, kinds: Path, tmp_path: Path) -> None:
    with (package / "figures.csv").open("a", encoding="utf-8") as table:
        table.write("资金.拨付日,拨付日期,2023年5月,日期\n")
    handout(package, tmp_path / "发出", templates=kinds)
    answers = {"资金.拨付日": "2023年6月"}
    back = filled(tmp_path / "发出/县财政局.xlsx", tmp_path / "报来.xlsx", answers)
    said = as_text(collect(package, [back], date=DATE, templates=kinds))
    assert "冲突  拨付日期 2023年6月（" in said and "已经填了2023年5月，没有改" in said


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
