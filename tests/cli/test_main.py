"""``nigao`` itself: its help page, its commands, and what it says of a wrong call."""

from __future__ import annotations

import importlib
import subprocess
import sys

import click
import pytest
from support.commands import run

from generator.cli import options
from generator.cli.main import COMMANDS, main


def test_help_lists_every_command_in_the_order_of_the_table() -> None:
    code, _, page = run("--help")
    lines = page.splitlines()
    listed = [line.split(maxsplit=1) for line in lines[lines.index("命令:") + 1 :]]
    assert code == 0
    assert listed == [[name, line] for name, line in COMMANDS.items()]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_of_a_command_is_the_first_sentence_of_its_help(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None and command.help is not None
    assert command.help.splitlines()[0] == COMMANDS[name]
    code, _, page = run(name, "-h")
    assert code == 0 and page.startswith(f"用法：nigao {name}")


def test_help_loads_no_job_and_no_stage() -> None:
    code = (
        "import sys; sys.argv = ['nigao', '--help']\n"
        "from generator.cli.main import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted(name for name in sys.modules if name.startswith('generator.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == str(
        [
            "generator.cli",
            "generator.cli.chinese",
            "generator.cli.encoding",
            "generator.cli.main",
            "generator.cli.printing",
            "generator.cli.terminal",
            "generator.model",
            "generator.model.collector",
            "generator.model.errors",
        ]
    )


def test_a_command_prints_every_problem_and_leaves_with_the_status_of_the_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from generator.model.errors import DataError, InputError, Problem

    text = importlib.import_module("generator.jobs.text")
    for error, status in ((DataError, 1), (InputError, 2)):

        def fail(
            *_: object, error: type[DataError] | type[InputError] = error, **_options: object
        ) -> str:
            raise error([Problem("甲不对"), Problem("乙不对", "请改")])

        monkeypatch.setattr(text, "text", fail)
        assert run("text", "包") == (status, ["错误：甲不对。", "错误：乙不对。请改。"], "")


def test_version() -> None:
    code, _, output = run("--version")
    assert code == 0 and output.startswith("拟稿 ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["draft"], "缺少数据包"),
        (["dratf"], "没有命令 dratf"),
        (["draft", "a", "b"], "多写了 b"),
        (["draft", "--strct", "a"], "没有选项 --strct（是不是 --strict？）"),
        (["draft", "a", "-o"], "选项 -o 后面要写值"),
        (["check", "a", "--format", "xml"], "--format 写法不对，只能是 text、json"),
        (["new", "a", "--from", "b", "--year", "c"], "--year 写法不对"),
        (["draft", ""], "数据包 写法不对，没有写名字。"),
        (["draft", "a", "--edited", ""], "--edited 写法不对，没有写名字"),
        (["workbook", "a.xlsx", "-o", ""], "--output 写法不对，没有写名字"),
        (["kind", "new", "a", "-o", ""], "--output 写法不对，没有写名字"),
        (["text", "a", "--templates", ""], "--templates 写法不对，没有写名字"),
    ],
)
def test_a_wrong_call_is_told_in_chinese(arguments: list[str], told: str) -> None:
    code, lines, _ = run(*arguments)
    assert (code, len(lines)) == (2, 1) and told in lines[0]


def test_every_path_of_a_command_is_of_the_type_that_refuses_an_empty_one() -> None:
    commands = [main.get_command(click.Context(main), name) for name in COMMANDS]
    inner = [
        command
        for group in commands
        if isinstance(group, click.Group)
        for command in group.commands.values()
    ]
    paths = [
        parameter.type
        for command in (*commands, *inner)
        if command is not None
        for parameter in command.params
        if isinstance(parameter.type, click.Path)
    ]
    assert len(paths) > len(COMMANDS) and all(path is options.PATH for path in paths)


@pytest.mark.parametrize(
    "date",
    [
        "0001-01-01",
        "0001-01-01T00:00:00+23:59",
        "1899-12-31",
        "3000-01-01",
        "9999-12-31T23:59:59-23:59",
        "昨天",
    ],
)
def test_a_date_that_no_word_file_bears_is_told(date: str) -> None:
    code, lines, _ = run("draft", "没有", "--date", date)
    assert code == 2 and lines == [
        f"错误：--date 写成了“{date}”。请写成 2021-11-27 或 2021-11-27T09:00:00，"
        "年份在1900到2999之间。"
    ]
