"""A screen that takes one Word file: the place to drop it, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from nicegui import ui

from generator.web.dropping import drop_here
from generator.web.session import Session
from generator.web.work import tell_faults, work

_Answer = TypeVar("_Answer")


class OneFile(Generic[_Answer]):
    """The Word file that was dropped, in one window: ``look`` is the job that reads it, ``show``
    shows what that gives. ``screen`` is what people call the screen."""

    def __init__(
        self,
        session: Session,
        screen: str,
        look: Callable[[Path], _Answer],
        show: Callable[[Path, _Answer], None],
    ) -> None:
        self._session = session
        self._screen = screen
        self._look = look
        self._show = show

    def begin(self, line: str) -> None:
        """Show the place to drop the file (``line`` says what belongs there), and room below."""
        drop_here(self._session, line, (".docx",), self._arrived)
        self._told = ui.element("div").classes("told")

    async def _arrived(self, files: Sequence[Path]) -> None:
        if len(files) != 1:
            tell_faults((f"{self._screen}一次只收一份，请只拖一个文件。",))
            return
        self._session.keep(files)
        await self.show_dropped()

    async def show_dropped(self) -> None:
        """Show what is told of the file that was dropped last; nothing where there is none."""
        self._told.clear()
        dropped = self._session.dropped
        if dropped is None:
            return
        with self._told:
            waiting = ui.label(f"正在看 {dropped.names} ……").classes("waiting")
            told = await work(self._look, dropped.files[0])
            waiting.delete()
            if told is None:
                self._session.forget()
            else:
                self._show(dropped.files[0], told)

    def put_away(self) -> None:
        """Be done with the file."""
        self._session.forget()
        self._told.clear()
