"""A text in a window of 文字: opened, typed into, saved."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from support.browser import Opened
from support.workbench import Served


def editor(seen: Opened, served: Served, package: Path, item: str) -> Any:
    """Open a text and wait for it."""
    seen.page.goto(served.to("texts", package=package.name, item=item))
    seen.page.wait_for_selector(".text-editor")
    seen.page.wait_for_function("document.querySelector('.text-editor').textContent")
    return seen.page.locator(".text-editor")


def text(package: Path, item: str) -> str:
    """What stands in the file of a text."""
    return (package / "text" / f"{item}.md").read_text(encoding="utf-8")


def write_at_end(seen: Opened, words: str) -> None:
    """Type words behind what stands there."""
    seen.page.locator(".text-editor").click()
    seen.page.keyboard.press("Control+End")
    seen.page.keyboard.insert_text(words)


def press(seen: Opened, *keys: str) -> None:
    """Press keys one after the other."""
    for key in keys:
        seen.page.keyboard.press(key)


def save(seen: Opened) -> None:
    """Press Ctrl+S and wait until it is saved."""
    press(seen, "Control+s")
    seen.page.get_by_text("已保存。").first.wait_for()
    nothing_is_open(seen)
    seen.page.locator(".said").wait_for(state="detached")


def nothing_is_open(seen: Opened) -> None:
    """Wait until nothing is left to save."""
    seen.page.locator(".saved-state:text-is('')").wait_for(state="attached")


@contextmanager
def standing(served: Served) -> Iterator[None]:
    """A server that does nothing for a while, as on a slow machine."""
    os.kill(served.process.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(served.process.pid, signal.SIGCONT)
