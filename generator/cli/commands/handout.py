"""``nigao handout``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import handout as job


@click.command(cls=Command)
@options.package
@click.option(
    "-o",
    "--output",
    metavar="目录",
    type=options.PATH,
    required=True,
    help="各部门的表和催报.txt 写到哪个文件夹。",
)
@click.option(
    "--contact",
    metavar="联系人",
    default="",
    help="有问题问谁，如“县乡村振兴局 张三 0943-1234567”。",
)
@options.date("催报里看谁过了期限的今天；不写则为今天。")
@options.templates
def handout(
    package: Path, output: Path, contact: str, date: str | None, templates: Path | None
) -> None:
    """给每个部门写一本只含它要填的数、记录和文字的表，另写催报的话。

    谁负责什么，写在数据包的 departments.csv 里。表里只有浅黄色的格能填；填好发回来，用 nigao collect 收。
    """
    with terminal.working("正在写表"):
        today = options.moment(date).date()
        made = job.handout(package, output, contact=contact, today=today, templates=templates)
    for item in made.written:
        click.echo(f"{item.department}：{item.owed} 项，还空着 {item.missing} 项 → {item.file}")
    click.echo(f"催报的话在 {output / job.REMINDER}")
    if made.idle:
        click.echo(f"没有做表的：{'、'.join(made.idle)}（“负责”里没有要填的内容）")
    for department, word in made.unknown:
        click.echo(f"对不上：{department}“负责”里的“{word}”，数据、统计表、记录、文字里都没有")
    terminal.leave(bool(made.unknown))
