"""What went wrong in a template, told to the clerk who wrote or changed it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from generator.figures.budget import LimitError
from generator.figures.sandbox import TOO_DEEP
from generator.model import files
from generator.model.cell import Source
from generator.model.errors import DataError, Problem, excerpt
from generator.model.marks import visible
from generator.report.compose.tags import tag_faults

_OF_PACKAGE = (files.TEXTS, files.SECTIONS)
"""The folders of a package whose files are templates."""
TEMPLATE_ERRORS = (
    DataError,
    TemplateError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    NameError,
    RuntimeError,
)
"""What rendering a template raises where the template, a formula or the data are faulty."""


def faults_of(error: Exception, name: str, column: str | None) -> Iterable[Problem]:
    """The faults that an error of the template ``name`` amounts to; ``column`` is the item of
    report.yaml that holds the template."""
    if isinstance(error, DataError):
        return error.problems
    if isinstance(error, TemplateSyntaxError):
        return syntax_faults(error, name, column)
    line = _innermost_line(error.__traceback__, name)
    return (
        Problem(_message(error), "请改正这一行", shown_name(line.file), line.row or None, column),
    )


def syntax_faults(
    error: TemplateSyntaxError, name: str, column: str | None = None
) -> list[Problem]:
    """The faults of a template that is none: its tags that do not pair, else what the parser
    says."""
    todo = "请改正这一行的 {{ … }} 或 {% … %}"
    inner = error.name or name
    shown = shown_name(name if name.endswith(inner) else inner)
    faults = []
    for tag in tag_faults(error.source or ""):
        line = None if column else tag.line
        faults.append(Problem(tag.message, todo, shown, line, column))
    return faults or [_syntax_fault(error, name, column)]


def _syntax_fault(error: TemplateSyntaxError, name: str, column: str | None) -> Problem:
    unknown = re.search(r"No (filter|test) named '(.+)'", error.message or "")
    if unknown:
        message = (
            f"没有过滤器“{unknown[2]}”" if unknown[1] == "filter" else f"没有测试“{unknown[2]}”"
        )
    elif _is_chinese(error.message or ""):
        message = error.message or ""
    else:
        message = "模板写法有误（标签、括号或引号不配对）"
    return Problem(
        message,
        "请改正这一行的 {{ … }} 或 {% … %}",
        shown_name(error.name or name),
        error.lineno,
        column,
    )


def _innermost_line(traceback: TracebackType | None, name: str) -> Source:
    """The innermost template line that an exception passed through (jinja2 rewrites these frames to
    template lines)."""
    line = Source(name)
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file.startswith(_OF_PACKAGE) or file.endswith(files.TEMPLATE_ENDING):
            line = Source(file, traceback.tb_lineno)
        traceback = traceback.tb_next
    return line


def _message(error: Exception) -> str:
    message = str(error)
    if isinstance(error, TemplateNotFound):
        return f"没有模板“{excerpt(message)}”"
    if isinstance(error, UndefinedError):
        names = re.findall(r"'([^']+)'", message)
        return f"用了不存在的名称“{excerpt(names[-1])}”" if names else "方括号里写的这一项不存在"
    if isinstance(error, AttributeError) and isinstance(error.obj, str):
        written = excerpt(visible(error.obj), 24)
        return f"“{written}”是文字，这里要的是一个数；按键取数写 f('键')"
    if isinstance(error, SecurityError):
        return "用了模板里不许用的属性"
    if isinstance(error, RecursionError):
        return TOO_DEEP
    if isinstance(error, LimitError) or _is_chinese(message):
        return message
    return "模板算不下去：有一处拿不能算的东西来算了（例如文字前面写了减号）"


def _is_chinese(message: str) -> bool:
    """Whether a message is one of ours: jinja2's own begin in English, whatever they quote."""
    return re.match(r"[\u4e00-\u9fff“《]", message) is not None


def shown_name(name: str) -> str:
    """A template as a person knows it: the package's by path, the kind's as KIND/…."""
    if name.startswith((*_OF_PACKAGE, files.REPORT)):
        return name
    path = Path(name)
    return f"{path.parent.name or '提纲'}/{path.name}"
