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
    rates = _word(tmp_path, "种植2万亩，每亩收益3000元，产值2亿元。")
    code, _, output = run("check", "--human", rates)
    assert code == 0 and "是否相称" in output
    plain = _word(tmp_path, "工作有序推进。")
    assert run("check", "--human", plain) == (0, [], "没有要由人来读的地方\n")
