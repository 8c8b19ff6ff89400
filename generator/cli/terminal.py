"""What only a terminal sees: tables with aligned columns, and a sign that work goes on. A pipe gets plain text."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


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


@contextmanager
def working(told: str) -> Iterator[None]:
    """Show that work goes on while the block runs; silent where the error output is no terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(told):
        yield
