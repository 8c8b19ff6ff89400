"""``nigao rollup``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import rollup as job
from generator.model.digits import whole_number
from generator.model.errors import InputError, Problem
from generator.model.regex import regex

_ALL = "全部"
_BETWEEN = regex("[,，、]")


def _several(given: tuple[str, ...]) -> list[str]:
    """What stands between commas, of an option that may stand several times."""
    return _BETWEEN.split(",".join(given)) if given else []


def _taken(given: tuple[str, ...]) -> set[int] | None:
    """The numbers that a person takes, None for all. Raises InputError."""
    words = _several(given)
    if _ALL in words:
        return None
    for word in words:
        if whole_number(word.strip()) is None:
            todo = f"请写序号，如 --take 3,5；全取写 --take {_ALL}"
            raise InputError(Problem(f"--take 写成了“{word}”", todo))
    return {int(word) for word in words}


@click.command(cls=Command)
@click.argument("target", metavar="上一级的数据包", type=options.PATH)
@click.argument("packages", metavar="数据包…", type=options.PATH, nargs=-1, required=True)
@click.option(
    "--take",
    metavar="序号",
    multiple=True,
    help="定下“请定”“冲突”的几项，照汇总的写：--take 3,5，或 --take 全部。",
)
@click.option(
    "--without",
    metavar="地方",
    multiple=True,
    help="上回汇总有、已经撤并或划走，不再算的地方：--without 青禾县。",
)
@click.option(
    "--table",
    metavar="文件.xlsx",
    type=options.PATH,
    help="另写一张各地对照的表：合计、位次、偏离。",
)
@click.option("--place", metavar="地方", default="", help="给谁汇总，如 青源市；不写就照各数据包。")
@click.option("--partner", metavar="结对方", default="", help="它的结对方；不写就照各数据包。")
@click.option("--province", metavar="省", default="", help="它所在的省（区、市）。")
@click.option("--organ", metavar="机关", default="", help="发文机关；不写就按惯例。")
@options.templates
def rollup(
    target: Path,
    packages: tuple[Path, ...],
    take: tuple[str, ...],
    without: tuple[str, ...],
    table: Path | None,
    place: str,
    partner: str,
    province: str,
    organ: str,
    templates: Path | None,
) -> None:
    """由各县的数据包汇总出市里的数据包：相加、列出、重算，缺数的点名。

    各县的可以是文件夹、工作簿，或含有年度统计表的 .docx。怎么汇总由报告种类写明；缺了县的合计不写，请定。\
再汇总时上回有的县都要给。市里已经填了的数从不改动，不同的并排列出。每个数在“来源”里写明取自哪个数据包的哪一格。
    """
    parties = job.Parties(place, partner, organ, "", province)
    with terminal.working("正在汇总"):
        result = job.rollup(
            target,
            packages,
            parties=parties,
            take=_taken(take),
            without=_several(without),
            table=table,
            templates=templates,
        )
    click.echo(job.as_text(result), nl=False)
    if result.written:
        click.echo(f"已写进 {target}：{'、'.join(result.written)}")
        for name in result.kept:
            click.echo(f"原来的另存为 {name}")
    else:
        click.echo("没有可写的")
    if table is not None:
        click.echo(f"已写出 {table}")
    for item in result.todo:
        click.echo(f"  要做：{item}")
    terminal.leave(result.needs_person)
