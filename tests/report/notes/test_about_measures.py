"""Notes about measures.csv: one clause each, an effect with its evidence."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.figures import FigureBook
from generator.package.read import load_package
from generator.report.notes.about_measures import measures_amiss

HEAD = "节,类型,文字,依据\n"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("就业,做法,开展技能培训,", None),
        ("就业,做法,开展技能培训。,", None),  # the end mark is dropped when it is printed
        ("就业,做法," + "训" * 60 + ",", None),
        ("就业,做法," + "训" * 61 + ",", "61字"),
        ("就业,做法,开展技能培训。组织招聘会,", "有好几句"),
        ("就业,成效,务工收入稳定,", "“成效”没有写依据，不印"),
        ("就业,原因,企业停产,", "“原因”没有写依据，不印"),
        ("就业,成效,务工收入稳定,就业.合计", None),
    ],
)
def test_what_is_told(tmp_path: Path, row: str, said: str | None) -> None:
    kinds = invented.templates(tmp_path / "kinds")
    package = invented.package(tmp_path / "包", measures_csv=HEAD + row + "\n")
    notes = list(measures_amiss(FigureBook(*load_package(package, kinds))))
    assert len(notes) == (1 if said else 0)
    assert all(said in note.text for note in notes)
