"""A text in a window: what stands around it, what can be put in, how it is saved and taken back."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from nicegui import run, ui
from nicegui.events import GenericEventArguments

from generator.jobs import desk
from generator.jobs.desk import (
    EditRefusedError,
    TextItem,
    Undo,
    texts,
    undo_text,
    write_text,
)
from generator.jobs.desk.whereabouts import ANYWHERE
from generator.model import files
from generator.model.errors import StaleError
from generator.web.figure_search import FigureSearch
from generator.web.pieces import as_json, pieces_from
from generator.web.session import Session
from generator.web.stamps import stamp_now
from generator.web.work import attempt, confirm, say, tell_faults, work

_MARKS = "另起一段：空一行。浅色的记号不印：两个 ** 之间的字加粗"
_OF_HEADING = "，行首写 {} 和空格的是小标题"
_LOOK_EVERY = 2.0
"""Seconds between two looks at whether anything of the package changed."""


def marks_of(item: TextItem) -> str:
    """What the signs in a text mean, the one that a heading has there among them."""
    heading = _OF_HEADING.format(item.heading) if item.heading else ""
    return f"{_MARKS}{heading}。"


class TextEditor:
    """A text in a window: what stands around it, what can be put in, how it is saved.

    ``tell`` is called with the text whenever it was read anew; ``seen`` is the stamp of the package
    from before the text was read; ``wanted`` the text that was asked for: what was begun of it is
    shown here where it is there no more.
    """

    def __init__(
        self,
        session: Session,
        item: TextItem,
        tell: Callable[[TextItem], None],
        seen: str,
        wanted: str = "",
    ) -> None:
        self._session = session
        self._item = item
        self._tell = tell
        self._gone = "" if wanted in (item.item, item.lasting) else wanted
        self._undo: list[Undo] = []
        self._seen = seen

    def begin(self) -> None:
        """Show the text with all that is around it."""
        self._bar()
        with ui.element("div").classes("notice") as self._stale:
            ui.label("这段文字在别处改过了，没有存；下面还是您写的。")
            ui.button("读入现在的", on_click=self._reread).props("outline dense")
        self._stale.set_visibility(False)
        self._carried()
        self._wrong = ui.column().classes("faults-here")
        with ui.element("div").classes("text-and-figures"):
            with ui.element("div").classes("text-paper"):
                self._before = ui.label("").classes("neighbour")
                ui.element("div").classes("text-editor").props(
                    'contenteditable="plaintext-only" spellcheck="false" role="textbox" '
                    'aria-multiline="true" aria-label="文字"'
                )
                ui.label(marks_of(self._item)).classes("hint")
                self._after = ui.label("").classes("neighbour")
                ui.element("div").classes("left-overs")
            with ui.element("aside").classes("figures"):
                FigureSearch(self._session).show()
        self._say_around()
        ui.on("nigao-text-changed", self._changed)
        ui.on("nigao-text-save", self._save)
        ui.on("nigao-text-back", self._take_back)
        self._show("show")
        ui.timer(_LOOK_EVERY, self._look)

    def _show(self, how: str) -> None:
        """Have the text shown as its file says it."""
        item = self._item
        place, gone = self._place(item.lasting), self._gone and self._place(self._gone)
        _call(how, place, item.stamp, as_json(item.pieces), gone)

    def _place(self, text: str) -> str:
        """What a text is called in this browser."""
        opened = self._session.opened
        return f"{opened.name if opened else ''}/{text}"

    def _bar(self) -> None:
        with ui.element("div").classes("bar"):
            ui.label(self._item.title).classes("strong")
            save = ui.button("保存").props("unelevated dense").classes("save")
            save.on("click", js_handler="() => nigaoText.save()")
            self._back = ui.button("撤销上次保存").props("outline dense")
            self._back.on("click", js_handler="(event) => nigaoText.takeBack(event)")
            self._state = ui.label("").classes("hint saved-state")
        self._back.disable()
        if self._item.section:
            ui.label(f"在“{self._item.section}”下面").classes("hint")
        if self._item.guidance:
            ui.label(f"怎么写：{self._item.guidance}").classes("guidance")

    def _carried(self) -> None:
        """Say that the text is last year's, and take it over as it stands at a click."""
        with ui.element("div").classes("notice") as self._last_years:
            ui.label("这段是从上年照抄来的，今年还没有改过。要改的，改好按“保存”；不用改的：")
            still = ui.button("仍适用").props("outline dense")
            still.on("click", js_handler="() => nigaoText.save()")

    # --- saving -----------------------------------------------------------------------------------

    def _changed(self, event: GenericEventArguments) -> None:
        self._state.text = "有改动没有保存" if _is(event) else ""

    async def _save(self, event: GenericEventArguments) -> None:
        given = event.args if isinstance(event.args, dict) else {}
        pieces = pieces_from(given.get("pieces"))
        stamp = given.get("stamp")
        if pieces is None or not isinstance(stamp, str):
            return
        self._state.text = "正在保存……"
        self._back.disable()
        taken = await attempt(self._written(stamp, pieces))
        if taken is None:
            self._state.text = "没有存"
            self._back.set_enabled(bool(self._undo))
            _call("answered")
            return
        if taken.stamp != stamp:  # else nothing was new
            self._undo.append(taken)
        await self._renew()
        self._stale.set_visibility(False)
        _call("saved", self._item.stamp, given.get("sent"), as_json(self._item.pieces))
        say("已保存。")
        self._session.changed()

    async def _written(self, stamp: str, pieces: Sequence[desk.TextPiece]) -> Undo | None:
        """Write the text; None where it could not be, which is told at the text."""
        session = self._session
        self._wrong.clear()
        try:
            return await run.io_bound(
                write_text,
                session.package,
                self._item.item,
                stamp,
                pieces,
                templates=session.templates,
            )
        except StaleError:
            self._stale.set_visibility(True)
        except EditRefusedError as error:
            self._say_wrong([message.text for message in error.messages])
        return None

    async def _take_back(self, event: GenericEventArguments) -> None:
        self._back.disable()
        if await self._taken_back(_is(event)):
            await self._renew()
            self._stale.set_visibility(False)
            self._show("tookBack")
            say("已撤销上次保存。")
            self._session.changed()
        else:
            self._back.set_enabled(bool(self._undo))
            _call("answered")

    async def _taken_back(self, is_changed: bool) -> bool:
        """Whether the last save was taken back; why it could not be is told."""
        if is_changed and not await confirm("没有保存的改动会丢掉，还撤销吗？", "撤销"):
            return False
        if not self._undo or await attempt(self._undone(self._undo[-1])) is None:
            return False
        self._undo.pop()
        return True

    async def _undone(self, taken: Undo) -> desk.Changed | Undo | None:
        """Write what stood there before; None where somebody else wrote since, which is told."""
        session = self._session
        back = undo_text if "#" not in self._item.item else desk.undo
        try:
            return await run.io_bound(back, session.package, taken, templates=session.templates)
        except StaleError:
            tell_faults(("这段文字在别处改过了，不能撤销：撤销会盖掉别人写的。",))
        return None

    async def _reread(self) -> None:
        """Show the text as its file says it now; what was typed is shown below, to copy from."""
        await self._renew()
        self._stale.set_visibility(False)
        self._show("show")

    # --- what is around -------------------------------------------------------------------------

    async def _look(self) -> None:
        """Notice that anything of the package changed: this text, or what stands around it."""
        session = self._session
        seen = await stamp_now(session)
        if not seen or seen == self._seen:
            return
        self._seen = seen
        stamp = self._item.stamp
        fresh = await self._fresh()
        if fresh is not None and fresh.stamp != stamp and stamp == self._item.stamp:
            self._stale.set_visibility(True)
        elif fresh is not None and fresh.stamp == self._item.stamp:
            self._take(fresh)
            _call("renew", as_json(fresh.pieces))

    async def _renew(self) -> None:
        fresh = await self._fresh()
        if fresh is not None:
            self._take(fresh)
        self._back.set_enabled(bool(self._undo))

    async def _fresh(self) -> TextItem | None:
        session = self._session
        there = await work(texts, session.package, templates=session.templates)
        return next((item for item in there or () if item.lasting == self._item.lasting), None)

    def _take(self, item: TextItem) -> None:
        self._item = item
        self._say_around()
        self._tell(item)

    def _say_around(self) -> None:
        item = self._item
        self._before.text = f"（上文）{item.before}" if item.before else ""
        self._after.text = f"（下文）{item.after}" if item.after else ""
        self._last_years.set_visibility(item.carried)
        self._say_wrong(item.messages)

    def _say_wrong(self, lines: Sequence[str]) -> None:
        own = f"{files.text_file(self._item.item)} "
        self._wrong.clear()
        with self._wrong:
            for line in lines:
                ui.label(ANYWHERE.said(line.removeprefix(own))).classes("wrong")


def _is(event: GenericEventArguments) -> bool:
    """What the window says of whether anything in it is not saved."""
    return bool(isinstance(event.args, dict) and event.args.get("is"))


def _call(name: str, *given: object) -> None:
    words = ", ".join(json.dumps(item, ensure_ascii=True) for item in given)
    ui.run_javascript(f"nigaoText.{name}({words})")
