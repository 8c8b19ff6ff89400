"""The keys of a YAML file as its model has them: their names, types and defaults."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import chain
from typing import Annotated, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le
from msgspec import Struct
from pydantic import BaseModel, RootModel

from generator.package.read.schema.meanings import MEANINGS
from generator.package.read.schema.yaml_files import YAML_FILES

ANY = "*"
"""Stands for any name or number in a path."""
_UNIONS = (Union, types.UnionType)
_PLAIN = {str: "文字", int: "整数", float: "数", bool: "true 或 false", type(None): "不写"}


class SchemaKey(Struct, frozen=True):
    """A key of a YAML file: where it stands (``headings.*.format``), its type and its default in
    words ("": it must be there), what it means."""

    path: str
    type: str
    default: str
    meaning: str


def keys_of(file: str) -> Iterator[SchemaKey]:
    """Every key of a YAML file (a name of ``YAML_FILES``), in the order of its model."""
    yield from _keys(YAML_FILES[file], "", MEANINGS[file])


def names_at(model: object, path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that a model allows at a path; () where any may stand there, or none."""
    places = [model]
    for part in path:
        places = [inner for place in places for inner in _inside(place, part)]
    arms = [arm for place in places for arm in _arms(place)]
    return tuple(dict.fromkeys(name for arm in arms for name in _fields(arm)))


def _keys(place: object, above: str, meanings: Mapping[str, str]) -> Iterator[SchemaKey]:
    for arm in _arms(place):
        for name, (inner, default) in _fields(arm).items():
            path = f"{above}.{name}" if above else name
            yield SchemaKey(path, _words(inner), default, meanings.get(path, ""))
            yield from _keys(inner, path, meanings)
        item = _item(arm)
        if item is not None:
            path = f"{above}.{ANY}" if above else ANY
            if not above:
                yield SchemaKey(path, _words(item), "", meanings.get(path, ""))
            yield from _keys(item, path, meanings)


def _inside(place: object, part: str | int) -> Iterator[object]:
    """What a model has below a key or an index."""
    for arm in _arms(place):
        fields = _fields(arm)
        item = _item(arm)
        if part in fields:
            yield fields[str(part)][0]
        elif item is not None:
            yield item


def _arms(place: object) -> tuple[object, ...]:
    """The types that a type may be, annotations aside."""
    origin = get_origin(place)
    if origin is Annotated:
        return _arms(get_args(place)[0])
    if origin in _UNIONS:
        return tuple(chain.from_iterable(map(_arms, get_args(place))))
    is_root = isinstance(place, type) and issubclass(place, RootModel)
    return _arms(_root(place)) if is_root else (place,)


def _root(place: object) -> object:
    """The type of what a model without keys of its own holds."""
    return typing.cast(type[RootModel[object]], place).model_fields["root"].annotation


def _item(place: object) -> object | None:
    """The type of what a list or a mapping holds; None for what is neither."""
    arguments = get_args(place)
    origin = get_origin(place)
    if origin is tuple:
        return typing.cast(object, arguments[0])
    is_mapping = isinstance(origin, type) and issubclass(origin, Mapping)
    return typing.cast(object, arguments[1]) if is_mapping else None


def _fields(place: object) -> dict[str, tuple[object, str]]:
    """The keys of a model by name, with type and default in words."""
    if not isinstance(place, type):
        return {}
    if issubclass(place, BaseModel):
        return {
            field.alias or name: (
                field.annotation,
                _default(field.get_default(call_default_factory=True))
                if not field.is_required()
                else "",
            )
            for name, field in place.model_fields.items()
        }
    if not dataclasses.is_dataclass(place):
        return {}
    hints = typing.get_type_hints(place, include_extras=True)
    return {
        field.name: (hints[field.name], _default_of(field)) for field in dataclasses.fields(place)
    }


def _default_of(field: dataclasses.Field[object]) -> str:
    if field.default is not dataclasses.MISSING:
        return _default(field.default)
    if field.default_factory is not dataclasses.MISSING:
        return _default(field.default_factory())
    return ""


def _default(value: object) -> str:
    """A default in words."""
    if isinstance(value, Enum):
        return _default(value.value)
    if value is None or value in ("", (), {}):
        return "不写"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "、".join(map(_default, value))
    return str(value)


def _words(place: object) -> str:
    """A type in words, with its bounds."""
    if get_origin(place) is Annotated:
        inner, *bounds = get_args(place)
        return _words(inner) + "".join(map(_bound, bounds))
    arms = [arm for arm in _arms_with_bounds(place) if arm is not type(None)]
    return " 或 ".join(dict.fromkeys(map(_word, arms)))


def _arms_with_bounds(place: object) -> tuple[object, ...]:
    if get_origin(place) in _UNIONS:
        return tuple(chain.from_iterable(map(_arms_with_bounds, get_args(place))))
    return (place,)


def _word(place: object) -> str:
    origin = get_origin(place)
    if origin is Annotated:
        return _words(place)
    if origin is Literal:
        return "、".join(map(str, get_args(place)))
    if origin is tuple:
        return f"清单（{_words(get_args(place)[0])}）"
    return _word_of_class(place) if isinstance(place, type) else "项: 值"


def _word_of_class(place: type) -> str:
    if issubclass(place, Enum):
        return "、".join(str(choice.value) for choice in place if choice.value)
    return _PLAIN.get(place, "项: 值")


def _bound(bound: object) -> str:
    match bound:
        case Ge(ge=low):
            return f"，不小于 {low}"
        case Le(le=high):
            return f"，不大于 {high}"
        case Gt(gt=low):
            return f"，大于 {low}"
    return ""
