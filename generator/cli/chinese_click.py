"""click in Chinese: the help page and what is said of a wrong call."""

from __future__ import annotations

import re
import sys
from typing import Any

import click


class Command(click.Command):
    """A command whose help page is in Chinese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法："
        )

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        pieces = super().collect_usage_pieces(ctx)
        return [
            {"[OPTIONS]": "[选项]", "COMMAND": "命令", "[ARGS]...": "…"}.get(piece, piece)
            for piece in pieces
        ]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这一页。"
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [
            row for parameter in self.get_params(ctx) if (row := parameter.get_help_record(ctx))
        ]
        if rows:
            with formatter.section("选项"):
                formatter.write_dl(rows)


class Group(Command, click.Group):
    """Commands in the order in which a clerk needs them; a wrong call is told in one Chinese line (exit status 2)."""

    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[选项]", "命令", "…"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        Command.format_options(self, ctx, formatter)
        rows = [
            (name, self.commands[name].get_short_help_str(60)) for name in self.list_commands(ctx)
        ]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "nigao"
            click.echo(f"错误：{_told(error)}。用法见 {command} --help。", err=True)
        except click.ClickException as error:
            click.echo(f"错误：{error.format_message()}", err=True)
        except click.Abort:
            click.echo("已中止。", err=True)
            sys.exit(1)
        sys.exit(2)


def _told(error: click.UsageError) -> str:
    message = error.format_message()
    quoted = re.findall(r"['“(]([^'”()]+)['”)]", message)
    match error:
        case click.MissingParameter() if error.param:
            shown = error.param.metavar or (error.param.opts[-1] if error.param.opts else "")
            return f"缺少{shown}"
        case click.NoSuchOption():
            near = "、".join(error.possibilities or ())
            return f"没有选项 {error.option_name}" + (f"（是不是 {near}？）" if near else "")
        case click.BadOptionUsage():
            return (
                f"选项 {error.option_name} 后面要写值"
                if "requires" in message
                else f"选项 {error.option_name} 用法不对"
            )
        case click.BadParameter():
            shown = (error.param.opts[-1] if error.param and error.param.opts else "") or "参数"
            choices = getattr(getattr(error.param, "type", None), "choices", None)
            return f"{shown} 写法不对" + (
                f"，只能是 {'、'.join(map(str, choices))}" if choices else ""
            )
        case _ if "extra argument" in message:
            return f"多写了 {quoted[0] if quoted else ''}"
        case _ if "command" in message and quoted:
            return f"没有命令 {quoted[0]}"
        case _ if "Missing command" in message:
            return "缺少命令"
        case _:
            return message.rstrip(".")
