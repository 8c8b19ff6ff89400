"""The files of a package folder."""

from __future__ import annotations

from pathlib import Path

_COPY = ".bak"
_NOT_OURS = (".", "~$")
"""How the names begin of what nigao keeps for itself, and of what Office leaves behind."""


def package_files(folder: Path) -> dict[str, bytes]:
    """The files of a package folder by their path in it; copies (.bak) and what nigao keeps for
    itself are left out."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != _COPY)
    names = {path: path.relative_to(folder) for path in paths}
    return {
        name.as_posix(): path.read_bytes()
        for path, name in names.items()
        if not any(part.startswith(_NOT_OURS) for part in name.parts)
    }
