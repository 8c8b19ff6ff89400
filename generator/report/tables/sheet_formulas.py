"""Formulas of a description as a sheet computes them: which cell is made of which.

Where a formula needs what the table does not print as it is (a figure of the package, a column that
is left out or in another unit), the cell keeps its number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from jinja2 import nodes

from generator.figures.evaluation import parsed
from generator.model.document import CellFormula, SheetCell

LookUp = Callable[[str], SheetCell]
"""Where the cell of a name stands. Raises KeyError where the table has none that prints a number as
it is."""
_OPERATIONS: dict[type[nodes.Expr], str] = {
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
}
_COMPARISONS = {"eq": "=", "ne": "<>", "gt": ">", "gteq": ">=", "lt": "<", "lteq": "<="}
_LOGIC: dict[type[nodes.Expr], str] = {nodes.And: "AND", nodes.Or: "OR"}
_BINDING: dict[type[nodes.Node], int] = {
    nodes.Compare: 0,
    nodes.Add: 1,
    nodes.Sub: 1,
    nodes.Mul: 2,
    nodes.Div: 2,
}
"""How closely the sign of an expression binds its sides; all others stand by themselves."""
_REACHED = "达成度"


def sheet_formula(
    formula: str, look_up: LookUp, at_most: Callable[[str], bool], places: int | None
) -> CellFormula:
    """The formula as a sheet computes it, rounded to ``places``; () where it cannot.

    ``at_most`` tells whether the number of a name must not be exceeded (≤).
    """
    try:
        parts = tuple(_Translation(look_up, at_most).of(parsed(formula)))
    except KeyError:
        return ()
    return parts if places is None else ("ROUND(", *parts, f",{places})")


class _Translation:
    """Translates the parts of one formula. Raises KeyError for what a sheet cannot compute."""

    def __init__(self, look_up: LookUp, at_most: Callable[[str], bool]) -> None:
        self._look_up, self._at_most = look_up, at_most

    def of(self, node: nodes.Node) -> Iterator[str | SheetCell]:
        """An expression."""
        match node:
            case nodes.Name() | nodes.Call(node=nodes.Name(name="f")):
                yield self._look_up(_name(node))
            case nodes.Const(value=int() | float() as value):
                yield str(value)
            case nodes.Neg():
                yield from ("(-", *self._side(node.node, _BINDING[nodes.Mul]), ")")
            case nodes.Compare():
                yield from self._compared(node)
            case nodes.CondExpr() if node.expr2 is not None:
                yield from self._called("IF", node.test, node.expr1, node.expr2)
            case nodes.Call():
                yield from self._of_call(node)
            case _:
                yield from self._of_two(node)

    def _of_two(self, node: nodes.Node) -> Iterator[str | SheetCell]:
        """What has a left and a right side."""
        if not isinstance(node, nodes.BinExpr):
            raise KeyError(type(node).__name__)
        if type(node) in _LOGIC:
            yield from self._called(_LOGIC[type(node)], node.left, node.right)
        else:
            sign, binding = _OPERATIONS[type(node)], _BINDING[type(node)]
            left, right = self._side(node.left, binding), self._side(node.right, binding + 1)
            yield from (*left, sign, *right)

    def _side(self, node: nodes.Expr, binding: int) -> Iterator[str | SheetCell]:
        """A side of a sign, in brackets where its own sign binds less than ``binding``."""
        alone = _BINDING.get(type(node), binding) >= binding
        yield from self.of(node) if alone else ("(", *self.of(node), ")")

    def _compared(self, node: nodes.Compare) -> Iterator[str | SheetCell]:
        if len(node.ops) != 1:
            raise KeyError("ops")
        step = node.ops[0]
        left, right = self._side(node.expr, 1), self._side(step.expr, 1)
        yield from (*left, _COMPARISONS[step.op], *right)

    def _of_call(self, node: nodes.Call) -> Iterator[str | SheetCell]:
        word = node.node.name if isinstance(node.node, nodes.Name) else ""
        if word == _REACHED and len(node.args) == 2:
            yield from self._reached(*node.args)
        elif word in ("min", "max") and node.args:
            yield from self._called(word.upper(), *node.args)
        else:
            raise KeyError(word)

    def _reached(self, target: nodes.Expr, actual: nodes.Expr) -> Iterator[str | SheetCell]:
        """1 where the target was reached, else the part of it that was."""
        close = _BINDING[nodes.Div] + 1
        wanted, done = tuple(self._side(target, close)), tuple(self._side(actual, close))
        if self._at_most(_name(target)):
            yield from ("IF(", *done, "<=", *wanted, ",1,", *wanted, "/", *done, ")")
        else:
            yield from ("IF(", *done, ">=", *wanted, ",1,MAX(0,", *done, "/", *wanted, "))")

    def _called(self, word: str, *arguments: nodes.Expr) -> Iterator[str | SheetCell]:
        yield f"{word}("
        for n, argument in enumerate(arguments):
            yield from ([","] if n else [])
            yield from self.of(argument)
        yield ")"


def _name(node: nodes.Node) -> str:
    """The name of a cell; "" for any other expression."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Call) and node.args and isinstance(node.args[0], nodes.Const):
        return cast(str, node.args[0].value)
    return ""
