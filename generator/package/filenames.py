"""Names that a file of a package may have, wherever it is written: on any system a file inside the
package, and nothing that runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.disknames import DEVICE, FORBIDDEN
from generator.model.errors import excerpt

ENDINGS = (
    *(".csv", ".md", ".md.j2", ".yaml", ".txt"),
    *(".docx", ".doc", ".wps", ".xlsx", ".xls", ".et", ".pdf", ".jpg", ".jpeg", ".png"),
)
"""What the name of a file may end with."""
_LONGEST_PART, _LONGEST = 200, 240
"""Bytes of a name, and characters of a path, with room for the endings of copies (255, 260)."""


def name_fault(name: str) -> str:
    """Why a file of a package may not have this name (its path in the package); "" where it may."""
    parts = name.split("/")
    if any(map(_has_bare_end, parts)):
        return "文件名里有空的一段，或以点、空格开头或结尾"
    if FORBIDDEN.search(name) or any(map(DEVICE.fullmatch, parts)):
        return "文件名里有 Windows 不能用的字符或名字"
    if "." in "".join(parts[:-1]) or not parts[-1].lower().endswith(ENDINGS):
        return f"不是数据包里用的文件名，扩展名只能是 {'、'.join(ENDINGS)}"
    if len(name) > _LONGEST or max(len(part.encode()) for part in parts) > _LONGEST_PART:
        return "文件名太长"
    return ""


def _has_bare_end(part: str) -> bool:
    """Whether a part of a path is empty, or begins or ends with a dot or a space."""
    return not part or part[0] in ". " or part[-1] in ". "


def doubles(names: Iterable[str]) -> Iterator[str]:
    """The names that Windows takes for one that stands before them."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            yield name
        seen.add(name.casefold())


def quoted(name: str) -> str:
    """A name as a message quotes it."""
    return excerpt(name.encode(errors="replace").decode(), 40)
