"""Files of a package folder that nothing reads, and what their names may have been meant for."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from generator.model import files
from generator.model.errors import NigaoError, Problem, excerpt
from generator.model.settings import Settings
from generator.package.read.folder import carried_files
from generator.package.read.kind import KindNames, kind_names, templates_root
from generator.package.read.settings import read_settings
from generator.package.textfiles import text_of

_NEAR = 0.75
_FIXED = (
    files.REPORT,
    files.INDICATORS,
    files.FIGURES,
    files.NAMES,
    files.DEPARTMENTS,
    files.MAPPING,
    files.README,
)
"""What every package may hold."""
_OF_PEOPLE = re.compile(r"[\w.~+-]+")
_QUOTED = re.compile(r"['\"]([^'\"\n]+)['\"]")
_LINKED = re.compile(r"\]\(([^)\s]+)\)")
_LONGEST = 40


def unread(folder: Path, templates: Path | None = None) -> tuple[Problem, ...]:
    """A line for each file that nothing reads; files of a folder of its own are one line.

    () where report.yaml or the kind cannot be read: that is told by whoever reads the package.
    """
    try:
        settings = read_settings(folder)
        names = kind_names(templates or templates_root(), settings.kind)
        there = carried_files(folder)
    except NigaoError:
        return ()
    usual = _usual(names)
    known = usual | _asked(folder, there, settings, names)
    return tuple(_lines([name for name in there if name not in known], sorted(usual)))


def _usual(names: KindNames) -> set[str]:
    """The files that every package of the kind may have, by their names in it."""
    texts = (files.text_file(name) for name in names.texts)
    templates = (files.SECTIONS + name for name in names.templates)
    return {*_FIXED, *names.record_files, *texts, *templates}


def _asked(folder: Path, there: Collection[str], settings: Settings, names: KindNames) -> set[str]:
    """The files that settings, texts and templates of this package ask for."""
    written = "\n".join(_text(folder / name) for name in there if _is_written(name))
    texts = {part.text for item in settings.appendices for part in item.parts}
    texts.update(_QUOTED.findall(written + names.templates_text))
    if names.texts_by_record:
        cells = "\n".join(_text(folder / name) for name in there if name in names.record_files)
        texts.update(_OF_PEOPLE.findall(cells))
    templates = {name for name in texts if name.endswith(files.TEMPLATE_ENDING)}
    return {
        *map(files.text_file, texts - templates),
        *(files.SECTIONS + name for name in templates),
        *_LINKED.findall(written),
        settings.names.removeprefix("./"),
    }


def _is_written(name: str) -> bool:
    """Whether a file is a text or a template of the package."""
    return name.startswith((files.TEXTS, files.SECTIONS))


def _text(path: Path) -> str:
    """The text of a small file, "" where it cannot be read."""
    try:
        read = text_of(path.read_bytes())
    except OSError:
        return ""
    return read[0] if read else ""


def _lines(strays: Collection[str], known: Collection[str]) -> Iterator[Problem]:
    folders = Counter(name.partition("/")[0] for name in strays if _is_apart(name))
    for name in strays:
        if not _is_apart(name):
            yield Problem("没有读", _advice(name, known), excerpt(name, _LONGEST))
    for folder, count in folders.items():
        todo = "数据包里用不到，请移到数据包外面"
        yield Problem(f"里面{count}个文件没有读", todo, f"{excerpt(folder, _LONGEST)}/")


def _is_apart(name: str) -> bool:
    """Whether a file lies in a folder that no package has."""
    return "/" in name and not _is_written(name)


def _advice(name: str, known: Collection[str]) -> str:
    """What the name may have been meant for, and what to do."""
    near = _nearest(name, known)
    if near is None:
        return "数据包里用不到它，请核对文件名，或移到数据包外面"
    if name.lower().endswith((".xlsx", ".xls", ".et")):
        return f"是不是“{near}”？请另存为 CSV，用这个文件名"
    return f"是不是“{near}”？请改名"


def _nearest(name: str, known: Collection[str]) -> str | None:
    """The known file whose name is most like another, endings aside, one of its folder before
    others; None for none."""
    folder = name.rpartition("/")[0]
    ordered = sorted(known, key=lambda there: there.rpartition("/")[0] == folder)
    stems = {_stem(there): there for there in ordered}
    match = difflib.get_close_matches(_stem(name), stems, 1, _NEAR)
    return stems[match[0]] if match else None


def _stem(name: str) -> str:
    """The name without folder and endings, in small letters."""
    return name.rpartition("/")[2].partition(".")[0].strip().lower()
