"""How a screen has work done: off the event loop, what went wrong told in one place."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import ParamSpec, TypeVar

from nicegui import run, ui

from generator.jobs.desk.whereabouts import ANYWHERE
from generator.model.disknames import disk_name
from generator.model.errors import NigaoError, Problem, of_system
from generator.web.buttons import Button

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


async def work(
    job: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs
) -> _Result | None:
    """What a job gives; None where it could not be done, which the person has been told then.

    Every job of a screen runs through here or ``attempt``: the window stays alive meanwhile.
    """
    return await attempt(run.io_bound(job, *given, **named))


async def attempt(doing: Awaitable[_Result]) -> _Result | None:
    """What is waited for; None where it could not be done, which the person has been told then."""
    try:
        return await doing
    except NigaoError as error:
        show_problems(error.problems)
    except (
        OSError
    ) as error:  # nothing was written: the disk of the trial, or of a download, is full
        logging.getLogger("nigao").warning("the system refused", exc_info=error)
        tell_faults((of_system(error),))
    except Exception:
        logging.getLogger("nigao").exception("a job of the workbench failed")
        tell_faults(("程序出错，没有做完。已经存下的数据没有受影响；请重新打开这一页再试。",))
    return None


def show_problems(problems: Iterable[Problem]) -> None:
    """Tell what a person must mend, a line each, until it is closed."""
    tell_faults(ANYWHERE.said(str(problem)) for problem in problems)


def tell_faults(lines: Iterable[str]) -> None:
    """A dialog with lines that a person has to read."""
    with ui.dialog(value=True) as dialog, ui.card().classes("faults"):
        ui.label("没有做成，请看：").classes("strong")
        for line in lines:
            ui.label(line).classes("fault")
        Button("知道了", on_click=dialog.close).props("flat")
    dialog.on("hide", dialog.delete)


def say(line: str) -> None:
    """One line at the foot of the window, which goes by itself: something was done."""
    ui.notify(line, position="bottom", timeout=4000, classes="said")


async def confirm(question: str, yes: str, no: str = "不，回去") -> bool:
    """Whether the person says yes to a question; closing it is a no."""
    with ui.dialog() as dialog, ui.card().classes("question"):
        ui.label(question).classes("ask")
        with ui.row():
            Button(yes, on_click=lambda: dialog.submit(True))
            Button(no, on_click=lambda: dialog.submit(False)).props("outline")
    answer: object = await dialog
    dialog.delete()
    return answer is True


def hand_over(data: bytes, name: str) -> None:
    """Give the person a file to save, under a name that every disk takes."""
    ui.download.content(data, disk_name(name))
