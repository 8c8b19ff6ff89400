"""The pages of docs/ that are made of the code: written, or compared with what is there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.docs.api import api
from generator.docs.kinds import kinds
from generator.docs.rules import rules
from generator.docs.words import words

FOLDER = Path(__file__).parents[2] / "docs"

PAGES: Mapping[str, Callable[[], str]] = {
    "rules.zh-CN.md": rules,
    "words.zh-CN.md": words,
    "api.md": api,
    "kinds.zh-CN.md": kinds,
}
"""The pages by file name in docs/, each with the function that gives its text."""


def stale(folder: Path = FOLDER) -> list[str]:
    """The pages that are not in the folder as the code gives them."""
    return [name for name, page in PAGES.items() if _text_of(folder / name) != page()]


def _text_of(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main(words: Sequence[str], folder: Path = FOLDER) -> int:
    """Write the pages; with --check name those that are stale, and return 1 where there are any.

    Raises DocumentationError where the code lacks documentation; then no page was written.
    """
    if words not in ([], ["--check"]):
        print("usage: python -m generator.docs [--check]", file=sys.stderr)
        return 2
    if words:
        names = stale(folder)
        for name in names:
            print(f"docs/{name} is stale: run python -m generator.docs")
        return 1 if names else 0
    texts = {name: page() for name, page in PAGES.items()}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0
