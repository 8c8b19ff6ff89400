"""首页: the packages of the folder, how far each is, and a new one."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from nicegui import run, ui

from generator.jobs import desk
from generator.jobs.desk import PackageLine, PackageState
from generator.model.errors import NigaoError
from generator.web.listing import cells, listing
from generator.web.screens.fresh import offer_new
from generator.web.session import Session
from generator.web.work import work

_HEAD = ("数据包", "地方和年度", "报告种类", "已填", "必填未填", "错误", "提醒", "改稿未决")
_STATES = 5
"""Columns of how far a package is."""


async def show(session: Session) -> None:
    """Show the packages; how far each is comes in as it is known."""
    there = await work(desk.home, session.bench.folder, templates=session.templates)
    if there is None:
        return
    with ui.element("div").classes("bar"):
        ui.label(f"这个文件夹里有 {len(there)} 个数据包").classes("strong")
        ui.button("新建", on_click=lambda: offer_new(session, there))
    if there:
        _show_all(session, there)
    else:
        ui.label("还没有数据包。请按“新建”：空白的，或由上年的来。").classes("hint")


def _show_all(session: Session, there: Sequence[PackageLine]) -> None:
    rows = []
    with listing(_HEAD):
        for item in there:
            with ui.element("tr").props(f'data-package="{there.index(item)}"'):
                rows.append((item, _show_one(session, item)))

    async def fill_in() -> None:
        for item, labels in rows:
            if not item.fault:
                await _fill_in(session, item, labels)

    ui.timer(0, fill_in, once=True)


def _show_one(session: Session, item: PackageLine) -> list[ui.label]:
    """A row; gives the labels that its state is written to."""
    with ui.element("td"):
        ui.link(item.name, Session(session.bench, "", item).address("fill"))
    if item.fault:
        with ui.element("td").props("colspan=7").classes("wrong"):
            ui.label(f"读不了：{item.fault}")
        return []
    cells((item.title, item.kind))
    labels = []
    for _ in range(_STATES):
        with ui.element("td").classes("number"):
            labels.append(ui.label("…"))
    return labels


async def _fill_in(session: Session, item: PackageLine, labels: Sequence[ui.label]) -> None:
    state = await run.io_bound(_state_of, session, item)
    if state is None:
        return
    for label, text in zip(labels, _numbers(state), strict=True):
        label.text = text
    await asyncio.sleep(0)


def _state_of(session: Session, item: PackageLine) -> PackageState:
    try:
        return desk.state(item.package, templates=session.templates)
    except NigaoError as error:
        return PackageState(faults=tuple(map(str, error.problems)))


def _numbers(state: PackageState) -> tuple[str, ...]:
    if state.faults:
        return (f"{len(state.faults)} 处要改正", *[""] * (_STATES - 1))
    counts = (state.required, state.errors, state.warnings, state.open_matters)
    return (f"{state.filled}/{state.total}", *map(str, counts))
