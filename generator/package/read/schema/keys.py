"""The keys of a YAML file as its type has them: their names, types and defaults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from types import NoneType
from typing import Literal, get_args, get_origin

from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import FieldInfo

from generator.package.read.schema.meanings import MEANINGS
from generator.package.read.schema.yaml_files import YAML_FILES
from generator.package.read.schema.yaml_types import arms_of, fields_of, item_of

ANY = "*"
"""Stands for any name or number in a path."""
_PLAIN = {str: "文字", int: "整数", float: "数", bool: "true 或 false"}


class SchemaKey(Struct, frozen=True):
    """A key of a YAML file: where it stands (``headings.*.format``), its type and its default in
    words ("": it must be there), what it means."""

    path: str
    type: str
    default: str
    meaning: str


def keys_of(file: str) -> Iterator[SchemaKey]:
    """Every key of a YAML file (a name of ``YAML_FILES``), in the order of its type."""
    yield from _keys(YAML_FILES[file], "", MEANINGS[file])


def _keys(shape: object, above: str, meanings: Mapping[str, str]) -> Iterator[SchemaKey]:
    for arm in arms_of(shape):
        for name, field in fields_of(arm.type).items():
            path = f"{above}.{name}" if above else name
            yield SchemaKey(path, _words(field.type), _default_of(field), meanings.get(path, ""))
            yield from _keys(field.type, path, meanings)
        item = item_of(arm.type)
        if item is not None:
            path = f"{above}.{ANY}" if above else ANY
            if not above:
                yield SchemaKey(path, _words(item), "", meanings.get(path, ""))
            yield from _keys(item, path, meanings)


def _default_of(field: FieldInfo) -> str:
    if field.required:
        return ""
    return _default(field.default_factory() if field.default is NODEFAULT else field.default)


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


def _words(shape: object) -> str:
    """A type in words, with its bounds."""
    arms = [arm for arm in arms_of(shape) if arm.type is not NoneType]
    return " 或 ".join(dict.fromkeys(_word(arm.type) + _bounds(arm.bounds) for arm in arms))


def _word(arm: object) -> str:
    origin = get_origin(arm)
    if origin is Literal:
        return "、".join(map(str, get_args(arm)))
    if origin is tuple:
        return f"清单（{_words(item_of(arm))}）"
    return _word_of_class(arm) if isinstance(arm, type) else "项: 值"


def _word_of_class(arm: type) -> str:
    if issubclass(arm, Enum):
        return "、".join(str(choice.value) for choice in arm if choice.value)
    return _PLAIN.get(arm, "项: 值")


def _bounds(meta: Meta) -> str:
    bounds = ((meta.ge, "不小于"), (meta.le, "不大于"), (meta.gt, "大于"))
    return "".join(f"，{words} {bound}" for bound, words in bounds if bound is not None)
