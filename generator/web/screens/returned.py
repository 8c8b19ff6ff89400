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
from generator.web.dropping import drop_here
from generator.web.listing import matters, part, table_of
from generator.web.session import Session
from generator.web.work import hand_over, say, tell_faults, work

_CHANGES = {"new": "加上的", "gone": "删去的", "changed": "改动的", "moved": "移动的"}
_HINT = (
    "数据变了以后，把在 Word 或 WPS 里改过的稿子拖到这里：先看会改什么，再取新稿。"
    "您改过的文字都保留，拖来的文件不动。"
)


async def show(session: Session) -> None:
    """Show the place to drop the file, what was dropped before, and what is open."""
    ui.label("改稿").classes("strong")
    ui.label(_HINT).classes("hint")
    screen = _Returned(session)
    drop_here(session, "改过的稿子（.docx）拖到这里，或按右边的加号选", (".docx",), screen.arrived)
    screen.told = ui.element("div").classes("told")
    screen.open = ui.element("div").classes("told")
    await screen.show_dropped()
    await screen.show_open()


class _Returned:
    """What became of the file that was dropped, in one window."""

    told: ui.element
    open: ui.element

    def __init__(self, session: Session) -> None:
        self._session = session

    async def arrived(self, files: Sequence[Path]) -> None:
        """Look at the file that was dropped."""
        if len(files) != 1:
            tell_faults(("改稿一次只收一份，请只拖一个文件。",))
            return
        self._session.keep(files)
        await self.show_dropped()

    async def show_dropped(self) -> None:
        """Show what would become of the file."""
        self.told.clear()
        dropped = self._session.dropped
        if dropped is None:
            return
        with self.told:
            waiting = ui.label(f"正在看 {dropped.names} ……").classes("waiting")
            told = await work(
                look_at_edited,
                self._session.package,
                dropped.files[0],
                date=dt.datetime.now(),
                templates=self._session.templates,
            )
            waiting.delete()
            if told is None:
                self._session.forget()
                return
            self._show(dropped.files[0], told)

    def _show(self, file: Path, told: EditedOutlook) -> None:
        with ui.element("div").classes("bar"):
            ui.label(file.name).classes("strong")
            ui.label(told.counts)
        for note in told.notes:
            ui.label(note).classes("wrong")
        with ui.element("div").classes("bar"):
            plain = ui.checkbox("不留修订痕迹，直接改").props("dense")
            take = ui.button("取新稿").props("unelevated")
            take.on_click(lambda: self._take(file, bool(plain.value)))
            ui.button("收起，不取了", on_click=self._put_away).props("outline")
        matters("要您定的：会写成批注", told.asked)
        matters("请核对的：会写成批注", told.to_look)
        _show_updated(told)
        _show_kept(told)
        matters("和数据不同的数，或文中没有的数", told.differing)

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
            say("没有要改的，手里的稿子就是最新的。")
            return
        hand_over(renewed.data, f"{file.stem}.新稿.docx")
        say("新稿已经下载；以后接着改新稿，不要再改旧的。")
        self._put_away()
        self._session.changed()
        await self.show_open()

    def _put_away(self) -> None:
        self._session.forget()
        self.told.clear()

    async def show_open(self) -> None:
        """Show what is open in the file that was taken last."""
        self.open.clear()
        with self.open:
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
    with part(f"您改过、会保留的（{len(told.kept)}）：〔〕里是改动的地方"):
        rows = ((_CHANGES[item.change], item.old, item.new) for item in told.kept)
        table_of(("怎么改的", "原来", "现在"), rows)


def _show_open(found: OpenNow) -> None:
    if found.written_at is None:
        ui.label("这个数据包还没有写出过稿子。").classes("hint")
        return
    last = f"{found.written_at:%m月%d日 %H:%M} 写出的那一份"
    if not found.matters:
        other = "别的稿子里有没有，拖到上面看。"
        ui.label(f"{last}（最近的一份）里，没有记下要您定的事；{other}").classes("hint")
        return
    settled = "定好后在稿子里删去那条批注，再拖到上面取新稿"
    head = f"{last}里还没有定的（{len(found.matters)}）：{settled}"
    with part(head):
        table_of(("要做的", "是什么"), ((item.todo, item.text) for item in found.matters))
