"""A letter, an order, minutes and a request with 附注: drafted, changed by people, brought up to date, issued."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest
from support import invented
from support.wordfiles import with_words

from generator.jobs.check import check
from generator.jobs.compose import compose
from generator.jobs.draft import draft, write
from generator.jobs.finalize import finalize
from generator.word.reader import read

DATE = dt.datetime(2023, 11, 27)
BASE = """\
kind: 东西部协作自评
year: 2023
place: {name: 清河县, short: 我县, level: 县, province: 北原省, city: 云山市}
partner: {name: 东湖区, short: 东湖区, city: 海门市}
letter: false
"""
SIGNED = "signature: {organs: [清河县人民政府办公室], date: 2023-11-20}\n"
FORMATS = {
    "信函": "organs: [清河县人民政府办公室]\nnumber: 清政办函〔2023〕12号\naddressee: 东湖区人民政府办公室\n"
    + SIGNED
    + "imprint: {copy_to: [清河县财政局]}\n",
    "命令": "organs: [清河县人民政府]\nnumber: 第1号\n"
    "signature: {date: 2023-11-20, chops: [{post: 县长, name: 张三}]}\n",
    "纪要": "organs: [清河县人民政府常务会议]\nattendance: {出席: [张三, 李四], 列席: 郑一}\n",
    "公文": "organs: [清河县人民政府办公室]\nnumber: 清政办〔2023〕12号\naddressee: 云山市人民政府办公室\n"
    + SIGNED
    + "note: 联系人：王小明，联系电话：0000-1234567\n",
}
FIGURES = "键,名称,数值,单位,公式\n会议.常委会,常委会,3,次,\n"
SECTIONS = """\
{% extends "report.md.j2" %}
{% block 巩固成果 %}帮扶成效巩固。{% endblock %}
{% block 区域协作 %}产业协作推进。{% endblock %}
{% block 乡村振兴 %}示范村建设推进。{% endblock %}
"""
SHOWS = {
    "信函": ["清河县人民政府办公室", "清政办函〔2023〕12号", "东湖区人民政府办公室："],
    "命令": ["清河县人民政府令", "第1号", "县长"],
    "纪要": ["清河县人民政府常务会议纪要", "出席：张三、李四", "列席：郑一"],
    "公文": ["清政办〔2023〕12号", "（联系人：王小明，联系电话：0000-1234567）"],
}


def package_of(folder: Path, name: str) -> Path:
    """清河县 of 2023, complete, in a format."""
    return invented.package(
        folder / "清河-2023",
        report_yaml=f"{BASE}format: {name}\n{FORMATS[name]}",
        indicators_csv="代码,数值\n1.1.1,3\n",
        figures_csv=FIGURES,
        text__lead_md="清河县全面落实协作任务。\n",
        text__innovations_md="建立月调度制度。\n",
        text__problems_md="产业链条较短。\n",
        text__next_steps_md="延长产业链条。\n",
        sections__report_md_j2=SECTIONS,
    )


def lines(file: Path) -> list[str]:
    """The text of a Word file with all changes accepted."""
    return [para.text for para in read(file.read_bytes()).view.paras if para.text]


@pytest.mark.parametrize("name", FORMATS)
def test_it_says_what_its_format_has(tmp_path: Path, name: str) -> None:
    package = package_of(tmp_path, name)
    write(compose(package), tmp_path / "稿.docx")
    told = "\n".join(lines(tmp_path / "稿.docx")).replace(" ", "").replace("　", "")
    for words in SHOWS[name]:
        assert words.replace(" ", "") in told
    assert [
        finding.message for finding in check(package).findings if finding.severity == "error"
    ] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_edits_stay_and_figures_follow(tmp_path: Path, name: str) -> None:
    package = package_of(tmp_path, name)
    old, new = tmp_path / "稿.docx", tmp_path / "新稿.docx"
    write(compose(package), old)
    edited = with_words(old, "建立月调度制度", "建立月调度、季通报制度")
    (package / "figures.csv").write_text(FIGURES.replace(",3,", ",4,"), encoding="utf-8")
    result = draft(package, new, edited=edited, date=DATE)
    assert result.regenerated is not None and not result.regenerated.needs_person
    write(compose(package), tmp_path / "纯.docx")
    wanted = [
        line.replace("月调度制度", "月调度、季通报制度") for line in lines(tmp_path / "纯.docx")
    ]
    assert lines(new) == wanted


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_it_is_issued_as_it_was_set(tmp_path: Path, name: str) -> None:
    package = package_of(tmp_path, name)
    old, issued = tmp_path / "稿.docx", tmp_path / "定稿.docx"
    write(compose(package), old)
    finalize(old, issued, package)
    assert lines(issued) == lines(old)
    with zipfile.ZipFile(old) as before, zipfile.ZipFile(issued) as after:
        parts = [part for part in after.namelist() if "footer" in part]
        assert parts == [part for part in before.namelist() if "footer" in part]
        for part in ("word/document.xml", *parts):
            first, second = before.read(part).decode(), after.read(part).decode()
            for mark in ("<w:drawing", "<wps:cNvCnPr", "<w:framePr", "<w:titlePg", "<w:sectPr"):
                assert second.count(mark) == first.count(mark), (part, mark)
