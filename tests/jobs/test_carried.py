"""Texts that were copied from last year: told apart until somebody has looked at them, the same on
the screens and on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import desks
from support.commands import run

from generator.jobs.desk import TextItem, TextPiece, state, texts, undo_text, write_text
from generator.jobs.new import new
from generator.jobs.status import as_line, status
from generator.web.session import Session, Workbench
from generator.web.shell import state_parts

LEAD = "2023年，清河县全面落实《协作方案（2021年）》，下一步2024年继续推进。\n"
LATER = "2024年，清河县全面落实《协作方案（2021年）》，下一步2025年继续推进。\n"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """清河-2024, made of 清河-2023."""
    source = desks.package(tmp_path, text__lead_md=LEAD, text__problems_md="还有不足。\n")
    new(tmp_path / "清河-2024", source, 2024)
    return tmp_path / "清河-2024"


def lead(package: Path) -> TextItem:
    return next(item for item in texts(package) if item.item == "lead")


def carried(package: Path) -> list[str]:
    """The texts that are last year's, as each of the two says."""
    on_screen = [item.item for item in texts(package) if item.carried]
    by_command = [item.entry.kept_in for item in status(package).progress.carried]
    assert set(on_screen) == set(by_command)
    assert state(package).carried == len(on_screen)
    return on_screen


def test_what_was_copied_counts_as_neither_filled_nor_missing(package: Path) -> None:
    assert (package / "text" / "lead.md").read_text("utf-8") == LATER
    assert carried(package) == ["lead", "problems"]
    counts = status(package).progress.counts
    found = state(package)
    assert found.filled == counts.filled and found.first_carried in ("lead", "problems")
    assert found.total == counts.filled + counts.carried + counts.missing
    assert "沿用上年未改的文字 2 篇" in as_line(status(package))
    told = run("status", package)[2]
    assert "沿用上年、还没有改过的文字（2篇）" in told


def test_what_nobody_had_written_is_not_written_and_not_last_years(tmp_path: Path) -> None:
    """A text that only says what it is to hold, or is empty."""
    asked = "{# 提示：两三条，写具体的困难。 #}\n"
    source = desks.package(tmp_path, text__lead_md=LEAD, text__problems_md=asked)
    (source / "text" / "next_steps.md").write_text("", encoding="utf-8")
    package = tmp_path / "清河-2024"
    new(package, source, 2024)
    assert (package / "text" / "problems.md").read_text("utf-8") == asked
    assert carried(package) == ["lead"]
    problems = next(item for item in texts(package) if item.item == "problems")
    assert not problems.written
    write_text(package, "problems", problems.stamp, problems.pieces)
    assert (package / "text" / "problems.md").read_text("utf-8") == asked


def test_what_is_changed_counts_as_written(package: Path) -> None:
    before = state(package).filled
    write_text(package, "lead", lead(package).stamp, [TextPiece("words", "2024年有新的做法。")])
    assert carried(package) == ["problems"]
    assert state(package).filled == before + 1


def test_what_is_saved_as_it_stands_still_holds_and_prints_the_same(package: Path) -> None:
    printed = run("text", package)[2]
    seen = lead(package)
    taken = write_text(package, "lead", seen.stamp, seen.pieces)
    assert carried(package) == ["problems"]
    text = (package / "text" / "lead.md").read_text("utf-8")
    assert text == LATER.rstrip("\n") + "{# 2024年仍适用 #}\n"
    assert run("text", package)[2] == printed
    undo_text(package, taken)
    assert carried(package) == ["lead", "problems"]


def test_in_the_year_after_it_is_to_be_looked_at_again(package: Path) -> None:
    seen = lead(package)
    write_text(package, "lead", seen.stamp, seen.pieces)
    after = package.parent / "清河-2025"
    new(after, package, 2025)
    assert carried(after) == ["lead", "problems"]
    seen = lead(after)
    write_text(after, "lead", seen.stamp, seen.pieces)
    text = (after / "text" / "lead.md").read_text("utf-8")
    assert text.endswith("{# 2025年仍适用 #}\n") and text.count("仍适用") == 1


def test_without_last_years_package_nothing_is_said(tmp_path: Path) -> None:
    report = desks.invented.REPORT
    package = desks.package(tmp_path, report_yaml=report, text__lead_md=LEAD)
    assert carried(package) == []


def test_formulas_of_last_year_are_told_from_what_is_filled_in(tmp_path: Path) -> None:
    figures = (
        "键,名称,数值,单位,公式\n培训.期数,培训班,3,期,\n培训.人次,培训人次,,人次,{培训.期数}*50\n"
    )
    source = desks.package(tmp_path, figures_csv=figures)
    package = tmp_path / "清河-2024"
    new(package, source, 2024)
    found = state(package)
    assert (found.filled, found.kept) == (1, 1)
    assert state(source).kept == 0
    table = package / "figures.csv"
    table.write_text(
        table.read_text("utf-8-sig").replace("培训班,,期", "培训班,3,期"), encoding="utf-8"
    )
    found = state(package)
    assert (found.filled, found.kept) == (2, 1)
    session = Session(Workbench(tmp_path, tmp_path), "fill")
    assert next(state_parts(found, session)).text == f"已填 2/{found.total}（由上年带来 1）"
