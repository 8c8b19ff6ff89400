"""收表: the workbooks that came back, side by side with the package."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from nicegui import ui

from generator.jobs.desk.collected import (
    CollectedRow,
    ReturnedWorkbook,
    look_at_workbooks,
    take_workbooks,
)
from generator.web.buttons import Button
from generator.web.dropped import DroppedFiles
from generator.web.listing import cells, listing, matters, part, table_of
from generator.web.session import Session
from generator.web.work import hand_over, say, work

_ASKED = ("哪一项", "现在", "报来的", "说明")
_HEAD = ("以报来的为准", *_ASKED)
_SURE = ("哪一项", "报来的", "在表的哪里")
_WRONG = "读不出的、核对出问题的不取；退回的表里写着问题，部门改好或说明原因后再报。"

_ADDED = "部门另外写的"
_LOOK = "这些没有取，请看一看；要用的请在“填数”里填上，要问的请问部门。"


class Receiving:
    """What came back, in one window; ``renewed`` is called after something was taken."""

    room: ui.element

    def __init__(self, session: Session, renewed: Callable[[], Awaitable[None]]) -> None:
        self._session = session
        self._renewed = renewed

    async def arrived(self, files: Sequence[Path]) -> None:
        """Look at the workbooks that were dropped."""
        self._session.keep(files)
        await self.show_dropped()

    async def show_dropped(self) -> None:
        """Show what came back side by side with the package."""
        dropped, session = self._session.dropped, self._session
        self.room.clear()
        if dropped is None:
            return
        with self.room:
            waiting = ui.label(f"正在看 {dropped.names} ……").classes("waiting")
            came = await work(
                look_at_workbooks,
                session.package,
                dropped.files,
                date=dt.datetime.now(),
                templates=session.templates,
            )
            waiting.delete()
            if came is None:
                session.forget()
                return
            self._show(dropped, came)

    def _show(self, dropped: DroppedFiles, came: Sequence[ReturnedWorkbook]) -> None:
        with ui.element("div").classes("bar"):
            by = ui.input("经手人", value=dropped.by)
            by.on_value_change(lambda event: _receive_as(dropped, str(event.value or "")))
            take = Button("收下可取的").props("unelevated")
            back = ui.checkbox("有问题的退回", value=True).props("dense")
            back.set_visibility(any(item.goes_back for item in came))
            Button("收起，不收了", on_click=self._put_away).props("outline")
        take.on_click(lambda: self._take(dropped, str(by.value or "").strip(), bool(back.value)))
        for item in came:
            with part(f"{item.department}：{counts_of(item)}"):
                ui.label(item.file).classes("hint")
                _show_asked(dropped, item)
                _show_certain(item)
                _show_wrong(item)
                _show_added(item)

    async def _take(self, dropped: DroppedFiles, by: str, send_back: bool) -> None:
        session = self._session
        came = await work(
            take_workbooks,
            session.package,
            dropped.files,
            dropped.chosen,
            date=dt.datetime.now(),
            by=by,
            send_back=send_back,
            templates=session.templates,
        )
        if came is None:
            return
        say(f"已收下 {sum(item.taken for item in came)} 项。")
        self._put_away()
        session.changed()
        with self.room:  # the button that was clicked is gone
            for item in came:
                _show_result(item)
            Button("看过了，收起", on_click=self._put_away).props("outline")
            await self._renewed()

    def _put_away(self) -> None:
        self._session.forget()
        self.room.clear()


def _receive_as(dropped: DroppedFiles, by: str) -> None:
    dropped.by = by


def counts_of(item: ReturnedWorkbook) -> str:
    """How many of the items of a workbook stand how."""
    asked = len(item.rows)
    parts = (
        ("可取", item.taken),
        ("和已有的相同", item.same),
        ("要看的", asked),
        ("没有填", item.blank),
    )
    told = [f"{name} {count} 项" for name, count in parts if count]
    found = _checked_lines(item)
    if item.added:
        found.append(f"{_ADDED} {len(item.added)} 处")
    return "，".join([*told, *found]) or "什么都没有填"


def _checked_lines(item: ReturnedWorkbook) -> list[str]:
    """What the check finds, by gravity."""
    counts = Counter(finding.location for finding in item.findings)
    levels = [f"{name} {count} 项" for name, count in counts.items()]
    return [f"核对出{'、'.join(levels)}"] if levels else []


def _show_asked(dropped: DroppedFiles, item: ReturnedWorkbook) -> None:
    """What is not simply taken, a box where a person may take it all the same."""
    if not item.rows:
        return
    with listing(_HEAD):
        for row in item.rows:
            with ui.element("tr").props(f"data-number={row.number}"):
                with ui.element("td"):
                    _show_box(dropped, row)
                _show_sides(row)


def _show_left(item: ReturnedWorkbook) -> None:
    """What was not taken."""
    if not item.rows:
        return
    with listing(_ASKED):
        for row in item.rows:
            with ui.element("tr"):
                _show_sides(row)


def _show_certain(item: ReturnedWorkbook, title: str = "可取的") -> None:
    """What may be taken, under a line that opens."""
    if not item.certain:
        return
    with part(f"{title}（{item.taken}）", is_open=False):
        table_of(_SURE, ((row.what, row.sent, row.source) for row in item.certain))


def _show_wrong(item: ReturnedWorkbook) -> None:
    matters("核对出的问题", item.findings, "部门的说明", "轻重")
    if item.goes_back:
        ui.label(_WRONG).classes("hint")


def _show_added(item: ReturnedWorkbook) -> None:
    """What the department wrote where no answer stands."""
    matters(_ADDED, item.added)
    if item.added:
        ui.label(_LOOK).classes("hint")


def _show_box(dropped: DroppedFiles, row: CollectedRow) -> None:
    if row.can_be_chosen:
        box = ui.checkbox(value=row.number in dropped.chosen).props("dense")
        box.on_value_change(lambda event: _choose(dropped, row.number, bool(event.value)))


def _show_sides(row: CollectedRow) -> None:
    with ui.element("td"):
        ui.label(row.what)
        ui.label(row.source).classes("hint")
    cells((row.now, row.sent))
    with ui.element("td"):
        ui.label(_why(row))
        for line in row.told:
            ui.label(line).classes("hint")


def _why(row: CollectedRow) -> str:
    """Why it is not simply taken."""
    if not row.can_be_chosen:
        return "没有取"
    return "和已经填了的不同" if row.is_conflict else "请您定"


def _choose(dropped: DroppedFiles, number: str, is_chosen: bool) -> None:
    if is_chosen:
        dropped.chosen.add(number)
    else:
        dropped.chosen.discard(number)


def _show_result(item: ReturnedWorkbook) -> None:
    """How a department stands now, what goes back to it, what was taken and what was not."""
    left = f"没有收 {len(item.rows)} 项，" if item.rows else ""
    with ui.element("div").classes("bar"):
        ui.label(f"{item.department}：收下 {item.taken} 项，{left}现在是“{item.state}”。")
        data = item.returned
        if data is not None:
            hand_over(data, _return_name(item))
            _offer_return(data, _return_name(item))
    _show_left(item)
    _show_certain(item, "收下的")
    matters("核对出的问题", item.findings, "部门的说明", "轻重")
    _show_added(item)


def _return_name(item: ReturnedWorkbook) -> str:
    return f"{item.department}.退回.xlsx"


def _offer_return(data: bytes, name: str) -> None:
    Button("再下载一次要退回的表", on_click=lambda: hand_over(data, name)).props("unelevated")
