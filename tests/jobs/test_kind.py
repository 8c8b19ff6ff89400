"""``nigao kind``: what is listed and hidden, a new kind that drafts at once, a kind tried out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import two_kinds
from support.commands import run
from support.packages import ROOT

from generator.jobs.kind import check_kind, kind, new_kind
from generator.model.errors import NigaoError
from generator.package.read.homes import user_folder


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, and a user without kinds of their own."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def lines(*words: str) -> list[str]:
    """What a command prints; it leaves with 0."""
    status, errors, printed = run(*words)
    assert status == 0, (errors, printed)
    return printed.splitlines()


def test_a_list_says_from_where_and_what_hides_what(work: Path) -> None:
    two_kinds.kinds(work / "templates")
    two_kinds.kinds(user_folder())
    two_kinds.kinds(work / "清河" / "templates")
    shutil.rmtree(work / "清河" / "templates" / two_kinds.OPENNESS)
    (work / "清河" / "report.yaml").touch()
    known = [(item.name, item.origin, item.hidden_by) for item in kind(work / "清河")]
    beside, inside = work / "templates", work / "清河" / "templates"
    assert known[:5] == [
        (two_kinds.SCORES, "数据包里", None),
        (two_kinds.OPENNESS, "数据包旁边", None),
        (two_kinds.SCORES, "数据包旁边", inside / two_kinds.SCORES),
        (two_kinds.OPENNESS, "用户的", beside / two_kinds.OPENNESS),
        (two_kinds.SCORES, "用户的", inside / two_kinds.SCORES),
    ]
    assert {origin for _, origin, _ in known[5:]} == {"程序自带"}


def test_what_is_not_read_is_listed_with_the_reason(work: Path) -> None:
    (work / "templates" / "简报").mkdir(parents=True)
    (work / "templates" / "compiled").mkdir()
    (work / "templates" / "terms.csv").touch()
    printed = "\n".join(lines("kind", "list"))
    assert "没有 kind.yaml，不是报告种类" in printed
    assert "没有读；请放进 shared/ 文件夹" in printed
    assert "compiled" not in printed


def test_a_new_kind_is_complete_and_drafts_at_once(work: Path) -> None:
    lines("kind", "new", "工作小结")
    assert lines("kind", "check", "工作小结") == [
        f"{Path('templates/工作小结')}：没有错误，提醒 0 处"
    ]
    lines("new", "清河", "--kind", "工作小结", "--place", "清河县", "--year", "2023")
    (work / "清河" / "matters.csv").write_text(
        "序,事项名称,牵头单位,计划数,完成数\n路,修通村路,交通局,12,9\n桥,建便民桥,,3,3\n",
        encoding="utf-8",
    )
    printed = "\n".join(lines("text", "清河"))
    assert "全年计划办理15件，办结12件，完成率80%。" in printed
    assert "由交通局牵头，计划12件，办结9件。" in printed
    lines("draft", "清河")
    lines("tables", "清河", "--xlsx", "表.xlsx")


def test_a_kind_made_of_another_has_its_own_name(work: Path) -> None:
    target = new_kind("要点二", work / "templates", source="支援合作要点")
    source = ROOT / "templates" / "支援合作要点"
    assert "name: 要点二\n" in (target / "kind.yaml").read_text(encoding="utf-8")
    names = {path.relative_to(target) for path in target.rglob("*")}
    assert names == {path.relative_to(source) for path in source.rglob("*")}
    assert check_kind("要点二", work).faults == ()


@pytest.mark.parametrize(
    ("name", "source", "line"),
    [
        ("../外面", "", "“../外面”不能作报告种类的名称"),
        ("a b", "", "不能作报告种类的名称"),
        ("shared", "", "不能作报告种类的名称"),
        ("con", "", "“con”不能作报告种类的名称"),
        ("LPT1", "", "“LPT1”不能作报告种类的名称"),
        ("甲" * 5000, "", f"^“{'甲' * 40}…”不能作报告种类的名称"),
        ("小结", "没有的", "没有“没有的”这种报告"),
        ("有了", "", "已经有这个文件夹"),
    ],
)
def test_a_new_kind_that_cannot_be_is_refused(
    work: Path, name: str, source: str, line: str
) -> None:
    (work / "templates" / "有了").mkdir(parents=True)
    (work / "templates" / "有了" / "kind.yaml").touch()
    with pytest.raises(NigaoError, match=line):
        new_kind(name, work / "templates", source=source)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["东西部协作自评", "支援合作要点", "政府信息公开工作年度报告", "项目支出绩效自评"]
)
def test_the_shipped_kinds_stand_their_trial(work: Path, name: str) -> None:
    assert check_kind(name, work).faults == ()


@pytest.mark.parametrize("name", [two_kinds.SCORES, two_kinds.OPENNESS])
def test_small_kinds_stand_their_trial(work: Path, name: str) -> None:
    two_kinds.kinds(work / "templates")
    assert check_kind(name, work).faults == ()


def test_a_trial_tells_when_a_fault_shows(work: Path) -> None:
    target = new_kind("小结", work / "templates")
    outline = target / "report.md.j2"
    text = outline.read_text(encoding="utf-8")
    outline.write_text(
        text.replace("办结{{ m.完成数 }}。", "办结{{ m.完成数|month }}。"), encoding="utf-8"
    )
    status, _, printed = run("kind", "check", "小结")
    assert status == 1
    assert "小结/report.md.j2 第17行：" in printed and "（全部填满的时候）" in printed


def test_a_kind_without_a_letter_drafts_where_none_is_wanted(work: Path) -> None:
    target = new_kind("小结", work / "templates")
    (target / "letter.md.j2").unlink()
    lines("new", "清河", "--kind", "小结", "--place", "清河县", "--year", "2023")
    status, errors, _ = run("draft", "清河")
    assert status == 1
    assert [line.partition("。")[0] for line in errors] == ["错误：小结/letter.md.j2：没有这个文件"]
    settings = work / "清河" / "report.yaml"
    settings.write_text(
        "kind: 小结\nyear: 2023\nform: plain\nletter: false\nplace: {name: 清河县, short: 我县}\n",
        encoding="utf-8",
    )
    lines("draft", "清河")


def test_a_faulty_kind_is_told_with_its_file_when_a_package_is_made(work: Path) -> None:
    target = new_kind("小结", work / "templates")
    (target / "records.yaml").unlink()
    _, errors, _ = run("new", "清河", "--kind", "小结", "--place", "清河县", "--year", "2023")
    assert [line.partition("。")[0] for line in errors] == ["错误：小结/records.yaml：没有这个文件"]
    _, errors, _ = run("new", "清河", "--kind", "小绪", "--place", "清河县", "--year", "2023")
    assert errors[0].startswith("错误：“--kind”：没有“小绪”这种报告，相近的是“小结”")


def test_words_where_a_figure_should_stand_are_told(work: Path) -> None:
    target = new_kind("小结", work / "templates")
    outline = target / "report.md.j2"
    text = outline.read_text(encoding="utf-8")
    outline.write_text(
        text.replace("办结{{ m.完成数 }}。", "办结{{ vs('完成.合计') }}。"), encoding="utf-8"
    )
    status, _, printed = run("kind", "check", "小结")
    assert status == 1
    assert "“完成.合计”是文字，这里要的是一个数；按键取数写 f('键')" in printed


def test_a_trial_reminds_of_what_is_printed_nowhere(work: Path) -> None:
    target = new_kind("小结", work / "templates")
    figures = target / "figures.csv"
    figures.write_text(
        figures.read_text(encoding="utf-8") + "走访.户数,走访,户,,\n", encoding="utf-8"
    )
    assert check_kind("小结", work).unprinted == ("走访.户数",)


def test_a_fault_of_one_kind_stays_its_own(work: Path) -> None:
    """Neither a draft of another kind nor the check of a Word file needs the faulty one."""
    broken = new_kind("坏的", work / "templates")
    (broken / "kind.yaml").write_text("name：坏的\n", encoding="utf-8")
    (broken / "catalogue").mkdir()
    (broken / "catalogue" / "2023.csv").write_text("代码\n1\n1\n", encoding="utf-8")
    new_kind("好的", work / "templates")
    lines("new", "清河", "--kind", "好的", "--place", "清河县", "--year", "2023")
    lines("draft", "清河", "-o", "稿.docx")
    status, errors, printed = run("check", "稿.docx")
    assert status in (0, 1) and printed
    assert [line for line in errors if not line.startswith("提醒：")] == []
    assert any("报告种类“坏的”的统计表有错，没有拿它核对" in line for line in errors)


def test_a_package_that_holds_its_kind_keeps_it(work: Path) -> None:
    """Through a workbook and back, into the next year, and to another place."""
    new_kind("小结", work / "templates")
    lines("new", "清河", "--kind", "小结", "--place", "清河县", "--year", "2023")
    shutil.move(work / "templates", work / "清河" / "templates")
    (work / "书").mkdir()
    lines("workbook", "清河", "-o", "书/清河.xlsx")
    assert lines("text", "书/清河.xlsx") == lines("text", "清河")
    lines("workbook", "书/清河.xlsx", "-o", "回来/清河")
    for path in (work / "清河" / "templates").rglob("*.*"):
        again = work / "回来" / path.relative_to(work)
        assert again.read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), path
    lines("new", "明年/清河", "--from", "清河", "--year", "2024")
    lines("draft", "明年/清河")
    lines("new", "邻县/青禾", "--from", "清河", "--year", "2023", "--place", "青禾县")
    lines("draft", "邻县/青禾")


def test_a_kind_that_lies_elsewhere_is_to_be_brought_along(work: Path) -> None:
    new_kind("小结", work / "templates")
    lines("new", "清河", "--kind", "小结", "--place", "清河县", "--year", "2023")
    printed = "\n".join(lines("new", "明年/清河", "--from", "清河", "--year", "2024"))
    assert "报告种类“小结”不在新数据包旁边，请把它的文件夹复制到 明年/templates" in printed


@pytest.mark.parametrize("stem", ["²", "①", "99999", "0", "甲"])
def test_a_form_whose_name_is_no_year_ends_no_trial(work: Path, stem: str) -> None:
    new_kind("小结", work / "templates")
    catalogue = work / "templates" / "小结" / "catalogue"
    catalogue.mkdir()
    (catalogue / f"{stem}.csv").write_text("代码,级,名称,类型\n", encoding="utf-8")
    status, errors, _ = run("kind", "check", "小结")
    assert status in (0, 1, 2) and all("程序出错" not in line for line in errors)
