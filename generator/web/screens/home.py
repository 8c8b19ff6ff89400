"""首页: the packages of the folder, how far each is, and a new one."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path

from nicegui import run, ui

from generator.jobs import desk
from generator.jobs.desk import PackageLine, PackageState
from generator.jobs.desk.whereabouts import ANYWHERE
from generator.jobs.workbook import workbook
from generator.model.errors import NigaoError
from generator.model.replacing import replace
from generator.web.buttons import Button
from generator.web.listing import cells, listing
from generator.web.screens.fresh import offer_new
from generator.web.session import Session
from generator.web.work import confirm, work

_HEAD = (
    "数据包",
    "地方和年度",
    "报告种类",
    "已填",
    "必填未填",
    "沿用上年未改",
    "错误",
    "提醒",
    "改稿未决",
)
_STATES = 6
"""Columns of how far a package is."""


async def show(session: Session) -> None:
    """Show the packages; how far each is comes in as it is known."""
    there = await work(desk.home, session.bench.folder, templates=session.templates)
    if there is None:
        return
    with ui.element("div").classes("bar"):
        ui.label(f"这个文件夹里有 {len(there)} 个数据包").classes("strong")
        Button("新建", on_click=lambda: offer_new(session, there))
    if there:
        _show_all(session, there)
        ui.label("点一个数据包的名称，就打开它。").classes("hint")
    else:
        ui.label("还没有数据包。请按“新建”：空白的，或由上年的来。").classes("hint")


def _show_all(session: Session, there: Sequence[PackageLine]) -> None:
    rows = []
    with listing(_HEAD):
        for item in there:
            with ui.element("tr"):
                rows.append((item, _show_one(session, item)))

    async def fill_in() -> None:
        for item, labels in rows:
            if labels and not labels[0].is_deleted:
                await _fill_in(session, item, labels)

    ui.timer(0, fill_in, once=True)


def _show_one(session: Session, item: PackageLine) -> list[ui.label]:
    """A row; gives the labels that its state is written to."""
    with ui.element("td"):
        if item.is_workbook:
            ui.label(item.name)
        else:
            ui.link(item.name, Session(session.bench, "", item).address("fill"))
    if item.is_workbook and not item.fault:
        cells((item.title, item.kind))
        with ui.element("td").props(f"colspan={_STATES}"):
            ui.label("这是工作簿；转成文件夹以后在这里填，工作簿留着。").classes("hint")
            Button("转成文件夹", on_click=lambda: _unpack(session, item)).props("outline dense")
        return []
    if item.fault:
        with ui.element("td").props(f"colspan={_STATES + 2}").classes("wrong"):
            ui.label(f"读不了：{ANYWHERE.said(item.fault)}")
        return []
    cells((item.title, item.kind))
    labels = []
    for _ in range(_STATES):
        with ui.element("td").classes("number"):
            labels.append(ui.label("…"))
    return labels


async def _unpack(session: Session, item: PackageLine) -> None:
    """Write a workbook as a folder beside it, and open that; under another name where one has its
    own, so that neither is lost."""
    folder = _free_folder(item.package)
    if not await work(workbook, item.package, folder, templates=session.templates):
        return
    own = item.package.stem
    name = f"{item.name.removesuffix(item.package.name)}{folder.name}"
    opened = Session(session.bench, "", replace(item, name=name)).address("fill")
    if folder.name == own:
        ui.navigate.to(opened)
        return
    question = f"已经有一个叫“{own}”的文件夹，没有动它；这本工作簿写成了“{folder.name}”，用不着的那个请移走或改名。"
    if await confirm(question, f"打开“{folder.name}”", "先不打开"):
        ui.navigate.to(opened)
    else:
        ui.navigate.reload()


def _free_folder(book: Path) -> Path:
    """A folder beside a workbook that is not there: its name, or that with 2, 3 … behind it."""
    first = book.with_suffix("")
    numbered = (first.with_name(f"{first.name}-{number}") for number in count(2))
    return next(folder for folder in chain((first,), numbered) if not folder.exists())


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
    counts = (state.required, state.carried, state.errors, state.warnings, state.open_matters)
    return (f"{state.filled}/{state.total}", *map(str, counts))
