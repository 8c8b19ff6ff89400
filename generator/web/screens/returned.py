"""改稿: a Word file that people changed, looked at, then brought up to date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from nicegui import ui

from generator.jobs.desk.edited import (
    EditedOutlook,
    OpenNow,
    look_at_edited,
    open_now,
    renew_edited,
)
from generator.jobs.desk.wording import MatterLine
from generator.web.buttons import Button
from generator.web.listing import folded, matters, part, table_of
from generator.web.one_file import OneFile
from generator.web.session import Session
from generator.web.work import hand_over, say, work

_CHANGES = {"new": "加上的", "gone": "删去的", "changed": "改动的", "moved": "移动的"}
_HINT = (
    "数据变了以后，把在 Word 或 WPS 里改过的稿子拖到这里：先看会改什么，再取新稿。"
    "您改过的文字都保留，拖来的文件不动。"
)

_LATEST = "没有要改的，手里的稿子就是最新的。"


async def show(session: Session) -> None:
    """Show the place to drop the file, what was dropped before, and what is open."""
    ui.label("改稿").classes("strong")
    ui.label(_HINT).classes("hint")
    await _Returned(session).begin()


class _Returned:
    """What becomes of the file that was dropped, and what is open, in one window."""

    _open: ui.element

    def __init__(self, session: Session) -> None:
        self._session = session
        self._file = OneFile(session, "改稿", self._look, self._show)

    async def begin(self) -> None:
        """Show the place to drop the file, what was dropped before, and what is open."""
        self._file.begin("改过的稿子（.docx）拖到这里，或按右边的加号选")
        self._open = ui.element("div").classes("told")
        await self._file.show_dropped()
        await self._show_open()

    def _look(self, file: Path) -> EditedOutlook:
        session = self._session
        now = dt.datetime.now()
        return look_at_edited(session.package, file, date=now, templates=session.templates)

    def _show(self, file: Path, told: EditedOutlook) -> None:
        with ui.element("div").classes("bar"):
            ui.label(file.name).classes("strong")
            ui.label(told.counts)
        for note in told.notes:
            ui.label(note).classes("wrong")
        with ui.element("div").classes("bar"):
            if told.has_news:
                plain = ui.checkbox("不留修订痕迹，直接改").props("dense")
                take = Button("取新稿").props("unelevated")
                take.on_click(lambda: self._take(file, bool(plain.value)))
                Button("收起，不取了", on_click=self._file.put_away).props("outline")
            else:
                ui.label(_LATEST).classes("hint")
                Button("看过了，收起", on_click=self._file.put_away).props("outline")
        if told.closed:
            with part(f"已经定好的（{len(told.closed)}）：取新稿就记下，不再算未决"):
                _show_todo(told.closed)
        matters("要您定的：会写成批注", told.asked)
        matters("请核对的：会写成批注", told.to_look)
        _show_updated(told)
        matters("和数据不同的数，或文中没有的数", told.differing)
        _show_kept(told)

    async def _take(self, file: Path, plain: bool) -> None:
        renewed = await work(
            renew_edited,
            self._session.package,
            file,
            date=dt.datetime.now(),
            plain=plain,
            templates=self._session.templates,
        )
        if renewed is None:
            return
        if renewed.data is None:
            say(_LATEST)
        else:
            hand_over(renewed.data, f"{file.stem}.新稿.docx")
            say("新稿已经下载；以后接着改新稿，不要再改旧的。")
        self._file.put_away()
        self._session.changed()
        await self._show_open()

    async def _show_open(self) -> None:
        """Show what is open in the file that was taken last."""
        self._open.clear()
        with self._open:
            found = await work(open_now, self._session.package, self._session.templates)
            if found is not None:
                _show_open(found)


def _show_updated(told: EditedOutlook) -> None:
    if not told.updated:
        return
    with part(f"会更新的（{len(told.updated)}）"):
        rows = (
            (item.location, item.old or "（没有）", item.new or "（删去）") for item in told.updated
        )
        table_of(("在哪里", "原来", "改成"), rows)


def _show_kept(told: EditedOutlook) -> None:
    if not told.kept:
        return
    rows = [(_CHANGES[item.change], item.old, item.new) for item in told.kept]
    title = f"您改过、会保留的 {len(rows)} 处，点开看是哪些：〔〕里是改动的地方"
    folded(title, lambda: table_of(("怎么改的", "原来", "现在"), rows))


def _show_open(found: OpenNow) -> None:
    if found.written_at is None:
        ui.label("这个数据包还没有写出过稿子。").classes("hint")
        return
    last = f"{found.written_at:%m月%d日 %H:%M} 写出的那一份"
    if not found.matters:
        other = "别的稿子里有没有，拖到上面看。"
        ui.label(f"{last}（最近的一份）里，没有记下要您定的事；{other}").classes("hint")
        return
    settled = "定好后在稿子里删去那条批注，再拖到上面取新稿，就不再算未决"
    head = f"{last}里还没有定的（{len(found.matters)}）：{settled}"
    with part(head):
        _show_todo(found.matters)


def _show_todo(lines: Sequence[MatterLine]) -> None:
    table_of(("要做的", "是什么"), ((item.todo, item.text) for item in lines))
