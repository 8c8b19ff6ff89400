"""The drafts that were written before: the bases of regenerations, kept with the package."""

from __future__ import annotations

from pathlib import Path

from generator import store
from generator.model.errors import reason
from generator.regenerate.base import Base, from_json, to_json


def save_base(package: Path, base: Base) -> tuple[str, ...]:
    """Keep a draft, a base of later regenerations; a warning where that is not possible."""
    try:
        store.save_base(package, base.id, to_json(base))
    except OSError as error:
        consequence = "这份文件被人改过以后就不能更新；请检查数据包文件夹的写权限"
        return (f"底稿没有存下（{reason(error)}），{consequence}",)
    return ()


def stored_bases(package: Path) -> tuple[list[Base], list[Path]]:
    """The drafts kept so far, the oldest first, and the files that are damaged."""
    bases: list[Base] = []
    damaged: list[Path] = []
    for path, text in store.stored_bases(package):
        try:
            bases.append(from_json(text))
        except ValueError:
            damaged.append(path)
    return bases, damaged
