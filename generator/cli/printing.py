"""Standard output and error that a terminal, a file or a pipe of any encoding can take."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from pathlib import Path


def never_fail_on_a_character() -> None:
    """A character that the encoding of the terminal does not have is printed as ``?``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def open_what_is_closed() -> None:
    """Output that was closed before the command began (``>&-``) goes nowhere."""
    nowhere = Path(os.devnull)
    sys.stdout = sys.stdout or nowhere.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")


def drop_output() -> None:
    """Print nothing more: nobody reads the output, or it cannot be written."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def drop_output_if_it_fails() -> None:
    """Print what waits to be printed, or, where that is not possible, nothing more."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        drop_output()
