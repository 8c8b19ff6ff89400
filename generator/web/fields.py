"""Questions with their label above, as every form of the screens shows them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nicegui import ui


@contextmanager
def field(label: str) -> Iterator[ui.element]:
    """A question: what is made in the block stands below its label."""
    with ui.element("label").classes("field") as wrapper:
        ui.label(label)
        yield wrapper
    for element in wrapper.default_slot.children[1:]:
        element.props("outlined dense")
