"""Any Word file: what its paragraphs are, and that the text rules run on it."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from support.packages import ROOT, drafted

from generator.check import Severity, check_passages
from generator.check.passages import Passage
from generator.check.wordfile import of_view
from generator.jobs.check import check
from generator.jobs.draft import write
from generator.model.errors import InputError
from generator.package.read import known_forms, shared_terms
from generator.word.reader import read


def read_word(path: Path) -> tuple[Passage, ...]:
    return of_view(read(path.read_bytes()).view)


LINES = [
    "关于报送自评报告的报告",
    "云山市委：",
    "一、任务完成情况",
    "（一）组织领导。县委召开会议3次，研究部署协作工作。",
    "1.会议情况",
    "投入资金500万元，其中用于产业300万元，用于就业150万元，用于培训100万元。",
    "附件：1.清河县统计表",
    "2.清河县案例",
    "清河县乡村振兴局",
    "2023年11月27日",
    "附件1",
    "清河县统计表",
]


@pytest.fixture
def word(tmp_path: Path) -> Path:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, [("指标", "单位", "数"), ("就业", "人", "3")], strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    path = tmp_path / "报告.docx"
    document.save(str(path))
    return path


def test_paragraphs_are_told_apart(word: Path) -> None:
    roles = {passage.text.split("\t")[0]: passage.role for passage in read_word(word)}
    assert (
        roles["关于报送自评报告的报告"] == "title"
        and roles["一、任务完成情况"] == roles["1.会议情况"] == "heading"
    )
    assert roles["附件：1.清河县统计表"] == roles["2.清河县案例"] == "annex_note"
    assert (
        roles["2023年11月27日"] == "signature"
        and roles["附件1"] == "label"
        and roles["就业"] == "row"
    )
    lead = next(passage for passage in read_word(word) if passage.text.startswith("（一）"))
    assert (lead.role, lead.level, lead.text[: lead.lead]) == ("body", 2, "（一）组织领导。")


def test_findings_carry_the_number_of_the_paragraph(word: Path) -> None:
    finding = next(finding for finding in check(word).findings if finding.rule == "分项合计")
    assert {side.paragraph for side in finding.sides} == {6} and finding.sides[
        0
    ].section == "一、任务完成情况／（一）组织领导／1.会议情况"


@pytest.mark.parametrize("content", [b"", b"not a word file", b"PK\x03\x04"])
def test_what_is_no_word_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"坏\.docx"):
        check(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有这个文件"):
        check(tmp_path / "没有.docx")


@pytest.mark.parametrize(("package", "least"), [("huining-2021", 20), ("jingyuan-2021", 30)])
def test_a_draft_as_word_file_finds_most_of_what_its_package_finds(
    tmp_path: Path, package: str, least: int
) -> None:
    if not (ROOT / "data" / package / "report.yaml").is_file():
        pytest.skip(f"没有 data/{package}")
    target = tmp_path / f"{package}.docx"
    write(drafted(package), target)
    result = check_passages(read_word(target), shared_terms(), known_forms())
    assert (
        len([finding for finding in result.findings if finding.severity is not Severity.INFO])
        >= least
    )
