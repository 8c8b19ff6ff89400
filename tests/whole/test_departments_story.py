"""An invented county with seven departments, and the page that tells of it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import departments_story as story
from support.stories import Clerk

from generator.jobs.text import text

PAGE = Path(__file__).parents[2] / "docs" / "departments.zh-CN.md"


@pytest.fixture(scope="module")
def clerk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Clerk, Path]]:
    """The story told once, and where it was."""
    folder = tmp_path_factory.mktemp("苇塘")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        someone = Clerk()
        story.told(someone)
        yield someone, folder


def cells(package: Path, file: str, key: str, value: str) -> dict[str, str]:
    with (package / file).open(encoding="utf-8-sig") as stream:
        return {row[key]: row[value] for row in csv.DictReader(stream)}


@pytest.mark.slow
def test_what_was_sent_stands_in_the_package(clerk: tuple[Clerk, Path]) -> None:
    """Each number that a department sent, the corrected one, and of the two conflicts the one that was decided."""
    form = cells(clerk[1] / story.PACKAGE, "indicators.csv", "代码", "数值")
    figures = cells(clerk[1] / story.PACKAGE, "figures.csv", "键", "数值")
    wanted = {
        mark: str(value) for answers in story.ANSWERS.values() for mark, value in answers.items()
    }
    wanted |= {"2.1.2.2.1": "760", "4.2.1": "4680"}
    assert {mark: {**form, **figures}[mark] for mark in wanted} == wanted


@pytest.mark.slow
def test_each_department_stands_as_it_delivered(clerk: tuple[Clerk, Path]) -> None:
    states = cells(clerk[1] / story.PACKAGE, "departments.csv", "部门", "状态")
    when = cells(clerk[1] / story.PACKAGE, "departments.csv", "部门", "时间")
    assert states["县委办"] == "通过" and states[story.SENT_BACK] == "重报"
    assert when[story.LATE].startswith("2023-11-14") and when["县委办"].startswith("2023-11-10")


@pytest.mark.slow
def test_the_draft_has_the_numbers_and_no_zero_for_what_nobody_filled(
    clerk: tuple[Clerk, Path],
) -> None:
    told = text(clerk[1] / story.PACKAGE)
    assert "县委常委会会议\t次\t5\n" in told
    assert "其中：脱贫劳动力数\t人\t760\n" in told
    assert not re.search(r"\t0\n|(?<![\d.])0(?:次|人|个|家|所)", told)


def blocks() -> Iterator[list[str]]:
    """What the page shows of the screen, block by block."""
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    for language, block in fenced:
        if not language:
            yield block.splitlines()


@pytest.mark.slow
def test_the_page_shows_what_was_printed(clerk: tuple[Clerk, Path]) -> None:
    """In the same order, line by line; … stands for lines that are left out."""
    printed = iter(clerk[0].lines)
    shown = list(blocks())
    assert len(shown) == 6
    for block in shown:
        for line in block:
            if line != "…":
                assert line in printed, line


def test_the_page_shows_the_table_of_departments() -> None:
    assert story.DEPARTMENTS in PAGE.read_text(encoding="utf-8")
