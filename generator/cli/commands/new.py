"""``nigao new``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.chinese import Command
from generator.jobs import new as job


@click.command(cls=Command)
@click.argument("target", metavar="新文件夹", type=options.PATH)
@click.option(
    "--from",
    "source",
    metavar="数据包",
    required=True,
    type=options.PATH,
    help="上年的数据包。",
)
@click.option("--year", metavar="年", required=True, type=int, help="新的年度。")
def new(target: Path, source: Path, year: int) -> None:
    """由上年的数据包做出下一年的：结构、文字、地名照旧，数和记录清空，年份推后。"""
    package = job.new(target, source, year)
    click.echo(f"已写出 {target}（{len(package.files)} 个文件）")
    for item in package.todo:
        click.echo(f"  要做：{item}")
    for stale in package.stale:
        click.echo(f"  旧年份：{stale}")
