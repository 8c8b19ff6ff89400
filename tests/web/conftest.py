"""What the tests in a browser share: a server on a folder, windows of a person, packages there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.browser import Opened
from support.packages import ROOT
from support.workbench import DOCUMENTS, Served, Sheet, Window, browsing, serve


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the server was opened on."""
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture(scope="module")
def served(shelf: Path) -> Iterator[Served]:
    server = serve(shelf)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def window(served: Served) -> Iterator[Window]:
    """Opens windows of a person whom the server knows."""
    with browsing() as new_window:
        new_window().page.goto(served.address)
        yield new_window


@pytest.fixture
def package(shelf: Path) -> Iterator[Path]:
    """A package of its own for each test."""
    path = shelf / f"会宁-{len(list(shelf.iterdir()))}"
    shutil.copytree(ROOT / "data" / "huining-2021", path)
    yield path
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(exist_ok=True)


@pytest.fixture
def sheet(served: Served, window: Window, package: Path) -> Iterator[Sheet]:
    """政策文件 in a window."""
    page = window().page
    yield Sheet(page).open(served, package.name, DOCUMENTS)
    page.close()


@pytest.fixture
def seen(window: Window) -> Iterator[Opened]:
    """A window; nothing may fail in it."""
    opened = window()
    yield opened
    opened.page.close()
    assert opened.errors == []
