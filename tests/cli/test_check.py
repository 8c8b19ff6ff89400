"""``nigao check``: what it prints and how it leaves."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from support import invented
from support.commands import run


def _word(folder: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    path = folder / "稿.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("全县协作工作有序推进。", 0),
        ("全县东西协作工作有序推进。", 1),
        ("印发《甲》、《乙》两个文件。", 0),
    ],
)
def test_leaves_with_1_where_something_is_above_info(tmp_path: Path, line: str, code: int) -> None:
    assert run("check", _word(tmp_path, line))[0] == code


def test_leaves_with_2_where_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"x")
    for path in (tmp_path / "坏.docx", tmp_path / "没有"):
        assert run("check", path)[0] == 2


def test_prints_json(tmp_path: Path) -> None:
    output = run("check", _word(tmp_path, "东西协作。"), "--format", "json")[2]
    assert [item["rule"] for item in json.loads(output)] == ["用语"]


def test_changes_nothing(tmp_path: Path) -> None:
    package = invented.package(tmp_path)
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    run("check", package)
    assert {path: path.read_bytes() for path in package.rglob("*") if path.is_file()} == before


def test_what_a_person_should_read(tmp_path: Path) -> None:
    rates = _word(tmp_path, "种植2万亩，每亩收益3000元，产值2亿元。", "按要求完成。")
    code, _, output = run("check", "--human", rates)
    assert code == 0 and "几个数之间读不出关系" in output
    plain = _word(tmp_path, "工作有序推进。")
    assert run("check", "--human", plain) == (
        0,
        [],
        "没有程序判不了的数；文字、名称和事实仍要由人来读\n",
    )


def test_what_a_person_should_read_as_json(tmp_path: Path) -> None:
    file = _word(tmp_path, "种植2万亩，每亩收益3000元，产值2亿元。")
    told = json.loads(run("check", "--human", "--format", "json", file, file)[2])
    assert [item["file"] for item in told] == [str(file)] * 2
    assert [(matter["matter"], matter["paragraph"]) for matter in told[0]["matters"]] == [
        ("几个数之间读不出关系", 1)
    ]


WRONG = "到位资金5000万元，已拨付4600万元，拨付率93.5%。"


def _named(folder: Path, name: str, *lines: str) -> Path:
    return _word(folder, *lines).rename(folder / name)


def test_several_at_once_end_with_a_line_each(tmp_path: Path) -> None:
    good = _named(tmp_path, "好.docx", "工作有序推进。")
    bad = _named(tmp_path, "差.docx", WRONG)
    code, _, output = run("check", good, bad, tmp_path / "没有.docx")
    assert code == 2 and output.count("== ") == 2
    assert output.splitlines()[-3:] == [
        f"{good}\t0\t0\t0",
        f"{bad}\t0\t1\t0",
        f"{tmp_path}/没有.docx\t读不了\t\t",
    ]
    assert run("check", good, bad)[0] == 1 and run("check", good, good)[0] == 0


def test_json_of_several_is_a_list_of_files(tmp_path: Path) -> None:
    good = _named(tmp_path, "好.docx", "工作有序推进。")
    bad = _named(tmp_path, "差.docx", WRONG)
    told = json.loads(run("check", good, bad, "--format", "json")[2])
    assert [item["file"] for item in told] == [str(good), str(bad)]
    assert [[finding["rule"] for finding in item["findings"]] for item in told] == [[], ["比率"]]


def test_one_page_holds_all_files_and_nothing_from_elsewhere(tmp_path: Path) -> None:
    bad = _named(tmp_path, "差<1>.docx", WRONG)
    page = run("check", bad, bad, "--format", "html")[2]
    assert page.count("<h2") == 2 and "差&lt;1&gt;.docx" in page and "拨付率写的是93.5%" in page
    assert "http" not in page and "<script" not in page
    assert run("check", bad, "--format", "html", "-o", tmp_path / "结果.html")[0] == 1
    assert (tmp_path / "结果.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_writes_a_copy_with_comments(tmp_path: Path) -> None:
    file = _word(tmp_path, WRONG)
    before = file.read_bytes()
    code, _, output = run("check", file, "-o", tmp_path / "批注.docx")
    assert code == 1 and output.endswith(f"已写出 {tmp_path}/批注.docx（批注 1 条）\n")
    assert file.read_bytes() == before
    comments = [comment.text for comment in docx.Document(str(tmp_path / "批注.docx")).comments]
    assert len(comments) == 1 and comments[0].startswith("提醒［比率］拨付率写的是93.5%")


def test_what_stood_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "批注.docx").write_bytes(b"x")
    run("check", _word(tmp_path, WRONG), "-o", tmp_path / "批注.docx")
    assert (tmp_path / "批注.docx.bak").read_bytes() == b"x"


@pytest.mark.parametrize(
    "words",
    [
        ("稿.docx", "-o", "批注.txt"),
        ("稿.docx", "-o", "稿.docx"),
        ("稿.docx", "稿.docx", "-o", "批注.docx"),
        ("稿.docx", "-o", "结果.html"),
        ("稿.docx", "-o", "结果.docx", "--format", "html"),
        ("稿.docx", "-o", "结果.json", "--format", "json"),
        ("稿.docx", "-o", "批注.docx", "--human"),
        ("稿.docx", "--human", "--format", "html"),
        ("数据包", "-o", "批注.docx"),
    ],
)
def test_a_wrong_call_writes_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    _word(tmp_path, WRONG)
    (tmp_path / "数据包").mkdir()
    before = sorted(tmp_path.iterdir())
    args = [
        word if word.startswith("-") or word in ("html", "json") else tmp_path / word
        for word in words
    ]
    code, errors, _ = run("check", *args)
    assert code == 2 and len(errors) == 1 and sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(("once", "left"), [("true", 1), ("false", 0)])
def test_what_is_accepted_for_a_word_file_stands_beside_it(
    tmp_path: Path, once: str, left: int
) -> None:
    file = _word(tmp_path, WRONG, "前段相同。", WRONG.replace("到位", "下达"))
    accepted = (
        f"accept:\n- rule: 比率\n  quote: 拨付率93.5%\n  reason: 按到账时间计算\n  once: {once}\n"
    )
    (tmp_path / "稿.checks.yaml").write_text(accepted, encoding="utf-8")
    output = run("check", file)[2]
    assert output.count("[比率]") == 2 and "理由：按到账时间计算" in output
    assert len(json.loads(run("check", file, "--format", "json")[2])) == left
    assert f"按 稿.checks.yaml 不提示 {2 - left}条" in output


def test_a_fault_in_what_is_accepted_is_told(tmp_path: Path) -> None:
    file = _word(tmp_path, WRONG)
    (tmp_path / "稿.checks.yaml").write_text("accept:\n- rule: 比率\n", encoding="utf-8")
    code, errors, _ = run("check", file)
    assert code == 1 and "accept.0.reason" in errors[0] and "缺少这一项" in errors[0]
