"""Options of report.yaml that places need: how headings run, where 版记 stands, subtitles, lines and notes of a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.figures.plaintext import plain_text
from generator.jobs.compose import compose
from generator.jobs.text import text
from generator.model.document import Imprint, Paragraph, Title, plain

DOCUMENTS = "键,日期,发文机关,方式,标题,领域\n甲,3月5日,县政府,出台,甲办法,综合\n"
WHOLE = (
    "headings: {2: {run_in: true, strong: true, whole: true, suffix: 方面}, 3: {format: 一是}}\n"
)
SENTENCE = "headings: {2: {run_in: sentence, suffix: 方面}, 3: {format: 1、}}\n"
NEXT = "## 甲。\n\n文。\n\n## 乙\n\n文。\n"


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented.templates(tmp_path_factory.mktemp("templates"))


def test_everything_below_a_heading_stands_in_one_paragraph(tmp_path: Path, kinds: Path) -> None:
    package = invented.package(
        tmp_path, report_yaml=invented.REPORT + WHOLE, documents_csv=DOCUMENTS
    )
    made = compose(package, templates=kinds)
    leads = [
        block
        for section in made.document.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and block.lead
    ]
    assert all(run.strong for block in leads if block.lead for run in block.lead.text)
    told = plain_text(made.document).splitlines()
    assert "（一）组织领导方面。一是工作推动部署情况。3月5日，县政府出台《甲办法》。" in told
    assert [line[:3] for line in told if line[:3] in ("（一）", "（二）", "（三）")] == [
        "（一）",
        "（二）",
        "（三）",
    ]


@pytest.mark.parametrize(
    ("headings", "lines"),
    [
        ("", ["（一）甲。", "文。", "（二）乙", "文。"]),
        (SENTENCE, ["（一）甲。文。", "（二）乙方面", "文。"]),
        ("headings: {2: {run_in: true}}\n", ["（一）甲。文。", "（二）乙。文。"]),
    ],
)
def test_a_title_that_is_a_sentence_may_run_in_alone(
    tmp_path: Path, kinds: Path, headings: str, lines: list[str]
) -> None:
    package = invented.package(
        tmp_path, report_yaml=invented.REPORT + headings, text__next_steps_md=NEXT
    )
    told = text(package, templates=kinds).splitlines()
    at = next(place for place, line in enumerate(told) if line.endswith("下一步工作打算"))
    assert told[at + 1 : at + 1 + len(lines)] == lines


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        (
            "",
            "一是强化政策引领。3月5日，县政府出台《甲办法》。二是拓展消费帮扶渠道。3月5日，赴东湖区推介。",
        ),
        (
            WHOLE,
            "强化政策引领。3月5日，县政府出台《甲办法》。拓展消费帮扶渠道。3月5日，赴东湖区推介。",
        ),
    ],
)
def test_points_have_no_numbers_where_headings_have_theirs(
    tmp_path: Path, kinds: Path, headings: str, told: str
) -> None:
    package = invented.package(
        tmp_path,
        report_yaml=invented.REPORT + headings,
        documents_csv=DOCUMENTS.replace("综合", "消费帮扶"),
        activities_csv="键,领域,开始,事项\n推介,消费帮扶,3月5日,赴东湖区推介\n",
    )
    assert told in text(package, templates=kinds)


@pytest.mark.parametrize(("option", "before"), [("", False), (", before_annexes: true", True)])
def test_the_imprint_stands_at_the_end_or_before_the_appendices(
    tmp_path: Path, kinds: Path, option: str, before: bool
) -> None:
    report = invented.REPORT.rstrip("}\n") + option + "}\n"
    blocks = [
        block
        for section in compose(
            invented.package(tmp_path, report_yaml=report), templates=kinds
        ).document.sections
        for block in section.blocks
    ]
    place = next(n for n, block in enumerate(blocks) if isinstance(block, Imprint))
    annex = next(n for n, block in enumerate(blocks) if getattr(block, "text", "") == "附件")
    assert (place < annex) is before


def test_titles_have_subtitles(tmp_path: Path, kinds: Path) -> None:
    report = invented.REPORT.replace(
        "table: 年度统计表", "subtitle: '——记{{ place.name }}', table: 年度统计表"
    )
    report += "report_subtitle: （{{ year }}度）\n"
    blocks = [
        block
        for section in compose(
            invented.package(tmp_path, report_yaml=report), templates=kinds
        ).document.sections
        for block in section.blocks
    ]
    assert [plain(block.subtitle) for block in blocks if isinstance(block, Title)] == [
        "",
        "（2023年度）",
        "——记清河县",
    ]


@pytest.mark.parametrize(
    ("notes", "lines"),
    [
        ("[甲。]", ["注：甲。"]),
        ("['注：甲。']", ["注：甲。"]),
        ("[甲；, '截至{{ cutoff|full_day }}。']", ["注：1.甲；", "2.截至2023年11月10日。"]),
    ],
)
def test_notes_below_a_table_are_numbered_where_there_are_several(
    tmp_path: Path, kinds: Path, notes: str, lines: list[str]
) -> None:
    report = (
        invented.REPORT.replace("table: 年度统计表", f"table: 年度统计表, notes: {notes}")
        + "cutoff: 2023-11-10\n"
    )
    told = text(invented.package(tmp_path, report_yaml=report), templates=kinds).splitlines()
    assert [line for line in told if line in lines] == lines


def test_documents_of_one_day_and_organ_are_told_together(tmp_path: Path, kinds: Path) -> None:
    rows = (
        DOCUMENTS
        + "乙,3月5日,县政府,出台,乙办法,综合\n丙,3月6日,县政府,出台,丙办法,综合\n丁,,,执行,丁办法,综合\n"
    )
    told = text(invented.package(tmp_path, documents_csv=rows), templates=kinds)
    assert "3月5日，县政府出台《甲办法》《乙办法》；3月6日，县政府出台《丙办法》。" in told
    assert "落实《丁办法》。" in told
