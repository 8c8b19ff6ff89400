"""Whose meetings a row of the form counts: label and sentence speak of one level of office."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.jobs.check import check
from generator.jobs.compose import compose
from generator.jobs.draft import write
from generator.jobs.text import text
from generator.model.errors import DataError

FORM = "代码,数值\n1.1.1,3\n1.1.2,7\n"


@pytest.mark.parametrize(
    ("level", "label", "sentence"),
    [
        ("县", "1.县委常委会会议\t次\t3", "召开县委常委会会议3次、县政府常务会议7次，研究部署"),
        ("区", "1.区委常委会会议\t次\t3", "召开区委常委会会议3次、区政府常务会议7次，研究部署"),
        ("州", "1.省级党委常委会会议\t次\t3", "召开省级党委常委会会议3次、省级政府常务会议7次"),
    ],
)
def test_label_and_sentence_name_the_same_office(
    tmp_path: Path, level: str, label: str, sentence: str
) -> None:
    settings = invented.REPORT.replace("level: 县", f"level: {level}")
    report = text(invented.package(tmp_path, report_yaml=settings, indicators_csv=FORM))
    assert label in report
    assert sentence in report


def test_a_figure_of_the_place_is_called_as_the_place_calls_it(tmp_path: Path) -> None:
    figures = "键,名称,数值,单位\n会议.常委会,县委常委会扩大会议,4,次\n"
    report = text(invented.package(tmp_path, indicators_csv=FORM, figures_csv=figures))
    assert "召开县委常委会扩大会议4次、县政府常务会议7次，" in report


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("1,县委常委会,会议.常委会\n2,县政府常务会,会议.常务会\n", "共召开会议10次研究部署"),
        ("1,县委常委会,会议.常委会\n", "召开县委常委会会议3次、县政府常务会议7次，研究部署"),
    ],
)
def test_meetings_are_summed_where_each_number_of_the_form_has_a_row(
    tmp_path: Path, rows: str, sentence: str
) -> None:
    meetings = f"键,名称,次数键\n{rows}"
    package = invented.package(tmp_path, indicators_csv=FORM, meetings_csv=meetings)
    assert sentence in text(package)


def test_the_label_as_issued_is_no_finding(tmp_path: Path) -> None:
    for number, (label, count) in enumerate((("1.省级党委常委会会议", 0), ("1.党委会", 1))):
        form = f"代码,数值,原指标\n1.1.1,3,{label}\n"
        result = check(invented.package(tmp_path / str(number), indicators_csv=form))
        assert len([finding for finding in result.findings if finding.rule == "表式"]) == count


def test_the_label_of_the_place_is_no_finding_in_its_word_file(tmp_path: Path) -> None:
    package = invented.package(tmp_path / "包", indicators_csv=FORM)
    write(compose(package), tmp_path / "稿.docx")
    assert [item for item in check(tmp_path / "稿.docx").findings if item.rule == "表式"] == []


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("各级指标", "县 县委常委会", "看不出哪一级叫什么"),
        ("必填", "要填", "只能写“是”"),
    ],
)
def test_a_catalogue_that_is_not_clear_is_a_fault(
    tmp_path: Path, column: str, cell: str, message: str
) -> None:
    kinds = invented.templates(tmp_path / "kinds")
    rows = [
        line + (f",{column}" if number == 0 else f",{cell}" if number == 2 else ",")
        for number, line in enumerate(invented.CATALOGUE.splitlines())
    ]
    path = kinds / invented.KIND / "catalogue" / "2023.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=message):
        text(invented.package(tmp_path / "清河"), templates=kinds)
