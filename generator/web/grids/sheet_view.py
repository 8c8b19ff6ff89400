"""A sheet in one window: the grid, and what a person does in it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence

from nicegui import ui
from nicegui.events import GenericEventArguments

from generator.model.errors import excerpt
from generator.web.grids.drawer import Drawer
from generator.web.grids.options import Plain, beside, columns_of, field_of, hidden_of
from generator.web.grids.sheet_state import KeptCell, TypedCell, Unwritten, can_grow
from generator.web.grids.shown_rows import rows_of
from generator.web.grids.undo_lines import line_of_undo
from generator.web.work import attempt, confirm, say, tell_faults

_OPTIONS: Plain = {
    "defaultColDef": {
        ":editable": "nigao.isOpen",
        ":cellEditorSelector": "nigao.editor",
        ":cellClassRules": "nigao.classes",
        ":tooltipValueGetter": "nigao.noted",
        ":valueFormatter": "nigao.shownOf",
        # A text is what was typed: where AG Grid takes a column for dates it drops others.
        "cellDataType": False,
        "sortable": False,
        "suppressMovable": True,
        "suppressHeaderMenuButton": True,
        "wrapHeaderText": True,
        "autoHeaderHeight": True,
    },
    "selectionColumnDef": {"width": 40, "pinned": "left", "context": {"open": False}},
    ":rowClassRules": "nigao.rowClasses",
    ":onCellValueChanged": "nigao.typed",
    ":onCellFocused": "nigao.tell",
    ":onCellClicked": "nigao.clicked",
    ":onCellEditingStopped": "() => setTimeout(nigao.catchUp, 0)",
    "rowHeight": 34,
    "singleClickEdit": False,
    "stopEditingWhenCellsLoseFocus": True,
    "enterNavigatesVertically": True,
    "enterNavigatesVerticallyAfterEdit": True,
    "suppressScrollOnNewData": True,
    "tooltipShowDelay": 300,
    "suppressFieldDotNotation": True,
    "overlayNoRowsTemplate": "这张表还没有行",
}


_CHOOSING: Plain = {
    "mode": "multiRow",
    "checkboxes": True,
    "headerCheckbox": False,
    "enableClickSelection": False,
}
"""How rows are chosen, where they can be deleted."""


class SheetView:
    """The grid of a drawer in one window; ``changed`` is called after each state that it shows."""

    changed: Callable[[], None]

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer
        self.changed = lambda: None
        self._advanced = False
        self._rows = rows_of(drawer.shown, advanced=False)
        self._client = ui.context.client
        self._by = self._client.tab_id or self._client.id  # a tab that is loaded again is the same
        self._is_asking = False
        grid = drawer.shown.grid
        self._beside = list(beside(grid))
        self._columns = self._columns_now()
        options = {**_OPTIONS, "columnDefs": self._columns}
        if can_grow(grid):
            options["rowSelection"] = _CHOOSING
        options["rowData"] = list(self._rows.plain)
        options["context"] = {"sheet": grid.sheet, "hidden": hidden_of(grid)}
        self._grid = ui.aggrid(options, auto_size_columns=False).classes("sheet")
        self._version = drawer.version
        drawer.windows.append(self._show)
        self._client.on_delete(lambda: drawer.windows.remove(self._show))
        ui.on("nigao-edited", self._edited)
        ui.on("nigao-kept", self._kept)
        ui.on("nigao-closed", lambda event: say(str(event.args)))
        ui.on("nigao-undo", self.take_back)
        ui.on("nigao-refused", lambda event: tell_faults([str(event.args)]))
        self._grid.on("gridReady", self._ready)

    @property
    def wrong(self) -> int:
        """How many cells have something wrong, those that are typed and not written too."""
        return sum(len(said) for row in self._rows.plain if isinstance(said := row["said"], dict))

    def show_advanced(self, advanced: bool) -> None:
        """Show the columns and rows for who knows the program, or hide them."""
        self._advanced = advanced
        self._rows = rows_of(self._drawer.shown, advanced=advanced)
        self._reset(with_columns=True)

    def is_hidden(self, row: int) -> bool:
        """Whether the row of that number is for who knows the program, and is not shown now."""
        there = self._drawer.shown.grid.rows
        return not self._advanced and any(item.advanced for item in there if item.row == row)

    def focus(self, row: int, column: str) -> None:
        """Go to a cell by the number of its row and the name of its column."""
        grid = self._drawer.shown.grid
        index = next((at for at, item in enumerate(grid.rows) if item.row == row), 0)
        names = [item.name for item in grid.columns]
        field = field_of(names.index(column)) if column in names else "number"
        self._call(f"nigao.focus({index}, {json.dumps(field)}, 'middle')")

    def next_wrong(self) -> None:
        """Go to the next cell with something wrong."""
        self._call("nigao.nextWrong()")

    def new_row(self) -> None:
        """Go to the first row behind the end."""
        index = len(self._drawer.shown.grid.rows)
        self._call(f"nigao.focus({index}, nigao.firstOpen())")

    async def add_setting(self, item: str, words: str) -> None:
        """Add an item to a list of the settings, and go there."""
        before = {row.cells for row in self._drawer.shown.grid.rows}
        await self._done(self._drawer.add_setting(item, words, self._by))
        grid = self._drawer.shown.grid
        new = (row for row in grid.rows if row.cells not in before and words in row.cells)
        row = next(new, None)
        if row is not None:
            self.focus(row.row, grid.columns[row.cells.index(words)].name)

    async def take_back(self) -> None:
        """Take the last change back, and say what it was; one of another window if the person
        wants it."""
        drawer = self._drawer
        other = drawer.last_of_another(self._by)
        if other and not await self._confirm(
            f"最后改的不在这个窗口：{other}。要撤销它吗？", "撤销它"
        ):
            return
        before = drawer.shown
        if drawer.can_undo and await self._done(drawer.take_back()):
            with self._client:
                say(line_of_undo(before, drawer.shown))

    async def _confirm(self, question: str, yes: str) -> bool:
        """Whether the person says yes; no to a question that is asked while another one is."""
        if self._is_asking:
            return False
        self._is_asking = True
        try:
            with self._client:
                return await confirm(question, yes)
        finally:
            self._is_asking = False

    async def reread(self) -> None:
        """Read the sheet that somebody else wrote."""
        await self._done(self._drawer.reread(self._by))

    async def delete_chosen(self) -> None:
        """Delete the rows that are ticked, or else that of the chosen cell if the person says
        so."""
        chosen = await self._client.run_javascript("nigao.selected()", timeout=30)
        version, rows = int(chosen["version"]), [int(row) for row in chosen["rows"]]
        if not rows:
            rows = await self._row_to_delete(version, int(chosen["focused"]))
        if rows:
            await self._done(self._drawer.delete(version, rows, self._by))

    async def _row_to_delete(self, version: int, index: int) -> list[int]:
        """The row of the chosen cell, where a person wants that one deleted."""
        can_tick = can_grow(self._drawer.shown.grid)
        named = self._drawer.named(version, index) if index >= 0 else ""
        if not named:
            with self._client:
                say("请先在要删除的行左边打勾。" if can_tick else "请先点一下要删除的那一项。")
            return []
        if not can_tick:  # of the settings an item is chosen by its cell alone
            return [index]
        question = f"没有打勾的行。要删除选中的格所在的{named}吗？"
        return [index] if await self._confirm(question, "删除这一行") else []

    @property
    def asked(self) -> str:
        """What a person is asked of a cell that another window wrote meanwhile, "" for nothing."""
        shown = self._drawer.shown
        for cell, kept in shown.unwritten.items():
            if kept.asks:
                now = f"另一个窗口刚改成“{shown.filed(cell)}”"
                return f"{shown.place(cell)}：{now}，后填的“{kept.text}”没有存。"
        return ""

    async def settle(self, *, take: bool) -> None:
        """Take what was typed in the cell of the question, or leave what stands there."""
        unwritten = self._drawer.shown.unwritten
        cell = next((cell for cell, kept in unwritten.items() if kept.asks), None)
        if cell:
            await self._done(self._drawer.settle(cell, take=take, by=self._by))

    # --- what the browser says --------------------------------------------------------------------

    def _ready(self) -> None:
        """The browser has made the grid, of the rows that it was given first."""
        if self._version == self._drawer.version:
            grows = _as_json(can_grow(self._drawer.shown.grid))
            self._call(f"nigao.begin({self._place()}, {grows})")
        else:
            self._reset(with_columns=False)

    async def _edited(self, event: GenericEventArguments) -> None:
        """What was typed or pasted; the browser keeps it until told that it was dealt with."""
        await self._pasted(event)
        self._call(f"nigao.answered({_as_json(event.args['id'])})")

    async def _pasted(self, event: GenericEventArguments) -> None:
        edits = [self._edit(*given) for given in event.args["edits"]]
        known = [edit for edit in edits if edit]
        version, headed = int(event.args["version"]), bool(event.args["headed"])
        if len(known) == len(edits) == 1:
            await self._done(self._drawer.type(version, known[0], self._by))
        elif len(known) == len(edits) and await self._done(
            self._drawer.paste(
                version, known, headed=headed, labels=event.args["labels"], by=self._by
            )
        ):
            left = "、".join(map(str, event.args["left"]))
            rest = f"{left} 要勾上“高级”才能填，没有粘贴。" if left else ""
            title = str(event.args["title"])
            above = f"最上面的“{excerpt(title)}”是标题，没有粘贴。" if title else ""
            say(f"已粘贴：{self._pasted_into(known)}。{rest}{above}")
        if event.args["pasted"] and self._columns != self._columns_now():
            self._reset(with_columns=True)  # what came is longer

    async def _kept(self, event: GenericEventArguments) -> None:
        """What the browser kept of cells that were typed and not written."""
        cells = [
            KeptCell(
                edit.at, edit.column, Unwritten(edit.text, str(item["why"]), bool(item["asks"]))
            )
            for item in event.args["cells"]
            if (edit := self._edit(item["index"], item["field"], item["text"], ""))
        ]
        await self._done(self._drawer.restore(int(event.args["version"]), cells, self._by))

    def _edit(self, index: object, field: object, text: object, before: object) -> TypedCell | None:
        """What the browser says of a cell; None for a column that there is none of."""
        columns = self._drawer.shown.grid.columns
        at = int(str(field).removeprefix("c") or "-1")
        if not 0 <= at < len(columns):
            return None
        return TypedCell(int(str(index)), columns[at].name, str(text), str(before))

    def _pasted_into(self, edits: Sequence[TypedCell]) -> str:
        """What a block changed: how many rows, in which columns."""
        changed = {edit.column for edit in edits}
        columns = self._drawer.shown.grid.columns
        titles = "、".join(column.title for column in columns if column.name in changed)
        return f"{len({edit.at for edit in edits})} 行的 {titles}"

    async def _done(self, change: Awaitable[list[str]]) -> bool:
        """Wait for a change, and tell what a person must know of it; whether it was made."""
        with self._client:
            lines = await attempt(change)
            if lines:
                tell_faults(lines)
        if lines is None or lines:
            self._reset(with_columns=False)
            return False
        return True

    def _columns_now(self) -> list[Plain]:
        grid = self._drawer.shown.grid
        return columns_of(grid, advanced=self._advanced, beside=self._beside)

    # --- what the browser is told -----------------------------------------------------------------

    def _show(self) -> None:
        """Show the state of now: the rows that differ from what is on the screen."""
        before, state = self._rows, self._drawer.shown
        self._rows = rows_of(state, advanced=self._advanced, before=before)
        if len(before.plain) != len(self._rows.plain) or self._drawer.version % 50 == 0:
            self._reset(with_columns=False)
        else:
            changes = self._rows.changes(before)
            self._call(f"nigao.renew({self._place()}, {_as_json(changes)})")
        self.changed()

    def _reset(self, *, with_columns: bool) -> None:
        grid = self._drawer.shown.grid
        if with_columns:
            self._columns = self._columns_now()
        columns = _as_json(self._columns if with_columns else None)
        rest = f"{_as_json(can_grow(grid))}, {_as_json(self._rows.plain)}, {columns}"
        self._call(f"nigao.reset({self._place()}, {rest})")

    def _place(self) -> str:
        return f"{self._grid.id}, {self._drawer.version}, {len(self._rows.plain)}"

    def _call(self, script: str) -> None:
        with self._client:
            self._client.run_javascript(script)


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True)
