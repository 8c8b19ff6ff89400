"""``nigao open``: what is said before it serves, and where it cannot."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from support.commands import run


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    code, errors, _ = run("open", tmp_path / "没有", "--no-browser")
    assert code == 2
    assert "没有这个文件夹" in errors[0]


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, errors, _ = run("open", tmp_path, "--no-browser", "--port", taken.getsockname()[1])
    assert code == 1
    assert "--port" in errors[0]


def test_a_port_that_there_is_none_of(tmp_path: Path) -> None:
    code, errors, _ = run("open", tmp_path, "--no-browser", "--port", "70000")
    assert (code, errors) == (
        2,
        ["错误：“--port”：写的是“70000”，端口应在 0 至 65535 之间。不写就用一个空着的。"],
    )


def test_another_address_is_warned_of(tmp_path: Path) -> None:
    _, errors, _ = run("open", tmp_path / "没有", "--no-browser", "--host", "0.0.0.0")
    assert errors[0].startswith("提醒：在 0.0.0.0 上打开")


def test_without_the_extra_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.commands.open.find_spec", lambda _: None)
    code, [line], _ = run("open", tmp_path)
    assert code == 2
    assert "nigao[workbench]" in line
