"""``nigao draft``: which file it writes, which it leaves alone, and what stops it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support import invented
from support.commands import run

HEAD = "代码,数值\n"
FIGURES = "键,名称,数值,单位,公式\n"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return invented.package(tmp_path / "清河 2023", indicators_csv=HEAD + "1.1.1,2\n")


def test_a_package_that_is_not_there(tmp_path: Path) -> None:
    assert run("draft", tmp_path / "无")[:2] == (
        2,
        [f"错误：{tmp_path / '无'}：没有这个数据包。请核对文件夹的名字。"],
    )


def test_a_package_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    code, lines, _ = run("text", tmp_path / "a.txt")
    assert (code, len(lines)) == (2, 1) and "不是数据包文件夹" in lines[0]


def test_an_output_that_is_no_docx(package: Path, tmp_path: Path) -> None:
    code, lines, _ = run("draft", package, "-o", tmp_path / "稿.doc")
    assert (code, len(lines)) == (2, 1) and "要以 .docx 结尾" in lines[0]


def test_a_name_with_spaces_is_a_name(package: Path, tmp_path: Path) -> None:
    assert run("draft", package, "-o", tmp_path / "我 的 稿.docx")[0] == 0
    assert (tmp_path / "我 的 稿.docx").exists()


def test_a_file_that_a_person_made_stays(package: Path, tmp_path: Path) -> None:
    target = tmp_path / "稿.docx"
    target.write_bytes("我的笔记".encode())
    code, lines, _ = run("draft", package, "-o", target)
    assert (code, len(lines)) in ((1, 1), (2, 1)) and "稿.docx" in lines[0]
    assert target.read_bytes() == "我的笔记".encode()


def test_a_file_that_nobody_changed_is_replaced(package: Path, tmp_path: Path) -> None:
    target = tmp_path / "稿.docx"
    assert run("draft", package, "-o", target)[0] == 0
    first = target.read_bytes()
    (package / "indicators.csv").write_text(HEAD + "1.1.1,3\n", encoding="utf-8")
    assert run("draft", package, "-o", target)[0] == 0
    assert target.read_bytes() != first
    assert run("draft", package, "-o", target)[2].startswith("没有变化")


def test_a_folder_in_the_place_of_the_file(package: Path, tmp_path: Path) -> None:
    (tmp_path / "稿.docx").mkdir()
    code, lines, _ = run("draft", package, "-o", tmp_path / "稿.docx")
    assert (code, len(lines)) == (1, 1) and "写不进去" in lines[0]


def test_a_folder_that_is_a_file(package: Path, tmp_path: Path) -> None:
    (tmp_path / "出").write_text("", encoding="utf-8")
    code, lines, _ = run("draft", package, "-o", tmp_path / "出" / "稿.docx")
    assert (code, len(lines)) == (1, 1) and "写不进去" in lines[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only(package: Path, tmp_path: Path) -> None:
    (tmp_path / "出").mkdir(mode=0o500)
    code, lines, _ = run("draft", package, "-o", tmp_path / "出" / "稿.docx")
    assert (code, len(lines)) == (1, 1) and "写不进去" in lines[0]


def test_a_disk_that_is_full_leaves_the_old_file(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "稿.docx"
    assert run("draft", package, "-o", target)[0] == 0
    first = target.read_bytes()
    (package / "indicators.csv").write_text(HEAD + "1.1.1,3\n", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    code, lines, _ = run("draft", package, "-o", target)
    assert (code, len(lines)) == (1, 1) and "写不进去" in lines[0]
    assert (
        target.read_bytes() == first
        and [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []
    )


def test_strict_names_key_template_and_line(package: Path, tmp_path: Path) -> None:
    (package / "text").mkdir()
    (package / "text" / "lead.md").write_text(
        "甲。\n\n共开会{{ f('会议.常务会') }}。\n", encoding="utf-8"
    )
    code, lines, _ = run("draft", package, "--strict", "-o", tmp_path / "稿.docx")
    assert code == 1 and not (tmp_path / "稿.docx").exists()
    assert any(line.startswith("错误：text/lead.md 第3行：缺“会议.常务会”") for line in lines)


def test_strict_stops_at_what_check_calls_an_error(package: Path, tmp_path: Path) -> None:
    figures = "会议.常委会,常委会,3,次,\n资金.教育帮扶,教育,50,万元,\n带动.农村人口,带动,300,人,\n"
    (package / "figures.csv").write_text(FIGURES + figures, encoding="utf-8")
    documents = "键,标题,领域\n关爱,挂职干部关爱办法,干部人才\n"
    (package / "documents.csv").write_text(documents, encoding="utf-8")
    (package / "text").mkdir()
    for name in ("lead", "innovations", "problems", "next_steps"):
        (package / "text" / f"{name}.md").write_text(f"甲{name}。\n", encoding="utf-8")
    code, lines, told = run("draft", package, "-o", tmp_path / "稿.docx")
    assert (
        (code, lines) == (0, [])
        and "检查：错误 1、" in told
        and f"详见 nigao check {package}" in told
    )
    code, lines, _ = run("draft", package, "--strict", "-o", tmp_path / "新稿.docx")
    assert (code, len(lines)) == (1, 1) and not (tmp_path / "新稿.docx").exists()
    assert lines[0].startswith(
        "错误：figures.csv 第2行“数值”列：[文表一致] “常委会”正文（figures.csv 第2行）是3次"
    )


def test_of_very_many_gaps_the_first_are_listed(tmp_path: Path) -> None:
    kind = "政府信息公开工作年度报告"
    words = ("--kind", kind, "--place", "清河县", "--year", "2023", "--organ", "清河县人民政府")
    made = run("new", tmp_path / "清河", *words)
    assert made[0] == 0, made
    lines = run("draft", tmp_path / "清河", "-o", tmp_path / "稿.docx")[2].splitlines()
    counted = next(line for line in lines if line.startswith("待补 "))
    listed = [line for line in lines if line.startswith("  【待补")]
    assert len(listed) == 30
    assert f"  还有 {int(counted.split()[1]) - 30} 处，见 nigao status" in lines
