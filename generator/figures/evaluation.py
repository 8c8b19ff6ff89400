"""Formulas to figures: an expression of the sandbox in which ``{键}`` is a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from jinja2 import StrictUndefined, TemplateError
from jinja2.environment import TemplateExpression
from jinja2.sandbox import SandboxedEnvironment

from generator.figures.figure import Figure
from generator.figures.formulas import LookUp, formula_functions
from generator.figures.records import RecordSet

_REFERENCE = re.compile(r"\{([^{}]+)\}")


def evaluate(formula: str, figure: LookUp, records: Mapping[str, RecordSet]) -> Figure:
    """What a formula gives; ``figure`` gives the figures of its keys.

    Raises ValueError, in Chinese, where the formula is faulty; what ``figure`` raises passes
    through.
    """
    try:
        result = _compiled(formula)(f=figure, **formula_functions(figure), **records)
    except TemplateError:
        raise ValueError("括号、引号或运算符写法有误，或用了不存在的名称") from None
    except (ArithmeticError, TypeError, AttributeError, KeyError):
        raise ValueError("写法有误") from None
    if not isinstance(result, Figure):
        raise ValueError("公式的结果不是一个数")
    return result


@cache
def _compiled(formula: str) -> TemplateExpression:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    return environment.compile_expression(
        _REFERENCE.sub(r"f('\1')", formula), undefined_to_none=False
    )
