"""The commands for packages: as a workbook and back, next year's, the difference of two."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.cli.chinese_click import Command
from generator.cli.failures import errors_in_one_line

_PATH = click.Path(path_type=Path)


@click.command(cls=Command)
@click.argument("package", metavar="数据包", type=_PATH)
@click.option(
    "-o",
    "--output",
    metavar="文件.xlsx|文件夹",
    required=True,
    type=_PATH,
    help="写到哪里：工作簿的文件名，或文件夹的名字。",
)
@errors_in_one_line
def workbook(package: Path, output: Path) -> None:
    """数据包文件夹转成 Excel 工作簿，或工作簿转回文件夹，内容不变。

    转回已有的文件夹时，改动的文件原来的样子另存为“….bak”。
    """
    from generator.jobs import packages

    done = packages.workbook(package, output)
    click.echo(
        f"已写出 {done.target}"
        + (f"（{len(done.written)} 个文件）" if output.suffix.lower() != ".xlsx" else "")
        if done.written
        else f"没有变化 {done.target}"
    )
    for name in done.kept:
        click.echo(f"原来的另存为 {name}")
    for remark in done.remarks:
        click.echo(f"提醒：{remark}", err=True)


@click.command(cls=Command)
@click.argument("target", metavar="新文件夹", type=_PATH)
@click.option(
    "--from", "source", metavar="数据包", required=True, type=_PATH, help="上年的数据包。"
)
@click.option("--year", metavar="年", required=True, type=int, help="新的年度。")
@errors_in_one_line
def new(target: Path, source: Path, year: int) -> None:
    """由上年的数据包做出下一年的：结构、文字、地名照旧，数和记录清空，年份推后。"""
    from generator.jobs import packages

    made = packages.new(target, source, year)
    click.echo(f"已写出 {target}（{len(made.files)} 个文件）")
    for item in made.todo:
        click.echo(f"  要做：{item}")
    for stale in made.stale:
        click.echo(f"  旧年份：{stale}")


def difference(old: Path, new: Path, form: str) -> None:
    """Print the difference of two packages."""
    from generator.jobs import packages
    from generator.package import compare

    found = packages.diff(old, new)
    click.echo(
        json.dumps(found.as_dict(), ensure_ascii=False, indent=1)
        if form == "json"
        else compare.as_text(found).rstrip("\n")
    )
