"""The functions of formulas that weigh figures against one another: the least, the greatest, how
far a target was reached.

类别：取小、取大和达成度，公式和提纲里都能用
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from operator import gt, lt

from generator.figures.figure import Figure, Holds, Operand, as_figure, merged, number_in_unit
from generator.standard.wording.numbers import EXACT

_AT_MOST = ("≤", "<")
_WHOLE = Decimal(1)


def least(*values: Operand) -> Figure:
    """The least of some figures; unknown where one is unknown.

    说明：几个数里最小的一个，有一个不知道就是不知道。
    用法：按{{ min(f('资金.计划'), f('资金.到位')) }}计
    印出：按5000万元计
    """
    return reduce(lambda one, other: _taken("min", lt, one, other), map(as_figure, values))


def greatest(*values: Operand) -> Figure:
    """The greatest of some figures; unknown where one is unknown.

    说明：几个数里最大的一个，有一个不知道就是不知道。
    用法：按{{ max(f('资金.计划'), f('资金.到位')) }}计
    印出：按6504万元计
    """
    return reduce(lambda one, other: _taken("max", gt, one, other), map(as_figure, values))


def reached(target: Operand, actual: Operand) -> Figure:
    """How far a target was reached, from 0 to 1: the actual number by the target; for a target that
    must not be exceeded (≤, <) the other way round. Unknown where one is unknown or is words.

    说明：完成值达到指标值的程度，最多是 1：完成值 ÷ 指标值；指标值带 ≤、< 的反过来算。达到了就是 1；有一个不知道，或者是文字，就是不知道。
    用法：{% if 达成度(f('企业.引进.任务数'), f('企业.引进')) == 1 %}完成{% else %}没有完成{% endif %}任务
    印出：完成任务
    """
    wanted, done = as_figure(target), as_figure(actual)
    formula = f"达成度({_said(wanted)},{_said(done)})"
    a, b = wanted.number_or_none, done.number_or_none
    value = None
    if a is not None and b is not None:
        value = _share(a, number_in_unit(b, done, wanted), wanted.qualifier in _AT_MOST)
    return _weighed(formula, (wanted, done), value)


def _share(target: Decimal, actual: Decimal, at_most: bool) -> Decimal:
    if (actual <= target) if at_most else (actual >= target):
        return _WHOLE
    part, whole = (target, actual) if at_most else (actual, target)
    return max(Decimal(0), EXACT.divide(part, whole)) if whole else Decimal(0)


def _taken(name: str, holds: Holds, one: Figure, other: Figure) -> Figure:
    """The one of two that stands first by ``holds``, in the unit of the first that has one."""
    a, b = one.number, other.number
    value = None
    if a is not None and b is not None:
        b = number_in_unit(b, other, one)
        value = a if holds(a, b) else b
    unit = one.unit or other.unit
    made = _weighed(f"{name}({_said(one)},{_said(other)})", (one, other), value)
    return made.renamed(unit=unit)


def _weighed(formula: str, sides: Sequence[Figure], value: Decimal | None) -> Figure:
    """A computed figure, named after its formula; an unknown one after what it lacks."""
    lacking = dict.fromkeys(side.name for side in sides if not side.known)
    sources = merged(*(side.sources for side in sides))
    return Figure(formula, "、".join(lacking) or formula, value, sources=sources, formula=formula)


def _said(figure: Figure) -> str:
    """A figure as a formula shows it."""
    return figure.formula or f"{{{figure.key}}}"
