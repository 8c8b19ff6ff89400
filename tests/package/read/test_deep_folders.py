"""Folders inside one another: the package is read all the same, or a line says that it is not."""

from __future__ import annotations

import os
from contextlib import chdir
from pathlib import Path

import pytest
from support import desks

from generator.model.errors import InputError
from generator.model.limits import FOLDER_DEPTH
from generator.package.read import load_package
from generator.package.read.folder import all_files, package_files


def with_folders(package: Path, depth: int) -> Path:
    with chdir(package):
        for _ in range(depth):
            Path("图").mkdir()
            os.chdir("图")
        Path("说明.txt").write_text("x", encoding="utf-8")
    return package


def test_as_deep_as_may_be(tmp_path: Path) -> None:
    package = with_folders(desks.package(tmp_path), FOLDER_DEPTH)
    name = "图/" * FOLDER_DEPTH + "说明.txt"
    assert name in package_files(package)
    assert name in all_files(package)


def test_deeper(tmp_path: Path) -> None:
    package = with_folders(desks.package(tmp_path), FOLDER_DEPTH + 1)
    load_package(package)
    with pytest.raises(InputError, match=f"超过{FOLDER_DEPTH}层"):
        package_files(package)
