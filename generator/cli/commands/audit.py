"""``nigao audit``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import audit as job


@click.command(cls=Command)
@click.argument("file", metavar="文件.docx", type=options.PATH)
@options.package
@options.form()
@options.templates
def audit(file: Path, package: Path, form: str, templates: Path | None) -> None:
    """拿数据逐个核对 Word 文件里的数：一致、不一致、文中没有。

    人在文件里改过的数列为“不一致”，好补进数据。有不一致或没有的，退出码为 1。
    """
    result = job.audit(file, package, templates=templates)
    click.echo(job.as_json(result) if form == "json" else job.as_text(result), nl=False)
    terminal.leave(result.needs_person)
