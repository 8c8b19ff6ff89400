"""The buttons of the screens: each does one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from inspect import iscoroutine
from typing import Any, Self

from nicegui import ui
from nicegui.events import ClickEventArguments, Handler

Doing = Callable[[], object]
"""What a click does; where that is a coroutine, it takes time."""


class Button(ui.button):
    """A button that takes no click while its job runs, which it shows by a turning ring.

    The second click of a double click never comes here: clicks.js keeps it. One of the class
    ``often`` takes every click.
    """

    _is_running = False

    def on_click(self, callback: Handler[ClickEventArguments]) -> Self:
        """Do that at a click, unless the last one is still being done."""
        doing: Doing = callback  # type: ignore[assignment]
        return super().on_click(lambda: self._press(doing))

    def _press(self, doing: Doing) -> Coroutine[Any, Any, None] | None:
        if self._is_running and "often" not in self.classes:
            return None
        given = doing()
        return self._run_job(given) if iscoroutine(given) else None

    async def _run_job(self, job: Coroutine[Any, Any, object]) -> None:
        self._is_running = True
        self.props("loading")
        try:
            await job
        finally:
            self._is_running = False
            self.props(remove="loading")
