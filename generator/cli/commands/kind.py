"""``nigao kind``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command, InnerGroup
from generator.jobs import kind as job

_HERE = Path()


@click.group(cls=InnerGroup)
def kind() -> None:
    """报告种类：有哪些、在哪里（list），做一个新的（new），试一试（check）。

    种类和用语表按这样的顺序找，先找到的算：--templates 的文件夹，数据包里的 templates/，数据包旁边的 templates/，\
用户的文件夹，程序自带的。
    """


@kind.command("list", cls=Command)
@click.argument("package", metavar="[数据包]", type=options.PATH, default=_HERE)
@options.templates
def list_(package: Path, templates: Path | None) -> None:
    """列出有哪些报告种类和用语表，从哪里来，哪个被哪个遮住。

    不写数据包的，看放在当前文件夹里的数据包能用哪些。
    """
    rows = [
        [item.name, item.origin, str(item.path), _state(item)]
        for item in job.kind(package, templates=templates)
    ]
    terminal.print_table("报告种类", ["名称", "来自", "在", ""], rows)


def _state(item: job.KnownKind) -> str:
    if item.hidden_by is not None:
        return f"用的是 {item.hidden_by}，这个被遮住"
    return item.fault


@kind.command("new", cls=Command)
@click.argument("name", metavar="名称")
@click.option("--from", "source", metavar="种类", default="", help="由哪个种类来；不写的由样板来。")
@click.option(
    "-o",
    "--output",
    metavar="文件夹",
    type=options.PATH,
    default=Path("templates"),
    help="写到哪个文件夹里；不写则为当前文件夹的 templates。",
)
@options.templates
def new(name: str, source: str, output: Path, templates: Path | None) -> None:
    """做一个新的报告种类：小而全，马上能写出报告，照着改就是。"""
    target = job.new_kind(name, output, source=source, templates=templates)
    click.echo(f"已写出 {target}")
    click.echo(f"  试一试：nigao kind check {name}{_option(output)}")
    click.echo(f"  做数据包：nigao new 文件夹 --kind {name} --place 地方 --year 年")


def _option(output: Path) -> str:
    return "" if output == Path("templates") else f" --templates {output}"


@kind.command("check", cls=Command)
@click.argument("name", metavar="种类")
@click.option(
    "--year", metavar="年", type=int, help="用哪一年的统计表；不写则全部读，用最新的试写。"
)
@options.templates
def check(name: str, year: int | None, templates: Path | None) -> None:
    """试一个报告种类：读它的全部文件，用编的数据写报告，填满的和空一半的，报告全部错误。

    什么也不写。有错误时退出码为 1。
    """
    trial = job.check_kind(name, _HERE, year=year, templates=templates)
    click.echo(f"{trial.path}：{_summary(trial)}")
    for filled, problem in trial.faults:
        click.echo(f"  错误：{problem}" + (f"（{filled}的时候）" if filled else ""))
    for gap in trial.gaps:
        click.echo(f"  提醒：全部填满了，仍印{gap}")
    for what in trial.unprinted:
        click.echo(f"  提醒：填了“{what}”，哪里也没有印；有意不印的，写进 kind.yaml 的 outside")
    terminal.leave(bool(trial.faults))


def _summary(trial: job.KindTrial) -> str:
    if trial.faults:
        return f"错误 {len(trial.faults)} 处"
    return f"没有错误，提醒 {len(trial.gaps) + len(trial.unprinted)} 处"
