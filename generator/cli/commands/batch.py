"""``nigao batch``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import batch as job

_FAILURES = 20
"""How many packages that failed are printed; the manifest has all."""


@click.command(cls=Command)
@click.argument("folder", metavar="文件夹", type=options.PATH)
@click.option(
    "-o",
    "--output",
    metavar="目录",
    type=options.PATH,
    required=True,
    help="成品和清单（清单.csv）写到哪个文件夹。",
)
@click.option(
    "--only",
    type=click.Choice([part.value for part in job.Part]),
    default=job.Part.DRAFT.value,
    help="做什么：draft 报告（默认），check 检查结果的网页，tables 附表。",
)
@click.option("--year", metavar="年", type=int, help="只做这一年的数据包；不写则全部做。")
@click.option(
    "--workers",
    metavar="个数",
    type=click.IntRange(1),
    help="同时用几个进程；不写则按这台机器的处理器数。",
)
@click.option(
    "--scheduler",
    metavar="地址",
    default="",
    help="交给已有的 Dask 集群做，写调度器的地址，如 tcp://10.0.0.5:8786。",
)
@options.date("被人改过的稿子更新时，修订上写的日期；不写则为现在。")
@options.templates
def batch(
    folder: Path,
    output: Path,
    only: str,
    year: int | None,
    workers: int | None,
    scheduler: str,
    date: str | None,
    templates: Path | None,
) -> None:
    """把一个文件夹里的数据包全部做一遍，边做边记清单。

    再运行一次，只做没做成的和数据变了的；中途断了也从断的地方接着做。一个数据包出错不影响别的，错在哪里写在清单的\
“说明”里。有没做成的，或用 --only check 查出错误或提醒时，退出码为 1。
    """
    part = job.Part(only)
    planned = job.batch(
        folder,
        output,
        date=options.moment(date),
        part=part,
        year=year,
        templates=templates,
    )
    entries = job.run(planned, workers=workers, scheduler=scheduler)
    names = [task.name for task in planned.tasks]
    done = list(terminal.counted(entries, names, lambda entry: entry.package, "正在做"))
    _print(done, planned.manifest)
    of_person = any(entry.needs_person for entry in done)
    terminal.leave(of_person if part is job.Part.CHECK else any(e.failed for e in done))


def _print(entries: Sequence[job.BatchEntry], manifest: Path) -> None:
    counts = Counter(entry.outcome for entry in entries)
    foreign = counts.pop(job.Outcome.FOREIGN, 0)
    said = "，".join(f"{it.value} {counts[it]}" for it in job.Outcome if counts[it])
    errors = sum(entry.errors for entry in entries)
    warnings = sum(entry.warnings for entry in entries)
    findings = f"检查：错误 {errors}、提醒 {warnings}"
    packages = f"{counts.total()} 个数据包" + (f"：{said}" if said else "")
    others = f"另有 {foreign} 个工作簿不是数据包。" if foreign else ""
    click.echo(f"{packages}。{others}{findings}。清单 {manifest}")
    _print_failures([entry for entry in entries if entry.failed])


def _print_failures(failed: Sequence[job.BatchEntry]) -> None:
    for entry in failed[:_FAILURES]:
        click.echo(f"没有做成 {entry.package}：{entry.message}", err=True)
    if len(failed) > _FAILURES:
        click.echo(f"另有 {len(failed) - _FAILURES} 个没有做成，见清单", err=True)
