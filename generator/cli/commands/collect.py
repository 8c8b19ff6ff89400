"""``nigao collect``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import collect as job


@click.command(cls=Command)
@options.package
@click.argument("sheets", metavar="表格…", type=options.PATH, nargs=-1, required=True)
@click.option("--take", is_flag=True, help="把可取的写进数据包，记下各部门的状态。")
@click.option(
    "--decide",
    "decided",
    metavar="序号",
    multiple=True,
    help="这一项“冲突”，或读得出的“请定”，以报来的为准，和 --take 同用；"
    "序号照每行左边的写（2-18 是第二个部门的第 18 项），可以写多次。",
)
@click.option(
    "--send-back",
    metavar="目录",
    type=options.PATH,
    help="有读不出的，核对出问题、部门又没有说明的，连同问题写一份退回的表到这个文件夹，状态记为退回。",
)
@click.option("--by", metavar="姓名", default="", help="经手人，记在 departments.csv 里。")
@options.date("记在 departments.csv 里的时间；不写则为现在。")
@options.templates
def collect(
    package: Path,
    sheets: tuple[Path, ...],
    take: bool,
    decided: tuple[str, ...],
    send_back: Path | None,
    by: str,
    date: str | None,
    templates: Path | None,
) -> None:
    """收各部门填回来的表：哪些可取，哪些和已有的冲突，核对出什么；加 --take 才写。

    只认归这个部门填的格。和数据包里不同的不会自己改，看过以后用 --decide 定；表有错的退给部门改，不替它改。\
部门在“说明”里写了原因的，问题仍然列着。状态有未报、已报、退回、重报、通过，nigao status 里看得到。
    """
    with terminal.working("正在收表"):
        result = job.collect(
            package,
            sheets,
            date=options.moment(date),
            by=by,
            take=take,
            decided=decided,
            send_back=send_back,
            templates=templates,
        )
    click.echo(job.as_text(result), nl=False)
    if result.written:
        click.echo(f"已写进 {'、'.join(result.written)}")
        for name in result.kept:
            click.echo(f"原来的另存为 {name}")
    elif not take:
        click.echo("没有写；要写请加 --take")
    terminal.leave(result.needs_person)
