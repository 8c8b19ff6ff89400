"""分发收表: the workbooks that go out to departments, how each stands, what came back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from nicegui import ui

from generator.jobs.desk.departments import DepartmentTable, departments, hand_out
from generator.web.answers import cell_address
from generator.web.buttons import Button
from generator.web.dropping import drop_here
from generator.web.listing import cells, listing, part
from generator.web.screens.collecting import Receiving
from generator.web.session import Session
from generator.web.work import hand_over, say, tell_faults, work

_HEAD = ("部门", "联系人", "电话", "期限", "要填", "还空", "状态", "经手")
_NUMBERS = (4, 5)
_NOBODY = (
    "还没有写明哪个部门负责什么。请先在“填数”的“部门”一张里写上部门、联系人、期限和负责的内容。"
)
_NO_WORKBOOK = "现在没有一个部门有要填的，做不出表。"
_FEW = 4
"""So many departments are named one by one."""


async def show(session: Session) -> None:
    """Show the departments, what can be sent to them, and the place to drop what comes back."""
    found = await _departments(session)
    if found is None:
        return
    if not found.rows:
        ui.label("分发收表").classes("strong")
        ui.label(_NOBODY).classes("hint")
        ui.link("去填部门", session.address("fill", sheet="departments.csv"))
        return
    screen = _Sending(session)
    screen.states = ui.element("div").classes("told")
    screen.show_departments(found)
    screen.show_sending(found)
    _receiving(session, screen)


async def _departments(session: Session, contact: str = "") -> DepartmentTable | None:
    """How the departments stand today; None where the data are faulty, which is shown."""
    today = dt.date.today()
    return await work(
        departments, session.package, contact, today=today, templates=session.templates
    )


def _receiving(session: Session, screen: _Sending) -> None:
    with part("收表：把部门填好发回来的表拖到这里"):
        collecting = Receiving(session, screen.renew)
        line = "发回来的表（.xlsx）拖到这里，或按右边的加号选，可以几份一起"
        drop_here(session, line, (".xlsx",), collecting.arrived)
        collecting.room = ui.element("div").classes("told")
    ui.timer(0, collecting.show_dropped, once=True)


class _Sending:
    """The departments and what is sent to them, in one window."""

    states: ui.element
    contact: ui.input
    note: ui.textarea

    def __init__(self, session: Session) -> None:
        self._session = session
        self._note_as_made = ""

    async def renew(self) -> None:
        """Show how the departments stand now; a note that a person changed stays as it is."""
        session, contact = self._session, _text(self.contact)
        found = await _departments(session, contact)
        if found is not None:
            self.show_departments(found)
            if self.note.value == self._note_as_made:
                self._put_note(found.note)

    def _put_note(self, words: str) -> None:
        self.note.value = self._note_as_made = words

    def show_departments(self, found: DepartmentTable) -> None:
        """Show each department: what it owes, how it stands."""
        self.states.clear()
        with self.states:
            with ui.element("div").classes("bar"):
                ui.label(f"{len(found.rows)} 个部门").classes("strong")
                ui.label(_states(found)).classes("hint")
            if found.idle:
                self._show_idle(found)
            with listing(_HEAD):
                for row in found.rows:
                    with ui.element("tr"):
                        cells((row.name, row.contact, row.phone, row.due))
                        _number(row.owed)
                        _number(row.missing)
                        cells((row.state, row.handled))

    def _show_idle(self, found: DepartmentTable) -> None:
        """Say who gets no workbook and why, and lead to where that is mended."""
        with ui.element("div").classes("notice"):
            ui.label(idle_line(found))
            at = found.idle[0].owns_at
            if at:
                ui.link("去填“负责”", cell_address(self._session, at))

    def show_sending(self, found: DepartmentTable) -> None:
        """Show what can be sent: the workbooks, and the words that go with them."""
        with part("分发：每个部门一本只含它要填的表"):
            with ui.element("div").classes("bar"):
                self.contact = ui.input("有问题问谁，如 县乡村振兴局 张三 0943-1234567")
                self.contact.classes("wide")
                make = Button("下载各部门的表").props("unelevated")
                again = Button("写催报的话").props("outline")
                copy = Button("复制催报的话").props("outline")
            self.note = ui.textarea("催报的话（可以改，选中后复制）")
            self.note.props("outlined autogrow").classes("note")
        self._put_note(found.note)
        make.on_click(lambda: self._hand_out(_text(self.contact)))
        copy.on_click(lambda: _copy(str(self.note.value or "")))
        again.on_click(self._write_note)

    async def _hand_out(self, contact: str) -> None:
        session = self._session
        today = dt.date.today()
        told = (session.package, contact)
        made = await work(hand_out, *told, today=today, templates=session.templates)
        if made is None:
            return
        if not made.departments:
            tell_faults((f"{_NO_WORKBOOK}请先在“部门”表的“负责”里写明谁负责哪些。",))
            return
        hand_over(made.data, session.file_name(".各部门的表.zip"))
        say(f"已下载一个压缩包：{_named(made.departments)} 各一本，另有催报的话。")

    async def _write_note(self) -> None:
        session, contact = self._session, _text(self.contact)
        found = await _departments(session, contact)
        if found is not None:
            self._put_note(found.note)


def idle_line(found: DepartmentTable) -> str:
    """Who gets no workbook, and why: nothing in 负责, or nothing that is in the package."""
    blank = [row.name for row in found.idle if not row.owns]
    other = [row.name for row in found.idle if row.owns]
    parts = []
    if blank:
        parts.append(f"{_named(blank)} 的“负责”还空着")
    if other:
        parts.append(f"{_named(other)} 的“负责”里写的，没有要填的内容")
    reason = f"{'；'.join(parts)}，不知道发什么。"
    return (
        f"{_NO_WORKBOOK}{reason}" if len(found.idle) == len(found.rows) else f"不做表的：{reason}"
    )


def _named(departments: Sequence[str]) -> str:
    """The departments; of many the first and how many there are."""
    named = "、".join(departments[:_FEW])
    return named if len(departments) <= _FEW else f"{named} 等 {len(departments)} 个部门"


def _copy(note: str) -> None:
    ui.clipboard.write(note)
    say("已复制，可以贴到微信或短信里。")


def _text(field: ui.input) -> str:
    return str(field.value or "").strip()


def _number(count: int) -> None:
    with ui.element("td").classes("number"):
        ui.label(str(count))


def _states(found: DepartmentTable) -> str:
    """How many departments stand how."""
    order = ("未报", "已报", "退回", "重报", "通过")
    states: Sequence[str] = [row.state for row in found.rows]
    return "　".join(f"{state} {states.count(state)}" for state in order if state in states)
