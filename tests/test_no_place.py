"""The program and the report kinds know no place, person or company: every proper name of every package is looked for."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from support.packages import ROOT

GENERIC = {"脱贫人口", "低收入人口"}
"""What a registry may hold though it is no proper name."""


@cache
def proper_names() -> set[str]:
    names: set[str] = set()
    for package in ROOT.glob("data/*/"):
        if (package / "names.csv").exists():
            with (package / "names.csv").open(encoding="utf-8-sig", newline="") as file:
                names |= {
                    row["名称"]
                    for row in csv.DictReader(file)
                    if row["类别"] not in ("口号", "定型词")
                }
        settings = yaml.safe_load((package / "report.yaml").read_text(encoding="utf-8"))
        for group in ("place", "partner"):
            names |= {
                value
                for key, value in settings.get(group, {}).items()
                if key not in ("short", "level")
            }
        names |= {re.sub("[（）]", "", organ) for organ in settings.get("organs", ())}
    return {name for name in names if len(name) >= 2} - GENERIC


def files() -> list[Path]:
    there = [*ROOT.glob("generator/**/*.py"), *ROOT.glob("templates/**/*")]
    return [
        path for path in there if path.is_file() and path.suffix in {".py", ".j2", ".yaml", ".csv"}
    ]


def test_there_are_names_to_look_for() -> None:
    assert len(proper_names()) > 50


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_proper_name(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    assert [name for name in proper_names() if name in text] == []
