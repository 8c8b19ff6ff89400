"""Paragraphs that the data put elsewhere: they move, unless people have moved them.

A table is not moved as a whole: where the data change the order of tables, these stay, with all
that would change places with one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from msgspec import Struct, field

from generator.regenerate.decide.decisions import Decisions
from generator.regenerate.decide.matters import Matter, short
from generator.regenerate.decide.order import in_order_of, movers
from generator.regenerate.decide.script import Script
from generator.regenerate.match import Matching


class BlockMoves(Struct, frozen=True):
    """The paragraph (by index) of each block of the new draft that moves, by its id; and those
    that should move and stay, with the reason; ``tables`` are the first paragraphs of the tables
    that should change places."""

    moving: Mapping[str, int] = field(default_factory=dict)
    staying: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    tables: tuple[int, ...] = ()


def block_moves(matching: Matching, script: Script) -> BlockMoves:
    """Which blocks outside of tables change places."""
    homes = dict(_homes(matching, script))
    order = [block.id for block in script.new.blocks]
    by_data = movers(list(homes), order)
    turned = _turned(matching, script)
    if not by_data and not turned:
        return BlockMoves()
    beside = _beside(matching, script, by_data, turned)
    by_hand = movers(list(homes), in_order_of(homes))
    alone = set(_alone(matching, script))
    moving: dict[str, int] = {}
    staying: dict[str, tuple[int, str]] = {}
    for name in homes:
        if name not in by_data or name in beside:
            continue
        if name in by_hand:
            staying[name] = homes[name], "它的位置由人动过"
        elif name not in alone:
            staying[name] = homes[name], "人把它拆开了，或者和别的段并在一起"
        elif homes[name] in matching.view.busy:
            staying[name] = homes[name], "这一段有别人的修订、批注，或者图、公式一类"
        else:
            moving[name] = homes[name]
    return BlockMoves(moving, staying, _not_in_order(turned))


class _Turned(NamedTuple):
    """A table that the data put on the other side of another one.

    Where it stands among the blocks of the base and of the new draft, and its first paragraph.
    """

    old: int
    new: int
    para: int


def _turned(matching: Matching, script: Script) -> list[_Turned]:
    """The tables of the file that the data put on the other side of another one."""
    tables = _tables(matching, script)
    return [
        one
        for one in tables
        if any((one.old < other.old) != (one.new < other.new) for other in tables if other != one)
    ]


def _tables(matching: Matching, script: Script) -> list[_Turned]:
    """The tables of the file that the new draft has; of one in several parts the first."""
    ranks = _ranks(script)
    result: dict[str, _Turned] = {}
    for table in matching.tables:
        blocks = sorted(chain.from_iterable(map(table.ours.blocks, table.ours.rows)))
        partners = (script.counterparts.get(matching.base.blocks[index].id) for index in blocks)
        new = min((ranks[name] for name in partners if name is not None), default=None)
        if new is not None:
            para = table.theirs.first_paragraph()
            result.setdefault(table.ours.id, _Turned(blocks[0], new, para))
    return list(result.values())


def _ranks(script: Script) -> dict[str, int]:
    """Where the blocks of the new draft stand in it, by id."""
    return {block.id: rank for rank, block in enumerate(script.new.blocks)}


def _beside(
    matching: Matching, script: Script, names: set[str], turned: Sequence[_Turned]
) -> set[str]:
    """The blocks that change places with a table which stays."""
    if not turned:
        return set()
    ranks = _ranks(script)
    old = {script.counterparts.get(item.id): at for at, item in enumerate(matching.base.blocks)}
    return {
        name
        for name in names
        if any((old[name] < table.old) != (ranks[name] < table.new) for table in turned)
    }


def _not_in_order(turned: Sequence[_Turned]) -> tuple[int, ...]:
    """The tables, in the order of the new draft, unless people have put them in it."""
    paras = [table.para for table in sorted(turned, key=lambda table: table.new)]
    return () if paras == sorted(paras) else tuple(paras)


def _homes(matching: Matching, script: Script) -> Iterator[tuple[str, int]]:
    """The blocks that stay, by their new ids in the order of the base, each with its paragraph."""
    for index, paras in sorted(matching.homes.items()):
        block = matching.base.blocks[index]
        if block.cell is None and block.id in script.counterparts:
            yield script.counterparts[block.id], paras[0]


def _alone(matching: Matching, script: Script) -> Iterator[str]:
    """The blocks, by their new ids, that people neither split nor joined with others."""
    for group in matching.groups:
        block = matching.base.blocks[group.blocks[0]]
        if len(group.blocks) == len(group.paras) == 1 and block.id in script.counterparts:
            yield script.counterparts[block.id]


def decide_staying(moves: BlockMoves, matching: Matching) -> Decisions:
    """What is told of blocks and tables that should move."""
    told = [
        Matter(
            para,
            "check",
            f"数据里“{short(matching.view.paras[para].text)}”的次序变了；{reason}，没有跟着变",
        )
        for para, reason in sorted(set(moves.staying.values()))
    ]
    if moves.tables:
        message = (
            f"数据里有 {len(moves.tables)} 张表的次序变了；表不整张挪动，连同各自的标题都没有跟着变，"
            "请自己调换"
        )
        told.append(Matter(min(moves.tables), "row", message))
    return Decisions(matters=tuple(told))
