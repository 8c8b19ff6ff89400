"""``nigao open``."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from generator.cli import last_net, options, terminal
from generator.cli.chinese import Command
from generator.model.errors import InputError, Problem

_HERE = "127.0.0.1"


@click.command(cls=Command)
@click.argument("folder", metavar="[文件夹]", type=options.PATH, required=False)
@click.option(
    "--host", metavar="地址", default=_HERE, help="在哪个地址上打开；默认只有这台电脑能用。"
)
@click.option("--port", metavar="端口", type=int, default=0, help="端口；不写就用一个空着的。")
@click.option("--no-browser", is_flag=True, help="不打开浏览器，只印出地址。")
@options.templates
def open(
    folder: Path | None, host: str, port: int, no_browser: bool, templates: Path | None
) -> None:
    """在浏览器里打开工作台：填数、收表、写文字、预览、收改稿、出附表和定稿。

    文件夹里放着数据包，也可以就是一个数据包；不写则为现在的文件夹。不用网络，数据不离开这台电脑；按 Ctrl+C 结束。
    """
    if find_spec("nicegui") is None:
        todo = "请装上：pip install 'nigao[workbench]'，或用不用网络的安装包"
        raise InputError(Problem("工作台还没有装", todo))
    from generator.web.server import Serving, serve

    if host != _HERE:
        terminal.remind([f"在 {host} 上打开：别的电脑也能连到这里，知道地址的人都能看、能改"])
    asked = Serving(folder or Path(), host, port, not no_browser, templates)
    serve(
        asked,
        lambda address: click.echo(f"工作台已打开：{address}\n按 Ctrl+C 结束。"),
        last_net.tell,
    )
