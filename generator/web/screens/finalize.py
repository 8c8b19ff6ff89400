"""定稿: the last Word file, what is still open in it, and the copy to issue."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui

from generator.jobs.desk.issuing import IssueOutcome, as_waiting, issue
from generator.model.severity import Severity
from generator.web.buttons import Button
from generator.web.listing import matters
from generator.web.one_file import OneFile
from generator.web.session import Session
from generator.web.work import hand_over

_HINT = (
    "把最后一份稿子拖到这里：还有没定的修订、批注、【待补】，和数据不同的数，外地、外年的内容，都列出来。"
    "一处不剩时给出定稿：去掉批注、编号和人名，文字和版式不变。"
)
_WHAT_NOW = "缺的数和文字，在“填数”“文字”里补上，再到“改稿”取新稿；别的在 Word 或 WPS 里改好、存好，再拖一次。"

_ERRORS = "在“预览”里逐条补上、改好，再到“改稿”取新稿；核实过、本来就该这样的，在那里写明理由接受。"


async def show(session: Session) -> None:
    """Show the place to drop the file, and what was dropped before."""
    ui.label("定稿").classes("strong")
    ui.label(_HINT).classes("hint")
    await _Last(session).begin()


class _Last:
    """The last file in one window: what is open in it, or the copy to issue."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._file = OneFile(session, "定稿", self._look, self._show)

    async def begin(self) -> None:
        """Show the place to drop the file, and what was dropped before."""
        self._file.begin("最后一份稿子（.docx）拖到这里，或按右边的加号选")
        await self._file.show_dropped()

    def _look(self, file: Path) -> IssueOutcome:
        return issue(file, self._session.package, self._session.templates)

    def _show(self, file: Path, told: IssueOutcome) -> None:
        data = told.data
        if data is None:
            with ui.element("div").classes("bar"):
                ui.label(f"{file.name} 还不能定稿：{len(told.open)} 处要处理").classes(
                    "strong wrong"
                )
                Button("再看一遍", on_click=self._file.show_dropped).props("outline")
            ui.label(_WHAT_NOW).classes("hint")
            matters("要处理的", told.open, "怎么办")
            return
        name = f"{file.stem}.定稿.docx"
        removed = f"去掉了 {told.comments} 条批注。" if told.comments else ""
        if told.errors:
            self._show_errors(file, told.errors)
        else:
            ui.label(f"{file.name} 可以定稿。{removed}").classes("strong")
        with ui.element("div").classes("bar"):
            label, look = ("还是下载定稿", "outline") if told.errors else ("下载定稿", "unelevated")
            Button(label, on_click=lambda: hand_over(data, name)).props(look)
        matters("去掉的他人批注", told.others, where="谁写的")
        self._session.changed()

    def _show_errors(self, file: Path, errors: int) -> None:
        """Say that the file itself is done, and that the data are not."""
        with ui.element("div").classes("bar"):
            ui.label(as_waiting(file, errors)).classes("strong wrong")
            ui.link("去看是哪些", self._session.address("preview", findings=Severity.ERROR))
            Button("再看一遍", on_click=self._file.show_dropped).props("outline")
        ui.label(_ERRORS).classes("hint")
