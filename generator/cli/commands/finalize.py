"""``nigao finalize``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.chinese import Command
from generator.jobs import finalize as job


@click.command(cls=Command)
@click.argument("file", metavar="文件.docx", type=options.PATH)
@click.option(
    "-o",
    "--output",
    metavar="文件.docx",
    required=True,
    type=options.PATH,
    help="定稿写到哪个文件。",
)
def finalize(file: Path, output: Path) -> None:
    """写出定稿：去掉书签、编号、批注和人名，文字和版式不变。

    还有修订、待定的批注或【待补】时不写，逐条列出。
    """
    issued = job.finalize(file, output)
    removed = f"，去掉批注 {issued.comments} 条（其中他人的 {issued.others} 条）"
    click.echo(f"已写出定稿 {output}{removed if issued.comments else ''}")
