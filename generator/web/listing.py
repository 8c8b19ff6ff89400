"""Tables of plain text, as every screen shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from nicegui import ui


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
        with ui.element("td"):
            ui.label(text)
