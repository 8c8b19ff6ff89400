"""Pairs that hang together: one to one, one to several, several to one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

Pair = tuple[int, int]
"""The index of a block (or of a text of one file) and of a paragraph."""


class TextGroup(NamedTuple):
    """Blocks and paragraphs that are one text: several where people split or merged it."""

    blocks: tuple[int, ...]
    paras: tuple[int, ...]


_Node = tuple[str, int]


def components(pairs: Iterable[Pair]) -> list[TextGroup]:
    """The blocks and paragraphs of the pairs that hang together, by their first block."""
    parent: dict[_Node, _Node] = {}
    for block, para in pairs:
        parent[_root(("b", block), parent)] = _root(("p", para), parent)
    blocks: dict[_Node, list[int]] = {}
    paras: dict[_Node, list[int]] = {}
    for node in sorted(parent):
        side, index = node
        members = blocks if side == "b" else paras
        members.setdefault(_root(node, parent), []).append(index)
    return [TextGroup(tuple(blocks[root]), tuple(paras[root])) for root in blocks]


def _root(node: _Node, parent: dict[_Node, _Node]) -> _Node:
    while parent.setdefault(node, node) != node:
        node = parent[node]
    return node
