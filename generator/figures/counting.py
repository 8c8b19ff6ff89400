"""A parsed template with the counting of its steps written into it.

Jinja2 lets a sandbox see calls, attributes and arithmetic, but neither loops, text, ``~``,
comparisons, conditions nor slices. Here each of them gets a filter of the sandbox, under a name
that no template can write.
"""

from __future__ import annotations

import math
from typing import cast

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

from generator.figures.budget import TOO_LARGE
from generator.model.regex import regex

COUNT, JOIN, WALK, SIZE = " count", " join", " walk", " size"
"""Filters: counts so many characters; joins a list to a text; walks a value; counts its length."""
COMPARE, NOT = " compare", " not"
"""Filters: compares a value with others, by operators; negates a condition."""
LACKS, MISSING, HOLDS = " lacks", " missing", " holds"
MAY_HOLD, BOTH, FAILS, EITHER, KEPT = " may hold", " both", " fails", " either", " kept"
"""Filters: the methods of ``truth.Conditions``."""

_UNPRINTABLE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no Word file can hold, and what the marks of figures are written with."""


def counted(template: nodes.Template, name: str | None) -> nodes.Template:
    """The template ``name``, changed in place.

    Raises TemplateSyntaxError where a literal text holds a control character.
    """
    _Counting(name).visit(template)
    return template


class _Counting(NodeTransformer):
    """Changes each node that the sandbox does not see."""

    def __init__(self, name: str | None) -> None:
        self.name = name
        self._length = 0
        """The characters of the fixed text so far."""

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802
        return self._with_count(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802
        return self._with_count(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        return self._with_count(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        return self._with_count(node)

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """The condition of a loop holds as that of an ``if`` does: a 0 is nothing."""
        self._with_count(node)
        if isinstance(node.test, nodes.Expr):
            decided = _filter(NOT, _filter(NOT, node.test))
            node.test = nodes.And(_filter(COUNT, nodes.Const(0)), decided)
        return node

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:  # noqa: N802
        self._length += len(node.data)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filter(JOIN, nodes.List(node.nodes, lineno=node.lineno))

    def visit_Const(self, node: nodes.Const) -> nodes.Node:  # noqa: N802
        if isinstance(node.value, str) and _UNPRINTABLE.search(node.value):
            raise TemplateSyntaxError("引号里有印不出来的控制字符", node.lineno, self.name)
        if is_endless(node):
            raise TemplateSyntaxError(TOO_LARGE, node.lineno, self.name)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        steps: list[nodes.Expr] = []
        for step in node.ops:
            steps += [nodes.Const(step.op, lineno=node.lineno), step.expr]
        return _filter(COMPARE, node.expr, *steps)

    def visit_Not(self, node: nodes.Not) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filter(NOT, node.node)

    def visit_And(self, node: nodes.And) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _choice(_filter(MAY_HOLD, node.left), _filter(BOTH, node.right), _taken(KEPT, node))

    def visit_Or(self, node: nodes.Or) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _choice(_filter(FAILS, node.left), _filter(EITHER, node.right), _taken(KEPT, node))

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        decided = _choice(_taken(HOLDS, node), node.expr1, node.expr2)
        return _choice(_filter(LACKS, node.test), _taken(MISSING, node), decided)

    def visit_If(self, node: nodes.If) -> nodes.Node:  # noqa: N802
        """Before each branch comes one for a condition that is undecided, which prints a gap."""
        steps, node.elif_ = (node, *node.elif_), []
        for step in steps:
            self.generic_visit(step)
        branches = [branch for step in steps for branch in _branches(step)]
        first, *others = branches
        return nodes.If(first.test, first.body, others, node.else_, lineno=node.lineno)

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.key = _walked(node.key)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _filter(SIZE, node.node)
        return node

    def _with_count(
        self, node: nodes.Template | nodes.Block | nodes.Macro | nodes.CallBlock | nodes.For
    ) -> nodes.Node:
        """The node; its body begins with the counting of the fixed text in it."""
        before = self._length
        self.generic_visit(node)
        length = self._length - before
        count = nodes.ExprStmt(_filter(COUNT, nodes.Const(length)), lineno=node.lineno)
        node.body.insert(0, count)
        return node


def is_endless(node: nodes.Node) -> bool:
    """Whether a node is a number that no floating-point number can hold (1e400)."""
    value = node.value if isinstance(node, nodes.Const) else None
    return isinstance(value, float) and not math.isfinite(value)


def _walked(value: nodes.Expr) -> nodes.Expr:
    return value if isinstance(value, nodes.Const) else _filter(WALK, value)


def _filter(name: str, value: nodes.Expr, *others: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(value, name, list(others), [], None, None, lineno=value.lineno)


def _taken(name: str, node: nodes.Node) -> nodes.Filter:
    """A filter that takes what was kept."""
    return _filter(name, nodes.Const(None, lineno=node.lineno))


def _choice(test: nodes.Expr, yes: nodes.Expr, no: nodes.Expr | None) -> nodes.CondExpr:
    return nodes.CondExpr(test, yes, no, lineno=test.lineno)


def _branches(step: nodes.If) -> tuple[nodes.If, nodes.If]:
    """An ``if`` or ``elif`` as two: its condition undecided, its condition true."""
    gap = nodes.Output([_taken(MISSING, step)], lineno=step.lineno)
    return (
        nodes.If(_filter(LACKS, cast(nodes.Expr, step.test)), [gap], [], [], lineno=step.lineno),
        nodes.If(_taken(HOLDS, step), step.body, [], [], lineno=step.lineno),
    )
