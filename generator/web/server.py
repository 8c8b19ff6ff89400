"""The server of the workbench: bound to this machine, known to one browser, over when it ends."""

from __future__ import annotations

import gc
import logging
import os
import secrets
import socket
import sys
import threading
import warnings
import webbrowser
import zlib
from collections.abc import Callable
from contextlib import suppress
from importlib.resources import files as resources
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import uvicorn
from fastapi import FastAPI
from msgspec import Struct
from nicegui import app, ui

from generator.model import files
from generator.model.errors import InputError, OutputError, PassedOver, Problem, reason
from generator.model.inputs import is_folder, stands
from generator.model.limits import MESSAGE_BYTES
from generator.model.replacing import replace
from generator.web.guard import TOKEN, Guard
from generator.web.pages import add_pages
from generator.web.quiet import FaultsAlone
from generator.web.session import PACKAGE, Workbench
from generator.web.shell import HOME

HERE = "127.0.0.1"
"""The address that no other machine can reach."""
_PORTS = range(65536)
_TURN = 0.0005
"""Seconds that one thread computes before another has its turn: what a person typed waits for many
such turns while a draft is made beside it."""
_OWN_PORTS = range(20_000, 30_000)
"""Below those that systems give to connections of their own."""
ASSETS = "/assets"
"""Where the style and the script of the screens are fetched from."""


class Serving(Struct, frozen=True):
    """What a server was asked for; ``port`` 0 is any that is free."""

    folder: Path
    host: str = HERE
    port: int = 0
    browser: bool = True
    templates: Path | None = None


def serve(asked: Serving, ready: Callable[[str], None], fault: Callable[[Exception], None]) -> None:
    """Serve the workbench of a folder until the process is interrupted; of a package, that of the
    folder that it lies in, with the package open. ``ready`` is told the address, with its token,
    once it listens, ``fault`` what went wrong in the program while it served.

    Raises InputError where there is no such folder or port, OutputError where the port is taken.
    """
    _require(asked)
    _as_long_lived()
    logging.getLogger().addHandler(FaultsAlone(fault))
    with _listening(asked) as listener, TemporaryDirectory(prefix="nigao-") as scratch:
        # The one random thing of the program: nobody may guess it, and no file depends on it.
        token = secrets.token_urlsafe(24)
        port: int = listener.getsockname()[1]
        folder, page = _beginning(asked.folder.resolve())
        bench = Workbench(folder, Path(scratch), asked.templates)
        server = _Server(_config(Guard(_application(bench), token, asked.host, port)))
        host = asked.host if asked.host != "0.0.0.0" else HERE
        address = f"http://{host}:{port}{page}{TOKEN}={token}"
        server.announce = lambda: _announce(address, asked, ready)
        server.run(sockets=[listener])


def _require(asked: Serving) -> None:
    if not is_folder(asked.folder):
        raise InputError(Problem("没有这个文件夹", "请核对名字", str(asked.folder)))
    if asked.port not in _PORTS:
        message = f"写的是“{asked.port}”，端口应在 {_PORTS[0]} 至 {_PORTS[-1]} 之间"
        raise InputError(Problem(message, "不写就用一个空着的", column="--port"))


def _beginning(folder: Path) -> tuple[Path, str]:
    """The folder of packages, and the page to begin with, ready for one more word."""
    if not stands(folder / files.REPORT):
        return folder, f"/{HOME}?"
    return folder.parent, f"/fill?{urlencode({PACKAGE: folder.name})}&"


def _as_long_lived() -> None:
    """Undo what the command line sets up for a process that ends soon: garbage is looked for, and
    what is passed over while a package is read is not gathered to be printed at the end. Threads
    take short turns, and what is loaded by now stays, so it is never looked through again."""
    gc.freeze()
    gc.enable()
    sys.setswitchinterval(_TURN)
    warnings.filterwarnings("ignore", category=PassedOver)


def _listening(asked: Serving) -> socket.socket:
    """A socket at the port that was asked for; where none was, at that of the folder or, if it is
    taken, at any."""
    if not asked.port:
        with suppress(OutputError):
            return _bound(replace(asked, port=_own_port(asked.folder.resolve())))
    return _bound(asked)


def _own_port(folder: Path) -> int:
    """The port of a folder, always the same one: what a browser keeps of a text that is not saved
    yet is kept by port, and is there again after a restart."""
    return _OWN_PORTS[zlib.crc32(str(_beginning(folder)[0]).encode()) % len(_OWN_PORTS)]


def _bound(asked: Serving) -> socket.socket:
    """A socket that listens already, so that nobody else can take the port between."""
    family = socket.AF_INET6 if ":" in asked.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name != "nt":  # there it would let two programs listen at once
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((asked.host, asked.port))
        listener.listen()
    except OSError as error:
        listener.close()
        where = f"{asked.host}:{asked.port}"
        message = f"不能在 {where} 打开（{reason(error)}）"
        raise OutputError(Problem(message, "请换一个 --port，或关掉占用它的程序")) from None
    return listener


def _application(bench: Workbench) -> FastAPI:
    """The pages, with NiceGUI behind them; nothing of it comes from another host."""
    application = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_static_files(ASSETS, str(resources("generator.web") / "assets"))
    add_pages(bench)
    ui.run_with(
        application,
        title="拟稿",
        language="zh-CN",
        tailwind=False,
        show_welcome_message=False,
        reconnect_timeout=30,
    )
    return application


def _config(guard: Guard) -> uvicorn.Config:
    return uvicorn.Config(
        guard,
        log_level="critical",
        access_log=False,
        ws="wsproto",
        ws_max_size=MESSAGE_BYTES,
        timeout_graceful_shutdown=1,
        server_header=False,
    )


class _Server(uvicorn.Server):
    """A server that says when it is there."""

    announce: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.announce()


def _announce(address: str, asked: Serving, ready: Callable[[str], None]) -> None:
    ready(address)
    if asked.browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
