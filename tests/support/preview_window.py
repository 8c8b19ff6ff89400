"""The page of a package in a window of 预览."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from support.browser import Opened
from support.workbench import Served


def preview(seen: Opened, served: Served, package: Path) -> Any:
    """Open 预览 and wait until the page knows its findings; gives the frame."""
    seen.page.goto(served.to("preview", package=package.name))
    return knowing(seen)


def knowing(seen: Opened, version: str = "1") -> Any:
    """Wait until the page of that version knows its findings; gives the frame."""
    seen.page.wait_for_selector(f'.page-room[data-shown="{version}"]')
    frame = seen.page.frame_locator(".page-room iframe")
    frame.locator("[data-r]").first.click()
    frame.get_by_text("接受并写理由").wait_for(timeout=60000)
    return frame
