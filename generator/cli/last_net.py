"""What is said of an error that nobody foresaw: one line, and a log without data of the report.

The log names the modules and lines that the error passed, never a value, a text or a file's name.
It lies in %LOCALAPPDATA%\\nigao, ~/Library/Logs/nigao or $XDG_STATE_HOME/nigao
(~/.local/state/nigao); where none of these can be written, in the folder for temporary files.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click

from generator.model.errors import of_system

LOG = "nigao-error.log"


def tell(error: Exception) -> None:
    """Print one line on standard error; a log is written for what is no fault of the system."""
    if isinstance(error, OSError) and error.errno is not None:
        name = f"{error.filename}：" if error.filename else ""
        click.echo(f"错误：{name}{of_system(error)}", err=True)
        return
    if isinstance(error, MemoryError):
        click.echo("错误：内存不够。请关闭别的程序，或把数据分成几份。", err=True)
        return
    log = _written(_report(error))
    where = f"，经过记在 {log}（不含报告的内容）" if log else ""
    click.echo(f"错误：程序出错，没有做完{where}。请把这一行和记录交给开发人员。", err=True)


def _report(error: Exception) -> str:
    """What a developer needs: versions, the kind of the error, and the lines that it passed."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    system = f"nigao {version('nigao')}, Python {platform.python_version()}, {platform.system()}"
    return "\n".join([system, type(error).__qualname__, *lines]) + "\n"


def _module(filename: str) -> str:
    """A file of the program by its path inside the packages, without folders of this machine."""
    parts = Path(filename).parts
    names = [index for index, part in enumerate(parts) if part in ("generator", "site-packages")]
    return "/".join(parts[names[-1] :]) if names else parts[-1]


def _written(report: str) -> Path | None:
    for folder in _folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / LOG).write_text(report, encoding="utf-8")
        except OSError:
            continue
        return folder / LOG
    return None


def _folders() -> Iterator[Path]:
    """Where the log may lie, the best place first."""
    home = os.environ.get("HOME") or os.environ.get("USERPROFILE")
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        yield Path(local) / "nigao"
    if sys.platform == "darwin" and home:
        yield Path(home) / "Library" / "Logs" / "nigao"
    if state := os.environ.get("XDG_STATE_HOME"):
        yield Path(state) / "nigao"
    if home:
        yield Path(home) / ".local" / "state" / "nigao"
    try:
        yield Path(tempfile.gettempdir())
    except OSError:
        return
