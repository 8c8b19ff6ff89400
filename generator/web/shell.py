"""The frame of every screen: the head with the package and its state, the screens at the left, and
the room in which a screen shows itself."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import NamedTuple

from nicegui import Client, run, ui

from generator.jobs import desk
from generator.jobs.desk import PackageLine, PackageState
from generator.model.errors import NigaoError
from generator.model.replacing import replace
from generator.model.severity import Severity
from generator.web.answers import cell_address
from generator.web.buttons import Button
from generator.web.next_steps import look_again
from generator.web.session import Session

HOME = "home"
_PAUSE = 1.0
"""Seconds after the last change before the state is asked for: a draft takes half a second, and
while a person types on the next change comes first."""


class ScreenEntry(NamedTuple):
    """A screen: its module in ``web.screens``, which is its address, and what people call it."""

    name: str
    label: str


SCREENS = (
    ScreenEntry(HOME, "首页"),
    ScreenEntry("fill", "填数"),
    ScreenEntry("bring", "带入"),
    ScreenEntry("handout", "分发收表"),
    ScreenEntry("texts", "文字"),
    ScreenEntry("preview", "预览"),
    ScreenEntry("returned", "改稿"),
    ScreenEntry("tables", "附表"),
    ScreenEntry("finalize", "定稿"),
)
"""The screens in the order in which a year goes; all but the first need a package."""


async def show_screen(session: Session) -> None:
    """Show a screen in its frame; what takes time comes once the frame is there. A window that was
    closed meanwhile needs none."""
    client = ui.context.client
    with _frame(session) as framed:
        waiting = ui.label("正在读……").classes("waiting")
        await client.connected()
        if _is_gone(client):
            return
        module = import_module(f"generator.web.screens.{session.screen}")
        await module.show(framed)
        if _is_gone(client):
            return
        waiting.delete()
    framed.changed()


def _is_gone(client: Client) -> bool:
    """Whether the window that asked for a screen is closed."""
    return client.id not in Client.instances


@contextmanager
def _frame(session: Session) -> Iterator[Session]:
    """The frame around the block; gives the session whose ``changed`` renews the head."""
    ui.page_title(_title(session.opened))
    ui.colors(primary="#1f5f99", negative="#b3261e")
    with ui.element("header").classes("head") as head:
        ui.link("拟稿", f"/{HOME}").classes("brand")
        ui.label(_title(session.opened)).classes("title")
        if session.opened and session.opened.has_steps:
            again = Button("要做的事", on_click=lambda: look_again(session))
            again.props("flat dense").classes("again")
        if session.opened:
            ui.element("div").classes("unsaved")
        state = ui.element("div").classes("state")
    with ui.element("div").classes("body"):
        with ui.element("nav").classes("screens"):
            _navigation(session)
        with ui.element("main").classes("room"):
            yield replace(session, changed=_Renewing(session, head, state))


def _title(opened: PackageLine | None) -> str:
    if opened is None:
        return "工作台"
    return f"{opened.title}　{opened.kind}"


def _navigation(session: Session) -> None:
    for screen in SCREENS:
        if screen.name == session.screen:
            ui.label(screen.label).classes("screen here").props('aria-current="page"')
        elif screen.name == HOME or session.opened:
            ui.link(screen.label, session.address(screen.name)).classes("screen")
        else:
            ui.label(screen.label).classes("screen closed").tooltip("先在首页打开一个数据包")


class _Renewing:
    """Shows the state of the package in its place of the head, as often as it is called; one that
    is asked for while another is on its way comes after it."""

    def __init__(self, session: Session, head: ui.element, place: ui.element) -> None:
        self._session = session
        self._head = head
        self._place = place
        self._waiting = self._running = False
        self._due = 0.0

    def __call__(self) -> None:
        self._waiting = self._session.opened is not None
        self._due = time.monotonic() + _PAUSE
        if self._waiting and not self._running:
            self._running = True
            with self._head:  # in its place it would be cleared, and end, with the first state
                ui.timer(0, self._renew, once=True)

    async def _renew(self) -> None:
        while self._waiting:
            while (left := self._due - time.monotonic()) > 0:
                await asyncio.sleep(left)
            self._waiting = False
            state = await run.io_bound(_state, self._session) or ()
            parts = (*_unwritten(self._session), *state)
            self._place.clear()
            with self._place:
                for part in parts:
                    _show(part)
                ui.run_javascript(_unsaved(self._session))
        self._running = False


class StatePart(NamedTuple):
    """A part of how far a package is, the address that it leads to ("" for none), and what one
    finds there."""

    text: str
    address: str = ""
    is_wrong: bool = False
    tip: str = "去填第一处"


def _show(part: StatePart) -> None:
    if part.address:
        link = ui.link(part.text, part.address).tooltip(part.tip)
        link.classes("wrong" if part.is_wrong else "")
    else:
        ui.label(part.text)


def _unwritten(session: Session) -> Iterator[StatePart]:
    """What was typed in 填数 and is not in the file: it must not be forgotten there."""
    cells = list(session.bench.drawers.unwritten(session.package))
    if cells:
        said = f"填数有 {len(cells)} 格没有存"
        yield StatePart(said, cell_address(session, cells[0]), is_wrong=True)


def _unsaved(session: Session) -> str:
    """What tells the script of the head which package is open, and of which sheets the server
    knows what is typed."""
    opened = session.opened.name if session.opened else ""
    sheets = session.bench.drawers.sheets(session.package)
    return f"nigaoUnsaved.tell({json.dumps(opened)}, {json.dumps(sheets)})"


def _state(session: Session) -> tuple[StatePart, ...]:
    try:
        state = desk.state(session.package, templates=session.templates)
    except NigaoError as error:
        return (StatePart(f"读不了：{error.problems[0].message}"),)
    return tuple(state_parts(state, session))


def state_parts(state: PackageState, session: Session) -> Iterator[StatePart]:
    """How far a package is; what must be filled and is not leads to where the first is."""
    if state.faults:
        said = f"数据有 {len(state.faults)} 处要改正"
        yield StatePart(said, _first(state, session), is_wrong=True, tip="去改第一处")
        return
    kept = f"（由上年带来 {state.kept}）" if state.kept else ""
    yield StatePart(f"已填 {state.filled}/{state.total}{kept}")
    if state.required:
        yield StatePart(f"必填未填 {state.required}", _first(state, session))
    if state.carried:
        address = session.address("texts", item=state.first_carried)
        yield StatePart(f"沿用上年未改 {state.carried}", address, tip="去看第一篇")
    if state.errors:
        yield _of_gravity(Severity.ERROR, state.errors, session)
    if state.warnings:
        yield _of_gravity(Severity.WARNING, state.warnings, session)
    if state.open_matters:
        open_matters = f"改稿未决 {state.open_matters}"
        yield StatePart(open_matters, session.address("returned"), tip="看是哪些")


def _of_gravity(severity: Severity, count: int, session: Session) -> StatePart:
    """How many findings of a gravity there are: they are listed in 预览."""
    address = session.address("preview", findings=severity)
    return StatePart(f"{severity.label} {count}", address, tip="看是哪些")


def _first(state: PackageState, session: Session) -> str:
    if state.first_text:
        return session.address("texts", item=state.first_text)
    return cell_address(session, state.first) if state.first else ""
