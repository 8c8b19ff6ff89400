"""Tables of plain text, as every screen shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from nicegui import ui

from generator.jobs.desk.wording import MatterLine
from generator.model.regex import regex

_WHERE = "在哪里"
_AMOUNT = regex(r"\D{0,2}\d[\d,.-]*\D{0,4}")
"""A number with its unit, which stays on one line."""


@contextmanager
def listing(head: Sequence[str]) -> Iterator[None]:
    """A table with a head; ``row`` adds to it inside the block."""
    with ui.element("table").classes("listing"):
        with ui.element("thead"), ui.element("tr"):
            for label in head:
                with ui.element("th"):
                    ui.label(label)
        with ui.element("tbody"):
            yield


def cells(texts: Sequence[str]) -> None:
    """Cells of text in the row that is open (``ui.element("tr")``)."""
    for text in texts:
        with ui.element("td").classes("amount" if _AMOUNT.fullmatch(text) else ""):
            ui.label(text)


def table_of(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table of nothing but text."""
    with listing(head):
        for row in rows:
            with ui.element("tr"):
                cells(row)


@contextmanager
def part(title: str, *, is_open: bool = True) -> Iterator[None]:
    """A part of a screen under its title, which can be folded."""
    with ui.expansion(title, value=is_open).props("dense").classes("part"):
        yield


def folded(title: str, fill: Callable[[], None]) -> None:
    """A part that is folded, and made by ``fill`` when it is opened for the first time."""
    with ui.expansion(title).props("dense").classes("part") as room:
        pass

    def opened() -> None:
        if room.value and not room.default_slot.children:
            with room:
                fill()

    room.on_value_change(opened)


def matters(title: str, told: Sequence[MatterLine], todo: str = "", where: str = _WHERE) -> None:
    """What a person has to know, a row each, with how many there are; nothing where there is none.

    ``where`` is the head of the first column, ``todo`` that of the last, "" where nothing stands in
    it.
    """
    if not told:
        return
    with part(f"{title}（{len(told)}）"):
        head = (where, "是什么", *([todo] if todo else []))
        with ui.element("div").classes("located" if where == _WHERE else ""):
            table_of(head, ([item.location, item.text, item.todo][: len(head)] for item in told))
