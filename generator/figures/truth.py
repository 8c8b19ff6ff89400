"""True, false, or undecided: what a template asks of a figure that is unknown.

Python would take the comparison of an unknown figure for a “no”, and the sentence for “no” would
print. Here it is a value of its own, which a condition prints as a gap. Conditions are those of
Kleene's three-valued logic.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Container, Mapping
from decimal import Decimal
from typing import Final

from msgspec import Struct

from generator.figures.figure import Figure
from generator.figures.records import CellFigure
from generator.model.kind import FLAG_UNIT

# Operators take whatever a template compares.
Operator = Callable[..., object]  # type: ignore[explicit-any]


def _in(item: object, container: Container[object]) -> bool:
    return item in container


def _not_in(item: object, container: Container[object]) -> bool:
    return item not in container


OPERATORS: Final[Mapping[str, Operator]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "gteq": operator.ge,
    "lt": operator.lt,
    "lteq": operator.le,
    "in": _in,
    "notin": _not_in,
}
"""The comparisons of a template as Jinja2 calls them."""
TESTS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("eq", "equalto", "=="), "eq"),
    **dict.fromkeys(("ne", "!="), "ne"),
    **dict.fromkeys(("gt", "greaterthan", ">"), "gt"),
    **dict.fromkeys(("ge", ">="), "gteq"),
    **dict.fromkeys(("lt", "lessthan", "<"), "lt"),
    **dict.fromkeys(("le", "<="), "lteq"),
    "in": "in",
}
"""The tests of Jinja2 (``is gt 60``) that are comparisons."""
_ORDERING = ("gt", "gteq", "lt", "lteq")


class Undecided(Struct, frozen=True):
    """What a condition is that needs ``figure``, which is unknown: neither true nor false."""

    figure: Figure

    def __bool__(self) -> bool:
        return False


def compared(sign: str, left: object, right: object) -> object:
    """``left sign right``, Undecided where it needs an unknown figure.

    Whether a figure is none may be asked; a blank cell of a record differs from every text. Raises
    TypeError where the two have no order.
    """
    for side, other in ((left, right), (right, left)):
        if isinstance(side, Undecided):
            return side
        if isinstance(side, Figure) and not side.known and _needs(sign, side, other):
            return Undecided(side)
    return OPERATORS[sign](left, right)


def _needs(sign: str, unknown: Figure, other: object) -> bool:
    """Whether a comparison with ``other`` needs the value of an unknown figure."""
    if sign in _ORDERING:
        return True
    if isinstance(unknown, CellFigure):
        return _is_number(other)
    return other is not None


def _is_number(value: object) -> bool:
    plain = value.value if isinstance(value, Figure) else value
    return isinstance(plain, int | float | Decimal) and not isinstance(plain, bool)


def undecided(condition: object) -> Figure | None:
    """The unknown figure that a condition needs; None where it is decided. A flag of the form that
    is blank says neither yes nor no; any other figure says whether it is known."""
    if isinstance(condition, Undecided):
        return condition.figure
    if isinstance(condition, Figure) and not condition.known and condition.unit == FLAG_UNIT:
        return condition
    return None


def _holds(condition: object) -> bool:
    """Whether a condition that is decided is true; a figure that is 0 is nothing, as in Python."""
    return bool(condition) and not (isinstance(condition, Figure) and condition.zero)


def negated(condition: object) -> object:
    """``not condition``."""
    unknown = undecided(condition)
    return not _holds(condition) if unknown is None else Undecided(unknown)


class Conditions:
    """The conditions of a template that are being decided; each is kept from the moment in which
    its first half is known until what follows from it is taken."""

    def __init__(self) -> None:
        self._kept: list[object] = []

    def lacks_figure(self, condition: object) -> bool:
        """Keep a condition; whether it cannot be decided."""
        self._kept.append(condition)
        return undecided(condition) is not None

    def missing(self, _: object) -> Figure:
        """The unknown figure of the condition kept last."""
        figure = undecided(self._kept.pop())
        assert figure is not None
        return figure

    def holds(self, _: object) -> bool:
        """Whether the condition kept last, which is decided, is true."""
        return _holds(self._kept.pop())

    def may_hold(self, left: object) -> bool:
        """Keep the left side of ``and``; whether the right side is to be asked."""
        self._kept.append(left)
        return undecided(left) is not None or _holds(left)

    def both(self, right: object) -> object:
        """``left and right``, left being kept."""
        left = self._kept.pop()
        if undecided(left) is None or (undecided(right) is None and not _holds(right)):
            return right
        return left

    def fails(self, left: object) -> bool:
        """Keep the left side of ``or``; whether the right side is to be asked."""
        self._kept.append(left)
        return undecided(left) is not None or not _holds(left)

    def either(self, right: object) -> object:
        """``left or right``, left being kept. A value in place of an undecided left (``or '差'``) is
        no answer to it, and words in place of a 0 (``or '不详'``) are none."""
        left = self._kept.pop()
        if isinstance(left, Figure) and left.zero and isinstance(right, str):
            return left
        return right if undecided(left) is None or right is True else left

    def kept(self, _: object) -> object:
        """The side kept last, which decides alone."""
        return self._kept.pop()
