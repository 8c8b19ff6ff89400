"""The command line: reads arguments, calls the pipeline, prints what it says. Nothing is computed here."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import files as cli_files
from generator.cli import packages as cli_packages
from generator.cli.chinese_click import Group
from generator.cli.failures import errors_in_one_line as _errors_in_one_line
from generator.cli.terminal import working
from generator.model.errors import DataError, Problem

if TYPE_CHECKING:
    from generator.figures import Draft

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=Group, context_settings=_SETTINGS)
@click.version_option(package_name="nigao", message="拟稿 %(version)s", help="显示版本号。")
def main() -> None:
    """拟稿：由一年的数据写出自评报告，排成 GB/T 9704—2012 格式的 Word 文件。"""


_PACKAGE = click.argument("package", metavar="数据包", type=click.Path(path_type=Path))


@main.command()
@_PACKAGE
@click.option(
    "-o",
    "--output",
    metavar="文件.docx",
    type=click.Path(path_type=Path),
    help="写到哪个文件；不写则为 output/数据包名.docx。",
)
@click.option("--strict", is_flag=True, help="缺数或检查有错误时不写文件，逐条指出在哪里。")
@click.option(
    "--edited",
    metavar="改稿.docx",
    type=click.Path(path_type=Path),
    help="人改过的稿子：数据变了以后把它更新，改过的都保留，更新处以修订显示。",
)
@click.option("--plain", is_flag=True, help="更新时直接改，不显示为修订（要人定的仍写批注）。")
@click.option("--dry-run", is_flag=True, help="只报告要更新什么，不写文件。")
@click.option("--date", metavar="日期", help="修订上写的日期；不写则为现在。")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="更新的结果印成文字（默认）或 JSON。",
)
@_errors_in_one_line
def draft(
    package: Path,
    output: Path | None,
    strict: bool,
    edited: Path | None,
    plain: bool,
    dry_run: bool,
    date: str | None,
    form: str,
) -> None:
    """由数据包写出报告；或者把人改过的稿子更新到现在的数据（--edited）。

    缺的数印成【待补：名称】，写完后逐条列出，并印一行检查的结果（详见 nigao check）。已有的文件若被人改过，就在它上面更新，原来的另存为“…前稿1.docx”。
    """
    from generator.check.report import as_counts
    from generator.jobs import pipeline

    target = output or (
        edited.with_name(f"{edited.stem}.新稿.docx")
        if edited
        else Path("output") / f"{package.resolve().name.removesuffix('.xlsx')}.docx"
    )
    with working("正在组稿"):
        made = pipeline.draft(package, strict=strict)
        found = pipeline.findings(made)
    if strict:
        pipeline.refuse_errors(found)
    if edited is None and pipeline.is_foreign(made, target):
        edited = cli_files.changed_by_people(made, target)
    if edited is not None:
        cli_files.update(
            made,
            edited,
            target,
            date,
            plain=plain,
            dry_run=dry_run,
            form=form,
            note=as_counts(found, package),
        )
        return
    if dry_run:
        click.echo(f"没有写文件（试运行），会写出 {target}")
        click.echo(as_counts(found, package))
        return
    written = pipeline.write(made, target)
    click.echo(
        f"{'已写出' if written.new else '没有变化'} {target}（底稿 {made.document.properties.draft}）"
    )
    for warning in written.warnings:
        click.echo(f"提醒：{warning}", err=True)
    _list_gaps(made)
    click.echo(as_counts(found, package))


def _list_gaps(made: Draft) -> None:
    from generator.jobs import pipeline

    for remark in made.dataset.remarks:
        click.echo(f"提醒：{remark}", err=True)
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
    from generator.jobs import pipeline

    click.echo(pipeline.text(pipeline.draft(package)), nl=False)


@main.command()
@_PACKAGE
@click.argument("key", metavar="[键]", required=False)
@_errors_in_one_line
def trace(package: Path, key: str | None) -> None:
    """说明每个数从哪里来、印在哪里，并按来源给全部数字计数。

    写上键（如 就业.合计）只看这一个数。
    """
    from generator.cli import terminal
    from generator.jobs import pipeline
    from generator.report import listing

    made = pipeline.draft(package)
    if key is None:
        click.echo(
            terminal.table(listing.HEAD, listing.figures(made.document, made.dataset)), nl=False
        )
        click.echo(listing.remarks(made.document, made.dataset, made.kind), nl=False)
        return
    told = listing.one_key(made.document, made.dataset, key)
    if told is None:
        near = "、".join(listing.similar(made.document, key))
        raise DataError(
            Problem(
                f"报告里没有键“{key}”", f"相近的键：{near}" if near else "不带键运行可列出全部的键"
            )
        )
    click.echo(told, nl=False)


@main.command()
@click.argument("package", metavar="数据包|文件.docx", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="印成文字（默认）或 JSON。",
)
@click.option(
    "--human", is_flag=True, help="列出要由人来读的地方：没有数据来源的数、人工写入的数。"
)
@_errors_in_one_line
def check(package: Path, form: str, human: bool) -> None:
    """查出矛盾和差错：文表不符、合计、比率、日期、名称、标题、标点、用语。

    对数据包查全部规则；对 Word 文件只查文字。有错误或提醒时退出码为 1。
    """
    from generator.check.report import as_json, as_text
    from generator.jobs import pipeline

    if human:
        click.echo(
            "".join(f"{line}\n" for line in pipeline.to_read(package)) or "没有要由人来读的地方\n",
            nl=False,
        )
        return
    result = pipeline.check(package)
    click.echo(as_json(result.findings) if form == "json" else as_text(result), nl=False)
    if any(finding.severity != "info" for finding in result.findings):
        sys.exit(1)


@main.command()
@_PACKAGE
@click.option(
    "-o",
    "--output",
    metavar="文件.docx",
    type=click.Path(path_type=Path),
    help="写成 Word 文件；-o 和 --xlsx 都不写则为 output/数据包名-附表.docx。",
)
@click.option(
    "--xlsx",
    metavar="文件.xlsx",
    type=click.Path(path_type=Path),
    help="写成 Excel 工作簿，小计是公式。",
)
@click.option(
    "--only", metavar="附件2", default="", help="只要一张表：附件的编号，或名称里的几个字。"
)
@_errors_in_one_line
def tables(package: Path, output: Path | None, xlsx: Path | None, only: str) -> None:
    """只写附表：年度统计表、任务清单、项目计划表等，和报告里的相同。"""
    from generator.jobs import pipeline

    if output is None and xlsx is None:
        output = Path("output") / f"{package.resolve().name.removesuffix('.xlsx')}-附表.docx"
    for target, written in pipeline.write_tables(pipeline.tables(package, only), output, xlsx):
        click.echo(f"{'已写出' if written.new else '没有变化'} {target}")
        for warning in written.warnings:
            click.echo(f"提醒：{warning}", err=True)


for _command in (
    cli_files.audit,
    cli_files.diff,
    cli_files.finalize,
    cli_packages.workbook,
    cli_packages.new,
):
    main.add_command(_command)
