"""定稿: the last Word file, what is still open in it, and the copy to issue."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nicegui import ui

from generator.jobs.desk.issuing import IssueOutcome, issue
from generator.web.dropping import drop_here
from generator.web.listing import matters
from generator.web.session import Session
from generator.web.work import hand_over, tell_faults, work

_HINT = (
    "把最后一份稿子拖到这里：还有没定的修订、批注、【待补】，和数据不同的数，外地、外年的内容，都列出来。"
    "一处不剩时给出定稿：去掉批注、编号和人名，文字和版式不变。"
)
_WHAT_NOW = "缺的数和文字，在“填数”“文字”里补上，再到“改稿”取新稿；别的在 Word 或 WPS 里改好、存好，再拖一次。"


async def show(session: Session) -> None:
    """Show the place to drop the file, and what was dropped before."""
    ui.label("定稿").classes("strong")
    ui.label(_HINT).classes("hint")
    screen = _Last(session)
    drop_here(
        session, "最后一份稿子（.docx）拖到这里，或按右边的加号选", (".docx",), screen.arrived
    )
    screen.told = ui.element("div").classes("told")
    await screen.show_dropped()


class _Last:
    """What is open in the file that was dropped, in one window."""

    told: ui.element

    def __init__(self, session: Session) -> None:
        self._session = session

    async def arrived(self, files: Sequence[Path]) -> None:
        """Look at the file that was dropped."""
        if len(files) != 1:
            tell_faults(("定稿一次只收一份，请只拖一个文件。",))
            return
        self._session.keep(files)
        await self.show_dropped()

    async def show_dropped(self) -> None:
        """Show what is open in the file, or give the copy to issue."""
        self.told.clear()
        dropped = self._session.dropped
        if dropped is None:
            return
        with self.told:
            waiting = ui.label(f"正在看 {dropped.names} ……").classes("waiting")
            file, session = dropped.files[0], self._session
            told = await work(issue, file, session.package, session.templates)
            waiting.delete()
            if told is None:
                session.forget()
                return
            self._show(file, told)
            if told.data is not None:
                session.changed()

    def _show(self, file: Path, told: IssueOutcome) -> None:
        data = told.data
        if data is None:
            with ui.element("div").classes("bar"):
                ui.label(f"{file.name} 还不能定稿：{len(told.open)} 处要处理").classes(
                    "strong wrong"
                )
                ui.button("再看一遍", on_click=self.show_dropped).props("outline")
            ui.label(_WHAT_NOW).classes("hint")
            matters("要处理的", told.open, "怎么办")
            return
        removed = f"去掉了 {told.comments} 条批注。" if told.comments else ""
        ui.label(f"{file.name} 可以定稿。{removed}").classes("strong")
        name = f"{file.stem}.定稿.docx"
        with ui.element("div").classes("bar"):
            ui.button("下载定稿", on_click=lambda: hand_over(data, name)).props("unelevated")
