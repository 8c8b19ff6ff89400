"""Debian's Chromium, driven by Playwright; tests that need it skip where one of them is missing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_browser = pytest.mark.skipif(
    CHROMIUM is None or find_spec("playwright") is None, reason="needs chromium and playwright"
)
by_hand = pytest.mark.skipif(os.environ.get("BROWSER") != "all", reason="BROWSER=all runs it")
"""A long series in the browser: .ci/run has the story, the screens' words and the preview."""


@dataclass
class Opened:
    """A page in the browser, what its console said of errors, and every address that was asked for."""

    page: Any
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@contextmanager
def opened(file: Path, width: int = 1366, height: int = 768) -> Iterator[Opened]:
    """A file in the browser, in a window of this size in pixels."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        seen = watched(browser.new_page(viewport={"width": width, "height": height}))
        seen.page.goto(file.as_uri())
        yield seen
        browser.close()


def watched(page: Any) -> Opened:
    """A page of the browser, watched from now on."""
    seen = Opened(page)
    page.on("console", lambda m: seen.errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("request", lambda request: seen.requests.append(request.url))
    return seen
