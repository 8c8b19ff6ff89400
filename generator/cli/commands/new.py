"""``nigao new``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.chinese import Command
from generator.jobs import new as job


@click.command(cls=Command)
@click.argument("target", metavar="新文件夹", type=options.PATH)
@click.option("--kind", metavar="种类", default="", help="报告种类：做一个空白的数据包。")
@click.option("--from", "source", metavar="数据包", type=options.PATH, help="由哪个数据包来。")
@click.option("--year", metavar="年", required=True, type=int, help="新的年度。")
@click.option("--place", metavar="地方", default="", help="地方的全称，如 青禾县。")
@click.option("--partner", metavar="结对方", default="", help="结对方的全称，如 东湖区。")
@click.option("--city", metavar="市", default="", help="地方所在的市（州）。")
@click.option("--province", metavar="省", default="", help="地方所在的省（区、市）。")
@click.option("--partner-city", metavar="市", default="", help="结对方所在的市。")
@click.option("--organ", metavar="机关", default="", help="发文机关；不写就按惯例。")
@options.templates
def new(
    target: Path,
    kind: str,
    source: Path | None,
    year: int,
    place: str,
    partner: str,
    city: str,
    province: str,
    partner_city: str,
    organ: str,
    templates: Path | None,
) -> None:
    """做一个新的数据包：空白的（--kind），或由上年的来（--from）。

    由上年的来：结构、文字、地名照旧，数和记录清空，年份推后。--place 换了地方的，只带报告种类和样式，别的一概不带。
    """
    parties = job.Parties(place, partner, organ, city, province, partner_city)
    if bool(kind) == (source is not None):
        raise click.UsageError("--kind 和 --from 要写一个，也只能写一个")
    if source is None:
        package = job.start(target, kind, year, parties, templates=templates)
    else:
        package = job.new(target, source, year, parties=parties, templates=templates)
    click.echo(f"已写出 {target}（{len(package.files)} 个文件）")
    for item in package.todo:
        click.echo(f"  要做：{item}")
    for stale in package.stale:
        click.echo(f"  旧年份：{stale}")
