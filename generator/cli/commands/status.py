"""``nigao status``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import status as job


@click.command(cls=Command)
@options.package
@options.form()
def status(package: Path, form: str) -> None:
    """说明数据包填到哪一步：已印、填了没印、缺，各归哪个部门，哪些段落没有印。

    部门写在各行的“来源”里，或写在 departments.csv（部门、负责、联系人、电话、期限）里。退出码总是 0。
    """
    result = job.status(package)
    if form == "json":
        click.echo(job.as_json(result), nl=False)
        return
    for head, rows in result.tables:
        click.echo(terminal.table(head, rows))
    click.echo(job.as_text(result), nl=False)
