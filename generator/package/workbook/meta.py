"""What a workbook must remember of the files it was made of, on a hidden sheet: encodings, column order, comments."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.package.textfiles import CSV_STYLE, Style
from generator.package.workbook.sheet import Grid

_CHUNK = 30000


@dataclass(frozen=True)
class FileMeta:
    """A file: its style, the head of a table, the codes of a form in the file's order."""

    style: Style
    head: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Meta:
    """All files, the text of report.yaml, and files kept whole.

    ``whole`` maps a file to its bytes and to the hash of what its sheet gives: while the sheet gives the same, the
    bytes are the file.
    """

    files: Mapping[str, FileMeta] = field(default_factory=dict)
    settings: str = ""
    whole: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)

    def style(self, file: str) -> Style:
        """How a file is written; one that is new as the samples are."""
        there = self.files.get(file)
        return there.style if there else CSV_STYLE if file.endswith(".csv") else Style()

    def restored(self, file: str, data: bytes) -> bytes:
        """The file as it was, where its sheet is as it was; else what the sheet gives."""
        kept = self.whole.get(file)
        return kept[0] if kept and kept[1] == digest(data) else data

    def keeping(self, originals: Mapping[str, bytes], made: Mapping[str, bytes]) -> Meta:
        """The meta that keeps whole every file that its sheet would not give back byte for byte."""
        whole = {
            file: (data, digest(made.get(file, b"")))
            for file, data in originals.items()
            if made.get(file) != data
        }
        return replace(self, whole=whole)


def digest(data: bytes) -> str:
    """A short hash."""
    return hashlib.sha256(data).hexdigest()[:16]


def to_rows(meta: Meta) -> list[str]:
    """The meta as texts that fit into cells."""
    told = {
        "nigao": 1,
        "settings": meta.settings,
        "files": {
            file: {"style": there.style.told(), "head": there.head, "order": there.order}
            for file, there in meta.files.items()
        },
        "whole": {
            file: [base64.b64encode(data).decode(), made]
            for file, (data, made) in meta.whole.items()
        },
    }
    text = json.dumps(told, ensure_ascii=True)
    return [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]


def from_grid(grid: Grid | None) -> Meta:
    """The meta of the hidden sheet; none where the sheet is missing or was changed."""
    if grid is None:
        return Meta()
    try:
        told: dict[str, Any] = json.loads(
            "".join(str(grid.at(row, 1).value or "") for row in range(1, grid.last_row + 1))
        )
        files = {
            file: FileMeta(Style(**there["style"]), tuple(there["head"]), tuple(there["order"]))
            for file, there in told["files"].items()
        }
        whole = {
            file: (base64.b64decode(data), made) for file, (data, made) in told["whole"].items()
        }
        return Meta(files, told["settings"], whole)
    except (ValueError, KeyError, TypeError):
        return Meta()
