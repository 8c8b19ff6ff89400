"""Files that no person put where they lie: locks of Office, WPS and LibreOffice, notes of systems,
what nigao keeps. Whoever lists a folder passes over them."""

from __future__ import annotations

from pathlib import Path

_BEGINNINGS = (".", "~$")
"""``~$x`` (Office; ``~x.tmp`` while it saves), ``.~x`` (WPS), ``.~lock.x#`` (LibreOffice), ``._x``
and ``.DS_Store`` (macOS), ``.nigao``."""
_OF_WINDOWS = ("thumbs.db", "desktop.ini")
"""What Windows leaves in a folder."""


def is_leftover(name: str) -> bool:
    """Whether a file or folder of that name (no path) belongs to a program or a system."""
    lower = name.lower()
    is_unsaved = lower.startswith("~") and lower.endswith(".tmp")
    return is_unsaved or lower.startswith(_BEGINNINGS) or lower in _OF_WINDOWS


def files_ending(folder: Path, ending: str) -> list[Path]:
    """What lies in a folder and has a name that ends so, by name, without leftovers; nothing where
    there is no such folder."""
    return sorted(path for path in folder.glob(f"*{ending}") if not is_leftover(path.name))
