"""``nigao workbook``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import workbook as job


@click.command(cls=Command)
@options.package
@click.option(
    "-o",
    "--output",
    metavar="文件.xlsx|文件夹",
    required=True,
    type=options.PATH,
    help="写到哪里：工作簿的文件名，或文件夹的名字。",
)
@options.templates
def workbook(package: Path, output: Path, templates: Path | None) -> None:
    """数据包文件夹转成 Excel 工作簿，或工作簿转回文件夹，内容不变。

    转回已有的文件夹时，改动的文件原来的样子另存为“….bak”。
    """
    converted = job.workbook(package, output, templates=templates)
    if not converted.written:
        click.echo(f"没有变化 {converted.target}")
    elif converted.to_folder:
        click.echo(f"已写出 {converted.target}（{len(converted.written)} 个文件）")
    else:
        click.echo(f"已写出 {converted.target}")
    for name in converted.kept:
        click.echo(f"原来的另存为 {name}")
    terminal.remind(converted.remarks)
