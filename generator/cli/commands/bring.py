"""``nigao bring``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import bring as job
from generator.model.digits import whole_number
from generator.model.errors import InputError, Problem


def _confirmed(given: tuple[str, ...]) -> dict[int, str]:
    """What a person says of offers: NUMBER or NUMBER=KEY. Raises InputError."""
    said = {}
    for words in given:
        number, _, key = words.replace("＝", "=").partition("=")
        if whole_number(number.strip()) is None:
            todo = "请写 序号 或 序号=代码，如 --confirm 3 或 --confirm 3=2.1.1"
            raise InputError(Problem(f"--confirm 写成了“{words}”", todo))
        said[int(number)] = key.strip()
    return said


@click.command(cls=Command)
@options.package
@click.argument("sheets", metavar="表格…", type=options.PATH, nargs=-1, required=True)
@click.option("--take", is_flag=True, help="把“可取”的和用 --confirm 定了的写进数据包。")
@click.option(
    "--confirm",
    "confirmed",
    metavar="序号[=代码]",
    multiple=True,
    help="定下一项：3 照提出的放；3=2.1.1 放到这个代码或键；3=不用 以后不再问。可以写多次。",
)
@options.templates
def bring(
    package: Path,
    sheets: tuple[Path, ...],
    take: bool,
    confirmed: tuple[str, ...],
    templates: Path | None,
) -> None:
    """从各部门报来的表里取数：先说哪一格放在哪里，加 --take 才写。

    表格是 .xlsx、.csv 或含有表格的 .docx。单位会换算，合计行只用来核对，名单按人数计；\
已经填了的数从不改动。定了的放法记在数据包的 mapping.yaml 里，明年照用。
    """
    with terminal.working("正在读表"):
        brought = job.bring(
            package, sheets, take=take, confirmed=_confirmed(confirmed), templates=templates
        )
    click.echo(job.as_text(brought), nl=False)
    if brought.written:
        click.echo(f"已写进 {'、'.join(brought.written)}")
        for name in brought.kept:
            click.echo(f"原来的另存为 {name}")
    elif take:
        click.echo("没有可写的")
    else:
        click.echo("没有写；要写请加 --take，“请定”的用 --confirm 定")
    terminal.leave(brought.needs_person)
