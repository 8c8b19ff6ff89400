"""What comes in and goes out on the workbench: sheets, workbooks of departments, edited files, copies
to issue."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from support import desks

from generator.jobs.desk import findings
from generator.jobs.desk.brought import NEVER, look_at_sheets, take_sheets
from generator.jobs.desk.collected import look_at_workbooks, take_workbooks
from generator.jobs.desk.departments import departments, hand_out
from generator.jobs.desk.edited import look_at_edited, open_now, renew_edited
from generator.jobs.desk.issuing import fetch_draft, fetch_tables, issue, table_list
from generator.jobs.desk.locating import GridLocation
from generator.jobs.desk.wording import MatterLine
from generator.jobs.draft import draft
from generator.jobs.open_matters import open_lines
from generator.model.errors import InputError
from generator.store import save_matters

DAY = dt.datetime(2023, 11, 27)
SHEET = "指标,数值\n培训班,4期\n县委常委会会议,5次\n举办联席会议,2次\n养猪,3头\n"
"""Of 县就业局: a number that is filled in already, one in doubt, one without a home."""
OFFICE = "县就业局"


def sheet(folder: Path, rows: str = SHEET) -> Path:
    path = folder / f"{OFFICE}.csv"
    path.write_text(rows, encoding="utf-8")
    return path


def figure(package: Path, key: str) -> list[str]:
    """The row of figures.csv that has this key."""
    lines = (package / "figures.csv").read_text(encoding="utf-8-sig").splitlines()
    return next(line.split(",") for line in lines if line.startswith(f"{key},"))


def blank_figures(folder: Path) -> Path:
    """A package in which two figures wait for a number."""
    figures = (
        "键,名称,数值,单位\n培训.期数,培训班,3,期\n招聘.场次,招聘会,,场\n夜校.学员,夜校学员,,人\n"
    )
    return desks.package(folder, figures_csv=figures)


def test_a_sheet_stands_beside_the_package_and_nothing_is_written(tmp_path: Path) -> None:
    package = blank_figures(tmp_path)
    before = desks.contents(package)
    rows = "指标,数值\n培训班,4期\n招聘会,8场\n养猪,3头\n"
    found = look_at_sheets(package, [sheet(tmp_path, rows)])
    told = [(row.target, row.now, row.proposed, row.standing) for row in found.rows]
    assert told == [
        ("培训班", "3期", "4期", "冲突"),
        ("招聘会", "", "8场", "可取"),
        ("", "", "", "没有去处"),
    ]
    assert desks.contents(package) == before


def test_a_cell_that_is_computed_is_told_as_such(tmp_path: Path) -> None:
    package = desks.package(tmp_path, indicators_csv="代码,数值\n2.1.2,=\n")
    [row] = look_at_sheets(
        package, [sheet(tmp_path, "代码,指标,数值\n2.1.2,2.帮助农村劳动力实现就业数,3\n")]
    ).rows
    assert row.now == "由程序算出"
    assert "这一格由程序算出；要用表里的数请先清空那一格" in row.told


def test_what_is_not_ticked_is_not_taken_nor_remembered(tmp_path: Path) -> None:
    package = blank_figures(tmp_path)
    came = sheet(tmp_path, "指标,数值\n招聘会,8场\n夜校学员,90人\n")
    assert take_sheets(package, [came], [1], {}) == ("数据",)
    assert figure(package, "招聘.场次")[2] == "8"
    assert figure(package, "夜校.学员")[2] == ""
    assert [row.standing for row in look_at_sheets(package, [came]).rows] == ["已有", "可取"]


def test_a_person_says_where_an_item_goes_or_that_it_is_never_used(tmp_path: Path) -> None:
    package = blank_figures(tmp_path)
    came = sheet(tmp_path, "指标,数值\n养猪,3\n放羊,2\n")
    said = {1: "夜校.学员", 2: NEVER}
    first, second = look_at_sheets(package, [came], said).rows
    assert (first.standing, first.target, first.proposed) == ("可取", "夜校学员", "3人")
    take_sheets(package, [came], [1], said)
    assert figure(package, "夜校.学员")[2] == "3"
    assert look_at_sheets(package, [came]).rows[1].standing == "不用"
    assert second.standing == "不用"


@pytest.mark.parametrize(
    ("written", "can_be_taken"), [("十二", False), ("不详", False), ("8场", True)]
)
def test_what_cannot_be_read_has_no_box(tmp_path: Path, written: str, can_be_taken: bool) -> None:
    package = blank_figures(tmp_path)
    came = sheet(tmp_path, f"指标,数值\n招聘会,{written}\n")
    [row] = look_at_sheets(package, [came]).rows
    assert row.target == "招聘会"
    assert (row.is_certain or row.is_doubtful) is can_be_taken
    assert bool(row.told) is not can_be_taken


def test_every_cell_that_can_be_filled_can_be_chosen(tmp_path: Path) -> None:
    cells = look_at_sheets(blank_figures(tmp_path), [sheet(tmp_path)]).cells
    assert "招聘会（场）" in [cell.label for cell in cells]
    assert len({cell.ident for cell in cells}) == len(cells)


def with_office(folder: Path, **files: str) -> Path:
    return desks.package(folder, departments_csv=desks.DEPARTMENTS, **files)


def sent_back(package: Path, folder: Path, values: Mapping[str, int | str]) -> Path:
    """The workbook of 县就业局 as it came back, with numbers by the mark of their rows."""
    with zipfile.ZipFile(io.BytesIO(hand_out(package).data)) as archive:
        book = openpyxl.load_workbook(io.BytesIO(archive.read(f"{OFFICE}.xlsx")))
    page = book["填报"]
    rows = {row[-1].value: row for row in page.iter_rows(min_row=5)}
    column = [cell.value for cell in page[4]].index("本年数")
    for mark, value in values.items():
        rows[mark][column].value = value
    path = folder / f"{OFFICE}.xlsx"
    book.save(path)
    return path


@pytest.mark.slow
def test_departments_and_the_note_to_send(tmp_path: Path) -> None:
    package = with_office(tmp_path)
    found = departments(package, "县乡村振兴局 张三")
    [row] = found.rows
    assert (row.name, row.contact, row.due, row.state) == (OFFICE, "李四", "2023-11-10", "未报")
    assert 0 < row.missing < row.owed
    assert "有问题请问县乡村振兴局 张三" in found.note
    with zipfile.ZipFile(io.BytesIO(hand_out(package).data)) as archive:
        assert archive.namelist() == ["催报.txt", f"{OFFICE}.xlsx"]


@pytest.mark.slow
@pytest.mark.parametrize(("owns", "is_said"), [("", False), ("养猪", True)])
def test_departments_that_owe_nothing_get_no_workbook(
    tmp_path: Path, owns: str, is_said: bool
) -> None:
    offices = f"部门,负责\n县就业局,培训\n县畜牧局,{owns}\n"
    package = desks.package(tmp_path, departments_csv=offices)
    [idle] = departments(package).idle
    assert (idle.name, idle.owns) == ("县畜牧局", is_said)
    assert idle.owns_at == GridLocation("departments.csv", 3, "负责")
    assert hand_out(package).departments == (OFFICE,)


@pytest.mark.slow
def test_where_nobody_owes_anything_no_workbook_is_made(tmp_path: Path) -> None:
    package = desks.package(tmp_path, departments_csv="部门,负责\n县就业局,\n县畜牧局,\n")
    found = departments(package)
    assert found.idle == found.rows
    assert hand_out(package).departments == ()


@pytest.mark.slow
def test_a_package_without_departments_has_no_rows(tmp_path: Path) -> None:
    assert departments(desks.package(tmp_path)).rows == ()
    assert departments(desks.package(tmp_path / "b", departments_csv="部门,期限,负责\n")).rows == ()


@pytest.mark.slow
def test_a_conflict_of_a_workbook_is_taken_where_a_person_says_so(tmp_path: Path) -> None:
    package = with_office(tmp_path)
    came = sent_back(package, tmp_path, {"培训.期数": 9, "4.1.5.1": 6})
    [told] = look_at_workbooks(package, [came], date=DAY)
    [row] = told.rows
    assert (told.department, told.taken, told.state) == (OFFICE, 1, "已报")
    [certain] = told.certain
    assert (certain.sent[0], certain.source) == ("6", "县就业局.xlsx“填报”D6")
    assert (row.what, row.now, row.sent, row.can_be_chosen) == ("培训班", "3期", "9期", True)
    assert figure(package, "培训.期数")[2] == "3"
    [taken] = take_workbooks(package, [came], [row.number], date=DAY, by="王五")
    assert taken.taken == 2
    assert figure(package, "培训.期数")[2] == "9"
    [after] = departments(package).rows
    assert (after.state, after.handled) == ("已报", "2023-11-27 00:00 王五")


@pytest.mark.slow
def test_what_a_department_added_is_shown_before_and_after(tmp_path: Path) -> None:
    package = with_office(tmp_path)
    came = sent_back(package, tmp_path, {"4.1.5.1": 6})
    book = openpyxl.load_workbook(came)
    book["填报"]["H6"] = "见 figures.csv 一表"
    book.save(came)
    [looked] = look_at_workbooks(package, [came], date=DAY)
    [taken] = take_workbooks(package, [came], [], date=DAY, by="王五")
    text = "不是发出去的列，填着 1 格，没有读；第一格（H6）是“见 figures.csv 一表”"
    assert looked.added == taken.added == (MatterLine("“填报”H列", text),)


def test_a_workbook_of_another_package_is_refused_by_its_name_alone(tmp_path: Path) -> None:
    package = with_office(tmp_path)
    came = sent_back(package, tmp_path, {})
    other = with_office(tmp_path / "别", report_yaml=_of_another_year())
    with pytest.raises(InputError) as caught:
        look_at_workbooks(other, [came], date=DAY)
    assert str(caught.value.problems[0]).startswith("县就业局.xlsx：是清河县2023年")


def _of_another_year() -> str:
    return desks.invented.REPORT.replace("year: 2023", "year: 2024")


def edited(package: Path, folder: Path) -> Path:
    """The draft of a package, in which a person wrote a word."""
    path = folder / "改稿.docx"
    path.write_bytes(fetch_draft(package, date=DAY).data)
    document = Document(str(path))
    runs = (run for paragraph in document.paragraphs for run in paragraph.runs)
    run = next(run for run in runs if "举办培训班" in run.text)
    run.text = run.text.replace("举办", "先后举办")
    document.save(str(path))
    return path


def change_figure(package: Path, new: str) -> None:
    path = package / "figures.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("培训班,3", f"培训班,{new}"), encoding="utf-8")


@pytest.mark.slow
def test_an_edited_file_is_looked_at_then_renewed(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    file = edited(package, tmp_path)
    before = file.read_bytes()
    assert not look_at_edited(package, file, date=DAY).has_news
    assert renew_edited(package, file, date=DAY, plain=True).data is None
    change_figure(package, "5")
    told = look_at_edited(package, file, date=DAY)
    assert told.counts == "更新数字 1 处" and told.has_news
    assert [(item.old, item.new) for item in told.updated] == [("3期", "5期")]
    [kept] = told.kept
    assert "〔先后〕" in kept.new
    assert told.asked == () == told.differing
    renewed = renew_edited(package, file, date=DAY, plain=True)
    assert renewed.data is not None
    words = "".join(item.text for item in Document(io.BytesIO(renewed.data)).paragraphs)
    assert "清河县先后举办培训班5期" in words
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.glob("*.docx")] == ["改稿.docx"]
    assert open_now(package).matters == ()


@pytest.mark.slow
def test_an_older_draft_is_called_by_its_time_and_its_differences(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    file = edited(package, tmp_path)
    [base] = (package / ".nigao" / "drafts").iterdir()
    os.utime(base, (DAY.timestamp(), DAY.timestamp()))
    without_marks = Document()
    for paragraph in Document(str(file)).element.body.iter(qn("w:p")):
        without_marks.add_paragraph("".join(text.text or "" for text in paragraph.iter(qn("w:t"))))
    without_marks.save(str(file))
    told = look_at_edited(package, file, date=DAY)
    [note] = told.notes
    assert "最接近的一稿（11月27日 00:00 写出，吻合 " in note
    assert told.kept and note.endswith(f"和它有 {len(told.kept)} 处不同")
    assert base.name.partition(".")[0] not in note


def with_a_figure_on_both_sides(package: Path, folder: Path) -> Path:
    """An edited file in which somebody wrote 8期 by hand, of data that say 5 since."""
    file = edited(package, folder)
    document = Document(str(file))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    next(run for run in runs if run.text == "3期").text = "8期"
    document.save(str(file))
    change_figure(package, "5")
    return file


@pytest.mark.slow
def test_it_is_renewed_as_the_command_does_and_what_is_open_is_kept(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    file = with_a_figure_on_both_sides(package, tmp_path)
    twin = tmp_path / "同一个"
    shutil.copytree(package, twin / package.name)
    shutil.copytree(tmp_path / "清河-2022", twin / "清河-2022")
    by_command = draft(twin / package.name, twin / "新.docx", date=DAY, edited=file)
    renewed = renew_edited(package, file, date=DAY, plain=False)
    assert by_command.regenerated is not None
    assert renewed.data == (twin / "新.docx").read_bytes()
    assert open_lines(package) == open_lines(twin / package.name) != ()
    [matter] = open_now(package).matters
    assert matter.todo == "请定"
    assert "“8期”" in matter.text and "（培训班）" in matter.text


@pytest.mark.slow
def test_what_is_open_stays_when_the_first_draft_is_fetched_again(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    file = with_a_figure_on_both_sides(package, tmp_path)
    renewed = renew_edited(package, file, date=DAY, plain=True)
    was_open = open_now(package)
    assert renewed.data is not None and was_open.matters
    fetch_draft(package, date=DAY)
    change_figure(package, "6")
    fetch_draft(package, date=DAY)
    assert open_now(package) == was_open

    change_figure(package, "5")
    taken = Document(io.BytesIO(renewed.data))
    for mark in ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
        for element in taken.element.xpath(f"//{mark}"):
            element.getparent().remove(element)
    taken.save(str(file))
    assert renew_edited(package, file, date=DAY, plain=True).data is not None
    assert open_now(package).matters == ()


def written_otherwise(package: Path, folder: Path) -> Path:
    """A new file that asks about 8期, which somebody wrote, where the data say 3期."""
    file = edited(package, folder)
    say(file, "3期", "8期")
    renewed = renew_edited(package, file, date=DAY, plain=False)
    assert renewed.data is not None
    file.write_bytes(renewed.data)
    assert len(open_now(package).matters) == 1
    return file


def say(file: Path, old: str, new: str) -> None:
    """Write other words over those of one run."""
    document = Document(str(file))
    runs = (run for paragraph in document.paragraphs for run in paragraph.runs)
    next(run for run in runs if run.text == old).text = new
    document.save(str(file))


COMMENTS = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
BOOKMARKS = ("w:bookmarkStart", "w:bookmarkEnd")


def take_out(file: Path, marks: tuple[str, ...]) -> None:
    """Delete marks in the text of a file."""
    document = Document(str(file))
    for mark in marks:
        for element in document.element.xpath(f"//{mark}"):
            element.getparent().remove(element)
    document.save(str(file))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("new", "marks"),
    [("3期", COMMENTS), ("8期", COMMENTS), ("3期", ()), ("3期", (*COMMENTS, *BOOKMARKS))],
)
def test_what_is_settled_in_the_file_can_be_stored(
    tmp_path: Path, new: str, marks: tuple[str, ...]
) -> None:
    """Also where no word of the file would change, and where the file has lost all marks."""
    package = desks.package(tmp_path)
    file = written_otherwise(package, tmp_path)
    say(file, "8期", new)
    take_out(file, marks)
    told = look_at_edited(package, file, date=DAY)
    assert (told.has_news, told.counts, told.asked) == (True, "定好 1 处", ())
    assert [(item.todo, "“8期”" in item.text) for item in told.closed] == [("请定", True)]
    assert open_now(package).matters
    renewed = renew_edited(package, file, date=DAY, plain=False)
    assert open_now(package).matters == ()
    if renewed.data is not None:
        file.write_bytes(renewed.data)
    assert not look_at_edited(package, file, date=DAY).has_news


def rewrite(file: Path, name: str, old: str, new: str) -> None:
    """Other words in a part of a file."""
    with zipfile.ZipFile(file) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    assert old.encode() in parts[name]
    parts[name] = parts[name].replace(old.encode(), new.encode())
    with zipfile.ZipFile(file, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)


COMMENTS_PART = "word/comments.xml"


@pytest.mark.slow
def test_a_comment_calls_a_figure_by_its_name(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    file = written_otherwise(package, tmp_path)
    said = zipfile.ZipFile(file).read(COMMENTS_PART).decode()
    assert "数据是“3期”（培训班）" in said and "培训.期数" not in said
    assert renew_edited(package, file, date=DAY, plain=False).data is None


@pytest.mark.slow
def test_a_comment_of_an_earlier_version_has_the_key_and_is_known(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    file = written_otherwise(package, tmp_path)
    rewrite(file, COMMENTS_PART, "（培训班）", "（培训.期数）")
    [kept] = (package / ".nigao" / "open").iterdir()
    kept.write_text(
        kept.read_text("utf-8").replace("（培训班）", "（培训.期数）"), encoding="utf-8"
    )
    renewed = renew_edited(package, file, date=DAY, plain=False)
    assert renewed.data is not None
    with zipfile.ZipFile(io.BytesIO(renewed.data)) as archive:
        said = archive.read(COMMENTS_PART).decode()
    assert said.count("【请定】") == 1 and "（培训班）" in said and "培训.期数" not in said
    take_out(file, COMMENTS)
    assert renew_edited(package, file, date=DAY, plain=False).data is not None
    assert open_now(package).matters == ()


@pytest.mark.slow
def test_the_command_stores_what_is_settled_as_well(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    file = written_otherwise(package, tmp_path)
    say(file, "8期", "3期")
    take_out(file, (*COMMENTS, *BOOKMARKS))
    result = draft(package, tmp_path / "新.docx", date=DAY, edited=file, dry_run=True).regenerated
    assert result is not None and "  已定好：这里是“8期”" in result.as_text()
    assert open_lines(package)
    draft(package, tmp_path / "新.docx", date=DAY, edited=file)
    assert open_lines(package) == ()


@pytest.mark.slow
def test_another_file_settles_nothing_of_the_last_one(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    written_otherwise(package, tmp_path)
    other = tmp_path / "初稿.docx"
    other.write_bytes(fetch_draft(package, date=DAY).data)
    told = look_at_edited(package, other, date=DAY)
    assert (told.has_news, told.closed) == (False, ())
    renew_edited(package, other, date=DAY, plain=False)
    assert open_now(package).matters


@pytest.mark.slow
def test_a_copy_to_issue_settles_what_was_open(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    file = edited(package, tmp_path)
    save_matters(package, "x", json.dumps({"matters": [{"line": "【请定】培训班是几期"}]}))
    assert open_now(package).matters
    assert issue(file, package).data is None
    assert open_now(package).matters
    document = Document(str(file))
    for paragraph in list(document.paragraphs):
        if "【待补" in paragraph.text:
            paragraph.text = "没有。"
    document.save(str(file))
    told = issue(file, package)
    assert told.open == () and told.data is not None
    assert open_now(package).matters == ()


@pytest.mark.slow
def test_the_draft_and_the_tables_are_those_of_the_commands(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    draft(package, tmp_path / "令.docx", date=DAY)
    assert fetch_draft(package, date=DAY).data == (tmp_path / "令.docx").read_bytes()
    [item] = table_list(package)
    assert item.name == "清河县2023年东西部协作年度统计表"
    for ending in (".docx", ".xlsx"):
        assert fetch_tables(package, ending, item.only).data == fetch_tables(package, ending).data


@pytest.mark.slow
def test_a_workbook_with_a_wrong_number_goes_back(tmp_path: Path) -> None:
    office = desks.DEPARTMENTS.replace("培训 1.1.1", "培训 2.1.2.1 2.1.2.1.1")
    package = desks.package(tmp_path, departments_csv=office)
    came = sent_back(package, tmp_path, {"2.1.2.1": 10, "2.1.2.1.1": 99})
    [told] = look_at_workbooks(package, [came], date=DAY)
    assert (told.goes_back, told.returned, told.taken) == (True, None, 0)
    assert [(row.sent, row.can_be_chosen) for row in told.rows] == [
        ("10人", False),
        ("99人", False),
    ]
    assert "大于它所属的" in told.findings[0].text
    [taken] = take_workbooks(package, [came], [], date=DAY, send_back=True)
    assert taken.state == "退回"
    assert taken.returned is not None
    page = openpyxl.load_workbook(io.BytesIO(taken.returned))["填报"]
    assert any("大于它所属的" in str(cell.value) for row in page.iter_rows() for cell in row)


@pytest.mark.slow
def test_what_cannot_be_read_is_shown_as_written_and_goes_back(tmp_path: Path) -> None:
    package = with_office(tmp_path)
    came = sent_back(package, tmp_path, {"4.1.5.1": "六"})
    [told] = look_at_workbooks(package, [came], date=DAY)
    [row] = told.rows
    assert (row.sent, row.can_be_chosen, told.goes_back) == ("六", False, True)
    assert "应当" in row.told[0]
    [taken] = take_workbooks(package, [came], [], date=DAY, send_back=True)
    assert (taken.state, taken.taken, len(taken.rows)) == ("退回", 0, 1)
    assert taken.returned is not None
    [after] = departments(package).rows
    assert (after.state, after.handled) == ("退回", "2023-11-27 00:00 （没有写经手人）")


def test_a_number_in_doubt_is_taken_where_a_person_says_so(tmp_path: Path) -> None:
    """As in 带入: the form has no room for 约, the number alone is written."""
    package = with_office(tmp_path)
    came = sent_back(package, tmp_path, {"4.1.5.1": "约300"})
    [told] = look_at_workbooks(package, [came], date=DAY)
    [row] = told.rows
    assert (row.sent, row.can_be_chosen, row.is_conflict) == ("约300", True, False)
    assert "取的话只写数" in row.told[0] and told.goes_back
    [taken] = take_workbooks(package, [came], [row.number], date=DAY)
    assert (taken.taken, taken.rows, taken.goes_back) == (1, (), False)
    form = (package / "indicators.csv").read_text(encoding="utf-8-sig")
    assert "4.1.5.1,300" in form and "约" not in form.partition("4.1.5.1,")[2].partition(",")[0]


@pytest.mark.slow
def test_a_row_that_cannot_be_read_is_shown_as_written_and_goes_back(tmp_path: Path) -> None:
    offices = "部门,联系人,电话,期限,负责\n县财政局,王五,,2023-11-12,funds.csv\n"
    package = desks.package(tmp_path, departments_csv=offices)
    with zipfile.ZipFile(io.BytesIO(hand_out(package).data)) as archive:
        book = openpyxl.load_workbook(io.BytesIO(archive.read("县财政局.xlsx")))
    heads = [str(cell.value).partition("（")[0].rstrip("*") for cell in book["资金"][4]]
    book["资金"].cell(5, heads.index("金额") + 1).value = "一千三"
    came = tmp_path / "县财政局.xlsx"
    book.save(came)
    [told] = look_at_workbooks(package, [came], date=DAY)
    [row] = told.rows
    assert told.goes_back and not row.can_be_chosen
    assert "一千三" in row.sent and "“金额”应当是数字" in row.told[0]
    [taken] = take_workbooks(package, [came], [], date=DAY, send_back=True)
    assert taken.state == "退回" and taken.returned is not None


@pytest.mark.slow
def test_a_record_that_a_department_changed_is_shown_from_both_sides(tmp_path: Path) -> None:
    offices = "部门,联系人,电话,期限,负责\n县财政局,王五,,2023-11-12,funds.csv\n"
    package = desks.package(tmp_path, departments_csv=offices)
    with zipfile.ZipFile(io.BytesIO(hand_out(package).data)) as archive:
        book = openpyxl.load_workbook(io.BytesIO(archive.read("县财政局.xlsx")))
    heads = [str(cell.value).partition("（")[0].rstrip("*") for cell in book["资金"][4]]
    at = book["资金"].cell(5, heads.index("金额") + 1)
    was, at.value = str(at.value), 1300
    came = tmp_path / "县财政局.xlsx"
    book.save(came)
    [told] = look_at_workbooks(package, [came], date=DAY)
    [row] = told.rows
    assert (row.now, row.sent, row.can_be_chosen) == (f"金额 {was}", "金额 1300", True)
    take_workbooks(package, [came], [row.number], date=DAY)
    [again] = look_at_workbooks(package, [came], date=DAY)
    assert again.rows == ()


@pytest.mark.slow
def test_errors_of_the_package_are_told_beside_the_copy_to_issue(tmp_path: Path) -> None:
    package, file = desks.package(tmp_path), tmp_path / "末稿.docx"
    document = Document()
    document.add_paragraph("2023年，清河县举办培训班3期。")
    document.save(str(file))
    errors = [item for item in findings(package) if item.severity == "错误"]
    told = issue(file, package)
    assert told.data is not None and told.errors == len(errors) > 0


@pytest.mark.slow
def test_what_is_open_keeps_a_file_from_being_issued_each_with_its_place(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    file = edited(package, tmp_path)
    change_figure(package, "5")
    told = issue(file, package)
    assert told.data is None
    by_text = {item.text: item.location for item in told.open}
    wrong = "数字和数据不一致：培训班，文中“3期”，数据“5期”"
    assert by_text[wrong] == "“清河县先后举办培训班3期。”"
    gap = next(text for text in by_text if text.startswith("还没有填：【待补：工作创新情况】"))
    assert by_text[gap].startswith("“二、工作创新情况”")
    assert not [text for text in by_text if "培训.期数" in text or ".csv" in text]
