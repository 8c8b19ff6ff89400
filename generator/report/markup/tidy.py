"""Punctuation that a vanished clause left behind, in the wording of templates only (never in data
or people's text)."""

from __future__ import annotations

from collections.abc import Container
from itertools import accumulate

from generator.model.document import Run, Text
from generator.model.regex import regex
from generator.model.replacing import replace

# What is repeated or dangling, and whether its first character stays.
_REPEATED = (
    (regex(r"[，、；：](?=[。；！？])"), False),
    (regex(r"([，、；])[，、]+"), True),
    (regex(r"[，、](?=[）])"), False),
    (regex(r"(?<=[（])[，、；。]"), False),
    (regex(r"（）"), False),
    (regex(r"([。；])[。；，、]+"), True),
    (regex(r"^[，、；。：]+"), False),
)
_PLACEHOLDER = "\ue000"


def tidy(text: Text) -> Text:
    """``text`` without doubled, dangling or leading punctuation. Marked runs stay as they are, but
    count as text."""
    stretches = list(map(_stretch, text))
    joined = "".join(stretches)
    kept = _kept(joined)
    if len(kept) == len(joined):
        return text
    starts = accumulate(map(len, stretches), initial=0)
    runs = [_tidied(run, start, kept) for run, start in zip(text, starts, strict=False)]
    return tuple(run for run in runs if run.mark or run.text)


def _stretch(run: Run) -> str:
    """The characters of a run as they count for punctuation: a marked one is a single sign."""
    return run.text if run.mark is None else _PLACEHOLDER


def _tidied(run: Run, start: int, kept: Container[int]) -> Run:
    """A run, which begins at ``start``, without the characters that do not stay."""
    if run.mark is not None:
        return run
    signs = enumerate(run.text, start)
    return replace(run, text="".join(sign for position, sign in signs if position in kept))


def _kept(joined: str) -> set[int]:
    """The positions of the characters that stay."""
    text, positions = joined, list(range(len(joined)))
    changed = True
    while changed:
        changed = False
        for pattern, keeps_first in _REPEATED:
            while match := pattern.search(text):
                stays = match.start() + (1 if keeps_first else 0)
                positions = positions[:stays] + positions[match.end() :]
                text = text[:stays] + text[match.end() :]
                changed = True
    return set(positions)
