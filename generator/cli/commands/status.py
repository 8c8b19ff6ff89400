"""``nigao status``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import check
from generator.jobs import status as job


@click.command(cls=Command)
@options.package
@options.form()
@options.templates
def status(package: Path, form: str, templates: Path | None) -> None:
    """说明数据包填到哪里了：已填、未填、已填未印、没有印出的段落，按部分、按部门计数。

    逐项列出，末了是给撰稿人的提示。谁负责哪些指标、记录和文字，写在数据包的 departments.csv 里；没有写的，看那一行的“来源”。\
只看不评，退出码总是 0：数据有错的，先列出错处，改正以后再往下看。数据包打不开才是 2。
    """
    result = job.status(package, templates=templates)
    if form == "json":
        click.echo(job.as_json(result), nl=False)
        return
    if not result.faults:
        click.echo(job.as_line(result))
        click.echo(check.as_counts(result.findings, package))
    for table in job.tables(result):
        terminal.print_table(table.title, table.head, table.rows)
