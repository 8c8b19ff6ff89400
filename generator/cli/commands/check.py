"""``nigao check``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import check as job


@click.command(cls=Command)
@click.argument("package", metavar="数据包|文件.docx", type=options.PATH)
@options.form()
@click.option(
    "--human", is_flag=True, help="列出要由人来读的地方：没有数据来源的数、人工写入的数。"
)
def check(package: Path, form: str, human: bool) -> None:
    """查出矛盾和差错：文表不符、合计、比率、日期、名称、标题、标点、用语。

    对数据包查全部规则；对 Word 文件只查文字。有错误或提醒时退出码为 1。
    """
    if human:
        lines = job.to_read(package) or ["没有要由人来读的地方"]
        click.echo("\n".join(lines))
        return
    result = job.check(package)
    click.echo(job.as_json(result.findings) if form == "json" else job.as_text(result), nl=False)
    terminal.leave(result.needs_person)
