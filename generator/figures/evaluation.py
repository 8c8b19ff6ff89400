"""Formulas to figures: an expression of the sandbox in which ``{键}`` is a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import CodeType

from jinja2 import Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.environment import TemplateExpression
from jinja2.parser import Parser

from generator.figures.budget import Budget, LimitError
from generator.figures.figure import Figure
from generator.figures.formulas import LookUp, formula_functions
from generator.figures.records import RecordSet
from generator.figures.sandbox import TOO_DEEP, BoundedEnvironment
from generator.model.limits import FORMULA_LENGTH, FORMULA_STEPS

_REFERENCE = re.compile(r"\{([^{}]+)\}")


class Evaluation:
    """The formulas of one package, which share one budget."""

    def __init__(self, records: Mapping[str, RecordSet]) -> None:
        self._records = records
        self._environment = BoundedEnvironment(Budget("公式", FORMULA_STEPS))

    def evaluate(self, formula: str, figure: LookUp) -> Figure:
        """What a formula gives; ``figure`` gives the figures of its keys.

        Raises ValueError, in Chinese, where the formula is faulty; what ``figure`` raises passes
        through.
        """
        try:
            template = Template.from_code(self._environment, _compiled(formula), {})
            expression = TemplateExpression(template, undefined_to_none=False)
            result = expression(f=figure, **formula_functions(figure), **self._records)
        except TemplateError:
            raise ValueError("括号、引号或运算符写法有误，或用了不存在的名称") from None
        except (ArithmeticError, TypeError, AttributeError, LookupError, AssertionError):
            raise ValueError("写法有误") from None
        except RecursionError:
            raise ValueError(TOO_DEEP) from None
        if not isinstance(result, Figure):
            raise ValueError("公式的结果不是一个数")
        return result


@cache
def _compiled(formula: str) -> CodeType:
    """The code of a formula, which is compiled once. Raises TemplateError where it is faulty,
    LimitError where it is too long."""
    if len(formula) > FORMULA_LENGTH:
        raise LimitError(f"公式超过 {FORMULA_LENGTH:,} 字的上限")
    environment = BoundedEnvironment(Budget("公式", FORMULA_STEPS))
    parser = Parser(environment, _REFERENCE.sub(r"f('\1')", formula), state="variable")
    expression = parser.parse_expression()
    if not parser.stream.eos:
        raise TemplateSyntaxError("more than an expression", 1)
    expression.set_environment(environment)
    result = nodes.Assign(nodes.Name("result", "store"), expression, lineno=1)
    return environment.compile(nodes.Template([result], lineno=1))
