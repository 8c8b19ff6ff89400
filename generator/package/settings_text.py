"""The text of report.yaml as items, and back: what did not change keeps its text, comments too."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import yaml
from msgspec import Struct

from generator.model.digits import whole_number
from generator.model.regex import regex
from generator.package import yamltext

STRING, DATE = "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"
NULL, BOOLEAN = "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool"
_LIST = "tag:yaml.org,2002:seq"
_SEPARATORS = regex(r"[、，,]")
_ONE_LINE = 10**6
"""A width at which YAML breaks no line."""


class SettingItem(Struct, frozen=True):
    """A value of report.yaml.

    ``path`` leads to it (``signature.organs.0``); ``tag`` is its type in YAML. ``span`` says from
    which character to which it stands in the text (None: not by itself, as a folded text),
    ``style`` how it is quoted there (None: not at all).
    """

    path: str
    text: str
    tag: str
    span: tuple[int, int] | None = None
    style: str | None = None


def items(text: str) -> list[SettingItem]:
    """The values of a YAML text in order. Raises yaml.YAMLError."""
    node = yamltext.compose(text)
    return list(_items(node, "")) if node is not None else []


def _items(node: yaml.Node, path: str) -> Iterator[SettingItem]:
    children = _children(node)
    for name, child in children:
        yield from _items(child, f"{path}.{name}" if path else name)
    if not children:
        yield _item(node, path)


def _children(node: yaml.Node) -> list[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        return [(str(key.value), value) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [(str(index), value) for index, value in enumerate(node.value)]
    return []


def _item(node: yaml.Node, path: str) -> SettingItem:
    if isinstance(node, yaml.MappingNode):
        return SettingItem(path, "{}", node.tag)
    span = (node.start_mark.index, node.end_mark.index)
    if not isinstance(node, yaml.ScalarNode):
        return SettingItem(path, "[]", node.tag, span)
    by_itself = node.style in (None, "'", '"')
    if not by_itself:
        return SettingItem(path, str(node.value), node.tag)
    return SettingItem(path, str(node.value), node.tag, span, node.style)


def with_values(original: str, values: Mapping[str, str]) -> str:
    """``original`` with these values by path: each changed where it stands if the items are the
    same, else all written anew."""
    there = items(original) if original else []
    if not _can_stay(there, values):
        return _anew({item.path: item for item in there}, set(_list_paths(original)), values)
    text = original
    for item in reversed(there):
        text = _with_value(text, item, values[item.path])
    return text


def _with_value(text: str, item: SettingItem, value: str) -> str:
    if item.span is None or value == item.text:
        return text
    start, end = item.span
    blank = " " if start == end else ""
    return text[:start] + blank + _written(value, item) + text[end:]


def _can_stay(there: Sequence[SettingItem], values: Mapping[str, str]) -> bool:
    """Whether the items are the same, and each that changed stands by itself."""
    if [item.path for item in there] != list(values):
        return False
    return all(item.span is not None or values[item.path] == item.text for item in there)


def _written(text: str, item: SettingItem) -> str:
    """A value as YAML writes it where the item stands: what was blank becomes whatever it looks
    like, an empty list one with its parts, a text stays a text, quoted where it must be."""
    if item.tag == _LIST:
        return _list_of(text)
    if item.tag == NULL and not _is_scalar(text):
        return quoted(text)
    if item.tag != STRING:
        return text
    return text if item.style is None and _can_be_plain(text) else quoted(text)


def _can_be_plain(text: str) -> bool:
    """Whether a text needs no quotes."""
    return bool(text) and "\n" not in text and _resolves_to_text(text)


def _list_of(text: str) -> str:
    """A list in one line of the parts that 、 or a comma parts; a list as YAML writes it stays."""
    if text.strip().startswith("["):
        return text
    parts = (part.strip() for part in _SEPARATORS.split(text))
    return f"[{', '.join(quoted(part) for part in parts if part)}]"


def _is_scalar(text: str) -> bool:
    """Whether YAML reads the bare words as one value, in a mapping and in a list alike."""
    try:
        in_mapping, in_list = yamltext.load(f"a: {text}\n"), yamltext.load(f"[{text}]")
    except yaml.YAMLError:
        return False
    if not isinstance(in_mapping, dict) or not isinstance(in_list, list):
        return False
    value = in_mapping.get("a")
    return not isinstance(value, dict | list) and in_list == [value]


def _resolves_to_text(text: str) -> bool:
    """Whether YAML reads the bare words as that text, in a mapping and in a list alike."""
    try:
        in_mapping, in_list = yamltext.load(f"a: {text}\n"), yamltext.load(f"[{text}]")
    except yaml.YAMLError:
        return False
    return bool(in_mapping == {"a": text} and in_list == [text])


def quoted(text: str) -> str:
    """A text as YAML writes it in quotes, on one line."""
    style = '"' if "\n" in text else "'"
    written = yaml.safe_dump(text, allow_unicode=True, width=_ONE_LINE, default_style=style)
    return written.removesuffix("\n...\n").rstrip("\n")


def _list_paths(text: str) -> Iterator[str]:
    """The paths in a YAML text that lead to a list."""
    node = yamltext.compose(text) if text else None
    yield from _lists_in(node, "") if node is not None else ()


def _lists_in(node: yaml.Node, path: str) -> Iterator[str]:
    if isinstance(node, yaml.SequenceNode):
        yield path
    for name, child in _children(node):
        yield from _lists_in(child, f"{path}.{name}" if path else name)


def _anew(
    there: Mapping[str, SettingItem], lists: Collection[str], values: Mapping[str, str]
) -> str:
    root: dict[str, object] = {}
    for path, text in values.items():
        _put(root, path.split("."), _value(text, there.get(path)))
    tree = _with_lists(root, "", lists)
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=_ONE_LINE)


def _value(text: str, item: SettingItem | None) -> object:
    if not text or (item is not None and item.tag == STRING):
        return text
    try:
        return yamltext.load(_list_of(text) if item is not None and item.tag == _LIST else text)
    except yaml.YAMLError:
        return text


def _put(root: dict[str, object], path: Sequence[str], value: object) -> None:
    """Put a value where the path leads, through mappings that are made on the way."""
    *way, last = path
    branch = root
    for part in way:
        there = branch.get(part)
        branch[part] = deeper = there if isinstance(there, dict) else {}
        branch = deeper
    branch[last] = value


def _with_lists(node: object, path: str, lists: Collection[str]) -> object:
    """The tree with mappings as lists where they were lists, or their keys are 0, 1, 2 …"""
    if not isinstance(node, dict):
        return node
    above = f"{path}." if path else ""
    branches = {key: _with_lists(value, above + key, lists) for key, value in node.items()}
    by_number = {whole_number(key): value for key, value in branches.items()}
    numbered = {number: value for number, value in by_number.items() if number is not None}
    if branches and len(numbered) == len(by_number):
        return _numbered(numbered, path in lists)
    return branches


def _numbered(by_number: Mapping[int, object], was_list: bool) -> object:
    """A list in order; heading levels begin with 1 and stay a mapping, keyed by number."""
    is_list = was_list or 0 in by_number
    return [by_number[n] for n in sorted(by_number)] if is_list else by_number
