"""The workbench as a clerk has it: the real server in its own process, windows of a real browser."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from support.browser import CHROMIUM, Opened, watched

PATIENCE = 60.0
"""Seconds that a screen may take before a test gives up: the machine may be busy."""

DOCUMENTS = "documents.csv"
"""The file of 政策文件."""

Window = Callable[[], Opened]
"""Opens a window of a person whom the server knows."""


@dataclass
class Served:
    """A server that runs: the address that it printed, and its process."""

    address: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def origin(self) -> str:
        """``http://127.0.0.1:PORT``."""
        return re.match(r"http://[^/]+", self.address)[0]  # type: ignore[index]

    @property
    def port(self) -> int:
        return int(self.origin.rpartition(":")[2])

    def to(self, screen: str, **words: str) -> str:
        """The address of a screen."""
        return f"{self.origin}/{screen}?{urlencode(words)}"

    def stop(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        self.process.wait()


def serve(folder: Path, *options: str) -> Served:
    """Start ``nigao open`` on a folder, without a browser."""
    command = [sys.executable, "-m", "generator", "open", str(folder), "--no-browser", *options]
    log = folder.parent / f"{folder.name}-{time.monotonic_ns()}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
    try:
        until(lambda: "Ctrl" in log.read_text("utf-8") or process.poll() is not None, "it starts")
    except AssertionError:
        process.kill()
        process.wait()
        raise
    line = log.read_text("utf-8").splitlines()[0]
    assert "http://" in line, line
    return Served(line.partition("：")[2], process, log)


@contextmanager
def browsing(width: int = 1366, height: int = 768) -> Iterator[Window]:
    """A browser with one person's cookies; each call opens a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        person = browser.new_context(viewport={"width": width, "height": height})
        person.set_default_timeout(PATIENCE * 1000)
        yield lambda: watched(person.new_page())
        browser.close()


def until(condition: Callable[[], object], what: str) -> None:
    """Wait until something holds on the disk."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.05)


@dataclass
class Sheet:
    """A sheet in a window of 填数."""

    page: Any

    def open(self, served: Served, package: str, sheet: str) -> Sheet:
        """Go to a sheet and wait for its rows."""
        self.page.goto(served.to("fill", package=package, sheet=sheet))
        return self.wait()

    def wait(self) -> Sheet:
        """Wait until the rows are there and the script knows them."""
        self.page.wait_for_selector(".ag-row")
        self.page.wait_for_function("nigao.isReady()")
        return self

    def cell(self, row: int, column: str) -> Any:
        """A cell by the number that the screen gives the row, as a spreadsheet counts (2 is the
        first), and the head of its column."""
        field = self.page.evaluate("title => nigao.fieldOf(title)", column)
        rows = ".ag-center-cols-container, .ag-pinned-left-cols-container"
        return self.page.locator(rows).locator(f'[row-index="{row - 2}"] [col-id="{field}"]')

    def go(self, row: int, column: str) -> Any:
        """Bring a cell into sight, and give it."""
        script = "([index, title]) => nigao.focus(index, nigao.fieldOf(title))"
        self.page.evaluate(script, [row - 2, column])
        return self.cell(row, column)

    def text(self, row: int, column: str) -> str:
        """What a cell shows."""
        return str(self.cell(row, column).inner_text())

    def type(self, row: int, column: str, text: str) -> None:
        """Click a cell, type over what it says, press Enter."""
        self.go(row, column).click()
        self.page.keyboard.press("Delete" if not text else "F2")
        if text:
            self.page.keyboard.press("Control+a")
            self.page.keyboard.insert_text(text)
            self.page.keyboard.press("Enter")

    def paste(self, row: int, column: str, block: str) -> None:
        """Click a cell and paste a block as Excel puts it on the clipboard."""
        self.go(row, column).click()
        self.page.evaluate(
            """block => {
                const clipboardData = new DataTransfer();
                clipboardData.setData("text/plain", block);
                document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
            }""",
            block,
        )

    def wait_for(self, words: str) -> None:
        """Wait until words stand on the screen."""
        self.page.get_by_text(words).first.wait_for()


def documents(package: Path) -> str:
    """What stands in the file of 政策文件."""
    return (package / DOCUMENTS).read_text(encoding="utf-8-sig")
