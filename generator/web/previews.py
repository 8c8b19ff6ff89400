"""The pages of the packages as long as the server runs: made when they are asked for and the data
are others, shown by any window."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import defaultdict
from importlib.resources import files as resources
from pathlib import Path

from msgspec import Struct
from nicegui import app, run
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from generator.jobs.desk import Preview, package_stamp, preview

PAGE = "/page"
"""Where a window fetches the page of a package."""
_NAME = "package"
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": (
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
        "img-src data:; sandbox allow-scripts; frame-ancestors 'self'"
    ),
}
"""The page holds all that it needs and reaches nothing of ours: it is of no origin."""


class PageVersion(Struct, frozen=True):
    """A page: ``stamp`` is that of the data it was made of, ``number`` that of its version;
    ``known`` is what it does not say itself."""

    html: str
    known: Preview
    stamp: str
    number: int
    made_at: dt.datetime


class Previews:
    """The page of each package, by the place where it lies."""

    def __init__(self) -> None:
        self._pages: dict[Path, PageVersion] = {}
        self._making: dict[Path, asyncio.Lock] = defaultdict(asyncio.Lock)

    def page(self, package: Path) -> PageVersion | None:
        """The page that was made last, None for none."""
        return self._pages.get(package)

    async def renewed(self, package: Path, scratch: Path, templates: Path | None) -> PageVersion:
        """The page of the data as they are: the last one if it is of these. Raises as ``view``."""
        async with self._making[package]:
            stamp = await run.io_bound(package_stamp, package, templates=templates) or ""
            last = self._pages.get(package)
            if last is None or last.stamp != stamp:
                number = last.number + 1 if last else 1
                target = scratch / f"page-{list(self._making).index(package)}.html"
                now = dt.datetime.now()
                made = await run.io_bound(_page_of, package, target, now, templates)
                if made is None:
                    raise LookupError("the server is ending")
                last = self._pages[package] = PageVersion(*made, stamp, number, now)
            return last


def _page_of(
    package: Path, target: Path, date: dt.datetime, templates: Path | None
) -> tuple[str, Preview]:
    """The page, which says what changed since the one that it replaces."""
    known = preview(package, target, date=date, templates=templates)
    return framed(target.read_text(encoding="utf-8")), known


def framed(html: str) -> str:
    """The page with the script that tells the window around it what was asked for."""
    script = (resources("generator.web") / "assets" / "page_frame.js").read_text("utf-8")
    head, end, tail = html.rpartition("</body>")
    return f"{head}<script>{script}</script>\n{end}{tail}"


def add_page_route(folder: Path, previews: Previews) -> None:
    """Answer a window that asks for a page: one that was made, by the name of its package."""

    @app.get(PAGE)
    async def _(request: Request) -> Response:
        page = previews.page(folder / request.query_params.get(_NAME, ""))
        if page is None:
            return PlainTextResponse("没有这一页，请重新打开预览。", 404)
        return HTMLResponse(page.html, headers=_HEADERS)
