"""A package with something wrong in it: what must be said, and that nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from support import invented
from support.commands import run

HEAD = "代码,数值\n"
FIGURES = "键,名称,数值,单位,公式\n"


class BadInput(NamedTuple):
    """A fault: what it is called, the files of the package (as ``invented.package`` takes them), the
    exit status, what each line must say."""

    name: str
    files: dict[str, str | bytes | None]
    status: int
    told: list[str]


def each(
    cases: Sequence[tuple[str, dict[str, str | bytes | None], int, list[str]]],
) -> pytest.MarkDecorator:
    """Run a test with each of these faults."""
    faults = [BadInput(*case) for case in cases]
    return pytest.mark.parametrize("fault", faults, ids=[fault.name for fault in faults])


def assert_a_line_each(folder: Path, fault: BadInput) -> None:
    """Draft the package: every line is a fault that must be told, and nothing is written."""
    files = {"indicators_csv": HEAD + "1.1.1,2\n", **fault.files}
    package = invented.package(folder / "清河", **files)
    code, lines, _ = run("draft", package, "-o", folder / "稿.docx")
    assert code == fault.status
    assert all(line.startswith("错误：") for line in lines)
    assert [part for part in fault.told if not any(part in line for line in lines)] == [], lines
    assert len(lines) <= len(fault.told)
    assert not (folder / "稿.docx").exists()
