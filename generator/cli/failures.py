"""How the command line tells what is wrong: a problem a line, and the exit status."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any

import click

from generator.model.errors import NigaoError


def errors_in_one_line(command: Callable[..., Any]) -> Callable[..., Any]:
    """Print the problems of a NigaoError, a line each, and leave with its exit status."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except NigaoError as error:
            for problem in error.problems:
                click.echo(f"错误：{problem}", err=True)
            sys.exit(error.exit_code)

    return run
