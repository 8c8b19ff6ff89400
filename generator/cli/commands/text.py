"""``nigao text``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.chinese import Command
from generator.jobs import text as job


@click.command(cls=Command)
@options.package
@options.templates
def text(package: Path, templates: Path | None) -> None:
    """把报告印成纯文本，一段一行。"""
    click.echo(job.text(package, templates=templates), nl=False)
