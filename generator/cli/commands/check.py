"""``nigao check``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli import options, terminal
from generator.cli.chinese import Command
from generator.jobs import check as job
from generator.model.errors import InputError, Problem, raise_all
from generator.model.severity import Severity

_NO_NUMBERS = "没有程序判不了的数；文字、名称和事实仍要由人来读"
_FORMS = click.Choice(["text", "json", "html"])


@click.command(cls=Command)
@click.argument("sources", metavar="数据包|文件.docx…", type=options.PATH, nargs=-1, required=True)
@click.option(
    "--format", "form", type=_FORMS, default="text", help="印成文字（默认）、JSON 或网页。"
)
@click.option(
    "-o",
    "--output",
    metavar="文件",
    type=options.PATH,
    help="写成带批注的 .docx（只查一份 Word 文件时），或网页 .html（与 --format html 同用）。",
)
@click.option(
    "--human",
    is_flag=True,
    help="列出要由人来读的地方：没有数据来源的数、人工写入的数、规则判不了的句子和原因。可与 --format json 同用。",
)
@click.option(
    "--accept",
    "accepted",
    metavar="序号",
    type=int,
    multiple=True,
    help="Word 文件：这一条看过了，可以这样写；记在旁边的“文件名.checks.yaml”里。可以写多次。",
)
@click.option("--reason", metavar="理由", default="", help="为什么可以，与 --accept 同用。")
@click.option("--always", is_flag=True, help="与 --accept 同用：同样的话以后都不再提示。")
@options.templates
def check(
    sources: Sequence[Path],
    form: str,
    output: Path | None,
    human: bool,
    accepted: Sequence[int],
    reason: str,
    always: bool,
    templates: Path | None,
) -> None:
    """查出矛盾和差错：文表不符、合计、比率、日期、名称、标题、标点、用语。

    对数据包查全部规则；对 Word 文件只查文字。可以一次查几份，最后印一张汇总表。Word 文件里看过、
    不必再提示的，写在旁边的“文件名.checks.yaml”里。有错误或提醒时退出码为 1。
    """
    if human and output is not None:
        raise InputError(Problem("--human 只印出来，不能与 -o 同用", "请改命令"))
    if accepted:
        _accept(sources, accepted, reason, always=always, templates=templates)
    elif human:
        _print_to_read(sources, form, templates)
    elif output is not None and form != "html":
        _mark(sources, form, output, templates)
    elif len(sources) == 1 and form == "text":
        result = job.check(sources[0], templates=templates)
        click.echo(job.as_text(result), nl=False)
        terminal.leave(result.needs_person)
    elif len(sources) == 1 and form == "json":
        result = job.check(sources[0], templates=templates)
        click.echo(job.as_json(result.findings), nl=False)
        terminal.leave(result.needs_person)
    else:
        _print_all(job.check_all(sources, templates=templates), form, output)


def _accept(
    sources: Sequence[Path],
    numbers: Sequence[int],
    reason: str,
    *,
    always: bool,
    templates: Path | None,
) -> None:
    """Findings of one Word file that somebody looked at."""
    if len(sources) > 1:
        raise InputError(Problem("--accept 一次只用于一份 Word 文件", "请分开写"))
    messages = job.accept(sources[0], numbers, reason, always=always, templates=templates)
    for message in messages:
        click.echo(f"已记下，不再提示：{message}")


def _print_to_read(sources: Sequence[Path], form: str, templates: Path | None) -> None:
    if form == "html":
        raise InputError(Problem("--human 只印成文字或 JSON", "请改命令"))
    if form == "json":
        _print_matters(sources, templates)
    else:
        _print_lines(sources, templates)


def _print_matters(sources: Sequence[Path], templates: Path | None) -> None:
    found = [(str(source), job.matters(source, templates=templates)) for source in sources]
    click.echo(job.matters_as_json(found), nl=False)


def _print_lines(sources: Sequence[Path], templates: Path | None) -> None:
    for source in sources:
        lines = job.to_read(source, templates=templates) or [_NO_NUMBERS]
        click.echo("\n".join([f"== {source}", *lines] if len(sources) > 1 else lines))


def _mark(sources: Sequence[Path], form: str, output: Path, templates: Path | None) -> None:
    """One Word file as a copy with comments."""
    if form != "text" or len(sources) > 1 or sources[0].suffix.lower() != ".docx":
        message = "-o 只用于写出一份 Word 文件的批注稿（.docx），或与 --format html 同用（.html）"
        raise InputError(Problem(message, "请改命令", str(output)))
    result = job.mark(sources[0], output, templates=templates)
    click.echo(job.as_text(result), nl=False)
    click.echo(f"已写出 {output}（批注 {len(result.findings)} 条）")
    terminal.leave(result.needs_person)


def _print_all(checked: Sequence[job.Checked], form: str, output: Path | None) -> None:
    """The findings of each source, then what cannot be read."""
    read = [(str(item.source), item.result) for item in checked if item.result is not None]
    if output is not None:
        job.write_page(output, read)
        click.echo(f"已写出 {output}")
    elif form == "html":
        click.echo(job.as_page(read), nl=False)
    elif form == "json":
        click.echo(job.as_json_of_files(read), nl=False)
    else:
        for name, result in read:
            click.echo(f"== {name}\n{job.as_text(result)}")
        _print_summary(checked)
    raise_all(problem for item in checked for problem in item.problems)
    terminal.leave(any(result.needs_person for _, result in read))


def _print_summary(checked: Sequence[job.Checked]) -> None:
    """A table with a line a source."""
    head = ["文件", *(severity.label for severity in Severity)]
    rows = [[str(item.source), *_counts(item)] for item in checked]
    terminal.print_table("汇总", head, rows)


def _counts(item: job.Checked) -> list[str]:
    if item.result is None:
        return ["读不了", "", ""]
    return [str(item.result.count(severity)) for severity in Severity]
