"""预览: the page of the report as the data are, and from each figure, text or finding the way on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from nicegui import run, ui
from nicegui.events import GenericEventArguments

from generator.jobs.desk import GridLocation, cells_of, whereabouts
from generator.jobs.desk.wording import wording_at
from generator.model import files
from generator.model.errors import NigaoError, Problem
from generator.web.answers import (
    PageAnswers,
    PageRequest,
    answers_of,
    cell_address,
    cells_offered,
    request_of,
)
from generator.web.buttons import Button
from generator.web.downloading import download
from generator.web.previews import PAGE, PageVersion
from generator.web.remarks import accept, inquire, show_accepted
from generator.web.session import PACKAGE, Session
from generator.web.stamps import stamp_now
from generator.web.work import attempt, say, work

FINDINGS = "findings"
"""The word of the address: the gravity of the findings to go to."""
_LOOK_EVERY = 0.3
"""Seconds between two looks at whether the data are still those of the page; a look takes 0.01."""


async def show(session: Session) -> None:
    """Show the page, made anew whenever the data are others."""
    page = _Page(session)
    with ui.element("div").classes("bar"):
        page.again = Button("重新生成", on_click=page.remake).props("outline dense")
        Button("下载初稿", on_click=lambda: download(session)).props("outline dense")
        page.state = ui.label("").classes("hint")
        page.outdated = ui.label("过期：数据改过了").classes("outdated")
        page.outdated.set_visibility(False)
    page.faults = ui.column().classes("faults-here")
    page.accepted = ui.element("div").classes("told")
    ui.element("div").classes("page-room")
    asking = _Asking(session, page)
    ui.on("nigao-asked", asking.heard)
    await page.begin()
    ui.timer(_LOOK_EVERY, page.look)


class _Page:
    """The page in a window: how old it is, and what is known beside it."""

    again: Button
    state: ui.label
    outdated: ui.label
    faults: ui.column
    accepted: ui.element

    def __init__(self, session: Session) -> None:
        self._session = session
        self._shown: PageVersion | None = None
        self._wanted = session.words.get(FINDINGS, "")
        self._tried = ""
        self._busy = False
        self.answers: PageAnswers | None = None

    async def begin(self) -> None:
        """Show the page for the first time."""
        await self.remake()

    async def look(self) -> None:
        """Make the page anew where the data are others than those of the last try."""
        if self._busy:
            return
        stamp = await stamp_now(self._session)
        if stamp and stamp != self._tried and not self._busy:
            self.outdated.set_visibility(self._shown is not None)
            await self.remake()
            self._session.changed()

    async def remake(self) -> None:
        """Make the page of the data as they are and show it."""
        if self._busy:
            return
        self._busy = True
        self.again.disable()
        try:
            await attempt(self._make())
        finally:
            self._busy = False
            self.again.enable()

    async def _make(self) -> None:
        session = self._session
        self._tried = await stamp_now(session)
        bench = session.bench
        try:
            page = await bench.previews.renewed(session.package, bench.scratch, session.templates)
        except NigaoError as error:
            self._refuse(await run.io_bound(_lines_of, session, error.problems) or [])
            return
        self._tried = page.stamp
        self.faults.clear()
        self.outdated.set_visibility(False)
        self.state.text = f"{page.made_at:%H:%M:%S} 按数据生成"
        if page is not self._shown:
            self._shown, self.answers = page, answers_of(page.known)
            self.accepted.clear()
            with self.accepted:
                show_accepted(session, page.known.accepted)
            ui.run_javascript(_showing(session, page, self._wanted))
            self._wanted = ""
            _tell(self.answers.as_json())

    def _refuse(self, lines: Sequence[str]) -> None:
        """Say what keeps the page from being made; the old one stays, marked."""
        self.outdated.set_visibility(self._shown is not None)
        self.faults.clear()
        with self.faults:
            ui.label("数据有错，生成不了新的一页，请在“填数”或“文字”里改正：").classes("strong")
            for line in lines:
                ui.label(line).classes("wrong")


class _Asking:
    """Does what is asked for in the page."""

    def __init__(self, session: Session, page: _Page) -> None:
        self._session = session
        self._page = page
        self._is_busy = False

    async def heard(self, event: GenericEventArguments) -> None:
        """Do what a click in the page asks for."""
        asked = request_of(event.args)
        if asked is None or self._is_busy:
            return
        self._is_busy = True
        try:
            await self._do(asked)
        finally:
            self._is_busy = False

    async def _do(self, asked: PageRequest) -> None:
        if asked.said == "text":
            self._to_text(asked.what)
        elif asked.said == "figure" and asked.what.startswith(files.TEXTS):
            self._to_text(asked.what.removeprefix(files.TEXTS))
        elif asked.said == "figure":
            await self._to_figure(asked.what)
        else:
            await self._of_finding(asked)

    def _to_text(self, item: str) -> None:
        ui.navigate.to(self._session.address("texts", item=item))

    async def _to_figure(self, key: str) -> None:
        session = self._session
        cells = await work(cells_of, session.package, key, templates=session.templates)
        if cells is None:
            return
        if len(cells) == 1:
            ui.navigate.to(cell_address(session, cells[0]))
        elif cells:
            known = await work(whereabouts, session.package, templates=session.templates)
            if known is not None:
                _choose(session, cells, list(map(known.of, cells)))
        else:
            say("这个数不在填数的表里：它写在文字里，或者由拟稿给出。")

    async def _of_finding(self, asked: PageRequest) -> None:
        known = self._page.answers
        item = known.finding(asked.number) if known else None
        if item is None:
            say("这一页正在更新，请稍候再点。")
        elif asked.said == "accept":
            await accept(self._session, item)
        elif asked.said == "ask":
            await inquire(self._session, item)
        elif asked.cell < len(cells_offered(item)):
            ui.navigate.to(cell_address(self._session, cells_offered(item)[asked.cell]))


def _choose(session: Session, cells: Sequence[GridLocation], labels: Sequence[str]) -> None:
    """Let the person choose one of the cells that a figure is made of."""
    with ui.dialog(value=True) as dialog, ui.card().classes("question"):
        ui.label(f"这个数由 {len(cells)} 格得出，到哪一格？").classes("strong")
        with ui.column().classes("choices"):
            for cell, label in zip(cells, labels, strict=True):
                ui.link(label, cell_address(session, cell))
        Button("关闭", on_click=dialog.close).props("outline")
    dialog.on("hide", dialog.delete)


def _showing(session: Session, page: PageVersion, severity: str) -> str:
    """What the window does to show a page, and there the first finding of a gravity ("": none)."""
    name = session.opened.name if session.opened else ""
    address = f"{PAGE}?{urlencode({PACKAGE: name, 'version': page.number})}"
    given = (json.dumps(word, ensure_ascii=True) for word in (address, name, severity))
    return f"nigaoPreview.show({', '.join(given)})"


def _tell(known: Mapping[str, object]) -> None:
    ui.run_javascript(f"nigaoPreview.know({json.dumps(known, ensure_ascii=True)})")


def _lines_of(session: Session, problems: Sequence[Problem]) -> list[str]:
    """What is wrong, a line each, in words of the screens as far as they can be known."""
    wording = wording_at(session.package, session.templates)
    try:
        known = whereabouts(session.package, templates=session.templates)
    except NigaoError:
        return [str(wording.problem(problem)) for problem in problems]
    return [wording.of(known.said(str(problem))) for problem in problems]
