"""What is left to do in a new package, as it was told when it was made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nicegui import ui

from generator.jobs import desk
from generator.web.buttons import Button
from generator.web.session import Session
from generator.web.work import work

_AGAIN = "这个数据包做好时说要做的（做完的不会自己划去）："


async def look_again(session: Session) -> None:
    """Show the list of the package that is open."""
    steps = await work(desk.next_steps, session.package, session.templates)
    if steps:
        show_steps(_AGAIN, steps, "关闭")


def show_steps(
    title: str, steps: Sequence[str], button: str, closed: Callable[[], None] = lambda: None
) -> None:
    """Show a list of steps; ``closed`` is called when the person is done with it."""
    with ui.dialog(value=True) as dialog, ui.card().classes("form"):
        ui.label(title).classes("strong")
        with ui.element("ol").classes("steps"):
            for step in steps:
                with ui.element("li"):
                    ui.label(step)
        Button(button, on_click=dialog.close)
    dialog.on("hide", closed)
    dialog.on("hide", dialog.delete)
