"""The commands for Word files that people worked on: regenerate, audit, diff, finalize."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import packages as cli_packages
from generator.cli.chinese_click import Command
from generator.cli.failures import errors_in_one_line
from generator.model.errors import InputError, Problem

if TYPE_CHECKING:
    from generator.figures import Draft

_PATH = click.Path(path_type=Path)
_FORM = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="印成文字（默认）或 JSON。",
)


def update(
    made: Draft,
    edited: Path,
    target: Path,
    date: str | None,
    *,
    plain: bool,
    dry_run: bool,
    form: str,
    note: str = "",
) -> None:
    """Regenerate, print what was done and the ``note``, and leave with 1 where a person must decide something."""
    from generator.jobs import regeneration
    from generator.regenerate.summary import as_dict, as_text, to_json

    done = regeneration.update(made, edited, target, _date(date), plain=plain, dry_run=dry_run)
    if form == "json":
        told = {
            "written": str(done.written) if done.written else None,
            "kept": str(done.kept) if done.kept else None,
        }
        click.echo(to_json({**told, **as_dict(done.summary)}))
    else:
        click.echo(as_text(done.summary), nl=False)
        if done.written:
            click.echo(
                f"已写出 {done.written}"
                + (f"，原来的文件留作 {done.kept.name}" if done.kept else "")
            )
        else:
            click.echo(
                "没有写文件（试运行）"
                if dry_run
                else f"没有变化，没有写 {target}"
                if target != edited
                else "没有变化"
            )
        if note:
            click.echo(note)
    if done.summary.conflicts:
        sys.exit(1)


def changed_by_people(made: Draft, target: Path) -> Path | None:
    """The target where people changed it, None where it is what would be written."""
    from generator.jobs import regeneration

    return target if regeneration.changed_by_people(made, target) else None


def _date(given: str | None) -> str:
    """The date of our changes: local time with Z, as Word writes it. The clock is read here and nowhere else."""
    if given is None:
        return dt.datetime.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        return dt.datetime.fromisoformat(given).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        raise InputError(
            Problem(f"--date 写成了“{given}”", "请写成 2021-11-27 或 2021-11-27T09:00:00")
        ) from None


@click.command(cls=Command)
@click.argument("file", metavar="文件.docx", type=_PATH)
@click.argument("package", metavar="数据包", type=_PATH)
@_FORM
@errors_in_one_line
def audit(file: Path, package: Path, form: str) -> None:
    """拿数据逐个核对 Word 文件里的数：一致、不一致、文中没有。

    人在文件里改过的数列为“不一致”，好补进数据。有不一致或没有的，退出码为 1。
    """
    from generator.jobs import pipeline, regeneration
    from generator.regenerate.summary import audit_dict, audit_lines, to_json

    found = regeneration.audit_file(pipeline.draft(package), file)
    click.echo(to_json(audit_dict(found)) if form == "json" else "\n".join(audit_lines(found)))
    if found.of("differs") or found.of("absent"):
        sys.exit(1)


@click.command(cls=Command)
@click.argument("old", metavar="旧", type=_PATH)
@click.argument("new", metavar="新", type=_PATH)
@_FORM
@errors_in_one_line
def diff(old: Path, new: Path, form: str) -> None:
    """比较两份 Word 文件的文字，或两个数据包的数和记录：增、删、改，增减多少。"""
    if ".docx" not in (old.suffix.lower(), new.suffix.lower()):
        cli_packages.difference(old, new, form)
        return
    from generator.jobs import regeneration
    from generator.regenerate.compare import as_text

    click.echo(as_text(regeneration.compare_files(old, new)), nl=False)


@click.command(cls=Command)
@click.argument("file", metavar="文件.docx", type=_PATH)
@click.option(
    "-o", "--output", metavar="文件.docx", required=True, type=_PATH, help="定稿写到哪个文件。"
)
@errors_in_one_line
def finalize(file: Path, output: Path) -> None:
    """写出定稿：去掉书签、编号、批注和人名，文字和版式不变。

    还有修订、待定的批注或【待补】时不写，逐条列出。
    """
    from generator.jobs import regeneration

    done = regeneration.issue(file, output)
    told = f"，去掉批注 {done.comments} 条（其中他人的 {done.others} 条）" if done.comments else ""
    click.echo(f"已写出定稿 {output}{told}")
