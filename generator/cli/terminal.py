"""How results are shown: tables, reminders, a sign that work goes on, and the exit status.

A terminal sees aligned columns and the sign of work; a pipe gets plain text.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

_Item = TypeVar("_Item")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows under a head: aligned to the width of the terminal, or apart by tabs in a pipe."""
    if not sys.stdout.isatty():
        return "".join("\t".join(row) + "\n" for row in (head, *rows))
    from rich.console import Console
    from rich.table import Table

    console = Console()
    drawn = Table(*head, box=None, padding=(0, 2, 0, 0))
    for row in rows:
        drawn.add_row(*row)
    with console.capture() as captured:
        console.print(drawn, markup=False)
    return captured.get()


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table below its title, a blank line before it."""
    click.echo(f"\n{title}\n{table(head, rows)}", nl=False)


def remind(sentences: Iterable[object]) -> None:
    """Print sentences that a person should know, beside the output proper."""
    for sentence in sentences:
        click.echo(f"提醒：{sentence}", err=True)


def leave(needs_person: bool) -> None:
    """End the command: exit status 1 where a person must act."""
    if needs_person:
        sys.exit(1)


@contextmanager
def working(message: str) -> Iterator[None]:
    """Show that work goes on while the block runs; silent where the error output is no terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(message):
        yield


def counted(
    items: Iterable[_Item], names: Sequence[str], name_of: Callable[[_Item], str], message: str
) -> Iterator[_Item]:
    """The items as they come, with a bar of how many of ``names`` are done and which come next;
    silent where the error output is no terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[now]}"),
    )
    waiting = dict.fromkeys(names)
    with Progress(TextColumn(message), *columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task(message, total=len(names), now=_next(waiting))
        for item in items:
            waiting.pop(name_of(item), None)
            progress.update(bar, advance=1, now=_next(waiting))
            yield item


def _next(waiting: Iterable[str]) -> str:
    """The two names that are worked at now, or come next."""
    return "、".join(list(waiting)[:2])
