"""The copy to issue is held against its package: it speaks of one place and one year."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document
from support import invented
from support.commands import run

from generator.jobs.check import check
from generator.jobs.compose import compose
from generator.jobs.draft import write
from generator.jobs.finalize import as_waiting, finalize
from generator.model.errors import DataError
from generator.model.severity import Severity
from generator.word.reader import WordFile, read

TEXTS = {
    "text__innovations_md": "建立月调度制度。\n",
    "text__problems_md": "产业链条较短。\n",
    "text__next_steps_md": "延长产业链条。\n",
}
SECTIONS = """\
{% extends "report.md.j2" %}
{% block 巩固成果 %}帮扶成效巩固。{% endblock %}
{% block 区域协作 %}产业协作推进。{% endblock %}
{% block 乡村振兴 %}示范村建设推进。{% endblock %}
"""
FIGURES = "键,名称,数值,单位,公式\n会议.常委会,常委会,2,次,\n"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """清河县 of 2023, complete."""
    lead = "清河县全面落实协作任务。\n"
    return invented.package(
        tmp_path / "清河-2023",
        indicators_csv="代码,数值\n1.1.1,2\n",
        figures_csv=FIGURES,
        text__lead_md=lead,
        sections__report_md_j2=SECTIONS,
        **TEXTS,
    )


@pytest.fixture
def file(package: Path, tmp_path: Path) -> Path:
    """The draft of it."""
    path = tmp_path / "稿.docx"
    write(compose(package), path)
    return path


GAP_RUN = "<w:r><w:t>【待补：页脚】</w:t></w:r>".encode()


def with_lead(package: Path, lead: str) -> Path:
    """The Word file of the package with another lead; the package is as before."""
    path = package / "text" / "lead.md"
    before = path.read_text("utf-8")
    path.write_text(lead + "\n", encoding="utf-8")
    target = package.parent / "改稿.docx"
    write(compose(package), target)
    path.write_text(before, encoding="utf-8")
    return target


def test_a_file_of_its_place_and_year_is_issued(package: Path, file: Path) -> None:
    assert finalize(file, file.with_name("定稿.docx"), package).comments == 0


@pytest.mark.parametrize(
    ("lead", "message"),
    [
        ("会宁县落实协作任务。", "[外地名称] “会宁县”不是本地（清河县）、协作方（东湖区）"),
        ("今年（2021年）落实任务。", "[外来年份] “今年（2021年”，报告年度是2023年"),
    ],
)
def test_what_is_of_another_place_or_year_is_not_issued(
    package: Path, lead: str, message: str
) -> None:
    edited, target = with_lead(package, lead), package.parent / "定稿.docx"
    with pytest.raises(DataError) as error:
        finalize(edited, target, package)
    (problem,) = error.value.problems
    assert problem.message.startswith(message) and problem.location.endswith("段")
    assert str(problem).count("请改") <= 1 and str(problem).endswith("改正以后再定稿。")
    assert not target.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "gap", "place"),
    [
        ("【首】", "资金【待补：金额】。", "金额", "这一段开头是“资金【待补：金额】。”"),
        ("12号", "号", "发文顺序号", "在“版头”，这一段开头是“清农领发〔2023〕【待补：发文…”"),
        ("date: 2023-11-20}\nappendices", "date: }\nappendices", "成文日期", "在“署名”，"),
        ("年度统计表'", "【待补：表名】'", "表名", "在“附件说明”，这一段开头是“附件："),
        ("办公室, date: 2023-11-20", "办公室, date: ", "印发日期", "在“版记”，"),
    ],
)
def test_a_gap_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, gap: str, place: str
) -> None:
    lead = "【首】\n".replace(old, new)
    report = invented.REPORT.replace(old, new)
    folder = invented.package(
        tmp_path / "清河", report_yaml=report, text__lead_md=lead, indicators_csv=None
    )
    target = tmp_path / "稿.docx"
    write(compose(folder), target)
    with pytest.raises(DataError) as error:
        finalize(target, tmp_path / "定稿.docx")
    said = [problem.message for problem in error.value.problems]
    told = [words for words in said if words.startswith(f"还没有填：【待补：{gap}】，")]
    assert any(place in words for words in told)


@pytest.mark.slow
def test_a_gap_under_a_heading_and_one_in_a_footer(package: Path, tmp_path: Path) -> None:
    (package / "text" / "problems.md").write_text("缺口【待补：数】。\n", encoding="utf-8")
    target = with_lead(package, "首。")
    with zipfile.ZipFile(target) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    footer = next(name for name in parts if "footer" in name and name.endswith(".xml"))
    parts[footer] = parts[footer].replace(b"</w:p>", GAP_RUN + b"</w:p>", 1)
    edited = tmp_path / "页脚.docx"
    with zipfile.ZipFile(edited, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    with pytest.raises(DataError) as error:
        finalize(edited, tmp_path / "定稿.docx")
    places = {problem.message for problem in error.value.problems}
    assert "还没有填：【待补：页脚】，在页脚" in places
    assert (
        "还没有填：【待补：数】，在“三、当前存在问题”，这一段开头是“缺口【待补：数】。”" in places
    )


def test_a_gap_and_a_foreign_name_are_said_together(package: Path) -> None:
    edited = with_lead(package, "会宁县落实任务，资金【待补：金额】。")
    with pytest.raises(DataError) as error:
        finalize(edited, package.parent / "定稿.docx", package)
    words = [problem.message.partition("，")[0] for problem in error.value.problems]
    assert words == [
        "还没有填：【待补：金额】",
        "[外地名称] “会宁县”不是本地（清河县）、协作方（东湖区）",
    ]


def test_what_report_yaml_accepts_is_issued(package: Path) -> None:
    report = package / "report.yaml"
    accept = "checks: {accept: [{rule: 外地名称, quote: 会宁县, reason: 兄弟县}]}\n"
    report.write_text(report.read_text("utf-8") + accept, encoding="utf-8")
    edited = with_lead(package, "会宁县是兄弟县。")
    assert finalize(edited, package.parent / "定稿.docx", package).comments == 0


def test_another_report_is_not_issued(package: Path, tmp_path: Path) -> None:
    """A file with no figure of the package is somebody else's."""
    rows = "".join(f"数.{at},数{at},{at * 7},个,\n" for at in range(11, 22))
    (package / "figures.csv").write_text(FIGURES + rows, encoding="utf-8")
    lead = "、".join(f"{{{{ f('数.{at}') }}}}" for at in range(11, 22))
    ours = with_lead(package, lead)
    other = tmp_path / "别的.docx"
    document = Document()
    document.add_paragraph("别的文件。")
    document.save(str(other))
    (package / "text" / "lead.md").write_text(lead + "\n", encoding="utf-8")
    finalize(ours, tmp_path / "定稿.docx", package)
    with pytest.raises(DataError, match="不像是这个数据包的报告"):
        finalize(other, tmp_path / "另一份.docx", package)


