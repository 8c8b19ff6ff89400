"""A value that knows what it is called and where it came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import add, mul, sub, truediv
from typing import Any

from generator.model.cell import DateRange, PartialDate, Scalar, Source
from generator.standard.wording import numbers


@dataclass(frozen=True, eq=False)
class Figure:
    """A value, its key, its unit and the cells it was made of.

    ``value`` is None where it is unknown; then every sum, rate or sentence that needs it is unknown too.
    ``name`` is what a person calls it (for 【待补：…】); ``places`` is the number of decimals printed (None: as it
    stands); ``formula`` tells how it was computed, "" where it was filed.
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
        return self.value is not None and self.value != ""

    @property
    def number(self) -> Decimal | None:
        """The value as a number, None where it is unknown. Raises ValueError where it is not a number."""
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
        return self.value == (other.value if isinstance(other, Figure) else _plain(other))

    def __hash__(self) -> int:
        return hash((self.key, self.value))

    def __lt__(self, other: Any) -> bool:
        return self._compare(other, lambda a, b: a < b)

    def __gt__(self, other: Any) -> bool:
        return self._compare(other, lambda a, b: a > b)

    def __le__(self, other: Any) -> bool:
        return self._compare(other, lambda a, b: a <= b)

    def __ge__(self, other: Any) -> bool:
        return self._compare(other, lambda a, b: a >= b)

    def _compare(self, other: Any, holds: Callable[[Any, Any], bool]) -> bool:
        there = other.value if isinstance(other, Figure) else _plain(other)
        return self.value is not None and there is not None and holds(self.value, there)

    def __add__(self, other: Any) -> Figure:
        return _combine(self, _figure(other), "+", add)

    def __radd__(self, other: Any) -> Figure:
        return _combine(_figure(other), self, "+", add)

    def __sub__(self, other: Any) -> Figure:
        return _combine(self, _figure(other), "-", sub)

    def __rsub__(self, other: Any) -> Figure:
        return _combine(_figure(other), self, "-", sub)

    def __mul__(self, other: Any) -> Figure:
        return _combine(self, _figure(other), "*", mul)

    def __rmul__(self, other: Any) -> Figure:
        return _combine(_figure(other), self, "*", mul)

    def __truediv__(self, other: Any) -> Figure:
        return _combine(self, _figure(other), "/", truediv)

    def __rtruediv__(self, other: Any) -> Figure:
        return _combine(_figure(other), self, "/", truediv)

    def renamed(self, **changes: Any) -> Figure:
        """The same value under another key, name, unit or precision."""
        return replace(self, **changes)


def _plain(value: object) -> object:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _figure(value: Any) -> Figure:
    """A number typed in a formula, as a figure without a source."""
    if isinstance(value, Figure):
        return value
    if isinstance(value, int | Decimal):
        return Figure(str(value), str(value), Decimal(value), formula=str(value))
    if isinstance(value, float):
        return Figure(str(value), str(value), Decimal(str(value)), formula=str(value))
    raise ValueError(f"公式里的“{value}”不是数")


def merged(*sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """All sources once, in the order in which they first appear."""
    return tuple(dict.fromkeys(source for group in sources for source in group))


def _combine(left: Figure, right: Figure, sign: str, operate: Callable[[Any, Any], Any]) -> Figure:
    """The result of an operation; unknown where an operand is, or where it would divide by zero."""
    a, b = left.number, right.number
    if (
        sign in "+-"
        and a is not None
        and b is not None
        and left.unit
        and right.unit
        and left.unit != right.unit
    ):
        b = _in_unit(b, right, left)
    undefined = a is None or b is None or (sign == "/" and b == 0)
    formula = f"{_term(left)}{sign}{_term(right)}"
    unit = left.unit or right.unit if sign in "+-" else ""
    return Figure(
        formula,
        formula,
        None if undefined else operate(a, b),
        unit,
        sources=merged(left.sources, right.sources),
        formula=formula,
    )


def _in_unit(value: Decimal, of: Figure, to: Figure) -> Decimal:
    try:
        converted = numbers.convert(value, of.unit, to.unit)
        assert converted is not None
        return converted
    except ValueError:
        raise ValueError(
            f"“{of.name}”（{of.unit}）和“{to.name}”（{to.unit}）单位不同，不能相加减"
        ) from None


def _term(figure: Figure) -> str:
    """The operand as a formula shows it: the key of a filed figure, the formula in brackets of a computed one."""
    if figure.formula and figure.formula == figure.key:
        return (
            f"({figure.formula})"
            if any(sign in figure.formula for sign in "+-/*")
            else figure.formula
        )
    return f"{{{figure.key}}}"


def as_range(start: Figure, end: Figure) -> Figure:
    """Two dates as one figure (from … to …); the start alone where there is no end."""
    sources = merged(start.sources, end.sources)
    if not isinstance(start.value, PartialDate) or not isinstance(end.value, PartialDate):
        return replace(start, sources=sources)
    return replace(start, value=DateRange(start.value, end.value), sources=sources)
