"""The addresses of the workbench: one a screen, each with the package that it is about."""

from __future__ import annotations

from nicegui import run, ui
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from generator.jobs.desk import PackageLine, find_package
from generator.web.previews import add_page_route
from generator.web.session import PACKAGE, Session, Workbench
from generator.web.shell import HOME, SCREENS, show_screen

_HEAD = """\
<link rel="stylesheet" href="/assets/office.css">
<link rel="stylesheet" href="/assets/reading.css">
<script src="/assets/clicks.js"></script>
<script src="/assets/chooser.js"></script>
<script src="/assets/typing.js"></script>
<script src="/assets/kept.js"></script>
<script src="/assets/paste.js"></script>
<script src="/assets/grid.js"></script>
<script src="/assets/unsaved.js"></script>
<script src="/assets/preview.js"></script>
<script src="/assets/begun.js"></script>
<script src="/assets/texts.js"></script>
"""


def add_pages(bench: Workbench) -> None:
    """Register every screen at its address, and 首页 at the root."""
    for screen in SCREENS:
        _add_page(bench, screen.name)
    add_page_route(bench.folder, bench.previews)
    ui.page("/")(lambda: RedirectResponse(f"/{HOME}"))


def _add_page(bench: Workbench, screen: str) -> None:
    @ui.page(f"/{screen}", response_timeout=30)
    async def _(request: Request) -> Response | None:
        words = dict(request.query_params)
        opened = await _opened(bench, words.pop(PACKAGE, ""))
        if opened is None and screen != HOME:
            return RedirectResponse(f"/{HOME}")
        ui.add_head_html(_HEAD)
        await show_screen(Session(bench, screen, opened, words))
        return None


async def _opened(bench: Workbench, name: str) -> PackageLine | None:
    """The package of that name: one of those that the folder holds, never a path from outside."""
    if not name:
        return None
    return await run.io_bound(find_package, bench.folder, name, templates=bench.templates)