def test_without_a_package_the_command_says_what_was_not_looked_at(
    package: Path, file: Path, tmp_path: Path
) -> None:
    alone = run("finalize", file, "-o", tmp_path / "甲.docx")
    held_against = run("finalize", file, package, "-o", tmp_path / "乙.docx")
    reminder = "提醒：没有给数据包，没有核对稿子里有没有外地的地名、别的年度的内容"
    assert alone[:2] == (0, [reminder])
    assert held_against[:2] == (0, [])


def test_the_command_refuses_with_status_1(package: Path, tmp_path: Path) -> None:
    edited = with_lead(package, "会宁县落实协作任务。")
    status, errors, _ = run("finalize", edited, package, "-o", tmp_path / "定稿.docx")
    assert (status, ["会宁县" in line for line in errors]) == (1, [True])


def test_a_file_is_read_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []

    def counted(data: bytes, name: str = "") -> WordFile:
        reads.append(name)
        return read(data, name)

    monkeypatch.setattr("generator.jobs.finalize.read", counted)
    monkeypatch.setattr("generator.regenerate.finalize.read", counted)
    finalize(file, file.with_name("定稿.docx"))
    assert reads == [str(file)]


def test_errors_of_the_check_are_told_when_the_copy_is_written(
    package: Path, tmp_path: Path
) -> None:
    figures = FIGURES.replace("常委会,2,", "常委会,3,")
    (package / "figures.csv").write_text(figures, encoding="utf-8")
    file, target = tmp_path / "稿.docx", tmp_path / "定稿.docx"
    write(compose(package), file)
    count = check(package).count(Severity.ERROR)
    status, errors, _ = run("finalize", file, package, "-o", target)
    told = f"提醒：{as_waiting(file, count)}；是哪些，见 nigao check {package}"
    assert (status, errors, target.exists(), count > 0) == (1, [told], True, True)


def test_comments_of_people_are_told_one_by_one(file: Path, tmp_path: Path) -> None:
    document = Document(str(file))
    paragraph = next(item for item in document.paragraphs if item.runs)
    document.add_comment(paragraph.runs, "这一段的口径请再核实", author="周敏")
    document.add_comment(paragraph.runs, "同意" * 30, author="")
    document.save(str(file))
    _, _, output = run("finalize", file, "-o", tmp_path / "定稿.docx")
    assert output.splitlines()[1:] == [
        "  周敏：“这一段的口径请再核实”",
        f"  未署名：“{'同意' * 20}…”",
    ]
    assert "（其中他人的 2 条）" in output
