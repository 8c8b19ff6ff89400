"""The examples in the docstrings of template words and of the functions of formulas: each prints what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup
from support import invented

from generator.docs.words import WORDS_AND_FUNCTIONS, word_page
from generator.jobs.text import text
from generator.report.compose.printing import Printer
from generator.report.compose.words import PRINTING

NO_LINE = ("table",)
"""Words that print no line; they have tests of their own."""


def examples() -> Iterator[tuple[str, str, str]]:
    """Name, what is written, what is printed."""
    for name, word in WORDS_AND_FUNCTIONS.items():
        if name in NO_LINE:
            continue
        for usage in word_page(name, word).usages:
            yield name, usage.written, usage.printed


def wrong(folder: Path) -> dict[str, str]:
    """The words whose examples print something else, with what they print."""
    listed = list(examples())
    lead = "\n\n".join(f"例{n}：{written}；" for n, (_, written, _) in enumerate(listed))
    package = invented.example(folder, lead)
    lines = text(package, templates=invented.templates(folder / "kinds")).splitlines()
    there = dict(line.split("：", 1) for line in lines if line.startswith("例"))
    return {
        name: there[f"例{n}"]
        for n, (name, _, printed) in enumerate(listed)
        if there[f"例{n}"] != f"{printed}；"
    }


def test_every_example_prints_what_it_says(tmp_path: Path) -> None:
    assert wrong(tmp_path) == {}


def test_a_changed_word_no_longer_prints_its_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed(printer: Printer, items: list[object], **_: object) -> Markup:
        return Markup("，").join(map(printer, items))

    monkeypatch.setitem(PRINTING, "jn", changed)  # type: ignore[arg-type]
    assert set(wrong(tmp_path)) == {"jn"}
