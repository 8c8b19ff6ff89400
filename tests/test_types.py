"""A misspelt attribute is a type error: settings, locations in sheets and descriptions have real types all the way."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from support.packages import ROOT


class Slip(NamedTuple):
    """A slip of the pen in a copy of the program: the file, what stands there, what is written instead."""

    file: str
    right: str
    wrong: str


SLIPS = [
    Slip("report/official_blocks.py", "settings.copy_number", "settings.copy_numbers"),
    Slip("report/assemble.py", "imprint.before_annexes", "imprint.before_appendices"),
    Slip("report/official_blocks.py", "signature.seal", "signature.seals"),
    Slip("report/compose/composer.py", "settings.report_subtitle", "settings.subtitle"),
    Slip("report/compose/table_words.py", "description.unit_line", "description.units"),
    Slip("report/tables/layout.py", "group.foot:", "group.feet:"),
    Slip("check/rules/elements.py", "settings.signers", "settings.signer"),
    Slip("check/run.py", "location.sheet", "location.sheets"),
    Slip("check/run.py", "dataset.sheets", "dataset.sheet"),
    Slip("package/newyear/next_steps.py", "settings.number", "settings.document_number"),
]


def plant(folder: Path, slip: Slip) -> str:
    """Write the slip into the copy at the first such words; its file and line, as mypy names them."""
    path = folder / "generator" / slip.file
    text = path.read_text(encoding="utf-8")
    before, found, after = text.partition(slip.right)
    assert found, f"{slip.file} has no {slip.right!r} any more: plant another slip"
    path.write_text(before + slip.wrong + after, encoding="utf-8")
    line = before.count("\n") + 1
    return f"{path.relative_to(folder).as_posix()}:{line}"


def type_errors(folder: Path) -> list[str]:
    """Where mypy finds errors in a copy of the program, file and line."""
    command = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "setup.cfg")]
    command += ["--cache-dir", str(folder / "cache")]
    checked = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=900)
    return re.findall(r"^(\S+?:\d+): error", checked.stdout, re.M)


@pytest.mark.slow
def test_ten_slips_of_the_pen_are_ten_type_errors(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "generator", tmp_path / "generator")
    planted = [plant(tmp_path, slip) for slip in SLIPS]
    assert len(set(planted)) == 10
    assert sorted(set(type_errors(tmp_path))) == sorted(planted)
