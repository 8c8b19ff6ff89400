"""Processes of a batch: what becomes of the packages when some die, and when none comes up."""

from __future__ import annotations

import datetime as dt
import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from generator.jobs.batches.entry import BatchEntry, Outcome
from generator.jobs.batches.task import Part, Task
from generator.jobs.batches.workers import on_this_machine

DATE = dt.datetime(2023, 11, 27)
HEAD = """import os
from generator.jobs.batches.entry import BatchEntry, Outcome
"""
WORKS = """
def work(task):
    return BatchEntry(task.name, Outcome.WRITTEN)
"""
DIES_OF_ONE = """
def work(task):
    if task.name == "县3":
        os._exit(9)
    return BatchEntry(task.name, Outcome.WRITTEN)
"""
NEVER_COMES_UP = "raise ImportError('the program is being updated')\n"

Write = Callable[[str], ModuleType]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes the module of the work anew; processes that start from then on find it so."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

    def written(text: str) -> ModuleType:
        (tmp_path / "work_of_a_batch.py").write_text(HEAD + text, encoding="utf-8")
        sys.modules.pop("work_of_a_batch", None)
        importlib.invalidate_caches()
        return importlib.import_module("work_of_a_batch")

    return written


def tasks(count: int) -> list[Task]:
    return [
        Task(Path("x"), f"县{number}", Path("y"), "z.docx", Part.DRAFT, DATE, "")
        for number in range(count)
    ]


def outcomes(entries: list[BatchEntry]) -> dict[str, Outcome]:
    assert len({entry.package for entry in entries}) == len(entries)
    return {entry.package: entry.outcome for entry in entries}


@pytest.mark.slow
def test_a_package_that_kills_its_process_costs_itself_alone(write: Write) -> None:
    entries = list(on_this_machine(tasks(20), write(DIES_OF_ONE).work, 2))
    expected = {f"县{number}": Outcome.WRITTEN for number in range(20)}
    assert outcomes(entries) == expected | {"县3": Outcome.FAILED}
    assert [entry.message for entry in entries if entry.outcome is Outcome.FAILED] == [
        "进程几次中断（也许内存不够）；请单独运行这一个"
    ]


@pytest.mark.slow
def test_where_no_process_comes_up_every_package_says_so(write: Write, tmp_path: Path) -> None:
    work = write(WORKS).work
    (tmp_path / "work_of_a_batch.py").write_text(NEVER_COMES_UP, encoding="utf-8")
    entries = list(on_this_machine(tasks(50), work, 2))
    assert outcomes(entries) == {f"县{number}": Outcome.FAILED for number in range(50)}
    assert {entry.message.partition("（")[0] for entry in entries} <= {"进程几次中断", "进程起不来"}
    assert sum(entry.message.startswith("进程起不来") for entry in entries) > 25
