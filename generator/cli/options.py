"""Arguments and options that several commands share."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from generator.model.errors import InputError, Problem

_Decorated = TypeVar("_Decorated", bound=Callable[..., object] | click.Command)


_YEARS = range(1900, 3000)
"""Of changes and comments in a Word file; some bear a little later time than the one given."""


class _Path(click.Path):
    """A path; a name that no file can have is a wrong call, and so is none, which would be the
    folder that one stands in. What may not be read the job tells."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        if value == "":
            self.fail("没有写名字", param, ctx)
        try:
            return super().convert(value, param, ctx)
        except ValueError:
            self.fail("文件名里有不能用的字符", param, ctx)


PATH = _Path(path_type=Path, readable=False)
package = click.argument("package", metavar="数据包", type=PATH)
templates = click.option(
    "--templates",
    metavar="文件夹",
    type=PATH,
    help="报告种类和用语表先在这个文件夹里找，再按 nigao kind list 列的顺序找。",
)


def form(help: str = "印成文字（默认）或 JSON。") -> Callable[[_Decorated], _Decorated]:
    """``--format text|json`` as the parameter ``form``."""
    choice = click.Choice(["text", "json"])
    return click.option("--format", "form", type=choice, default="text", help=help)


def date(help: str) -> Callable[[_Decorated], _Decorated]:
    """``--date DAY`` as the parameter ``date``, for ``moment``."""
    return click.option("--date", metavar="日期", help=help)


def moment(given: str | None) -> dt.datetime:
    """The time that ``--date`` gives, None for now: the clock is read here and nowhere else.

    Raises InputError where it is no date, or one that Word files do not bear.
    """
    if given is None:
        return dt.datetime.now()
    try:
        date = dt.datetime.fromisoformat(given)
    except ValueError:
        raise _no_date(given) from None
    if date.year not in _YEARS:
        raise _no_date(given)
    return date


def _no_date(given: str) -> InputError:
    message = f"--date 写成了“{given}”"
    todo = "请写成 2021-11-27 或 2021-11-27T09:00:00，年份在1900到2999之间"
    return InputError(Problem(message, todo))
