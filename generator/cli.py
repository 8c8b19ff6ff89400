"""The command line: reads arguments, calls the pipeline, prints what it says. Nothing is computed here."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.chinese_click import Group
from generator.errors import DataError, NigaoError, Problem

if TYPE_CHECKING:
    from generator.pipeline import Draft

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def _errors_in_one_line(command: Callable[..., Any]) -> Callable[..., Any]:
    """Print the problems of a NigaoError, a line each, and leave with its exit status."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except NigaoError as error:
            for problem in error.problems:
                click.echo(f"错误：{problem}", err=True)
            sys.exit(error.exit_code)

    return run


@click.group(cls=Group, context_settings=_SETTINGS)
@click.version_option(package_name="nigao", message="拟稿 %(version)s", help="显示版本号。")
def main() -> None:
    """拟稿：由一年的数据写出自评报告，排成 GB/T 9704—2012 格式的 Word 文件。"""


_PACKAGE = click.argument("package", metavar="数据包", type=click.Path(path_type=Path))


@main.command()
@_PACKAGE
@click.option("-o", "--output", metavar="文件.docx", type=click.Path(path_type=Path),
              help="写到哪个文件；不写则为 output/数据包名.docx。")
@click.option("--strict", is_flag=True, help="缺数时不写文件，逐条指出键、模板和行。")
@_errors_in_one_line
def draft(package: Path, output: Path | None, strict: bool) -> None:
    """由数据包写出报告。

    缺的数印成【待补：名称】，写完后逐条列出；已有的文件若被人改过，不会覆盖。
    """
    from generator import pipeline

    target = output or Path("output") / f"{package.resolve().name}.docx"
    made = pipeline.draft(package, strict=strict)
    written = pipeline.write(made, target)
    click.echo(f"{'已写出' if written.new else '没有变化'} {target}（底稿 {made.document.properties.draft}）")
    for warning in written.warnings:
        click.echo(f"提醒：{warning}", err=True)
    _list_gaps(made)


def _list_gaps(made: Draft) -> None:
    from generator import pipeline

    missing = pipeline.gaps(made)
    if missing:
        click.echo(f"待补 {len(missing)} 处：")
        for line in missing:
            click.echo(f"  {line}")


@main.command()
@_PACKAGE
@_errors_in_one_line
def text(package: Path) -> None:
    """把报告印成纯文本，一段一行。"""
    from generator import pipeline

    click.echo(pipeline.text(pipeline.draft(package)), nl=False)


@main.command()
@_PACKAGE
@click.argument("key", metavar="[键]", required=False)
@_errors_in_one_line
def trace(package: Path, key: str | None) -> None:
    """说明每个数从哪里来、印在哪里，并按来源给全部数字计数。

    写上键（如 就业.合计）只看这一个数。
    """
    from generator import listing, pipeline

    made = pipeline.draft(package)
    if key is None:
        click.echo(listing.all_keys(made.document, made.dataset, made.kind), nl=False)
        return
    told = listing.one_key(made.document, key)
    if told is None:
        near = "、".join(listing.similar(made.document, key))
        raise DataError(Problem(f"报告里没有键“{key}”", f"相近的键：{near}" if near else "不带键运行可列出全部的键"))
    click.echo(told, nl=False)
