"""What a workbook must remember of the files it was made of, on a hidden sheet: encodings, order of
columns and codes, comments."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from msgspec import Struct, field
from msgspec.structs import asdict

from generator.model import files
from generator.model.replacing import replace
from generator.package import settings_text
from generator.package.intake.grid import Grid
from generator.package.textfiles import CSV_STYLE, ENCODINGS, TextStyle

_CHUNK = 30000
"""Characters that a cell is filled with (Excel holds 32,767)."""


class FileMeta(Struct, frozen=True):
    """A file: its style, the head of a table, the codes of a form in the file's order."""

    style: TextStyle
    head: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


class KeptFile(Struct, frozen=True):
    """A file kept whole, and the hash of what its sheet gives: while the sheet gives the same, the
    bytes are the file."""

    data: bytes
    digest: str


class Meta(Struct, frozen=True):
    """All files, the text of report.yaml, and files kept whole."""

    files: Mapping[str, FileMeta] = field(default_factory=dict)
    settings: str = ""
    whole: Mapping[str, KeptFile] = field(default_factory=dict)

    def style(self, file: str) -> TextStyle:
        """How a file is written; one that is new as the samples are."""
        if file in self.files:
            return self.files[file].style
        return CSV_STYLE if file.endswith(files.TABLE_ENDING) else TextStyle()

    def restored(self, file: str, data: bytes) -> bytes:
        """The file as it was, where its sheet is as it was; else what the sheet gives."""
        kept = self.whole.get(file)
        return kept.data if kept and kept.digest == digest(data) else data

    def keeping(self, originals: Mapping[str, bytes], given: Mapping[str, bytes]) -> Meta:
        """The meta that keeps whole every file that its sheet would not give back byte for byte."""
        whole = {
            file: KeptFile(data, digest(given.get(file, b"")))
            for file, data in originals.items()
            if given.get(file) != data
        }
        return replace(self, whole=whole)


def digest(data: bytes) -> str:
    """A short hash."""
    return hashlib.sha256(data).hexdigest()[:16]


def to_rows(meta: Meta) -> list[str]:
    """The meta as texts that fit into cells."""
    of_files = {
        file: {"style": asdict(there.style), "head": there.head, "order": there.order}
        for file, there in meta.files.items()
    }
    whole = {
        file: [base64.b64encode(kept.data).decode(), kept.digest]
        for file, kept in meta.whole.items()
    }
    content = {"nigao": 1, "settings": meta.settings, "files": of_files, "whole": whole}
    text = json.dumps(content, ensure_ascii=True)
    return [text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK)]


def from_sheet(sheet: Grid | None) -> Meta:
    """The meta of the hidden sheet; none where the sheet is missing or was changed."""
    if sheet is None:
        return Meta()
    text = "".join(sheet.at(row, 1).text for row in sheet.rows)
    try:
        meta = _from_json(json.loads(text))
        settings_text.items(meta.settings)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, yaml.YAMLError):
        return Meta()
    return meta


def _from_json(content: dict[str, Any]) -> Meta:
    """The meta. Raises ValueError, KeyError, TypeError or AttributeError for any other content."""
    json.dumps(content, ensure_ascii=False).encode()
    of_files = {
        file: FileMeta(_style(there["style"]), _words(there["head"]), _words(there["order"]))
        for file, there in content["files"].items()
    }
    return Meta(of_files, _word(content["settings"]), _kept_files(content["whole"]))


def _style(told: dict[str, Any]) -> TextStyle:
    style = TextStyle(**told)
    if style.encoding not in ENCODINGS or style.newline not in ("\n", "\r\n"):
        raise ValueError(style)
    return style


def _words(told: Sequence[Any]) -> tuple[str, ...]:
    return tuple(_word(item) for item in told)


def _word(told: Any) -> str:
    if not isinstance(told, str):
        raise TypeError(told)
    return told


def _kept_files(whole: Mapping[str, Sequence[str]]) -> dict[str, KeptFile]:
    return {
        file: KeptFile(base64.b64decode(data), hashed) for file, (data, hashed) in whole.items()
    }
