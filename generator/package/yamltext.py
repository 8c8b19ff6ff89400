"""YAML as packages may hold it: plain mappings, lists and values, no deeper than the limit; no
anchors, no types written out, no key twice."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.constructor import SafeConstructor

from generator.model import limits
from generator.package.textfiles import FORBIDDEN

_LARGEST = 10**limits.CELL_DIGITS
_NO_LINE_ENDS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")


class YamlFaultError(yaml.MarkedYAMLError):
    """What YAML allows and a package may not hold; ``problem`` says it in Chinese."""


class _Bounded(Composer, SafeConstructor):
    """YAML without what a package needs not, whoever parses it."""

    peek_event: Callable[[], Any]
    _depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: Any = self.peek_event()
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _fault("用了锚点或别名（& 和 *），请把内容照写", event.start_mark)
        if event.tag:
            raise _fault("写了类型（!），请直接写值", event.start_mark)
        if self._depth == limits.YAML_DEPTH:
            raise _fault(f"套了超过{limits.YAML_DEPTH}层", event.start_mark)
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        node = super().compose_mapping_node(anchor)
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _fault("冒号左边应当是一个词", key.start_mark)
            if key.value in seen:
                raise _fault(f"“{key.value}”写了两次", key.start_mark)
            seen.add(key.value)
        return node

    def compose_scalar_node(self, anchor: Any) -> yaml.ScalarNode:
        node = super().compose_scalar_node(anchor)
        char = FORBIDDEN.search(node.value)
        if char:
            raise _fault(f"有控制字符 U+{ord(char[0]):04X}", node.start_mark)
        return node

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            value = super().construct_object(node, deep)
        except (ValueError, OverflowError, AttributeError, IndexError):
            raise _fault("有无效的日期或数", node.start_mark) from None
        if _is_too_large(value):
            raise _fault(f"数太大（最多{limits.CELL_DIGITS}位）", node.start_mark)
        if type(value) is int and node.value != str(value):
            message = f"“{node.value}”会被读成 {value}，请加引号：'{node.value}'"
            raise _fault(message, node.start_mark)
        return value


class _Loader(_Bounded, yaml.SafeLoader):
    """PyYAML's own parser, which says exactly where each node begins and ends."""


class _FastLoader(_Bounded, yaml.CSafeLoader):
    """The parser of libyaml: five times as fast, not quite as strict."""

    def __init__(self, text: str) -> None:
        yaml.CSafeLoader.__init__(self, text)
        Composer.__init__(self)


def _fault(message: str, mark: Any) -> YamlFaultError:
    return YamlFaultError(problem=message, problem_mark=mark)


def _is_too_large(value: object) -> bool:
    if isinstance(value, int):
        return not -_LARGEST < value < _LARGEST
    return isinstance(value, float) and not (math.isfinite(value) and abs(value) < _LARGEST)


def _in_lines(text: str) -> str:
    """The text with lines where editors have them: what Unicode alone takes for a line end is a
    blank. No character moves."""
    return text if text.isascii() else text.translate(_NO_LINE_ENDS)


def compose(text: str) -> yaml.Node | None:
    """The nodes of a YAML text; None where it is blank. Raises yaml.YAMLError."""
    loader = _Loader(_in_lines(text))
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def quickly_composed(text: str) -> yaml.Node | None:
    """As ``compose``, for a text that was read without a fault."""
    loader = _FastLoader(_in_lines(text))
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def load(text: str) -> object:
    """The content of a YAML text. Raises yaml.YAMLError, YamlFaultError for what it must not be."""
    return yaml.load(_in_lines(text), _Loader)


def quickly_loaded(text: str) -> object:
    """As ``load``, for the files of a kind, which are long and read in every run, and for the
    settings of many packages: what libyaml refuses is read again by the parser that says exactly
    where the fault is."""
    try:
        return yaml.load(_in_lines(text), _FastLoader)
    except yaml.YAMLError:
        return load(text)
