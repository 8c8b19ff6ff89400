"""What is wrong with a YAML file that cannot be read: the slips of people who write by hand, each
told by its cause and at its line, whatever the parser stumbled over."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from generator.model.errors import Problem, excerpt
from generator.package.yamltext import YamlFaultError

_KEY = r"\s*(?:- +)*[\"']?[\w.·]{1,30}[\"']?"
_WIDE_COLON = re.compile(rf"^({_KEY})：")
_CLOSE_COLON = re.compile(rf"^({_KEY}):(?=[^\s:/])")
_TAB = re.compile(r"^ *\t")
_BRACES = re.compile(r"^[^#\"']*:\s+\{[{%]")
_COLON_IN_VALUE = re.compile(r"^[^#\"'\[{]*?:\s+[^#\"'\[{][^#]*:\s")
_LONGEST = 300
_AFTER = 2
"""Lines behind the one where the parser stopped that may hold the slip."""


def syntax_problem(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    """The fault of a text that is no YAML, or none that a package may hold."""
    line = _line(error)
    if isinstance(error, YamlFaultError) and not _is_template(text, line):
        return Problem(error.problem or "", "请改正这一行", shown, line)
    lines = _beginnings(text)[: (line or 1) + _AFTER]
    slips = [*slips_of_keys("\n".join(lines), shown), *_slips_of_values(lines, shown)]
    return slips[0] if slips else _of_parser(error, shown, line)


def _beginnings(text: str) -> list[str]:
    """The lines of a text, as far as a slip is looked for in each."""
    return [line[:_LONGEST] for line in text.split("\n")]


def slips_of_keys(text: str, shown: str) -> Iterator[Problem]:
    """Lines that begin with a tab, or with a key without the colon that YAML wants.

    They may stand in a text of several lines, too: only a file that is faulty is searched.
    """
    for number, line in enumerate(_beginnings(text), 1):
        if _TAB.match(line):
            yield Problem("行首用了制表符", "请改成空格", shown, number)
        elif wide := _WIDE_COLON.match(line):
            message = f"“{wide[1].strip()}”后面的冒号是全角的“：”"
            yield Problem(message, "请改成半角冒号加一个空格“: ”", shown, number)
        elif close := _CLOSE_COLON.match(line):
            message = f"“{close[1].strip()}”的冒号后面没有空格"
            yield Problem(message, "请在冒号后面加一个空格", shown, number)


def _slips_of_values(lines: list[str], shown: str) -> Iterator[Problem]:
    """Values that need quotes."""
    for number, line in enumerate(lines, 1):
        if _BRACES.match(line):
            message = "以 { 开头的值会读成清单"
            yield Problem(message, "模板请加引号：'{{ … }}'", shown, number)
        elif _COLON_IN_VALUE.match(line):
            message = f"“{excerpt(line.strip(), 24)}”的值里有冒号"
            yield Problem(message, "请给值加引号", shown, number)


def _is_template(text: str, line: int | None) -> bool:
    """Whether the line has a template without quotes, which YAML takes for a mapping."""
    lines = _beginnings(text)
    return line is not None and line <= len(lines) and bool(_BRACES.match(lines[line - 1]))


def _of_parser(error: yaml.YAMLError, shown: str, line: int | None) -> Problem:
    """What the parser says, in words."""
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    begun = _begun(error)
    for words, message, todo, at in (
        ("quoted scalar", "引号没有配对", "请在这一行补上引号", begun),
        ("flow node", "方括号或花括号没有配对，或少了逗号", "请核对这一行和上一行", line),
        ("flow", "方括号或花括号没有配对，或少了逗号", "请核对从这一行起的括号和逗号", begun),
        ("block", "缩进和上面的行对不齐", "同一级的各行要从同一列开始", line),
        ("mapping values", "缩进不对，或上一行的值没有写完", "请核对这一行和上一行", line),
        ("simple key", "少了冒号", "请写成“项: 值”", begun or line),
        ("any token", "值以特殊符号开头", "请给值加引号", line),
    ):
        if words in said:
            return Problem(message, todo, shown, at or line)
    return Problem("YAML 写法有误", "请检查缩进、冒号后的空格和引号", shown, line)


def _line(error: yaml.YAMLError) -> int | None:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return mark.line + 1 if mark else None


def _begun(error: yaml.YAMLError) -> int | None:
    """The line where what is not ended begins."""
    mark = error.context_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return mark.line + 1 if mark else None
