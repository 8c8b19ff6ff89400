"""The base: a draft as it was written, from which a regeneration starts.

Comes in: a document and the Word file, or the tree, just written from it. Goes out: a ``Base``,
also as JSON.
Must not know: where it is stored, the file that people made of it.
"""

from generator.regenerate.base.document import base_of, by_bookmarks
from generator.regenerate.base.stored import from_json, head_of, to_json
from generator.regenerate.base.tree import base_of_tree, blocks_of_tree
from generator.regenerate.base.values import NUMBERING, Base, Block, BlockRow, CellIdentity, Segment

__all__ = [
    "NUMBERING",
    "Base",
    "Block",
    "BlockRow",
    "CellIdentity",
    "Segment",
    "base_of",
    "base_of_tree",
    "blocks_of_tree",
    "by_bookmarks",
    "from_json",
    "head_of",
    "to_json",
]
