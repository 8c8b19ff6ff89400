"""What of Jinja2's own filters and functions templates may use: those that arrange what is there.

Whatever pads, formats, repeats or draws lots is not among them: padding has no bound, layout is the
writer's business, and a report is the same every time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial, update_wrapper
from typing import Any

from jinja2.filters import FILTERS, make_attrgetter
from jinja2.utils import Namespace
from markupsafe import Markup, escape

from generator.figures.budget import whole
from generator.figures.sandbox import BoundedEnvironment, text_of

# Jinja2's filters take what templates hand them, which no checker sees.
Filter = Callable[..., Any]  # type: ignore[explicit-any]

_ARRANGING = [
    "default",
    "d",
    "first",
    "last",
    "length",
    "count",
    "list",
    "map",
    "select",
    "reject",
    "selectattr",
    "rejectattr",
    "reverse",
    "items",
]
_OF_TEXT = ["trim", "upper", "lower", "truncate", "string", "safe", "escape", "e"]
_ORDERING = ["sort", "unique", "min", "max"]
_LARGEST_STEP = 12
"""Digits of what a range counts with."""


def add_builtins(environment: BoundedEnvironment) -> None:
    """Give an environment the filters and functions of Jinja2 that are bounded in it."""
    for name in _ARRANGING:
        environment.add_filter(name, FILTERS[name])
    for name in _OF_TEXT:
        environment.add_filter(name, _of_text(FILTERS[name]))
    for name in _ORDERING:
        environment.add_filter(name, partial(_ordered, environment, FILTERS[name]))
    environment.add_filter("join", partial(_joined, environment))
    environment.add_filter("replace", partial(_replaced, environment))
    environment.globals.update(
        {"range": partial(_numbers, environment), "dict": dict, "namespace": Namespace}
    )


def _of_text(function: Filter) -> Filter:
    """The filter, given a text only."""
    if hasattr(function, "jinja_pass_arg"):

        def with_environment(asked: object, value: object, *options: object) -> object:
            return function(asked, text_of(value), *options)

        return update_wrapper(with_environment, function)

    def plain(value: object, *options: object) -> object:
        return function(text_of(value), *options)

    return plain


def _ordered(
    environment: BoundedEnvironment,
    function: Filter,
    values: Iterable[object],
    attribute: str | int | None = None,
    **options: object,
) -> object:
    """The filter, after what it compares has been walked."""
    items = environment.budget.listed(values)
    key = make_attrgetter(environment, attribute)
    for item in items:
        environment.budget.walk(key(item))
    return function(environment, items, attribute=attribute, **options)


def _joined(
    environment: BoundedEnvironment,
    values: Iterable[object],
    separator: str = "",
    attribute: str | int | None = None,
) -> str:
    """The values in one text, as the filter join."""
    items = environment.budget.listed(values)
    if attribute is not None:
        items = list(map(make_attrgetter(environment, attribute), items))
    texts = [text_of(item) for item in items]
    between = text_of(separator)
    environment.budget.print(sum(map(len, texts)) + len(between) * len(texts))
    if isinstance(between, Markup) or any(isinstance(text, Markup) for text in texts):
        return escape(between).join(texts)
    return between.join(texts)


def _replaced(environment: BoundedEnvironment, value: object, old: object, new: object) -> str:
    """The text with one word in place of another, as the filter replace."""
    text, before, after = text_of(value), text_of(old), text_of(new)
    environment.budget.print(len(text) + len(after) * (text.count(before)))
    if isinstance(text, Markup) or isinstance(after, Markup):
        return escape(text).replace(before, after)
    return text.replace(before, after)


def _numbers(environment: BoundedEnvironment, *bounds: int) -> range:
    """A range, as long as a list may be."""
    numbers = range(*(whole(bound, _LARGEST_STEP) for bound in bounds))
    environment.budget.hold(len(numbers))
    return numbers
