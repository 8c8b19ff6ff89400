"""What a template uses, wherever in it: keys, names, columns of records, texts, filters, other
templates. Read from the template alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple, TypeVar

from jinja2 import nodes

KEY_AT = {"f": 0, "prev": 0, "known": 0, "zero": 0, "claim": 1}
"""Which argument of a word is a key."""
_SAME_ROWS = ("where", "by", "list", "reverse", "sort", "selectattr", "rejectattr", "unique")
"""Filters that give rows of the records that they are given."""
_BY_COLUMN = ("group", "by")
"""Filters whose first argument is a column."""
_Item = TypeVar("_Item")
_Part = TypeVar("_Part", bound=nodes.Node)
Column = tuple[str, str]
"""A name that may be one of records, and what is asked of it."""


class TemplateUses(NamedTuple):
    """Each as often as it is written once: ``texts`` are those without a name for the gap,
    ``blocks`` all blocks in order, one that stands twice twice."""

    keys: tuple[str, ...]
    names: tuple[str, ...]
    columns: tuple[Column, ...]
    texts: tuple[str, ...]
    tables: tuple[str, ...]
    filters: tuple[str, ...]
    tests: tuple[str, ...]
    templates: tuple[str, ...]
    blocks: tuple[str, ...]


class TemplateParts:
    """All parts below one of a parsed template, walked once, in order."""

    def __init__(self, root: nodes.Node) -> None:
        self._all = list(root.find_all(nodes.Node))

    def of(self, sort: type[_Part]) -> list[_Part]:
        """Those of one sort."""
        return [part for part in self._all if isinstance(part, sort)]


def read_uses(template: TemplateParts) -> TemplateUses:
    """What a parsed template uses."""
    calls = template.of(nodes.Call)
    return TemplateUses(
        _of_each(calls, _keys),
        tuple(sorted(_asked(template) - _given(template))),
        _once(_columns(template)),
        _of_each(calls, _texts),
        _of_each(calls, _tables),
        _of_each(template.of(nodes.Filter), _own_name),
        _of_each(template.of(nodes.Test), _own_name),
        _once(_templates(template)),
        tuple(block.name for block in template.of(nodes.Block)),
    )


def _once(items: Iterable[_Item]) -> tuple[_Item, ...]:
    return tuple(dict.fromkeys(items))


def _asked(template: TemplateParts) -> set[str]:
    return {part.name for part in template.of(nodes.Name) if part.ctx == "load"}


def _given(template: TemplateParts) -> set[str]:
    """The names that a template gives itself, wherever: a branch may give what another uses."""
    names = {part.name for part in template.of(nodes.Name) if part.ctx != "load"}
    names |= {part.name for part in template.of(nodes.Macro)}
    names |= {part.target for part in template.of(nodes.Import)}
    for part in template.of(nodes.FromImport):
        names |= {name if isinstance(name, str) else name[1] for name in part.names}
    return names


def _of_each(parts: Iterable[_Part], read: Callable[[_Part], Iterable[str]]) -> tuple[str, ...]:
    """What is read from each of some parts of a template."""
    return _once(chain.from_iterable(map(read, parts)))


def _own_name(part: nodes.Filter | nodes.Test) -> tuple[str]:
    return (part.name,)


def _tables(call: nodes.Call) -> Iterator[str]:
    if _name(call.node) == "table":
        yield from _constant(call, 0)


def _keys(call: nodes.Call) -> Iterator[str]:
    word = _name(call.node)
    if word in KEY_AT:
        yield from _constant(call, KEY_AT[word])


def _texts(call: nodes.Call) -> Iterator[str]:
    """The text that a call prints, where it does not say what the text is called."""
    if _name(call.node) == "text" and len(call.args) == 1 and not call.kwargs:
        yield from _constant(call, 0)


def _constant(call: nodes.Call, position: int) -> Iterator[str]:
    """The argument at that position where it is written as a text."""
    for argument in call.args[position : position + 1]:
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
            yield argument.value


def _templates(template: TemplateParts) -> Iterator[str]:
    """The other templates that a template names."""
    named = [part.template for part in template.of(nodes.Extends)]
    named += [part.template for part in template.of(nodes.Import)]
    named += [part.template for part in template.of(nodes.FromImport)]
    named += [part.template for part in template.of(nodes.Include)]
    for name in named:
        if isinstance(name, nodes.Const) and isinstance(name.value, str):
            yield name.value


def _columns(template: TemplateParts) -> Iterator[Column]:
    """What is asked of a name, of a row of it, and by which columns its rows are chosen."""
    for part in template.of(nodes.Getattr):
        yield from _column_of(part)
    for chosen in template.of(nodes.Filter):
        yield from _columns_of_choice(chosen)
    for loop in template.of(nodes.For):
        yield from _columns_of_rows(loop)


def _column_of(part: nodes.Getattr) -> Iterator[Column]:
    """资金.金额 and 资金['键'].金额."""
    asked = part.node.node if isinstance(part.node, nodes.Getitem) else part.node
    name = _name(asked)
    if name:
        yield name, part.attr


def _columns_of_choice(chosen: nodes.Filter) -> Iterator[Column]:
    """资金|where(用途='产业')."""
    name = _rows_of(chosen.node)
    if name:
        for column in _chosen_by(chosen):
            yield name, column


def _columns_of_rows(loop: nodes.For) -> Iterator[Column]:
    """What a loop over records asks of each row."""
    records = _rows_of(loop.iter)
    row = loop.target.name if isinstance(loop.target, nodes.Name) else ""
    if not records or not row:
        return
    for asked in _asked_in(loop):
        if _name(asked.node) == row and asked.attr != "key":
            yield records, asked.attr


def _asked_in(loop: nodes.For) -> Iterator[nodes.Getattr]:
    """What is asked of anything in a loop, but for what it goes over."""
    for part in loop.body:
        yield from part.find_all(nodes.Getattr)
    if loop.test is not None:
        # Below another node, since find_all leaves out the one that it begins with.
        yield from nodes.Output([loop.test]).find_all(nodes.Getattr)


def _chosen_by(chosen: nodes.Filter) -> Iterator[str]:
    """The columns by which a filter chooses or orders rows."""
    if chosen.name == "where":
        yield from (str(option.key) for option in chosen.kwargs)
    if chosen.name in _BY_COLUMN and chosen.args and isinstance(chosen.args[0], nodes.Const):
        yield str(chosen.args[0].value)


def _rows_of(node: nodes.Node | None) -> str:
    """The name of which the rows of an expression are; "" where that is not known."""
    if isinstance(node, nodes.Filter):
        return _rows_of(node.node) if node.name in _SAME_ROWS else ""
    return _name(node)


def _name(node: nodes.Node | None) -> str:
    """The bare name that an expression is; "" for any other."""
    return node.name if isinstance(node, nodes.Name) else ""
