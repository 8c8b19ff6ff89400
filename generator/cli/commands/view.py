"""``nigao view``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import view as job


@click.command(cls=Command)
@click.argument("source", metavar="数据包|文件.docx", type=options.PATH)
@click.argument("package", metavar="[数据包]", type=options.PATH, required=False)
@click.option(
    "-o",
    "--output",
    metavar="文件.html",
    type=options.PATH,
    required=True,
    help="写到哪个网页文件；它不用别的文件，不用网络，双击就能看。",
)
@options.date("网页上写的时间；不写则为现在。")
@options.templates
def view(
    source: Path, package: Path | None, output: Path, date: str | None, templates: Path | None
) -> None:
    """写出能问的网页：点一个数，就说明它从哪里来、印在哪里、上年是多少、查出什么问题。

    给数据包，看按现在的数据写出的报告；给 Word 文件和它的数据包，看文件里的文字，数字和数据对照；只给 Word \
文件，看文字和检查发现。
    """
    with terminal.working("正在做网页"):
        viewed = job.view(
            source,
            output,
            date=options.moment(date),
            package=package,
            templates=templates,
        )
    counts = f"{viewed.figures} 个数可以问，检查发现 {viewed.findings} 条"
    click.echo(f"已写出 {viewed.target}：{counts}")
    if viewed.kept:
        click.echo(f"原来的 {viewed.target} 不是拟稿写的，或有人改过，另存为 {viewed.kept.name}")
    terminal.remind(viewed.stale)
