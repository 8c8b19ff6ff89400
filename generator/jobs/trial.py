"""A package as it would be with some files changed, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.package.read import load_package


def loaded(
    package: Mapping[str, bytes], lies_at: Path, templates: Path | None
) -> tuple[Dataset, Kind]:
    """What is read of a package of these files (by name) that would lie at ``lies_at``, without
    last year's.

    Raises DataError where it could not be read.
    """
    with TemporaryDirectory() as folder:
        for name, data in package.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        written = [Path(folder) / name for name in package]
        return load_package(Path(folder), templates, earlier=False, others=written, lies_at=lies_at)
