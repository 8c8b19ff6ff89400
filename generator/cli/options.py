"""Arguments and options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

_Decorated = TypeVar("_Decorated", bound=Callable[..., object] | click.Command)


class _Path(click.Path):
    """A path; a name that no file can have is a wrong call."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        try:
            return super().convert(value, param, ctx)
        except ValueError:
            self.fail("文件名里有不能用的字符", param, ctx)


PATH = _Path(path_type=Path)
package = click.argument("package", metavar="数据包", type=PATH)


def form(help: str = "印成文字（默认）或 JSON。") -> Callable[[_Decorated], _Decorated]:
    """``--format text|json`` as the parameter ``form``."""
    choice = click.Choice(["text", "json"])
    return click.option("--format", "form", type=choice, default="text", help=help)
