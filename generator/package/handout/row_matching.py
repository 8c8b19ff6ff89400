"""Which record of the package a row without a key is: one that says the same, or was changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from generator.model.cell import Scalar
from generator.model.kind import FieldSpec, FieldType

Values = tuple[Scalar | None, ...]
"""The values of a row, in the order of its columns but the key."""

_FEW_VALUES = (FieldType.CHOICE, FieldType.FLAG)
"""Columns in which records that have nothing in common may well say the same."""
_LIKE = 0.6
"""From this share of common letters on two texts are one that was changed; nearly so much of two
rows must be the same."""
_HALF = 0.5
_ALL_PAIRS = 100_000
"""Pairs up to which each row is held against each record."""
_FEW = 20
"""Records up to which what they share tells something."""


class _LikePair(NamedTuple):
    share: float
    row: int
    key: str


def same_rows(rows: Mapping[int, Values], free: Mapping[str, Values]) -> dict[int, str]:
    """The key of the record that says all that a row says, each record for one row."""
    keys: dict[Values, list[str]] = {}
    for key, values in reversed(tuple(free.items())):
        keys.setdefault(values, []).append(key)
    return {row: keys[values].pop() for row, values in rows.items() if keys.get(values)}


def changed_rows(
    rows: Mapping[int, Values], free: Mapping[str, Values], fields: Sequence[FieldSpec]
) -> dict[int, str]:
    """The key of the record that a row is, changed: the pairs that have most in common first.

    Two rows are one where most of their telling cells are alike, or half of them with the longest
    text among them.
    """
    pairs = sorted(_pairs(rows, free, fields), key=lambda pair: -pair.share)
    found: dict[int, str] = {}
    taken: set[str] = set()
    for pair in pairs:
        if pair.row not in found and pair.key not in taken:
            found[pair.row] = pair.key
            taken.add(pair.key)
    return found


def _pairs(
    rows: Mapping[int, Values], free: Mapping[str, Values], fields: Sequence[FieldSpec]
) -> Iterator[_LikePair]:
    telling = [at for at, field in enumerate(fields) if field.type not in _FEW_VALUES]
    sharing = _Sharing(free, telling) if len(rows) * len(free) > _ALL_PAIRS else None
    for row, values in rows.items():
        for key in free if sharing is None else sharing.keys(values):
            others = free[key]
            share = _share([(values[at], others[at]) for at in telling])
            if share:
                yield _LikePair(share, row, key)


class _Sharing:
    """The records that say in some cell what few others say: of many, those alone are looked at."""

    def __init__(self, free: Mapping[str, Values], telling: Sequence[int]) -> None:
        self._keys: dict[tuple[int, Scalar | None], list[str]] = defaultdict(list)
        self._telling = telling
        for key, values in free.items():
            for at in telling:
                self._keys[at, values[at]].append(key)

    def keys(self, values: Values) -> dict[str, None]:
        """The keys of those that share such a cell with a row, each once."""
        shared = (self._keys.get((at, values[at]), []) for at in self._telling)
        return {key: None for keys in shared if len(keys) <= _FEW for key in keys}


def _share(pairs: Sequence[tuple[Scalar | None, Scalar | None]]) -> float:
    """How much of two rows is alike, 0 where they are two."""
    likes = {pair: _likeness(*pair) for pair in pairs if pair != (None, None)}
    if not likes:
        return 0.0
    share = sum(likes.values()) / len(likes)
    longest = max(likes, key=lambda pair: len(str(pair[0] or "")))
    is_one = share > _LIKE or (share >= _HALF and likes[longest] >= _LIKE)
    return share if is_one else 0.0


def _likeness(one: Scalar | None, other: Scalar | None) -> float:
    """1 for the same value, the share of common letters for texts that are nearly the same."""
    if one == other:
        return 1.0
    if isinstance(one, str) and isinstance(other, str):
        share = Indel.normalized_similarity(one, other)
        return share if share >= _LIKE else 0.0
    return 0.0
