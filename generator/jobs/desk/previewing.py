"""What the page of a package does not say itself: the data it is of, whose text a line is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.figures.plaintext import lines
from generator.jobs.compose import drafted
from generator.package.fingerprint import fingerprint
from generator.package.read import load_package
from generator.report.trace import text_of_block

__all__ = ["package_stamp", "texts_by_line"]


def package_stamp(package: Path, *, templates: Path | None = None) -> str:
    """The stamp of all that the report of a package is made of: another one as soon as anything of
    it changes. Raises InputError where the package cannot be read.

    例：
        >>> seen = package_stamp(Path("清河-2023"))
        >>> _ = Path("清河-2023/text/lead.md").write_text("全面落实。", encoding="utf-8")
        >>> package_stamp(Path("清河-2023")) == seen
        False
    """
    return fingerprint(package, templates)


def texts_by_line(package: Path, *, templates: Path | None = None) -> Mapping[int, str]:
    """The texts of people that the report prints (``TextItem.item``), by the number of the line as
    the page of ``view`` counts them, from 0. Raises what ``load_package`` raises.

    例：
        >>> sorted(set(texts_by_line(Path("清河-2023")).values()))
        ['innovations', 'lead', 'next_steps', 'problems']
    """
    draft, _ = drafted(*load_package(package, templates))
    return {
        at: name
        for at, line in enumerate(lines(draft.document))
        if (name := text_of_block(line.block))
    }
