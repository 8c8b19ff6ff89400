"""Findings of a Word file that somebody looked at: written down by their number, with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from support.commands import run

from generator.jobs.check import accept, check
from generator.model.errors import InputError

LINES = (
    "全乡812人，务工57人，占总人口的8.2%。",
    "全村120户种植360亩，户均2.5亩。",
    "全乡812人，务工57人，占总人口的8.2%。",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    document = Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save(str(tmp_path / "稿.docx"))
    return tmp_path / "稿.docx"


def rules(file: Path) -> list[str]:
    return [finding.rule for finding in check(file).findings]


def test_an_accepted_finding_is_told_no_more(file: Path) -> None:
    before = check(file).findings
    [message] = accept(file, [1], "数已核实")
    assert message == before[0].message
    after = check(file)
    assert after.findings == before[1:]
    assert [item.reason for item in after.suppressed] == ["数已核实"]


# What stands in 稿.checks.yaml before, and that it stands there after.
BEFORE = {
    "nothing": None,
    "an empty file": "",
    "a comment alone": "# 我的说明\n",
    "tolerances": "tolerances:\n  百分数算法: 0.1\n",
    "an empty list": "accept: []  # 还没有\n",
    "a list": "# 说明\naccept:  # 看过的\n- rule: 用语\n  quote: 某词\n  reason: 惯用\ntolerances: {}\n",
    "an indented list": "accept:\n  - rule: 用语\n    quote: 某词\n    reason: 惯用\n",
    "windows line ends": "accept:\r\n- rule: 用语\r\n  quote: 某词\r\n  reason: 惯用\r\n",
}


@pytest.mark.parametrize("name", BEFORE)
def test_what_stands_there_stays(file: Path, name: str) -> None:
    beside, text = file.with_suffix(".checks.yaml"), BEFORE[name]
    if text is not None:
        beside.write_text(text, encoding="utf-8", newline="")
    count = len(rules(file))
    accept(file, [1], "数已核实")
    accept(file, [1], "也已核实")
    assert len(rules(file)) == count - 2
    written = beside.read_text(encoding="utf-8")
    for line in (text or "").splitlines():
        assert line.strip() in written or line.startswith("accept: []"), line
    assert "数已核实" in written and "也已核实" in written


def test_once_and_always(tmp_path: Path) -> None:
    for always, left in ((False, 1), (True, 0)):
        document = Document()
        document.add_paragraph("走访48户，其中满意的占96.3%。")
        file = tmp_path / f"{always}.docx"
        document.save(str(file))
        accept(file, [1], "看过", always=always)
        document.add_paragraph("又走访48户，其中满意的占96.3%。")
        document.save(str(file))
        assert len(rules(file)) == left


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("稿.docx", "--accept", "9", "--reason", "看过"),
            "没有第9条。请照 nigao check 印出的序号写，现有1至",
        ),
        (("稿.docx", "--accept", "1"), "没有写理由"),
        (("稿.docx", "稿.docx", "--accept", "1", "--reason", "看过"), "一次只用于一份"),
        (("包", "--accept", "1", "--reason", "看过"), "只有 Word 文件的可以这样接受"),
    ],
)
def test_a_wrong_call(
    file: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(file.parent)
    code, errors, _ = run("check", *words)
    assert code == 2 and len(errors) == 1 and told in errors[0]
    assert not file.with_suffix(".checks.yaml").exists()


def test_a_list_that_no_line_can_be_added_to(file: Path) -> None:
    beside = file.with_suffix(".checks.yaml")
    beside.write_text("accept: [{rule: 用语, quote: 某词, reason: 惯用}]\n", encoding="utf-8")
    with pytest.raises(InputError, match="没有能加的地方"):
        accept(file, [1], "看过")
    assert beside.read_text(encoding="utf-8").startswith("accept: [{")


def test_the_command(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    code, errors, output = run(
        "check", "稿.docx", "--accept", "1", "--accept", "2", "--reason", "已核实"
    )
    assert (code, errors) == (0, [])
    assert output.count("已记下，不再提示：") == 2
