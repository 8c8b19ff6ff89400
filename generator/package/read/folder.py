"""The files of a package folder."""

from __future__ import annotations

from pathlib import Path

_COPY = ".bak"
_NOT_OURS = (".", "~$")
"""How the names begin of what nigao keeps for itself, and of what Office leaves behind."""


def package_files(folder: Path) -> dict[str, bytes]:
    """The files of a package folder by their path in it; copies (.bak) and what nigao keeps for
    itself are left out."""
    package = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and _belongs(name):
            package[name.as_posix()] = path.read_bytes()
    return package


def _belongs(name: Path) -> bool:
    return name.suffix != _COPY and not any(part.startswith(_NOT_OURS) for part in name.parts)
