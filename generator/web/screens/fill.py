"""填数: the sheets of the package, and one of them as a grid."""

from __future__ import annotations

from collections.abc import Sequence

from nicegui import ui

from generator.jobs.desk import SheetInfo, setting_lists, sheets
from generator.model import files
from generator.model.digits import whole_number
from generator.model.errors import NigaoError
from generator.web.buttons import Button
from generator.web.fields import field
from generator.web.grids.drawer import Drawer
from generator.web.grids.options import is_advanced
from generator.web.grids.refusals import said_of
from generator.web.grids.sheet_jobs import SheetJobs
from generator.web.grids.sheet_state import can_grow
from generator.web.grids.sheet_view import SheetView
from generator.web.session import Session
from generator.web.work import attempt, tell_faults, work

SHEET, ROW, COLUMN = "sheet", "row", "column"
"""The words of the address: which sheet, and which cell to go to."""
_TO_SIGHT = "document.querySelector('.sheets .here')?.scrollIntoView({block: 'nearest'})"
"""部门 and 设置 stand last in a list that is longer than the window."""
_LOOK_EVERY = 3.0
"""Seconds between two looks at whether somebody else wrote the file."""


async def show(session: Session) -> None:
    """Show the sheets at the left, the one that the address names at the right: that one first."""
    wanted = session.words.get(SHEET, files.INDICATORS)
    with ui.element("div").classes("fill"):
        with ui.element("nav").classes("sheets") as beside:
            ui.label("正在读……").classes("hint")
        with ui.element("section").classes("sheet-room"):
            shown = await _show_sheet(session, wanted)
        there = await work(sheets, session.package, session.templates)
    if there is None:
        return
    beside.clear()
    with beside:
        _list(session, there, wanted)
    ui.run_javascript(_TO_SIGHT)
    if not shown and SHEET not in session.words:
        ui.navigate.to(session.address("fill", **{SHEET: there[0].sheet}))


def _list(session: Session, there: Sequence[SheetInfo], wanted: str) -> None:
    for item in there:
        marks = f"　{item.faults}处错" if item.faults else ""
        link = ui.link(f"{item.title}{marks}", session.address("fill", **{SHEET: item.sheet}))
        link.classes("sheet-link here" if item.sheet == wanted else "sheet-link")
        if item.blank:
            link.tooltip(f"{item.rows} 行，必填的还空 {item.blank} 格")


async def _opened(session: Session, sheet: str) -> tuple[Drawer, list[str]] | None:
    """The drawer of a sheet, with what was lost; None where it cannot be shown, which is told only
    if the address asked for it."""
    opening = session.bench.drawers.of(SheetJobs(session.package, sheet, session.templates))
    if SHEET in session.words:
        return await attempt(opening)
    try:
        return await opening
    except NigaoError:
        return None


async def _show_sheet(session: Session, sheet: str) -> bool:
    """Show a sheet; False where it cannot be shown."""
    opened = await _opened(session, sheet)
    if opened is None:
        return False
    drawer, lost = opened
    bar = _Bar(session, drawer, drawer.shown.grid.title)
    with ui.element("div").classes("notice") as notice:
        ui.label("这张表在别处改过（比如在 Excel 里），下面是改以前的。")
        again = Button("重新读入").props("outline dense")
    with ui.element("div").classes("notice") as question:
        asked = ui.label("")
        mine = Button("换成后填的").props("outline dense")
        theirs = Button("留着改成的").props("outline dense")
    for message in drawer.shown.grid.messages:
        ui.label(said_of(drawer.shown.grid, message)).classes("wrong")
    view = SheetView(drawer)
    again.on_click(view.reread)
    ui.label("点一格，这里说明它要填什么。").classes("cell-told")
    notice.bind_visibility_from(drawer, "is_stale")
    asked.bind_text_from(view, "asked")
    question.bind_visibility_from(view, "asked", bool)
    mine.on_click(lambda: view.settle(take=True))
    theirs.on_click(lambda: view.settle(take=False))
    bar.connect(view)
    ui.timer(_LOOK_EVERY, drawer.look)
    if lost:
        tell_faults(lost)
    if ROW in session.words:
        row = _number(session.words[ROW])
        if view.is_hidden(row):
            bar.show_advanced()
        view.focus(row, session.words.get(COLUMN, ""))
    return True


def _number(word: str) -> int:
    return whole_number(word) or 0


async def _ask_item(session: Session, view: SheetView) -> None:
    """Ask which list of the settings gets an item more, and what it says."""
    there = await work(setting_lists, session.package, templates=session.templates)
    if not there:
        return
    labels = {item.item: item.title for item in there}
    with ui.dialog().props("persistent") as dialog, ui.card().classes("question"):
        ui.label("加一项").classes("strong")
        with field("加在哪里"):
            chosen = ui.select(labels, value=there[0].item)
        with field("写什么（附件写它的名称）"):
            words = ui.input()
        with ui.row():
            Button("加上", on_click=lambda: dialog.submit(True))
            Button("不，回去", on_click=lambda: dialog.submit(None)).props("outline")
    given: object = await dialog
    said = str(words.value or "").strip()
    dialog.delete()
    if given is True and said:
        await view.add_setting(str(chosen.value), said)


class _Bar:
    """What stands above the grid: the name of the sheet, what can be done, how it stands."""

    def __init__(self, session: Session, drawer: Drawer, title: str) -> None:
        self._session = session
        self._drawer = drawer
        with ui.element("div").classes("bar"):
            ui.label(title).classes("strong")
            self._undo = Button("撤销").props("outline dense").classes("often")
            self._add = Button("加一行").props("outline dense")
            self._delete = Button("删除选中的行").props("outline dense")
            self._add_item = Button("加一项").props("outline dense")
            self._delete_item = Button("删除选中的一项").props("outline dense")
            self._wrong = Button("", color="negative").props("flat dense").classes("often")
            self._advanced = ui.checkbox("高级").props("dense")
            self._saved = ui.label("").classes("hint")

    def connect(self, view: SheetView) -> None:
        """Let the buttons do what they say, and show how the sheet stands after each change."""
        view.changed = lambda: self._renew(view)
        self._undo.on_click(view.take_back)
        self._add.on_click(view.new_row)
        self._delete.on_click(view.delete_chosen)
        self._add_item.on_click(lambda: _ask_item(self._session, view))
        self._delete_item.on_click(view.delete_chosen)
        self._wrong.on_click(view.next_wrong)
        self._advanced.on_value_change(lambda event: view.show_advanced(bool(event.value)))
        self._show(view)

    def show_advanced(self) -> None:
        """Show what is for who knows the program."""
        self._advanced.value = True

    def _renew(self, view: SheetView) -> None:
        self._saved.text = "有格子没有存" if self._drawer.shown.unwritten else "已存"
        self._show(view)
        self._session.changed()

    def _show(self, view: SheetView) -> None:
        grows = can_grow(self._drawer.shown.grid)
        self._undo.set_enabled(self._drawer.can_undo)
        self._add.set_visibility(grows)
        self._delete.set_visibility(grows)
        is_settings = self._drawer.shown.grid.sheet == files.REPORT
        self._add_item.set_visibility(is_settings)
        self._delete_item.set_visibility(is_settings)
        self._wrong.text = f"{view.wrong} 处要改，看下一处"
        self._wrong.set_visibility(view.wrong > 0)
        shown = self._drawer.shown.grid
        has_advanced = any(map(is_advanced, shown.columns)) or any(
            row.advanced for row in shown.rows
        )
        self._advanced.set_visibility(has_advanced)
