"""Paragraphs that the data put elsewhere: they move, unless people have moved them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from generator.regenerate.decide.decisions import Decisions
from generator.regenerate.decide.matters import Matter, short
from generator.regenerate.decide.order import in_order_of, movers
from generator.regenerate.decide.script import Script
from generator.regenerate.match import Matching


class BlockMoves(Struct, frozen=True):
    """The paragraph (by index) of each block of the new draft that moves, by its id; and those
    that should move and stay, with the reason."""

    moving: Mapping[str, int] = field(default_factory=dict)
    staying: Mapping[str, tuple[int, str]] = field(default_factory=dict)


def block_moves(matching: Matching, script: Script) -> BlockMoves:
    """Which blocks outside of tables change places."""
    homes = dict(_homes(matching, script))
    by_data = movers(list(homes), [block.id for block in script.new.blocks])
    if not by_data:
        return BlockMoves()
    by_hand = movers(list(homes), in_order_of(homes))
    moving: dict[str, int] = {}
    staying: dict[str, tuple[int, str]] = {}
    for name in homes:
        if name not in by_data:
            continue
        if name in by_hand:
            staying[name] = homes[name], "它的位置由人动过"
        elif homes[name] in matching.view.busy:
            staying[name] = homes[name], "这一段有别人的修订、批注，或者图、公式一类"
        else:
            moving[name] = homes[name]
    return BlockMoves(moving, staying)


def _homes(matching: Matching, script: Script) -> Iterator[tuple[str, int]]:
    """The blocks that stay, by their new ids in the order of the base, each with its paragraph,
    as far as people neither split nor merged it."""
    for group in sorted(matching.groups):
        block = matching.base.blocks[group.blocks[0]]
        is_one = len(group.blocks) == len(group.paras) == 1 and block.cell is None
        if is_one and block.id in script.counterparts:
            yield script.counterparts[block.id], group.paras[0]


def decide_staying(moves: BlockMoves, matching: Matching) -> Decisions:
    """What is told of blocks that should move."""
    return Decisions(
        matters=tuple(
            Matter(
                para,
                "check",
                f"数据里“{short(matching.view.paras[para].text)}”的次序变了；{reason}，没有跟着变",
            )
            for para, reason in moves.staying.values()
        )
    )
