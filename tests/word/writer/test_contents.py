"""目录: a control that Word fills in with pages; it is no text of the report and survives every round."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from pathlib import Path

import pytest
from support import invented
from support.wordfiles import with_words

from generator.jobs.compose import compose
from generator.jobs.draft import draft, write
from generator.jobs.finalize import finalize
from generator.model.errors import NigaoError
from generator.word.reader import read

ASKED = invented.REPORT + "contents: 2\n"
FIGURES = "键,名称,数值,单位,公式\n会议.常委会,常委会,3,次,\n"
SECTIONS = """\
{% extends "report.md.j2" %}
{% block 巩固成果 %}帮扶成效巩固。{% endblock %}
{% block 区域协作 %}产业协作推进。{% endblock %}
{% block 乡村振兴 %}示范村建设推进。{% endblock %}
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """清河县 of 2023, with 目录 down to the second level."""
    return invented.package(
        tmp_path / "清河-2023",
        report_yaml=ASKED,
        indicators_csv="代码,数值\n1.1.1,2\n",
        figures_csv=FIGURES,
        text__lead_md="清河县全面落实协作任务。\n",
        text__innovations_md="建立月调度制度。\n",
        text__problems_md="产业链条较短。\n",
        text__next_steps_md="延长产业链条。\n",
        sections__report_md_j2=SECTIONS,
    )


def body(file: Path) -> str:
    """The XML of the text."""
    with zipfile.ZipFile(file) as archive:
        return archive.read("word/document.xml").decode()


def control(file: Path) -> str:
    """The XML of the table of contents."""
    (found,) = re.findall(r"<w:sdt>.*?</w:sdt>", body(file), re.S)
    return found


def test_it_lists_the_headings_and_points_at_them(package: Path, tmp_path: Path) -> None:
    write(compose(package), tmp_path / "稿.docx")
    told = control(tmp_path / "稿.docx")
    listed = re.findall(r"<w:t[^>]*>([^<]+)</w:t>", told)
    assert listed[:3] == ["目　　录", "一、年度任务完成情况", "（一）组织领导"]
    assert ' TOC \\o "1-2" ' in told
    targets = re.findall(r'w:anchor="(_Toc\d+)"', told)
    assert len(targets) == len(set(targets)) == len(listed) - 1
    for target in targets:
        assert body(tmp_path / "稿.docx").count(f'w:name="{target}"') == 1


def test_it_says_no_page_that_nobody_counted(package: Path, tmp_path: Path) -> None:
    write(compose(package), tmp_path / "稿.docx")
    told = control(tmp_path / "稿.docx")
    assert told.count("PAGEREF") == told.count('w:fldCharType="separate"') - 1
    assert not re.search(r">\d+</w:t>", told)


def test_it_is_no_text_of_the_report(package: Path, tmp_path: Path) -> None:
    write(compose(package), tmp_path / "稿.docx")
    shown = [para.text for para in read((tmp_path / "稿.docx").read_bytes()).view.paras]
    assert shown.count("一、年度任务完成情况") == 1
    assert not any("录" in text and "目" in text for text in shown)


def test_regenerated_it_stays_as_it_is(package: Path, tmp_path: Path) -> None:
    date = dt.datetime(2023, 11, 27)
    old = tmp_path / "稿.docx"
    write(compose(package), old)
    edited = with_words(old, "建立月调度制度", "建立月调度、季通报制度")
    (package / "figures.csv").write_text(FIGURES.replace(",3,", ",4,"), encoding="utf-8")
    new = tmp_path / "新稿.docx"
    result = draft(package, new, edited=edited, date=date)
    assert result.regenerated is not None
    assert result.regenerated.summary.figures == 1 and not result.regenerated.needs_person
    assert control(new) == control(old)
    assert "建立月调度、季通报制度" in body(new)
    assert len(re.findall(r'w:name="_Toc', body(new))) == len(
        re.findall(r'w:name="_Toc', body(old))
    )


def test_the_copy_to_issue_has_it_too(package: Path, tmp_path: Path) -> None:
    write(compose(package), tmp_path / "稿.docx")
    finalize(tmp_path / "稿.docx", tmp_path / "定稿.docx", package)
    told = control(tmp_path / "定稿.docx")
    assert "Table of Contents" in told and "（一）组织领导" in told
    assert re.search(r'w:name="_Toc\d+"', body(tmp_path / "定稿.docx"))


@pytest.mark.parametrize("form", ["formal", "plain"])
def test_it_has_a_page_of_its_own(package: Path, tmp_path: Path, form: str) -> None:
    text = ASKED.replace("year: 2023\n", f"year: 2023\nform: {form}\n")
    (package / "report.yaml").write_text(text, encoding="utf-8")
    write(compose(package), tmp_path / "稿.docx")
    before, after = body(tmp_path / "稿.docx").split(control(tmp_path / "稿.docx"))
    assert ("pageBreakBefore" in control(tmp_path / "稿.docx")) == (form == "formal")
    assert after.index("pageBreakBefore") < after.index("东西部协作工作自评报告")
    assert bool(re.search("<w:t[ >]", before)) == (form == "formal")


@pytest.mark.parametrize(
    ("written", "told"), [("9", "不能大于 4"), ("-1", "不能小于 0"), ("是", "应当是整数")]
)
def test_how_deep_it_may_go_is_told(package: Path, written: str, told: str) -> None:
    report = package / "report.yaml"
    report.write_text(invented.REPORT + f"contents: {written}\n", encoding="utf-8")
    with pytest.raises(NigaoError, match=f"report.yaml“contents”：写的是“{written}”，{told}"):
        compose(package)
