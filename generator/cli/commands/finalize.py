"""``nigao finalize``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import finalize as job


@click.command(cls=Command)
@click.argument("file", metavar="文件.docx", type=options.PATH)
@click.argument("package", metavar="[数据包]", type=options.PATH, required=False)
@click.option(
    "-o",
    "--output",
    metavar="文件.docx",
    required=True,
    type=options.PATH,
    help="定稿写到哪个文件。",
)
@options.templates
def finalize(file: Path, package: Path | None, output: Path, templates: Path | None) -> None:
    """写出定稿：去掉书签、编号、批注和人名，文字和版式不变。

    还有修订、待定的批注或【待补】时不写，逐条列出。给了数据包，稿子里有外地的地名、别的年度的
    内容、照抄来源的句子、和数据不同的数，或者整份不是这个数据包的
    报告，也不写。数据包核对还有“错误”的，照写，但说明先不要定稿，退出状态是 1。
    去掉的他人批注逐条列出，是谁写的、怎样开头。
    """
    issued = job.finalize(file, output, package, templates=templates)
    removed = f"，去掉批注 {issued.comments} 条（其中他人的 {len(issued.others)} 条）"
    click.echo(f"已写出定稿 {output}{removed if issued.comments else ''}")
    for comment in issued.others:
        click.echo(f"  {comment.author}：“{comment.words}”")
    if package is None:
        terminal.remind(["没有给数据包，没有核对稿子里有没有外地的地名、别的年度的内容"])
    elif issued.errors:
        waiting = job.as_waiting(file, issued.errors)
        terminal.remind([f"{waiting}；是哪些，见 nigao check {package}"])
        terminal.leave(True)
