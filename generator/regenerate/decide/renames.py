"""What the bookmarks of the base are called in the new draft."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.regenerate.base import Base, Block
from generator.regenerate.decide.script import Script, are_renamed


def renames(base: Base, script: Script) -> dict[str, str | None]:
    """The ident in the new draft of each ident of the base; None: gone."""
    segments = chain.from_iterable(block.segments for block in script.new.blocks)
    there = {segment.fid for segment in segments if segment.fid}
    result: dict[str, str | None] = {}
    for block in base.blocks:
        new = script.counterpart(block)
        if new is block:
            if block.ident:
                result[block.ident] = block.ident
            for segment in block.segments:
                if segment.fid:
                    result[segment.fid] = segment.fid
            continue
        result.update(_block(block, new))
        result.update((old, fid if fid in there else None) for old, fid in _figures(block, new))
    return result


def _block(block: Block, new: Block | None) -> dict[str, str | None]:
    if not block.ident:
        return {}
    return {block.ident: (new.ident or None) if new else None}


def _figures(block: Block, new: Block | None) -> Iterator[tuple[str, str]]:
    """The occurrences of a block and of its counterpart: the same, else by key in their order, or
    by their places where the keys alone are others."""
    if new and are_renamed(block, new):
        pairs = zip(block.occurrences, new.occurrences, strict=True)
        yield from ((old, fid) for (_, old), (_, fid) in pairs)
        return
    free: dict[str, list[str]] = {}
    for key, fid in new.occurrences if new else ():
        free.setdefault(key, []).append(fid)
    for key, fid in block.occurrences:
        yield fid, _taken(fid, free.get(key, []))


def _taken(fid: str, free: list[str]) -> str:
    """The occurrence itself if it is free, else the first free one; it is free no more."""
    if free:
        fid = fid if fid in free else free[0]
        free.remove(fid)
    return fid
