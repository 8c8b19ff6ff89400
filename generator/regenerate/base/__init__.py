"""A stored earlier draft, the base of a regeneration."""

from generator.regenerate.base.document import (
    NUMBERING,
    Base,
    Block,
    CellPlace,
    Segment,
    base_of,
    from_json,
    to_json,
)

__all__ = [
    "NUMBERING",
    "Base",
    "Block",
    "CellPlace",
    "Segment",
    "base_of",
    "from_json",
    "to_json",
]
