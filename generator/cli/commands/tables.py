"""``nigao tables``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import tables as job


@click.command(cls=Command)
@options.package
@click.option(
    "-o",
    "--output",
    metavar="文件.docx",
    type=options.PATH,
    help="写成 Word 文件；-o 和 --xlsx 都不写则为 output/数据包名-附表.docx。",
)
@click.option(
    "--xlsx", metavar="文件.xlsx", type=options.PATH, help="写成 Excel 工作簿，小计是公式。"
)
@click.option(
    "--only", metavar="附件2", default="", help="只要一张表：附件的编号，或名称里的几个字。"
)
@options.templates
def tables(
    package: Path, output: Path | None, xlsx: Path | None, only: str, templates: Path | None
) -> None:
    """只写附表：年度统计表、任务清单、项目计划表等，和报告里的相同。"""
    for written in job.tables(package, output, xlsx, only=only, templates=templates):
        click.echo(f"{'已写出' if written.new else '没有变化'} {written.path}")
        terminal.remind(written.warnings)
