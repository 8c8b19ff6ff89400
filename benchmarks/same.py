"""Whether two versions of nigao write the same: drafts, tables, findings, traces and texts of all packages.

    python benchmarks/same.py record DIR [PYTHON]     what the nigao of PYTHON (default: this one) writes
    python benchmarks/same.py compare DIR DIR         every file of the one beside that of the other

``compare`` prints a line for each file that differs (for a .docx or .xlsx also the parts that do) and leaves with 1.
Where the bytes of a Word file differ and its parts are equal but for the ids of drafts, it says so.
"""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
DRAFT_ID = re.compile(rb"_RG[0-9a-f]{8}_|(?<=>)[0-9a-f]{8}(?=<)")
"""How the id of a draft stands in the parts of a Word file: in names of bookmarks and in the properties."""


def record(target: Path, python: str) -> None:
    """Write everything that nigao writes of each package into ``target``."""
    target.mkdir(parents=True, exist_ok=True)
    for package in sorted(path.parent for path in DATA.glob("*/report.yaml")):
        stem = target / package.name
        _run(python, "draft", package, "-o", stem.with_suffix(".docx"))
        _run(
            python, "tables", package, "-o", f"{stem}-tables.docx", "--xlsx", f"{stem}-tables.xlsx"
        )
        _run(python, "workbook", package, "-o", f"{stem}-package.xlsx")
        for name, words in (
            ("check.json", ("check", package, "--format", "json")),
            ("trace.txt", ("trace", package)),
            ("text.txt", ("text", package)),
            ("human.txt", ("check", package, "--human")),
        ):
            Path(f"{stem}-{name}").write_bytes(_run(python, *words))


def _run(python: str, *words: str | Path) -> bytes:
    done = subprocess.run(
        [python, "-m", "generator", *map(str, words)], capture_output=True, check=False
    )
    if done.returncode not in (0, 1):
        print(f"{words}: {done.stderr.decode()}", file=sys.stderr)
    return done.stdout


def compare(old: Path, new: Path) -> list[str]:
    """What differs, a line each."""
    names = sorted({path.name for folder in (old, new) for path in folder.iterdir()})
    return [line for name in names for line in _difference(old / name, new / name)]


def _difference(old: Path, new: Path) -> Iterator[str]:
    if not (old.exists() and new.exists()):
        yield f"{old.name}: only in {(old if old.exists() else new).parent}"
    elif old.read_bytes() != new.read_bytes():
        parts = (
            list(_parts(old, new))
            if zipfile.is_zipfile(old) and zipfile.is_zipfile(new)
            else ["differs"]
        )
        yield f"{old.name}: {'; '.join(parts) or 'the same but for the ids of drafts'}"


def _parts(old: Path, new: Path) -> Iterator[str]:
    with zipfile.ZipFile(old) as first, zipfile.ZipFile(new) as second:
        for name in sorted({*first.namelist(), *second.namelist()}):
            if name not in first.namelist() or name not in second.namelist():
                yield f"{name} only in one"
            elif DRAFT_ID.sub(b"", first.read(name)) != DRAFT_ID.sub(b"", second.read(name)):
                yield f"{name} differs"


if __name__ == "__main__":
    if sys.argv[1] == "record":
        record(Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else sys.executable)
    else:
        found = compare(Path(sys.argv[2]), Path(sys.argv[3]))
        print("\n".join(found) or "the same")
        sys.exit(bool(found))
