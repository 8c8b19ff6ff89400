"""Every rule on text in the wording of other sectors: silent where it must be, then speaking."""

from __future__ import annotations

import pytest
from support.sector_cases import SectorCase, sector_cases
from support.short_reports import findings

ALL = sector_cases()


def _marked(case: SectorCase) -> object:
    return pytest.param(case, id=_name(case))


def _name(case: SectorCase) -> str:
    return f"{case.rule} {case.sector} {case.lines[0][:24]}"


@pytest.mark.parametrize("case", [_marked(case) for case in ALL if not case.words])
def test_stays_silent(case: SectorCase) -> None:
    assert [finding.message for finding in findings(case.rule, *case.lines)] == []


@pytest.mark.parametrize("case", [_marked(case) for case in ALL if case.words])
def test_speaks(case: SectorCase) -> None:
    messages = [finding.message for finding in findings(case.rule, *case.lines)]
    assert any(case.words in message for message in messages), messages
