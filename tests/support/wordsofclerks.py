"""What no screen may say to a clerk: keys, files, code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.jobs.desk.basis import basis_of
from generator.jobs.desk.codes import words_of_figures

_CODE = re.compile(
    r"\{\{|\{%|\w\.(?:yaml|csv|md|j2)\b|\b(?:true|false|null|YAML|Jinja)\b|\[\]|\{\}"
    r"|(?:^|[\s“（])\.{0,2}/\w|\btext/|(?<!关)键"
)


def dotted_keys(package: Path) -> frozenset[str]:
    """The keys of the figures of a package that no word of Chinese is like."""
    return frozenset(key for key in words_of_figures(basis_of(package, None)) if "." in key)


def code_in(text: str, keys: Iterable[str]) -> Iterator[str]:
    """The lines of a text that say what only who knows the program reads."""
    for line in text.splitlines():
        if _CODE.search(line) or any(key in line for key in keys):
            yield line
