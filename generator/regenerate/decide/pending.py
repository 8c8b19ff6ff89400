"""What stays open after a round: the next base is what the text was last truly brought up to.

A block about which a person must still decide keeps, where that is, what the text was made from; so
the next round asks the same again, with the data of then, and says nothing once it is settled.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha1

from msgspec import Struct, field

from generator.model.replacing import replace
from generator.regenerate.base import Base, Block, Segment, to_json
from generator.regenerate.decide.matters import Left, Matter, MatterReason
from generator.regenerate.decide.script import BlockChange, Script

_ID = 8
"""So many hex digits name a base."""


class OpenMatter(Struct, frozen=True):
    """A matter as it is kept: its line, why, the blocks (ids) that it leaves open, those that it is
    about, the key of its figure, and an old value that is looked for ("" for none)."""

    line: str
    reason: MatterReason
    key: str = ""
    left: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    old: str = ""


class OpenBase(Struct, frozen=True):
    """The base of the next round: ``of`` is the draft whose data it has, ``matters`` is what is
    open in the file that goes with it."""

    base: Base
    of: str
    matters: tuple[OpenMatter, ...] = ()
    settled: tuple[str, ...] = ()

    def with_audit(self, found: Iterable[Matter], settled: Iterable[str]) -> OpenBase:
        """With what the audit found in the file, and what of that people had settled."""
        kept = tuple(OpenMatter(matter.line, "audit", matter.key) for matter in found)
        done = tuple(sorted(settled))
        if not kept and not done:
            return self
        lines = "\n".join([self.base.id, *(matter.line for matter in kept), "", *done])
        base = replace(self.base, id=_hash(lines))
        return replace(self, base=base, matters=(*self.matters, *kept), settled=done)


class Opened(Struct, frozen=True):
    """What earlier rounds left open in a file, and the paragraph (by index) of each line that still
    stands in a comment there.

    ``written`` is all that they had written, ``settled`` the lines of the audit that people have
    dealt with.
    """

    matters: tuple[OpenMatter, ...] = ()
    paras: Mapping[str, int] = field(default_factory=dict)
    written: tuple[OpenMatter, ...] = ()
    settled: frozenset[str] = frozenset()


NOTHING_OPEN = Opened()


def open_base(base: Base, new: Base, script: Script, matters: Sequence[Matter]) -> OpenBase:
    """What the text was brought up to: the new draft, but for what is open."""
    kept = tuple(_kept(matter, script) for matter in matters)
    if not kept:
        return OpenBase(new, new.id)
    blocks = tuple(_blocks(base, script, matters))
    return OpenBase(replace(new, id=_id(new, blocks, kept), blocks=blocks), new.id, kept)


def _kept(matter: Matter, script: Script) -> OpenMatter:
    left = [_new_id(left.block, script) for left in matter.left]
    about = [_new_id(name, script) for name in matter.about]
    left += [name for name in matter.missing if name not in left]
    return OpenMatter(matter.line, matter.reason, matter.key, tuple(left), tuple(about), matter.old)


def _new_id(block: str, script: Script) -> str:
    """The id under which a block of the base is in the next one."""
    return script.counterparts.get(block, block)


def _id(new: Base, blocks: Sequence[Block], kept: Sequence[OpenMatter]) -> str:
    said = "".join(to_json(new.id, blocks))
    lines = "\n".join(sorted(matter.line for matter in kept))
    return _hash(f"{said}{lines}")


def _hash(text: str) -> str:
    return sha1(text.encode("utf-8", "surrogatepass")).hexdigest()[:_ID]


def _blocks(base: Base, script: Script, matters: Sequence[Matter]) -> Iterator[Block]:
    """The blocks of the new draft with what is open in them, and those that are gone and stay."""
    left = _left_by_block(matters)
    missing = {name for matter in matters for name in matter.missing}
    old = {block.id: block for block in base.blocks}
    partners = {script.counterparts.get(name, name): name for name in left}
    extras = _behind(base, script, left.keys() - script.counterparts.keys())
    yield from (old[name] for name in extras.get("", ()))
    for block in script.new.blocks:
        name = partners.get(block.id)
        if name is not None:
            yield _with_left(old[name], block, script.changes[name], left[name])
        elif block.id not in missing:
            yield block
        yield from (old[name] for name in extras.get(block.id, ()))


def _left_by_block(matters: Iterable[Matter]) -> dict[str, list[Left]]:
    result: dict[str, list[Left]] = {}
    for matter in matters:
        for item in matter.left:
            result.setdefault(item.block, []).append(item)
    return result


def _behind(base: Base, script: Script, gone: Collection[str]) -> dict[str, list[str]]:
    """The blocks that are gone and stay, by the block of the new draft that they follow."""
    result: dict[str, list[str]] = {}
    last = ""
    wanted = set(gone)
    for block in base.blocks if gone else ():
        last = script.counterparts.get(block.id, last)
        if block.id in wanted:
            result.setdefault(last, []).append(block.id)
    return result


def _with_left(
    old: Block, new: Block, changes: Iterable[BlockChange], left: Sequence[Left]
) -> Block:
    """A block as its text was brought up to: the changes that were made, without those left."""
    if any(item.change is None for item in left):
        return replace(new, segments=old.segments)
    open_changes = {item.change for item in left}
    made = [change for change in changes if change not in open_changes]
    return replace(new, segments=tuple(_changed(old.segments, made)))


def _changed(segments: Sequence[Segment], changes: Iterable[BlockChange]) -> Iterator[Segment]:
    """Segments with some changes made in them."""
    at = 0
    for change in changes:
        yield from _between(segments, at, change.start)
        yield from change.segments
        at = change.end
    yield from _between(segments, at, sum(len(segment.text) for segment in segments))


def _between(segments: Sequence[Segment], start: int, end: int) -> Iterator[Segment]:
    """The segments from one character to another; wording may be cut."""
    at = 0
    for segment in segments:
        first, last = max(start, at), min(end, at + len(segment.text))
        if first < last:
            yield segment._replace(text=segment.text[first - at : last - at])
        at += len(segment.text)


def settled(kept: OpenBase, plain: Base | None, open_lines: Collection[str]) -> OpenBase:
    """A base as it is once what people have settled is closed: there it has the data of its draft.

    ``plain`` is that draft, None where it is not stored: then nothing is closed.
    """
    matters = tuple(matter for matter in kept.matters if matter.line in open_lines)
    if plain is None or len(matters) == len(kept.matters):
        return kept
    still = {name for matter in matters for name in matter.left}
    blocks = tuple(_still_open(kept.base, plain, still))
    return replace(kept, base=replace(kept.base, blocks=blocks), matters=matters)


def _still_open(base: Base, plain: Base, still: Collection[str]) -> Iterator[Block]:
    """The blocks of a draft, but where something is still open those of the base."""
    ours = {block.id: block for block in base.blocks}
    extras = _extras(base, {block.id for block in plain.blocks}, still)
    yield from (ours[name] for name in extras.get("", ()))
    for block in plain.blocks:
        if block.id not in still:
            yield block
        elif block.id in ours:
            yield ours[block.id]
        yield from (ours[name] for name in extras.get(block.id, ()))


def _extras(
    base: Base, there: Collection[str], still: Collection[str]
) -> Mapping[str, Sequence[str]]:
    """The open blocks that the draft does not have, by the block of it that they follow."""
    result: dict[str, list[str]] = {}
    last = ""
    for block in base.blocks:
        if block.id in there:
            last = block.id
        elif block.id in still:
            result.setdefault(last, []).append(block.id)
    return result


def carried(
    matters: Iterable[OpenMatter], paras: Mapping[str, int], script: Script
) -> Iterator[Matter]:
    """The matters of earlier rounds that no data can rebuild: a look that was asked for stays, as
    long as its comment does and nothing it is about changes again.

    ``paras`` is the paragraph at which each line stands now.
    """
    changed = {script.counterparts.get(name, name) for name, own in script.changes.items() if own}
    for matter in matters:
        can_be_rebuilt = bool(matter.left or matter.old or matter.reason == "audit")
        if matter.line in paras and not can_be_rebuilt and changed.isdisjoint(matter.about):
            text = matter.line.partition("】")[2]
            yield Matter(paras[matter.line], matter.reason, text, matter.key, about=matter.about)
