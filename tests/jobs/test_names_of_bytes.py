"""Files whose names are in no known encoding, as old zips unpack on Linux: read and named with a sign in
place of the bytes; refused where the name would be noted to find the file again."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import pytest
from support import invented
from support.commands import run

from generator.jobs.draft import draft

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")
NAMES = [os.fsdecode(b"\xbb\xe1"), os.fsdecode(b"\xff")]
FIGURES = "键,名称,数值,单位,公式\n会议.常委会,常委会,,次,\n"


def package_of(folder: Path, name: str) -> Path:
    return invented.package(folder / name, indicators_csv=None, figures_csv=FIGURES)


@pytest.mark.parametrize("name", NAMES, ids=["two bytes", "one byte"])
def test_what_is_read_is_named_with_a_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    package = package_of(tmp_path, name)
    word = Path(f"{name}.docx")
    draft(package, word, date=dt.datetime(2023, 11, 27))
    for words in (
        ("view", package, "-o", "v.html"),
        ("view", word, "-o", "w.html"),
        ("check", package, "--format", "html", "-o", "c.html"),
        ("check", word, package, "--format", "html", "-o", "d.html"),
    ):
        status, errors, _ = run(*words)
        assert status in (0, 1) and not errors, errors
        assert "\ufffd" in Path(words[-1]).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES, ids=["two bytes", "one byte"])
def test_what_is_noted_to_be_found_again_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    package = package_of(tmp_path, "清河")
    other = package_of(tmp_path, name)
    sheet = Path(f"{name}.csv")
    sheet.write_text("指标,数值\n常委会,6\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for words in (
        ("bring", package, sheet, "--take"),
        ("collect", package, sheet),
        ("new", "下年", "--from", other, "--year", "2024"),
        ("rollup", "市", other),
    ):
        status, errors, _ = run(*words)
        assert status == 2 and len(errors) == 1, (words, errors)
        assert "文件名里有认不出的字节" in errors[0] and "请改文件名后再试" in errors[0]
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_a_batch_has_a_row_for_such_a_package(tmp_path: Path) -> None:
    for name in (b"a", b"\xbb\xe1", b"z"):
        package_of(tmp_path / "全部", os.fsdecode(name))
    status, errors, _ = run("batch", tmp_path / "全部", "-o", tmp_path / "出", "--workers", "1")
    assert status in (0, 1) and not errors, errors
    rows = (tmp_path / "出" / "清单.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 4 and any("\ufffd" in row for row in rows)


@pytest.mark.parametrize("reason", ["\udcbb\udce1", "甲\x00乙", "甲\x07", "甲\ufffe"], ids=ascii)
def test_a_reason_that_no_file_can_hold_is_refused(tmp_path: Path, reason: str) -> None:
    package = package_of(tmp_path, "清河")
    word = tmp_path / "稿.docx"
    draft(package, word, date=dt.datetime(2023, 11, 27))
    status, errors, _ = run("check", word, "--accept", "1", "--reason", reason)
    assert (status, len(errors)) == (2, 1) and "理由里有印不出来的字符" in errors[0]
    assert not (tmp_path / "稿.checks.yaml").exists()
