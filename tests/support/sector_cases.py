"""The cases of tests/check/sectors.txt: for each rule on text, the wording of other sectors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parents[1] / "check" / "sectors.txt"
SECTORS = ("财政", "民政", "教育", "卫健", "统计公报", "审计")
_SILENT, _SPEAKS = "默", "说"


@dataclass(frozen=True)
class SectorCase:
    """Passages of a sector and what a rule says of them: ``words`` are "" where it says nothing."""

    rule: str
    sector: str
    lines: tuple[str, ...]
    words: str


def sector_cases() -> list[SectorCase]:
    """All cases of the file, in its order."""
    cases: list[SectorCase] = []
    rule = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            rule = line[3:]
        elif line and not line.startswith("#"):
            cases.append(_case(rule, line))
    return cases


def _case(rule: str, line: str) -> SectorCase:
    sort, sector, text = line.split(" ", 2)
    said, _, words = text.partition(" => ")
    assert sector in SECTORS and bool(words) == (sort == _SPEAKS) and sort in (_SILENT, _SPEAKS)
    return SectorCase(rule, sector, tuple(said.split("／")), words)
