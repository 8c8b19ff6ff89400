"""Regeneration beside that of an older commit: both by turns, ratios of one run.

    python benchmarks/before.py FOLDER [COMMIT] [--turns 3] [--rows 2000]

FOLDER gets a clone of COMMIT (default 9adb8e6) with an environment of its own, unless it is there.
Each version makes its own draft of the grown plan of data/mentougou-2021, has it edited, with its
bookmarks and without, and brings it up to ten other cells; and each runs the report of 906 blocks
of its own regeneration.py, fifteen regenerations a turn. CPU seconds and peak memory, the least;
both versions are compiled when their time is taken.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from grown import Cost, change_cells, cost, grow
from plan import edited

HERE = Path(__file__).resolve().parents[1]
_MARK = re.compile(rb"<w:bookmark(?:Start|End)[^>]*/>")
_BLOCKS = "import sys; sys.path.insert(0, sys.argv[1]); import regeneration; regeneration.speed()"


Command = tuple[str, ...]
"""The Python of a version that finds the code of that version, whatever PYTHONPATH says here, and
keeps it compiled, as an installation does."""
_WRITES = "PYTHONDONTWRITEBYTECODE"


def of_version(root: Path, python: str, compiled: Path) -> Command:
    """The Python of the version in a folder, compiled into another one."""
    settings = f"PYTHONPATH={root}", f"PYTHONPYCACHEPREFIX={compiled}"
    return "env", "-u", _WRITES, *settings, python


def older(folder: Path, commit: str) -> str:
    """The Python of the older version."""
    python = folder / ".venv/bin/python"
    if not python.exists():
        subprocess.run(["git", "clone", "-q", HERE, folder], check=True)
        subprocess.run(["git", "-C", folder, "checkout", "-q", commit], check=True)
        subprocess.run([sys.executable, "-m", "venv", folder / ".venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "-e", folder], check=True)
    return str(python)


def without_bookmarks(source: Path, target: Path) -> Path:
    """A Word file that has lost all its bookmarks."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, _MARK.sub(b"", old.read(name)))
    return target


def prepared(python: Command, rows: int, folder: Path) -> Path:
    """A package whose draft was edited and whose data changed then."""
    folder.mkdir()
    package = grow(rows, folder / "plan")
    cost(*python, "-m", "generator", "draft", package, "-o", folder / "draft.docx")
    edited(folder / "draft.docx", folder / "marked.docx")
    without_bookmarks(folder / "marked.docx", folder / "bare.docx")
    change_cells(package)
    return folder


def turns(python: Command, root: Path, folder: Path) -> Iterator[tuple[str, Cost]]:
    """One turn of a version: what was done and what it took."""
    yield "906 blocks", cost(*python, "-c", _BLOCKS, root / "benchmarks")
    for name in ("marked", "bare"):
        package = folder / "again"
        shutil.copytree(folder / "plan", package)
        words = (package, "--edited", folder / f"{name}.docx", "-o", folder / "out.docx")
        yield f"table, {name}", cost(*python, "-m", "generator", "draft", *words)
        (folder / "out.docx").unlink()
        shutil.rmtree(package)


def main() -> None:
    """Measure both by turns and print the least of each."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("commit", nargs="?", default="9adb8e6")
    arguments.add_argument("--turns", type=int, default=3)
    arguments.add_argument("--rows", type=int, default=2000)
    given = arguments.parse_args()
    roots = {"old": given.folder.resolve(), "new": HERE}
    python = {"old": older(roots["old"], given.commit), "new": sys.executable}
    least: dict[str, dict[str, Cost]] = {}
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
        compiled = Path(scratch) / "compiled"
        pythons = {name: of_version(roots[name], python[name], compiled) for name in roots}
        folders = {
            version: prepared(python, given.rows, Path(scratch) / version)
            for version, python in pythons.items()
        }
        for _ in range(given.turns):
            for version, python in pythons.items():
                for name, it in turns(python, roots[version], folders[version]):
                    best = least.setdefault(name, {})
                    best[version] = min(it, best.get(version, it), key=lambda one: one.cpu)
    for name, of in least.items():
        old, new = of["old"], of["new"]
        print(
            f"{name:<14} old {old.cpu:7.2f} s {old.mib:5.0f} MiB, "
            f"new {new.cpu:7.2f} s {new.mib:5.0f} MiB, new ÷ old {new.cpu / old.cpu:.2f}"
        )


if __name__ == "__main__":
    main()
