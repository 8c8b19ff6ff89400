"""click in Chinese: the help page, what is said of a wrong call, and how errors are printed."""

from __future__ import annotations

import gc
import importlib
import re
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from generator.cli import printing, terminal
from generator.model.collector import collector_at_rest
from generator.model.errors import NigaoError, PassedOver

_WORDS = {"[OPTIONS]": "[选项]", "COMMAND": "命令", "[ARGS]...": "…"}
"""Words of click in the line of usage."""
_REMARKS = {"[required]": "[必写]", "[x>=1]": "[至少 1]"}
"""Words of click behind the help of an option."""
_WRONG_CALLS = (
    ("extra argument", "多写了"),
    ("No such command", "没有命令"),
    ("Missing command", "缺少命令"),
)
"""Words of click in what it says of a wrong call."""


@contextmanager
def _reminding() -> Iterator[None]:
    """Print what was passed over while the block runs, each sentence once, when it ends."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", PassedOver)
        try:
            yield
        finally:
            of_ours = [item.message for item in caught if item.category is PassedOver]
            terminal.remind(dict.fromkeys(map(str, of_ours)))


@contextmanager
def _all_kept() -> Iterator[None]:
    """Look for no garbage in cycles while the block runs: what a command makes is frozen, without
    cycles, and lives until it ends. With 20,000 rows the search takes a tenth of the time. Nor is
    any looked for in it when the process ends."""
    with collector_at_rest():
        try:
            yield
        finally:
            gc.freeze()


def _in_chinese(help: str) -> str:
    for words, chinese in _REMARKS.items():
        help = help.replace(words, chinese)
    return help


class Command(click.Command):
    """A command whose help page is in Chinese.

    The problems of a NigaoError are printed a line each, and its exit status is the command's.
    What was passed over while a package was read is printed before.
    """

    def invoke(self, ctx: click.Context) -> object:
        try:
            with _reminding():
                return super().invoke(ctx)
        except NigaoError as error:
            for problem in error.problems:
                click.echo(f"错误：{problem}", err=True)
            sys.exit(error.exit_code)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [_WORDS.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这一页。"
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [parameter.get_help_record(ctx) for parameter in self.get_params(ctx)]
        rows = [(names, _in_chinese(help)) for names, help in filter(None, records)]
        if rows:
            with formatter.section("选项"):
                formatter.write_dl(rows)


class InnerGroup(Command, click.Group):
    """The few commands below a command, each with its line of help."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[选项]", "命令", "…"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        Command.format_options(self, ctx, formatter)
        lines = [(name, command.help or "") for name, command in self.commands.items()]
        with formatter.section("命令"):
            formatter.write_dl([(name, line.splitlines()[0]) for name, line in lines])


class Group(Command, click.Group):
    """Commands that are loaded when they are called: the command NAME from ``cli.commands.NAME``.

    ``lines`` gives every command its line of help, in the order of the help page. A wrong call is
    told in one Chinese line (exit status 2).
    """

    def __init__(self, *args: Any, lines: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.lines = lines

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lines:
            return None
        module = importlib.import_module(f"generator.cli.commands.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[选项]", "命令", "…"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        Command.format_options(self, ctx, formatter)
        with formatter.section("命令"):
            formatter.write_dl(list(self.lines.items()))

    def main(self, *args: Any, **options: Any) -> Any:
        options["standalone_mode"] = False
        printing.open_what_is_closed()
        printing.never_fail_on_a_character()
        try:
            with _all_kept():
                result = super().main(*args, **options)
            sys.stdout.flush()
        except click.Abort:
            click.echo("已中止。", err=True)
            sys.exit(1)
        except click.ClickException as error:
            click.echo(_of_wrong_call(error), err=True)
            sys.exit(2)
        except BrokenPipeError:
            printing.drop_output()
            sys.exit(1)
        except Exception as error:
            from generator.cli import last_net

            printing.drop_output_if_it_fails()
            last_net.tell(error)
            sys.exit(2)
        return result


def _of_wrong_call(error: click.ClickException) -> str:
    """What is wrong with a call, in one line; the help page where there are no arguments."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "nigao"
        return f"错误：{_of_usage(error)}。用法见 {command} --help。"
    return f"错误：{error.format_message()}"


def _of_usage(error: click.UsageError) -> str:
    match error:
        case click.MissingParameter():
            return f"缺少{_shown(error.param)}"
        case click.NoSuchOption():
            return _of_unknown_option(error)
        case click.BadOptionUsage():
            wrong = "后面要写值" if "requires" in error.format_message() else "用法不对"
            return f"选项 {error.option_name} {wrong}"
        case click.BadParameter():
            return _of_value(error)
        case _:
            return _of_words(error.format_message())


def _of_unknown_option(error: click.NoSuchOption) -> str:
    near = "、".join(error.possibilities or ())
    question = f"（是不是 {near}？）" if near else ""
    return f"没有选项 {error.option_name}{question}"


def _shown(parameter: click.Parameter | None) -> str:
    """A parameter as the help page shows it."""
    if parameter is None:
        return ""
    return parameter.metavar or (parameter.opts[-1] if parameter.opts else "")


def _of_value(error: click.BadParameter) -> str:
    """A value that does not fit its option."""
    is_option = isinstance(error.param, click.Option)
    shown = error.param.opts[-1] if error.param and is_option else _shown(error.param) or "参数"
    choices = getattr(getattr(error.param, "type", None), "choices", None)
    allowed = f"，只能是 {'、'.join(map(str, choices))}" if choices else ""
    said = "" if error.message.isascii() else f"，{error.message}"
    return f"{shown} 写法不对{allowed or said}"


def _of_words(message: str) -> str:
    """An error that click tells apart by its words alone."""
    quoted = re.search(r"['“(]([^'”()]+)['”)]", message)
    word = quoted[1] if quoted else ""
    for words, chinese in _WRONG_CALLS:
        if words in message:
            return f"{chinese} {word}".rstrip()
    return message.rstrip(".")
