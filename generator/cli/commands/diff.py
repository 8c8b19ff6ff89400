"""``nigao diff``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.chinese import Command
from generator.jobs import diff as job


@click.command(cls=Command)
@click.argument("old", metavar="旧", type=options.PATH)
@click.argument("new", metavar="新", type=options.PATH)
@options.form()
@options.templates
def diff(old: Path, new: Path, form: str, templates: Path | None) -> None:
    """比较两份 Word 文件的文字，或两个数据包的数和记录：增、删、改，增减多少。"""
    result = job.diff(old, new, templates=templates)
    click.echo(job.as_json(result) if form == "json" else job.as_text(result), nl=False)
