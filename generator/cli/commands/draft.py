"""``nigao draft``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import check, status
from generator.jobs import draft as job

if TYPE_CHECKING:
    from generator.jobs.regenerate import Regenerated

_MOST_GAPS = 30
"""So many gaps are listed one by one; a new package has hundreds."""


@click.command(cls=Command)
@options.package
@click.option(
    "-o",
    "--output",
    metavar="文件.docx",
    type=options.PATH,
    help="写到哪个文件；不写则为 output/数据包名.docx。",
)
@click.option(
    "--strict",
    is_flag=True,
    help="有【待补】、必填的格空着或检查有错误时不写文件，按部分、按部门列出缺什么。",
)
@click.option(
    "--edited",
    metavar="改稿.docx",
    type=options.PATH,
    help="人改过的稿子：数据变了以后把它更新，改过的都保留，更新处以修订显示。",
)
@click.option("--plain", is_flag=True, help="更新时直接改，不显示为修订（要人定的仍写批注）。")
@click.option("--dry-run", is_flag=True, help="只报告要更新什么，不写文件。")
@click.option(
    "--notes",
    is_flag=True,
    help="把给撰稿人的提示写成批注，放在各节标题旁；不是待定的事，出定稿时自动去掉。",
)
@options.date("修订和批注上写的日期；不写则为现在。")
@options.form(help="更新的结果印成文字（默认）或 JSON。")
@options.templates
def draft(
    package: Path,
    output: Path | None,
    strict: bool,
    edited: Path | None,
    plain: bool,
    dry_run: bool,
    notes: bool,
    date: str | None,
    form: str,
    templates: Path | None,
) -> None:
    """由数据包写出报告；或者把人改过的稿子更新到现在的数据（--edited）。

    缺的数印成【待补：名称】，写完后逐条列出；再印给撰稿人的提示（哪个数比上年少、哪里合不上、什么可以写进存在问题、\
哪一节只有数字、哪一节偏长偏短、什么没有用上），末了是一行检查的结果（详见 nigao check）。\
已有的文件若被人改过，就在它上面更新，原来的另存为“…前稿1.docx”。
    """
    try:
        with terminal.working("正在组稿"):
            result = job.draft(
                package,
                output,
                date=options.moment(date),
                edited=edited,
                strict=strict,
                plain=plain,
                dry_run=dry_run,
                notes=notes,
                templates=templates,
            )
    except job.NotReadyError as error:
        _print_missing(error.status)
        raise
    counts = _counts(result, package)
    if result.regenerated is None:
        _print_draft(result)
        click.echo(counts)
        if strict:
            _print_missing(result.status)
        return
    regenerated = result.regenerated
    if form == "json":
        click.echo(regenerated.as_json(), nl=False)
    else:
        _print_regenerated(regenerated, dry_run=dry_run)
        click.echo(counts)
    terminal.leave(regenerated.needs_person)


def _counts(result: job.Drafted, package: Path) -> str:
    """The notes for the writer, what the check found, what is missing."""
    counts = [check.as_counts(result.findings, package), status.as_line(result.status)]
    return "\n".join([*status.note_lines(result.status), *counts])


def _print_missing(state: status.Status) -> None:
    """What is missing, by section, by department and one by one."""
    for table in status.missing_tables(state):
        terminal.print_table(table.title, table.head, table.rows)


def _print_draft(result: job.Drafted) -> None:
    if result.written is None:
        click.echo(f"没有写文件（试运行），会写出 {result.target}")
        return
    state = "已写出" if result.written.new else "没有变化"
    click.echo(f"{state} {result.target}（底稿 {result.draft.document.properties.draft}）")
    terminal.remind(result.written.warnings)
    if result.draft.dataset.settings.contents:
        click.echo("目录的页码还空着：在 Word 或 WPS 里右键点目录，选“更新域”（WPS：更新目录）")
    gaps = job.gaps(result.draft)
    if gaps:
        click.echo(f"待补 {len(gaps)} 处：")
    for gap in gaps[:_MOST_GAPS]:
        click.echo(f"  {gap}")
    if len(gaps) > _MOST_GAPS:
        click.echo(f"  还有 {len(gaps) - _MOST_GAPS} 处，见 nigao status")


def _print_regenerated(result: Regenerated, *, dry_run: bool) -> None:
    click.echo(result.as_text(), nl=False)
    if result.written is not None:
        kept = f"，原来的文件留作 {result.kept.name}" if result.kept else ""
        click.echo(f"已写出 {result.written}{kept}")
    elif dry_run:
        click.echo("没有写文件（试运行）")
    elif result.target != result.edited:
        click.echo(f"没有变化，没有写 {result.target}")
    else:
        click.echo("没有变化")
