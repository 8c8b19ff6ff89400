"""Formulas to figures: an expression of the sandbox in which ``{键}`` is a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from types import CodeType

from jinja2 import Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.environment import TemplateExpression
from jinja2.parser import Parser

from generator.figures.budget import TOO_LARGE, Budget, LimitError
from generator.figures.compiled_formulas import stored_formulas
from generator.figures.counting import is_endless
from generator.figures.figure import Figure, as_figure
from generator.figures.formulas import LookUp, formula_functions
from generator.figures.records import RecordSet
from generator.figures.sandbox import TOO_DEEP, BoundedEnvironment
from generator.model.limits import FORMULA_LENGTH, FORMULA_STEPS, WORD_LENGTH
from generator.model.regex import regex

_OF_KEY = "f"
"""What is called with a key."""
_REFERENCE = regex(r"\{([^{}]+)\}")
_QUOTED = regex(r"(\{[^{}]*\}|'[^']*'|\"[^\"]*\")")
_SIGNS = str.maketrans({"×": "*", "÷": "/", "（": "(", "）": ")", "，": ",", "≥": ">=", "≤": "<="})
"""How arithmetic is written by people, outside of keys and words in quotes."""
_KEPT = 2_000
"""So many formulas are kept as they were compiled, in a process that reads one package after
another."""


class Evaluation:
    """The formulas of one package, which share one budget."""

    def __init__(self, records: Mapping[str, RecordSet]) -> None:
        self._records = records
        self._environment = BoundedEnvironment(Budget("公式", FORMULA_STEPS))

    def evaluate(
        self, formula: str, figure: LookUp, names: Mapping[str, Figure] | None = None
    ) -> Figure:
        """What a formula gives; ``figure`` gives the figures of its keys. In the formula of a
        column ``names`` are the cells of the row, and a number or a word may stand alone.

        Raises ValueError, in Chinese, where the formula is faulty; what ``figure`` raises passes
        through.
        """
        try:
            template = Template.from_code(self._environment, _code_of(formula), {})
            expression = TemplateExpression(template, undefined_to_none=False)
            known = {**self._records, **formula_functions(figure), **(names or {})}
            with self._environment.budget.piece():
                result = expression(f=figure, **known)
        except TemplateError:
            cause = self._absent_row(formula) or "括号、引号或运算符写法有误，或用了不存在的名称"
            raise ValueError(cause) from None
        except (ArithmeticError, TypeError, AttributeError, LookupError, AssertionError):
            raise ValueError("写法有误") from None
        except RecursionError:
            raise ValueError(TOO_DEEP) from None
        found = result if names is None else _alone(result)
        if not isinstance(found, Figure):
            raise ValueError("公式的结果不是一个数")
        return found

    def _absent_row(self, formula: str) -> str:
        """Which record a formula names that its file does not have; "" where it names none."""
        for name, key in _rows_in(formula):
            records = self._records.get(name)
            if records is not None and all(row.key != key for row in records):
                return f"{records.spec.file} 里没有键是“{key}”的行"
        return ""


def _alone(result: object) -> object:
    """What a column's formula gives, a number or a word without a source as a figure. Raises
    ValueError for a word that no cell can hold."""
    if isinstance(result, str):
        if len(result) > WORD_LENGTH or not result.isprintable():
            raise ValueError(f"算出的文字要能印，不超过 {WORD_LENGTH} 字")
        return Figure(result, result, result)
    if isinstance(result, int | float | Decimal) and not isinstance(result, bool):
        return as_figure(result)
    return result


@lru_cache(_KEPT)
def _rows_in(formula: str) -> tuple[tuple[str, str], ...]:
    """The records that a formula names: 名['键']; () where it is faulty."""
    try:
        tree = parsed(formula)
    except TemplateError:
        return ()
    items = [tree, *tree.find_all(nodes.Getitem)]
    return tuple(
        (item.node.name, str(item.arg.value))
        for item in items
        if isinstance(item, nodes.Getitem)
        and isinstance(item.node, nodes.Name)
        and isinstance(item.arg, nodes.Const)
    )


@lru_cache(_KEPT)
def _code_of(formula: str) -> CodeType:
    """The code of a formula, which comes compiled or is compiled once; raises what ``compiled``
    raises."""
    return stored_formulas().get(formula) or compiled(formula)


def compiled(formula: str) -> CodeType:
    """The code of a formula. Raises TemplateError where it is faulty, LimitError where it, or a
    number in it, is too long."""
    if len(formula) > FORMULA_LENGTH:
        raise LimitError(f"公式超过 {FORMULA_LENGTH:,} 字的上限")
    environment = _parser()
    expression = parsed(formula)
    if any(map(is_endless, (expression, *expression.find_all(nodes.Const)))):
        raise LimitError(TOO_LARGE)
    expression.set_environment(environment)
    result = nodes.Assign(nodes.Name("result", "store"), expression, lineno=1)
    return environment.compile(nodes.Template([result], lineno=1))


@lru_cache(_KEPT)
def cells_in(formula: str) -> tuple[str, ...]:
    """The bare names of a formula, () where it is faulty."""
    try:
        tree = parsed(formula)
    except TemplateError:
        return ()
    found = [tree, *tree.find_all(nodes.Name)]
    names = dict.fromkeys(node.name for node in found if isinstance(node, nodes.Name))
    return tuple(name for name in names if name != _OF_KEY)


@cache
def _parser() -> BoundedEnvironment:
    """What parses and compiles formulas; nothing is computed in it."""
    return BoundedEnvironment(Budget("公式", FORMULA_STEPS))


def parsed(formula: str) -> nodes.Expr:
    """A formula as a tree; a key in braces is a call of f. Raises TemplateError where it is
    faulty."""
    parts = _QUOTED.split(formula)
    parts[::2] = [part.translate(_SIGNS) for part in parts[::2]]
    source = _REFERENCE.sub(_called, "".join(parts))
    try:
        parser = Parser(_parser(), source, state="variable")
        expression = parser.parse_expression()
    except SyntaxError:
        raise _parser().wide_number(source, state="variable") from None
    except (RecursionError, ValueError):
        raise TemplateSyntaxError(TOO_DEEP, 1) from None
    if not parser.stream.eos:
        raise TemplateSyntaxError("more than an expression", 1)
    return expression


def _called(reference: re.Match[str]) -> str:
    """A key in braces as the call of f, whatever characters it holds."""
    key = reference[1].replace("\\", r"\\").replace("'", r"\'")
    return f"{_OF_KEY}('{key}')"
