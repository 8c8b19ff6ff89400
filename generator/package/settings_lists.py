"""The lists in the text of report.yaml: one item more, or one less; all else stays as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

import yaml
from msgspec import Struct

from generator.model.regex import regex
from generator.package import yamltext
from generator.package.settings_text import quoted

_REMARK = regex(r"[ \t]*(?:#.*)?")
Item = str | Mapping[str, "Item"] | Sequence["Item"]
"""What an item of a list is made of."""


class _ListAt(Struct, frozen=True):
    """A list in a text: the node, and the text that it stands in."""

    node: yaml.SequenceNode
    text: str

    @property
    def in_one_line(self) -> bool:
        return bool(self.node.flow_style)

    def begin(self, index: int) -> int:
        """Where an item begins: of one with a line of its own, that line."""
        if index == len(self.node.value):
            return self.end(index - 1)
        start = int(self.node.value[index].start_mark.index)
        return start if self.in_one_line else self.text.rfind("\n", 0, start) + 1

    def end(self, index: int) -> int:
        """Where an item ends, before blank lines and remarks."""
        if self.in_one_line:
            return int(self.node.value[index].end_mark.index)
        is_last = index == len(self.node.value) - 1
        end = self.node.end_mark.index if is_last else self.begin(index + 1)
        lines = self.text[self.begin(index) : end].splitlines(keepends=True)
        while len(lines) > 1 and _REMARK.fullmatch(lines[-1].rstrip("\r\n")):
            lines.pop()
        return self.begin(index) + len("".join(lines))


def list_paths(text: str) -> tuple[str, ...]:
    """The paths in a YAML text that lead to a list, an empty one too. Raises yaml.YAMLError."""
    node = yamltext.compose(text)
    return tuple(path for path, _ in _lists(node, "")) if node is not None else ()


def _lists(node: yaml.Node, path: str) -> Iterator[tuple[str, yaml.SequenceNode]]:
    if isinstance(node, yaml.SequenceNode):
        yield path, node
    for name, child in _children(node):
        yield from _lists(child, f"{path}.{name}" if path else name)


def _children(node: yaml.Node) -> list[tuple[str, yaml.Node]]:
    """What stands below a list, by number, or below a mapping, by key."""
    if isinstance(node, yaml.SequenceNode):
        return [(str(index), child) for index, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return [(str(key.value), child) for key, child in node.value]
    return []


def without_item(text: str, path: str, index: int) -> str:
    """The text without an item of the list at ``path``. Raises ValueError where the list stands in
    a form that no item can be cut out of, LookupError where there is no such item."""
    place = _list_at(text, path)
    if not 0 <= index < len(place.node.value):
        raise LookupError(path)
    changed = _without(place, index)
    wanted = deepcopy(yamltext.load(text))
    _list_in(wanted, path).pop(index)
    return _proved(changed, wanted)


def _without(place: _ListAt, index: int) -> str:
    text, count = place.text, len(place.node.value)
    if count == 1:
        end = place.node.end_mark.index if place.in_one_line else place.end(0)
        return _instead(place, "[]", end)
    if not place.in_one_line:
        return text[: place.begin(index)] + text[place.end(index) :]
    if index < count - 1:
        return text[: place.begin(index)] + text[place.begin(index + 1) :]
    return text[: place.end(index - 1)] + text[place.end(index) :]


def _instead(place: _ListAt, words: str, end: int) -> str:
    """The text with words in the place of the whole list."""
    start = place.node.start_mark.index
    if place.in_one_line:
        return place.text[:start] + words + place.text[end:]
    before = place.text[:start].rstrip()
    return f"{before} {words}\n{place.text[end:]}"


def with_item(text: str, path: str, item: Item) -> str:
    """The text with an item more at the end of the list at ``path``; a list at the top that is not
    there yet comes last. Raises ValueError where it stands in a form that nothing can be added
    to."""
    wanted = deepcopy(yamltext.load(text))
    if path not in list_paths(text):
        if "." in path or not isinstance(wanted, dict) or wanted.get(path):
            raise ValueError(path)
        wanted[path] = [_plain(item)]
        ending = "" if text.endswith("\n") else "\n"
        return _proved(f"{text}{ending}{path}:\n  - {_in_one_line(item)}\n", wanted)
    place = _list_at(text, path)
    _list_in(wanted, path).append(_plain(item))
    return _proved(_with(place, _in_one_line(item)), wanted)


def _with(place: _ListAt, words: str) -> str:
    text, count = place.text, len(place.node.value)
    if not count:
        return _instead(place, f"[{words}]", place.node.end_mark.index)
    end = place.end(count - 1)
    if place.in_one_line:
        return f"{text[:end]}, {words}{text[end:]}"
    newline = "" if text[:end].endswith("\n") else "\n"
    indent = " " * place.node.start_mark.column
    return f"{text[:end]}{newline}{indent}- {words}\n{text[end:]}"


def _in_one_line(item: Item) -> str:
    if isinstance(item, str):
        return quoted(item)
    if isinstance(item, Mapping):
        parts = (f"{name}: {_in_one_line(part)}" for name, part in item.items())
        return f"{{{', '.join(parts)}}}"
    return f"[{', '.join(map(_in_one_line, item))}]"


def _plain(item: Item) -> object:
    if isinstance(item, str):
        return item
    if isinstance(item, Mapping):
        return {name: _plain(part) for name, part in item.items()}
    return [_plain(part) for part in item]


def _list_at(text: str, path: str) -> _ListAt:
    """The list at a path. Raises LookupError."""
    node = yamltext.compose(text)
    found = dict(_lists(node, "")) if node is not None else {}
    return _ListAt(found[path], text)


def _list_in(tree: object, path: str) -> list[object]:
    """The list of that path in what a text means. Raises ValueError for anything else."""
    for part in path.split("."):
        if isinstance(tree, list):
            tree = tree[int(part)]
        elif isinstance(tree, dict):
            tree = {str(key): value for key, value in tree.items()}[part]
    if not isinstance(tree, list):
        raise ValueError(path)
    return tree


def _proved(text: str, wanted: object) -> str:
    """The text, if it means what is wanted. Raises ValueError."""
    try:
        means = yamltext.load(text)
    except yaml.YAMLError:
        means = None
    if means != wanted:
        raise ValueError("the list stands in a form of its own")
    return text
