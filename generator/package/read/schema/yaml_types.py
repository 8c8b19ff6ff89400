"""A type that a YAML file is read as, taken apart: the types that it may be, its keys and items."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Annotated, Union, cast, get_args, get_origin

from msgspec import Meta, Struct, structs

_UNIONS = (Union, types.UnionType)


class Arm(Struct, frozen=True):
    """One of the types that a type may be, and its bounds."""

    type: object
    bounds: Meta = Meta()


def arms_of(shape: object) -> tuple[Arm, ...]:
    """The types that a type may be, in their order."""
    if get_origin(shape) in _UNIONS:
        return tuple(chain.from_iterable(map(arms_of, get_args(shape))))
    if get_origin(shape) is Annotated:
        return (Arm(*get_args(shape)),)
    return (Arm(shape),)


def fields_of(arm: object) -> dict[str, structs.FieldInfo]:
    """The keys of a struct, called as in a file; none of another type."""
    if not (isinstance(arm, type) and issubclass(arm, Struct)):
        return {}
    return {field.encode_name: field for field in structs.fields(arm)}


def is_mapping(arm: object) -> bool:
    """Whether the keys are free."""
    origin = get_origin(arm)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def item_of(arm: object) -> object | None:
    """The type of what a list or a mapping holds; None for what is neither."""
    if get_origin(arm) is tuple or is_mapping(arm):
        arguments = [argument for argument in get_args(arm) if argument is not ...]
        return cast(object, arguments[-1])
    return None


def names_at(shape: object, path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that a type allows at a path; () where any may stand there, or none."""
    reached = [shape]
    for part in path:
        reached = [inner for outer in reached for inner in _below(outer, part)]
    arms = [arm for inner in reached for arm in arms_of(inner)]
    return tuple(dict.fromkeys(name for arm in arms for name in fields_of(arm.type)))


def _below(shape: object, part: str | int) -> Iterator[object]:
    """What a type has below a key or an index."""
    for arm in arms_of(shape):
        fields = fields_of(arm.type)
        item = item_of(arm.type)
        if part in fields:
            yield fields[str(part)].type
        elif item is not None:
            yield item
