"""A value that knows what it is called and where it came from."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import add, ge, gt, le, lt, sub
from typing import TypedDict, Unpack, cast

from msgspec import Struct

from generator.model.cell import FLAGS, DateRange, PartialDate, Scalar, Source
from generator.model.errors import excerpt
from generator.model.replacing import replace
from generator.standard.wording import numbers

Operation = Callable[[Decimal, Decimal], Decimal]
Holds = Callable[[Decimal, Decimal], bool]


class _Changes(TypedDict, total=False):
    """The fields of a figure."""

    key: str
    name: str
    value: Scalar | None
    unit: str
    qualifier: str
    sources: tuple[Source, ...]
    formula: str
    places: int | None


class Figure(Struct, frozen=True, eq=False):
    """A value, its key, its unit and the cells it was made of.

    ``value`` is None where it is unknown; then every sum, rate or sentence that needs it is unknown
    too. ``name`` is what a person calls it (for 【待补：…】); ``places`` is the number of decimals
    printed (None: as it stands); ``formula`` tells how it was computed, "" where it was filed.
    """

    key: str
    name: str
    value: Scalar | None
    unit: str = ""
    qualifier: str = ""
    sources: tuple[Source, ...] = ()
    formula: str = ""
    places: int | None = None

    @property
    def known(self) -> bool:
        """Whether there is a value."""
        return is_known(self.value)

    @property
    def zero(self) -> bool:
        """Whether the value is the number 0."""
        return isinstance(self.value, Decimal) and not self.value

    @property
    def number(self) -> Decimal | None:
        """The value as a number, None where it is unknown. Raises ValueError for anything else."""
        if self.value is None or isinstance(self.value, Decimal):
            return self.value
        raise ValueError(f"“{self.name}”不是数，不能参加计算")

    @property
    def number_or_none(self) -> Decimal | None:
        """The value where it is a number, None where it is anything else or unknown."""
        return self.value if isinstance(self.value, Decimal) else None

    def __bool__(self) -> bool:
        return self.known and self.value is not False

    def __str__(self) -> str:
        raise TypeError(f"“{self.name}”不能直接拼接成文字，请用 {{{{ … }}}} 输出或用过滤器")

    def __eq__(self, other: object) -> bool:
        there = other.value if isinstance(other, Figure) else _plain(other)
        if isinstance(self.value, bool) and isinstance(there, str):
            return FLAGS.get(there) is self.value
        return self.value == there

    def __ne__(self, other: object) -> bool:
        return not self == other  # what a struct has of its own would compare identities

    def __hash__(self) -> int:
        return hash((self.key, self.value))

    def __lt__(self, other: Comparand) -> bool:
        return self._compare(other, lt)

    def __gt__(self, other: Comparand) -> bool:
        return self._compare(other, gt)

    def __le__(self, other: Comparand) -> bool:
        return self._compare(other, le)

    def __ge__(self, other: Comparand) -> bool:
        return self._compare(other, ge)

    def _compare(self, other: Comparand, holds: Holds) -> bool:
        """Whether it holds of two values of one type; False where one of them is unknown.

        Raises TypeError where they are of different types or of one that has no order.
        """
        here, there = self.value, other.value if isinstance(other, Figure) else _plain(other)
        if here is None or there is None:
            return False
        return holds(cast(Decimal, here), cast(Decimal, there))

    def __add__(self, other: Operand) -> Figure:
        return _sum(self, "+", add, as_figure(other))

    def __radd__(self, other: Operand) -> Figure:
        return _sum(as_figure(other), "+", add, self)

    def __sub__(self, other: Operand) -> Figure:
        return _sum(self, "-", sub, as_figure(other))

    def __rsub__(self, other: Operand) -> Figure:
        return _sum(as_figure(other), "-", sub, self)

    def __mul__(self, other: Operand) -> Figure:
        return _product(self, as_figure(other))

    def __rmul__(self, other: Operand) -> Figure:
        return _product(as_figure(other), self)

    def __truediv__(self, other: Operand) -> Figure:
        return _quotient(self, as_figure(other))

    def __rtruediv__(self, other: Operand) -> Figure:
        return _quotient(as_figure(other), self)

    def renamed(self, **changes: Unpack[_Changes]) -> Figure:
        """The same value under another key, name, unit or precision."""
        return replace(self, **changes)


Operand = Figure | Decimal | int | float
"""What arithmetic takes: a figure, or a number typed in a formula."""
Comparand = Figure | Scalar | int | None


def _plain(value: object) -> object:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def as_figure(value: Operand) -> Figure:
    """A figure; a number typed in a formula as one without a source. Raises ValueError for anything
    else."""
    if isinstance(value, Figure):
        return value
    if isinstance(value, int | float | Decimal):
        return Figure(str(value), str(value), _exact(value), formula=str(value))
    raise ValueError(f"公式里的{_said(value)}不是数")


def _said(value: object) -> str:
    """How a message calls what is no number: a text as it stands; anything else in a word, as what
    Python prints of it is nothing to a clerk, and another thing at each run."""
    if isinstance(value, str):
        return f"“{excerpt(value)}”"
    if value is None:
        return "空值"
    return "函数（后面没有写括号）" if callable(value) else "一列或一条记录"


def _exact(value: Decimal | float) -> Decimal:
    """A number as it is typed: 0.1 is a tenth."""
    return Decimal(str(value)) if isinstance(value, float) else Decimal(value)


def is_known(value: Scalar | None) -> bool:
    """Whether there is a value."""
    return value is not None and value != ""


def merged(*sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """All sources once, in the order in which they first appear."""
    return tuple(dict.fromkeys(source for group in sources for source in group))


def _sum(left: Figure, sign: str, operate: Operation, right: Figure) -> Figure:
    """A sum or difference, in the unit of the first that has one."""
    a, b = left.number, right.number
    value = None
    if a is not None and b is not None:
        value = operate(a, number_in_unit(b, right, left))
    return _computed(left, sign, right, value, left.unit or right.unit)


def _product(left: Figure, right: Figure) -> Figure:
    a, b = left.number, right.number
    return _computed(left, "*", right, None if a is None or b is None else a * b)


def _quotient(left: Figure, right: Figure) -> Figure:
    """A quotient; unknown where it would divide by zero."""
    a, b = left.number, right.number
    return _computed(left, "/", right, None if a is None or not b else a / b)


def _computed(
    left: Figure, sign: str, right: Figure, value: Decimal | None, unit: str = ""
) -> Figure:
    """The result of an operation, named after its formula; an unknown one after what it lacks."""
    formula = f"{_term(left)}{sign}{_term(right)}"
    sources = merged(left.sources, right.sources)
    lacking = dict.fromkeys(side.name for side in (left, right) if not side.known)
    name = "、".join(lacking) or formula
    return Figure(formula, name, value, unit, sources=sources, formula=formula)


def number_in_unit(value: Decimal, of: Figure, to: Figure) -> Decimal:
    """The value in the unit of the other figure. Raises ValueError where it does not convert."""
    if not of.unit or not to.unit or of.unit == to.unit:
        return value
    try:
        converted = numbers.convert(value, of.unit, to.unit)
    except ValueError:
        raise ValueError(
            f"“{of.name}”（{of.unit}）和“{to.name}”（{to.unit}）单位不同，不能相加减"
        ) from None
    assert converted is not None
    return converted


def _term(figure: Figure) -> str:
    """The operand as a formula shows it: the key of a filed figure, the formula in brackets of a
    computed one."""
    if not figure.formula or figure.formula != figure.key:
        return f"{{{figure.key}}}"
    composed = any(sign in figure.formula for sign in "+-/*")
    return f"({figure.formula})" if composed else figure.formula


def as_range(start: Figure, end: Figure) -> Figure:
    """Two dates as one figure (from … to …); the start alone where there is no end."""
    sources = merged(start.sources, end.sources)
    if not isinstance(start.value, PartialDate) or not isinstance(end.value, PartialDate):
        return replace(start, sources=sources)
    return replace(start, value=DateRange(start.value, end.value), sources=sources)
