"""What is wrong with a YAML file that cannot be read: the slips of people who write by hand, each
told by its cause and at its line, whatever the parser stumbled over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import filterfalse

import yaml
from yaml.reader import ReaderError

from generator.model.errors import Problem, excerpt
from generator.model.regex import regex
from generator.package.yamltext import YamlFaultError

_KEY = r"\s*(?:- +)*[\"']?[\w.·]{1,30}[\"']?"
_WIDE_COLON = regex(rf"^({_KEY})：")
_CLOSE_COLON = regex(rf"^({_KEY}):(?=[^\s:/])")
_NO_CONTENT = regex(r"\s*(?:#.*)?$")
_INSIDE = regex(r"[{,]\s*([\w.·]{1,30})(：|:(?=[^\s:/\"'\]},]))")
"""A key in braces; one in quotes needs no blank behind its colon."""
_KEY_LINE = regex(rf"^{_KEY}:(?:\s|$)")
_TAB = regex(r"^ *\t")
_BRACES = regex(r"^[^#\"']*:\s+\{[{%]")
_COLON_IN_VALUE = regex(r"^[^#\"'\[{]*?:\s+[^#\"'\[{][^#]*:\s")
_OPENS = regex(r"^\s*(?:- +)*(?:[\w.·]{1,30}:\s+)?(?P<quote>[\"'])(?P<rest>.*)")
"""A line whose value begins with a quote."""
_ODD_END = regex("[\x85\u2028\u2029]")
"""What looks like a blank, or like nothing, and is a line end for some programs."""
_LONGEST = 300
_AFTER = 2
"""Lines behind the one where the parser stopped that may hold the slip."""


def syntax_problem(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    """The fault of a text that is no YAML, or none that a package may hold."""
    if isinstance(error, ReaderError):
        message = f"有控制字符 U+{ord(text[error.position]):04X}"
        row = text.count("\n", 0, error.position) + 1
        return Problem(message, "请删去这个看不见的字符后重存", shown, row)
    line = _line(error)
    if isinstance(error, YamlFaultError) and not _is_template(text, line):
        return Problem(error.problem or "", "请改正这一行", shown, line)
    lines = _beginnings(text)[: (line or 1) + _AFTER]
    opened = next(_open_quotes(lines[:line], shown), None)
    if opened is not None:
        return opened
    slips = [
        *_odd_ends(lines, shown),
        *slips_of_keys("\n".join(lines), shown),
        *_slips_of_values(lines, shown),
    ]
    stopped = min(line, text.rstrip().count("\n") + 1) if line else None
    return _nearest(slips, line or 1) or _of_parser(error, shown, stopped)


def _nearest(slips: Sequence[Problem], line: int) -> Problem | None:
    """The slip that the parser stumbled over: the last one so far, else the first one behind."""
    so_far = [slip for slip in slips if (slip.row or 0) <= line]
    last = max((slip.row or 0 for slip in so_far), default=0)
    return next((slip for slip in (so_far or slips) if slip.row == last or not last), None)


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
            yield _wide(wide[1], shown, number)
        elif close := _CLOSE_COLON.match(line):
            yield _close(close[1], shown, number)
        elif "{" in line and (inside := _INSIDE.search(line)):
            told = _wide if inside[2] == "：" else _close
            yield told(inside[1], shown, number)


def _wide(key: str, shown: str, row: int) -> Problem:
    message = f"“{key.strip()}”后面的冒号是全角的“：”"
    return Problem(message, "请改成半角冒号加一个空格“: ”", shown, row)


def _close(key: str, shown: str, row: int) -> Problem:
    message = f"“{key.strip()}”的冒号后面没有空格"
    return Problem(message, "请在冒号后面加一个空格", shown, row)


def _open_quotes(lines: Sequence[str], shown: str) -> Iterator[Problem]:
    """Values that open a quote which is not closed in their line, while the next line is a key of
    its own: a text of several lines goes on with words."""
    for number, line in enumerate(lines, 1):
        opens = _OPENS.match(line)
        after = next(filterfalse(_NO_CONTENT.match, lines[number:]), "")
        if opens and _is_open(opens["rest"], opens["quote"]) and _KEY_LINE.match(after):
            yield Problem("引号没有配对", "请在这一行补上引号", shown, number)


def _is_open(rest: str, quote: str) -> bool:
    """Whether a quoted text does not end in its line; a doubled or escaped quote ends none."""
    return quote not in rest.replace(quote * 2 if quote == "'" else f"\\{quote}", "")


def _odd_ends(lines: Sequence[str], shown: str) -> Iterator[Problem]:
    """Lines with a character that is no line end for an editor, and was meant as one."""
    for number, line in enumerate(lines, 1):
        if odd := _ODD_END.search(line):
            message = f"这一行里有看不见的换行符 U+{ord(odd[0]):04X}"
            yield Problem(message, "请删去它；要另起一行的，请按回车键", shown, number)


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
