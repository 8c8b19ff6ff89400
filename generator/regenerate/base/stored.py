"""A base as JSON, one block a line."""

from __future__ import annotations

import json

from generator.regenerate.base.values import Base, Block, CellIdentity, Segment


def to_json(draft: Base) -> str:
    """A draft as it is stored."""
    lines = [
        json.dumps(_packed(block), ensure_ascii=False, separators=(",", ":"))
        for block in draft.blocks
    ]
    origin = {"place": draft.place, "year": draft.year} if draft.place else {}
    head = json.dumps({"id": draft.id, **origin}, ensure_ascii=False)
    return f'{head[:-1]}, "blocks": [\n' + ",\n".join(lines) + "\n]}\n"


def _packed(block: Block) -> list[object]:
    cell = [block.cell.table, block.cell.row, block.cell.column] if block.cell else None
    segments = [[segment.text, segment.key, segment.fid] for segment in block.segments]
    return [block.id, block.element, block.ident, cell, segments]


def head_of(text: str) -> str:
    """A stored draft without its blocks: what it says of itself, soon read."""
    return f"{text.partition(chr(10))[0].rstrip()}]}}"


def from_json(text: str) -> Base:
    """A stored draft. Raises ValueError where the text is not one."""
    try:
        content = json.loads(text)
        blocks = tuple(_unpacked(*fields) for fields in content["blocks"])
        place, year = str(content.get("place", "")), content.get("year")
        return Base(str(content["id"]), blocks, place, None if year is None else int(year))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a stored draft: {error}") from None


def _unpacked(
    name: object,
    element: object,
    ident: object,
    cell: tuple[str, str, int] | None,
    segments: list[tuple[str, str | None, str | None]],
) -> Block:
    return Block(
        str(name),
        str(element),
        tuple(Segment(*segment) for segment in segments),
        str(ident),
        CellIdentity(*cell) if cell else None,
    )
