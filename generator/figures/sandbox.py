"""The expressions that people write, in templates and formulas: bounded, and the same every time.

A Jinja2 sandbox in which every loop, call and operation is counted by a ``Budget``, and in which an
attribute is reached only where it is listed here.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Mapping, Sized
from decimal import Decimal
from functools import partial, update_wrapper
from types import CodeType
from typing import Any, Final, cast

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.environment import TemplateModule
from jinja2.lexer import TOKEN_FLOAT
from jinja2.runtime import BlockReference, Context, LoopContext, Undefined, markup_join
from jinja2.sandbox import SandboxedEnvironment
from jinja2.tests import TESTS
from jinja2.utils import Namespace

from generator.figures import truth
from generator.figures.budget import TOO_LARGE, Budget, LimitError, finite, in_measure, whole
from generator.figures.counting import (
    BOTH,
    COMPARE,
    COUNT,
    EITHER,
    FAILS,
    HOLDS,
    JOIN,
    KEPT,
    LACKS,
    MAY_HOLD,
    MISSING,
    NOT,
    SIZE,
    WALK,
    counted,
)
from generator.figures.figure import Figure
from generator.figures.records import RecordGroup, RecordSet, RowView
from generator.model.cell import DateRange, PartialDate
from generator.model.errors import excerpt
from generator.model.limits import FORMULA_LENGTH, NUMBER_DIGITS, TEMPLATE_LENGTH

# What Jinja2 calls for a template, which no checker sees.
Function = Callable[..., Any]  # type: ignore[explicit-any]


_QUOTED = 20
"""Characters of a number that a message quotes."""


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ATTRIBUTES: Final[Mapping[type, frozenset[str]]] = {
    str: _split(
        "startswith endswith strip lstrip rstrip removeprefix removesuffix upper lower split find "
        "count isdigit"
    ),
    dict: _split("items keys values get"),
    Figure: _split("known value number unit name key qualifier places"),
    RecordGroup: _split("label rows"),
    PartialDate: _split("year month day"),
    DateRange: _split("start end"),
    LoopContext: _split(
        "index index0 revindex revindex0 first last length depth depth0 previtem nextitem cycle"
    ),
    BlockReference: _split("super"),
}
"""The attributes that templates may ask of what they handle, by type."""

_REFUSED_TESTS = ("callable", "escaped", "sameas")
_COUNTING_TESTS = ("odd", "even", "divisibleby")
_TESTS: Final[Mapping[str, Function]] = {
    **{name: cast(Function, test) for name, test in TESTS.items() if name not in _REFUSED_TESTS},
    **{name: partial(truth.compared, sign) for name, sign in truth.TESTS.items()},
}
_PLAIN = (str, int, float, Decimal, PartialDate, DateRange, Figure, Undefined)
"""What has a text of its own; a figure and an unknown name say themselves that they have none."""
_OPERATIONS: Final[Mapping[str, Function]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
}
_DIVISIONS = ("/", "//", "%")


TOO_DEEP = "写得一层套一层，太深了，请拆成几处"


def _is_listed(obj: object, attr: str) -> bool:
    """Whether the attribute is among those that templates may ask of such an object."""
    return any(attr in allowed for known, allowed in _ATTRIBUTES.items() if isinstance(obj, known))


def text_of(value: object) -> str:
    """A value as text, marked text as it is; a fraction of a template in 12 significant digits at
    most, which is what is exact of it. Raises ValueError for what has no text of its own: a list, a
    function, records."""
    if value is None:
        return ""
    if isinstance(value, float) and math.isfinite(value):
        return f"{Decimal(f'{value + 0.0:.12g}'):f}"
    if isinstance(value, _PLAIN):
        return value if isinstance(value, str) else str(value)
    raise ValueError("这里不是一个数或一段文字，不能印出来；一列用 jn(…)，记录写到列名")


class BoundedEnvironment(SandboxedEnvironment):
    """A sandbox without filters and names of Jinja2: whoever makes one adds those that are bounded.

    ``budget`` counts what is done in it.
    """

    intercepted_binops = frozenset(_OPERATIONS)

    def __init__(self, budget: Budget, **options: Any) -> None:  # type: ignore[explicit-any]
        super().__init__(undefined=StrictUndefined, optimized=False, **options)
        self.budget = budget
        conditions = truth.Conditions()
        self.filters = {
            COUNT: budget.print,
            JOIN: self._joined,
            WALK: budget.walk,
            SIZE: self._sized,
            COMPARE: self._compared,
            NOT: truth.negated,
            LACKS: conditions.lacks_figure,
            MISSING: conditions.missing,
            HOLDS: conditions.holds,
            MAY_HOLD: conditions.may_hold,
            BOTH: conditions.both,
            FAILS: conditions.fails,
            EITHER: conditions.either,
            KEPT: conditions.kept,
        }
        self.tests = {name: self._bounding(test) for name, test in _TESTS.items()}
        for name in _COUNTING_TESTS:
            self.tests[name] = _of_whole(_TESTS[name])
        self.globals = {}

    def add_filter(self, name: str, function: Function) -> None:
        """Give templates a filter; what it takes and what it gives is counted."""
        self.filters[name] = self._bounding(function)

    def _bounding(self, function: Function) -> Function:
        """The function, each of its arguments walked before it runs, its result counted."""

        def bounded(*values: object, **named: object) -> object:
            for value in (*values, *named.values()):
                self.budget.walk(value)
            return self._counted(function(*values, **named))

        if hasattr(function, "jinja_pass_arg"):
            return update_wrapper(bounded, function)
        return bounded

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > TEMPLATE_LENGTH:
            message = f"超过一份模板 {TEMPLATE_LENGTH:,} 字的上限"
            raise TemplateSyntaxError(message, 1, name, filename)
        try:
            return super()._parse(source, name, filename)
        except RecursionError:
            raise TemplateSyntaxError(TOO_DEEP, 1, name, filename) from None
        except ValueError:
            raise TemplateSyntaxError("里面有一个数太长", 1, name, filename) from None
        except SyntaxError:
            raise self.wide_number(source, name, filename) from None

    def wide_number(
        self, source: str, name: str | None = None, filename: str | None = None, state: str = ""
    ) -> TemplateSyntaxError:
        """What is said of a source with a decimal in digits that Python does not read (０.５)."""
        for line, token, written in self.lexer.tokeniter(source, name, filename, state or None):
            if token == TOKEN_FLOAT and not written.isascii():
                message = f"小数“{excerpt(written, _QUOTED)}”要用半角数字写"
                return TemplateSyntaxError(message, line, name, filename)
        return TemplateSyntaxError("里面有一个数写法有误", 1, name, filename)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        try:
            return super()._generate(counted(source, name), name, filename, defer_init)
        except RecursionError:
            raise TemplateSyntaxError(TOO_DEEP, 1, name, filename) from None

    def _compile(self, source: str, filename: str) -> CodeType:
        try:
            return super()._compile(source, filename)
        except (SyntaxError, MemoryError, RecursionError):
            raise TemplateSyntaxError(TOO_DEEP, 1, filename, filename) from None

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may ask for this attribute."""
        if isinstance(obj, RowView):
            return attr == "key" or attr in obj.record.cells
        if isinstance(obj, RecordSet):
            return any(field.name == attr for field in obj.spec.fields)
        if isinstance(obj, Namespace | TemplateModule):
            return not attr.startswith("_")
        return _is_listed(obj, attr)

    def getitem(self, obj: object, argument: object) -> object:
        """``obj[argument]``, both bounded."""
        self.budget.walk(argument)
        if isinstance(obj, RecordSet):
            self.budget.walk(obj)
        return super().getitem(obj, argument)

    def call(
        __self,  # noqa: N805
        __context: Context,
        __obj: Function,
        *args: object,
        **kwargs: object,
    ) -> object:
        """Call a word, a macro or a method; one that gives several things gives a list."""
        budget = __self.budget
        budget.descend()
        try:
            for value in (*args, *kwargs.values()):
                budget.walk(value)
            return __self._counted(super().call(__context, __obj, *args, **kwargs))
        finally:
            budget.ascend()

    def _counted(self, result: object) -> object:
        """What a function gave, counted; an iterator as a list."""
        if isinstance(result, str):
            self.budget.print(len(result))
        elif isinstance(result, list | tuple | dict):
            self.budget.hold(len(result))
        elif isinstance(result, float):
            finite(result)
        elif isinstance(result, Iterator) and not isinstance(result, LoopContext):
            return self.budget.listed(result)
        return result

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """``left operator right`` of two figures or numbers, two texts or two lists."""
        self.budget.spend(1)
        operate = _OPERATIONS[operator]
        match left, right:
            case (Undefined(), _) | (_, Undefined()):
                return operate(left, right)
            case (Figure(), Figure() | int() | float() | Decimal() | str()) | (
                int() | float() | Decimal() | str(),
                Figure(),
            ):
                return self._of_figures(operate, left, right)
            case (int() | float() | Decimal() as first, int() | float() | Decimal() as second):
                return _of_numbers(operator, first, second)
            case (str() as first, str() as second) if operator == "+":
                self.budget.print(len(first) + len(second))
            case (list() as first, list() as second) if operator == "+":
                self.budget.hold(len(first) + len(second))
            case (str() as text, int() as times) if operator == "*":
                self.budget.print(len(text) * max(times, 0))
            case (list() as items, int() as times) if operator == "*":
                self.budget.hold(len(items) * max(times, 0))
            case _:
                raise ValueError(f"这两样不能用“{operator}”合在一起")
        return operate(left, right)

    def _of_figures(self, operate: Function, *sides: object) -> object:
        for side in sides:
            self.budget.walk(side)
            if isinstance(side, str) and len(side) > FORMULA_LENGTH:
                raise LimitError(f"公式超过 {FORMULA_LENGTH:,} 字的上限")
        result = operate(*sides)
        return in_measure(result) if isinstance(result, Figure) else result

    def _joined(self, values: list[object]) -> str:
        """The values as one text, as ``~`` writes them; an unknown figure as it prints."""
        texts = [text_of(self._gap_of(value)) for value in values]
        self.budget.print(sum(map(len, texts)))
        return markup_join(texts)

    def _gap_of(self, value: object) -> object:
        """What an unknown figure prints; any other value as it is."""
        if isinstance(value, Figure) and not value.known and self.finalize is not None:
            return self.finalize(None, value)
        return value

    def _compared(self, value: object, *steps: object) -> object:
        """A value compared with others, operators and values by turns; each holds of the one before
        it."""
        signs, others = steps[::2], steps[1::2]
        result: object = True
        for sign, left, right in zip(signs, (value, *others), others, strict=False):
            self.budget.walk(left)
            self.budget.walk(right)
            step = truth.compared(cast(str, sign), left, right)
            if truth.undecided(step) is None and not step:
                return step
            result = step if truth.undecided(result) is None else result
        return result

    def _sized(self, value: object) -> object:
        """A value that is cut, its length counted."""
        if isinstance(value, Sized):
            self.budget.spend(1 + len(value))
        return value


def _of_whole(test: Function) -> Function:
    """The test, for whole numbers only: ``%`` would format a text."""

    def tested(*values: object) -> object:
        if not all(isinstance(value, int) for value in values):
            raise ValueError("奇数、偶数和整除只能问整数")
        return test(*values)

    return tested


def _of_numbers(sign: str, left: float | Decimal, right: float | Decimal) -> object:
    """Arithmetic on plain numbers. Raises LimitError where the result would be long, ValueError
    where it divides by zero."""
    if sign == "**" and not -NUMBER_DIGITS <= right <= NUMBER_DIGITS:
        raise LimitError(f"乘方超过 {NUMBER_DIGITS} 次的上限")
    for side in (left, right):
        if isinstance(side, int):
            whole(side)
    if sign in _DIVISIONS and not right:
        raise ValueError("除以了 0")
    try:
        result = _OPERATIONS[sign](left, right)
    except OverflowError:
        raise LimitError(TOO_LARGE) from None
    if isinstance(result, int):
        return whole(result)
    return finite(result) if isinstance(result, float) else result
