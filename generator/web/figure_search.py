"""Figures that are looked for and put into a text at a click."""

from __future__ import annotations

import json

from nicegui import ui
from nicegui.events import ValueChangeEventArguments

from generator.jobs.desk import FigureChoice, figures_to_insert
from generator.web.pieces import as_json
from generator.web.session import Session
from generator.web.work import work

_PAUSE = 0.3
"""Seconds without a key before figures are looked for."""


class FigureSearch:
    """A field for the name or the value of a figure, and below it the figures that are called
    so."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._asked = 0

    def show(self) -> None:
        """Show the field; nothing was looked for yet."""
        ui.label("插入数字").classes("strong")
        search = ui.input(placeholder="名称或数字，如 就业 人数").props("dense outlined clearable")
        search.props(f"debounce={round(_PAUSE * 1000)}").classes("figure-search")
        search.on_value_change(self._search)
        self._found = ui.element("div").classes("found")
        with self._found:
            ui.label(
                "先在文字里点好位置，再在这里找数、点它。数据变了，文字里的数跟着变。"
            ).classes("hint")

    async def _search(self, event: ValueChangeEventArguments[str | None]) -> None:
        """Offer what is called so; an answer that comes after another question is none."""
        self._asked += 1
        asked, words = self._asked, str(event.value or "").strip()
        if not words:
            self._found.clear()
            return
        session = self._session
        found = await work(figures_to_insert, session.package, words, templates=session.templates)
        if found is None or asked != self._asked:
            return
        self._found.clear()
        with self._found:
            if not found:
                ui.label("没有找到。少写几个字、换个说法再试，或先在填数里填上它。").classes("hint")
            for choice in found:
                _offer(choice)


def _offer(choice: FigureChoice) -> None:
    """A figure that is put into the text at a click."""
    piece = json.dumps(as_json([choice.piece])[0], ensure_ascii=True)
    with ui.element("button").classes("figure-choice").props('type="button"') as button:
        ui.label(choice.name)
        ui.label(choice.value).classes("chip-value")
    button.on("mousedown", js_handler="(event) => event.preventDefault()")
    button.on("click", js_handler=f"() => nigaoText.insert({piece})")
