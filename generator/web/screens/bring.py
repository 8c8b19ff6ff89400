"""带入: the sheets of a department beside the package; what is ticked is taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nicegui import ui

from generator.jobs.desk.brought import (
    NEVER,
    BroughtCells,
    BroughtRow,
    look_at_sheets,
    take_sheets,
)
from generator.web.buttons import Button
from generator.web.dropped import DroppedFiles
from generator.web.dropping import drop_here
from generator.web.listing import cells, listing, part
from generator.web.session import Session
from generator.web.work import say, work

_HINT = (
    "把部门报来的表拖到这里：先看每个数放在哪一格，打上勾的才取。"
    "单位会换算，合计行只用来核对；已经填了的数从不改动。"
)
_ENDINGS = (".xlsx", ".csv", ".docx")
_HEAD = ("取", "表里写的", "放到", "现在", "拟填", "说明")
_FOLDED = (
    ("冲突", "和已经填了的不同：没有改；要换，请先在“填数”里清空那一格", True),
    ("已有", "和已经填了的相同", False),
    ("没有去处", "没有找到放它的格子", False),
    ("不用", "不用的", False),
)
"""What cannot be ticked: how it stands, under which title, whether that is open."""
_CONFLICT = "这一格已经填了 {}，没有改；要换，请先在“填数”里清空那一格"


async def show(session: Session) -> None:
    """Show the place to drop sheets, and the proposal of those that were dropped before."""
    ui.label("带入").classes("strong")
    ui.label(_HINT).classes("hint")
    screen = _Proposal(session)
    line = "部门的表（.xlsx、.csv、有表格的 .docx）拖到这里，或按右边的加号选，可以几份一起"
    drop_here(session, line, _ENDINGS, screen.arrived)
    screen.room = ui.element("div").classes("told")
    await screen.show_dropped()


class _Proposal:
    """The proposal in one window."""

    room: ui.element

    def __init__(self, session: Session) -> None:
        self._session = session

    async def arrived(self, files: Sequence[Path]) -> None:
        """Look at the sheets that were dropped."""
        self._session.keep(files)
        await self.show_dropped()

    async def show_dropped(self) -> None:
        """Show what the sheets offer, as far as it was decided."""
        dropped, session = self._session.dropped, self._session
        if dropped is None:
            self.room.clear()
            return
        with self.room:
            waiting = ui.label(f"正在看 {dropped.names} ……").classes("waiting")
            offered = await work(
                look_at_sheets, session.package, dropped.files, dropped.said, session.templates
            )
            waiting.delete()
        if offered is None:
            session.forget()
            return
        self.room.clear()
        with self.room:
            _Offers(self, session, dropped, offered).show()

    async def decide(self, dropped: DroppedFiles, number: int, where: str | None) -> None:
        """Say where an item goes, None: where it would without anybody saying so."""
        if where is None:
            dropped.said.pop(number, None)
        else:
            dropped.said[number] = where
        await self.show_dropped()

    async def take(self, dropped: DroppedFiles, numbers: Sequence[int]) -> None:
        """Write what is ticked."""
        session = self._session
        written = await work(
            take_sheets, session.package, dropped.files, numbers, dropped.said, session.templates
        )
        if written is None:
            return
        say(f"已取 {len(numbers)} 项，写进了{'、'.join(written)}。" if written else "没有可写的。")
        dropped.keep_said_but(numbers)
        session.changed()
        await self.show_dropped()

    def put_away(self) -> None:
        """Be done with the sheets."""
        self._session.forget()
        self.room.clear()


class _Offers:
    """The rows of a proposal."""

    def __init__(
        self, screen: _Proposal, session: Session, dropped: DroppedFiles, offered: BroughtCells
    ) -> None:
        self._screen = screen
        self._session = session
        self._dropped = dropped
        self._offered = offered

    def show(self) -> None:
        """Show all of it: what can be taken first, then what cannot."""
        doubtful, certain = self._doubtful(), self._others("可取")
        with ui.element("div").classes("bar"):
            ui.label(self._dropped.names).classes("strong")
            self._take = Button("", on_click=self._taken).props("unelevated")
            Button("收起，不取了", on_click=self._screen.put_away).props("outline")
        self._count()
        for line in self._offered.remarks:
            ui.label(line).classes("hint")
        if doubtful:
            with part(f"要您定的（{len(doubtful)}）：选好放到哪一格，再打勾"):
                self._table(doubtful)
        if certain:
            with part(f"可取的（{len(certain)}）"):
                self._table(certain)
        for standing, title, is_open in _FOLDED:
            rows = self._others(standing)
            if rows:
                with part(f"{title}（{len(rows)}）", is_open=is_open or not (doubtful or certain)):
                    self._table(rows)

    def _doubtful(self) -> list[BroughtRow]:
        """What a person has to decide."""
        return [
            row for row in self._offered.rows if row.standing == "请定" or self._is_decided(row)
        ]

    def _others(self, standing: str) -> list[BroughtRow]:
        return [row for row in self._offered.of(standing) if not self._is_decided(row)]

    def _is_decided(self, row: BroughtRow) -> bool:
        """Whether a person said where it goes: it stays in its place, whatever it is then."""
        return self._dropped.said.get(row.number, NEVER) != NEVER

    def _count(self) -> None:
        count = len(self._ticked())
        self._take.text = f"取打勾的 {count} 项"
        self._take.set_enabled(bool(count))

    def _ticked(self) -> list[int]:
        refused = self._dropped.refused
        return [row.number for row in self._offered.of("可取") if row.number not in refused]

    async def _taken(self) -> None:
        await self._screen.take(self._dropped, self._ticked())

    def _table(self, rows: Sequence[BroughtRow]) -> None:
        with ui.element("div").classes("offers"), listing(_HEAD):
            for row in rows:
                with ui.element("tr").props(f"data-number={row.number}"):
                    self._row(row)

    def _row(self, row: BroughtRow) -> None:
        with ui.element("td"):
            self._tick(row)
        with ui.element("td"):
            ui.label(row.written)
            ui.label(row.source).classes("hint")
        with ui.element("td"):
            self._target(row)
        cells((row.now, row.proposed))
        with ui.element("td"):
            if row.standing == "冲突" and row.sheet:
                ui.label(_CONFLICT.format(row.now)).classes("hint")
                ui.link("去填数", self._session.address("fill", sheet=row.sheet))
                return
            for line in row.told:
                ui.label(line).classes("hint")

    def _tick(self, row: BroughtRow) -> None:
        number = row.number
        if row.is_doubtful:
            box = ui.checkbox(value=False).props("dense")
            box.on_value_change(lambda: self._screen.decide(self._dropped, number, _first(row)))
        elif row.is_certain:
            box = ui.checkbox(value=number not in self._dropped.refused).props("dense")
            box.on_value_change(lambda event: self._tick_changed(number, bool(event.value)))

    def _tick_changed(self, number: int, is_ticked: bool) -> None:
        if is_ticked:
            self._dropped.refused.discard(number)
        else:
            self._dropped.refused.add(number)
        self._count()

    def _target(self, row: BroughtRow) -> None:
        if row.target:
            ui.label(row.target)
        if len(row.choices) > 1:
            ui.label("也可能是：" + "；".join(one.label for one in row.choices[1:])).classes("hint")
        if row.standing in ("请定", "没有去处") or row.number in self._dropped.said:
            choose = Button("另选", on_click=lambda: self._choose(row))
            choose.props("flat dense").classes("choose")

    async def _choose(self, row: BroughtRow) -> None:
        """Ask where an item goes: one of the cells of the package, or nowhere."""
        likely = {one.ident: one.label for one in row.choices}
        options = likely | {one.ident: one.label for one in self._offered.cells}
        with ui.dialog().props("persistent") as dialog, ui.card().classes("question"):
            ui.label(row.written).classes("strong")
            where = ui.select(options, label="放到（可以打字找）", with_input=True)
            where.props("clearable").classes("wide")
            with ui.row():
                Button("就放这里", on_click=lambda: dialog.submit(where.value))
                Button("这一项不用，以后也不问", on_click=lambda: dialog.submit(NEVER))
                Button("不，回去", on_click=lambda: dialog.submit(None)).props("outline")
        said: object = await dialog
        dialog.delete()
        if isinstance(said, str) and said:
            await self._screen.decide(self._dropped, row.number, said)


def _first(row: BroughtRow) -> str:
    return row.choices[0].ident
