"""The names of the hidden bookmarks by which a draft's blocks and figures are found again.

A name is ``_RG``, the code of the draft, ``_`` and an ident: ``b…`` for a block, ``f…`` for a
figure. ASCII letters, digits and ``_`` only, 40 characters at most (Word's limit; other signs do
not survive .rtf). An ident follows the ids of the document tree: it is the same in every draft and
never a running number.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha1

from msgspec import Struct

from generator.model.regex import regex

MARKED = frozenset({"bound", "claimed", "gap"})
"""The kinds of marks whose runs carry a bookmark."""
DRAFT_PROPERTY = "nigao-draft"
"""The custom property that holds the id of the draft."""
_LENGTH = 10
_KNOWN = 10_000
"""Of so many names the hash is kept: the reports of a kind have most of theirs in common."""
_BOOKMARK = regex(r"_RG([0-9A-Za-z]{1,16})_([bf][0-9a-f]{10})")


class Identity(Struct, frozen=True):
    """What a bookmark's name says: the draft's code, and the ident of the block or figure."""

    code: str
    ident: str


@lru_cache(maxsize=8)
def draft_code(draft: str) -> str:
    """The draft id as it stands in bookmark names.

    Itself where it is 1 to 16 letters and digits, else 8 of its hash.
    """
    return draft if re.fullmatch("[0-9A-Za-z]{1,16}", draft) else _hash(draft, length=8)


def block_ident(block_id: str) -> str:
    """The ident of a block."""
    return "b" + _hash(block_id, _LENGTH)


def figure_ident(block_id: str, key: str, n: int) -> str:
    """The ident of the ``n``-th figure (from 1) of that key in the block."""
    return "f" + _hash(f"{block_id}\x1f{key}\x1f{n}", _LENGTH)


def bookmark(draft: str, ident: str) -> str:
    """The bookmark of an ident in a draft."""
    return f"_RG{draft_code(draft)}_{ident}"


def block_bookmark(draft: str, block_id: str) -> str:
    """The bookmark around a block."""
    return bookmark(draft, block_ident(block_id))


def read_bookmark(name: str) -> Identity | None:
    """What a bookmark's name says; None for one of another program or a copy (``…_Copy_1``)."""
    match = _BOOKMARK.fullmatch(name)
    return Identity(match[1], match[2]) if match else None


def ours(name: str) -> bool:
    """Whether a bookmark is one of ours, or a copy of one that a word processor made."""
    return _BOOKMARK.match(name) is not None


@lru_cache(maxsize=_KNOWN)
def _hash(text: str, length: int) -> str:
    return sha1(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
