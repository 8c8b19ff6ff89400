"""The characters of several texts that people joined, perhaps in another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.regenerate.match.tokens import char_map, positions_of

_LONG = 8
"""A text of so many characters stands nowhere by chance."""

Part = tuple[int, int]
"""The first character of a text in the joined one, and the one behind its last."""


def joined_map(old: str, parts: Sequence[Part], new: str) -> list[int]:
    """For each character of ``old`` its position in ``new``; -1 where it is gone.

    ``parts`` are the texts in ``old``. Where some stand whole in ``new``, but in another order,
    they are found first, the others in what is left.
    """
    if old == new:
        return list(range(len(old)))
    whole = dict(_whole(old, parts, new))
    if not _is_other_order(whole):
        return char_map(old, new)
    result = [-1] * len(old)
    for (start, end), at in whole.items():
        result[start:end] = range(at, at + end - start)
    taken = set(result)
    ours = [place for place, at in enumerate(result) if at < 0]
    theirs = [at for at in range(len(new)) if at not in taken]
    rest = char_map(_picked(old, ours), _picked(new, theirs))
    for place, at in zip(ours, rest, strict=True):
        result[place] = theirs[at] if at >= 0 else -1
    return result


def _whole(old: str, parts: Sequence[Part], new: str) -> Iterator[tuple[Part, int]]:
    """Where the parts stand that ``new`` has once, whole."""
    for start, end in parts:
        found = positions_of(old[start:end], new) if end - start >= _LONG else []
        if len(found) == 1:
            yield (start, end), found[0]


def _is_other_order(whole: dict[Part, int]) -> bool:
    """Whether texts stand apart, and not in their order."""
    placed = sorted((at, at + end - start) for (start, end), at in whole.items())
    apart = all(one[1] <= other[0] for one, other in zip(placed, placed[1:], strict=False))
    return apart and [*whole.values()] != sorted(whole.values())


def _picked(text: str, places: Sequence[int]) -> str:
    return "".join(map(text.__getitem__, places))
