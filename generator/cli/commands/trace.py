"""``nigao trace``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import trace as job


@click.command(cls=Command)
@options.package
@click.argument("key", metavar="[键]", required=False)
@options.templates
def trace(package: Path, key: str | None, templates: Path | None) -> None:
    """说明每个数从哪里来、印在哪里，并按来源给全部数字计数。

    写上键（如 就业.合计）只看这一个数。
    """
    if key is not None:
        click.echo(job.trace_key(package, key, templates=templates), nl=False)
        return
    result = job.trace(package, templates=templates)
    click.echo(terminal.table(result.head, result.rows), nl=False)
    click.echo(result.remarks, nl=False)
