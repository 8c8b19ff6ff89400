"""带入."""

from __future__ import annotations

from nicegui import ui

from generator.web.session import Session


async def show(session: Session) -> None:
    """Show the screen in the room that is open."""
    ui.label("这一页还没有做好。")
