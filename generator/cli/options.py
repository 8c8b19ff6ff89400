"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

_Decorated = TypeVar("_Decorated", bound=Callable[..., object] | click.Command)

PATH = click.Path(path_type=Path)
package = click.argument("package", metavar="数据包", type=PATH)


def form(help: str = "印成文字（默认）或 JSON。") -> Callable[[_Decorated], _Decorated]:
    """``--format text|json`` as the parameter ``form``."""
    choice = click.Choice(["text", "json"])
    return click.option("--format", "form", type=choice, default="text", help=help)
