"""The content of a YAML file made a value of its type, or every fault of it.

``msgspec.convert`` decides and makes the value. It stops at the first fault and does not say under
which key that stands: what it refuses is walked through here, beside the type, and what people
write where it is strict (``scalars``) is put right.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum, auto
from types import NoneType
from typing import Literal, TypeVar, get_args, get_origin

import msgspec
from msgspec import Meta, Struct

from generator.package.read.schema import scalars
from generator.package.read.schema.yaml_types import Arm, arms_of, fields_of, is_mapping, item_of

Path_ = tuple[str | int, ...]
Value = TypeVar("Value")


class Wrong(Enum):
    """What is wrong with an item: it is not there, is not known, is not what should stand there, is
    out of bounds, or has a name that is no text."""

    MISSING = auto()
    UNKNOWN = auto()
    NO_TEXT = auto()
    NOT_WHOLE = auto()
    NO_NUMBER = auto()
    NO_FLAG = auto()
    NO_DAY = auto()
    NO_LIST = auto()
    NO_ITEMS = auto()
    NO_CHOICE = auto()
    EMPTY = auto()
    TOO_LOW = auto()
    TOO_HIGH = auto()
    NOT_ABOVE = auto()
    NO_NAME = auto()


class ShapeFault(Struct, frozen=True):
    """What is wrong at a path, and what stands there; ``choices`` are the words that may stand
    there, ``bound`` is the number that it must reach, not pass, or be above."""

    path: Path_
    wrong: Wrong
    value: object = None
    choices: tuple[str, ...] = ()
    bound: float = 0


class ShapeError(Exception):
    """A content that is not of its type."""

    def __init__(self, faults: Sequence[ShapeFault]) -> None:
        super().__init__(faults)
        self.faults = faults


def shaped(content: object, shape: type[Value]) -> Value:
    """The content as a value of a type. Raises ShapeError with every fault, in the order of the
    type's fields; for an item that is of none of several types, one for each of them."""
    try:
        return msgspec.convert(content, shape)
    except msgspec.ValidationError:
        faults: list[ShapeFault] = []
        plain = loosened(content, shape, (), faults)
    if faults:
        raise ShapeError(faults)
    return msgspec.convert(plain, shape)


def loosened(value: object, shape: object, path: Path_, faults: list[ShapeFault]) -> object:
    """The value at a path with its scalars as ``msgspec`` wants them; every fault goes to
    ``faults``, and what is faulty stays as it is."""
    arms = [arm for arm in arms_of(shape) if arm.type is not NoneType]
    if value is None and len(arms) < len(arms_of(shape)):
        return None
    for arm in arms:
        plain = _plain(value, arm.type)
        if plain is not None:
            faults += _out_of_bounds(value, plain, arm.bounds, path)
            return _with_inside(plain, arm.type, path, faults)
    faults += [ShapeFault(path, _wanted(arm), value, _choices(arm.type)) for arm in arms]
    return value


def _with_inside(value: object, arm: object, path: Path_, faults: list[ShapeFault]) -> object:
    """A value that is of a type at first sight, with what it holds."""
    if isinstance(value, list):
        item = item_of(arm)
        return [loosened(one, item, (*path, at), faults) for at, one in enumerate(value)]
    if isinstance(value, dict):
        held = _mapping if is_mapping(arm) else _struct
        return dict(held(value, arm, path, faults))
    return value


def _mapping(
    value: Mapping[object, object], arm: object, path: Path_, faults: list[ShapeFault]
) -> Iterator[tuple[object, object]]:
    of_keys, of_items = get_args(arm)
    for key, item in value.items():
        below = (*path, _part(key))
        yield loosened(key, of_keys, below, faults), loosened(item, of_items, below, faults)


def _struct(
    value: Mapping[object, object], arm: object, path: Path_, faults: list[ShapeFault]
) -> Iterator[tuple[object, object]]:
    fields = fields_of(arm)
    for name, field in fields.items():
        if name in value:
            yield name, loosened(value[name], field.type, (*path, name), faults)
        elif field.required:
            faults.append(ShapeFault((*path, name), Wrong.MISSING))
    for key in (key for key in value if key not in fields):
        yield key, value[key]
        is_text = isinstance(key, str)
        wrong, stands = (Wrong.UNKNOWN, value[key]) if is_text else (Wrong.NO_NAME, key)
        faults.append(ShapeFault((*path, _part(key)), wrong, stands))


def _part(key: object) -> str | int:
    """A key of a mapping as a part of a path."""
    if isinstance(key, str | int) and not isinstance(key, bool):
        return key
    return "null" if key is None else str(key).lower()


def _out_of_bounds(value: object, plain: object, bounds: Meta, path: Path_) -> Iterator[ShapeFault]:
    if bounds.min_length and not plain:
        yield ShapeFault(path, Wrong.EMPTY, value)
    for bound, wrong, is_out in (
        (bounds.ge, Wrong.TOO_LOW, operator.lt),
        (bounds.le, Wrong.TOO_HIGH, operator.gt),
        (bounds.gt, Wrong.NOT_ABOVE, operator.le),
    ):
        if bound is not None and isinstance(plain, int | float) and is_out(plain, bound):
            yield ShapeFault(path, wrong, value, bound=bound)


def _plain(value: object, arm: object) -> object | None:
    """A value as a type wants it, whatever it holds; None where it is of another type."""
    if arm in _SCALARS:
        return _SCALARS[arm][1](value)
    if choices := _choices(arm):
        return value if value in choices else None
    return value if isinstance(value, list if get_origin(arm) is tuple else dict) else None


def _wanted(arm: Arm) -> Wrong:
    """What is wrong with a value of another type."""
    if arm.type in _SCALARS:
        return _SCALARS[arm.type][0]
    if _choices(arm.type):
        return Wrong.NO_CHOICE
    return Wrong.NO_LIST if get_origin(arm.type) is tuple else Wrong.NO_ITEMS


def _choices(arm: object) -> tuple[str, ...]:
    """The words that a type is; () where it has no list of them."""
    if get_origin(arm) is Literal:
        return get_args(arm)
    if isinstance(arm, type) and issubclass(arm, Enum):
        return tuple(choice.value for choice in arm)
    return ()


_SCALARS: Mapping[object, tuple[Wrong, Callable[[object], object | None]]] = {
    str: (Wrong.NO_TEXT, scalars.text),
    int: (Wrong.NOT_WHOLE, scalars.whole),
    float: (Wrong.NO_NUMBER, scalars.number),
    bool: (Wrong.NO_FLAG, scalars.flag),
    dt.date: (Wrong.NO_DAY, scalars.day),
}
"""What is wrong where a scalar is of another type, and how one is read."""
