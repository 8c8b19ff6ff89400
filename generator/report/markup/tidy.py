"""Punctuation that a vanished clause left behind, in the wording of templates only (never in data or people's text)."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model.document import Run, Text

# What is repeated or dangling, and whether its first character stays.
_REPEATED = (
    (re.compile(r"[，、；：](?=[。；！？])"), False),
    (re.compile(r"([，、；])[，、]+"), True),
    (re.compile(r"[，、](?=[）])"), False),
    (re.compile(r"(?<=[（])[，、；。]"), False),
    (re.compile(r"（）"), False),
    (re.compile(r"([。；])[。；，、]+"), True),
    (re.compile(r"^[，、；。：]+"), False),
)
_PLACEHOLDER = "\ue000"


def tidy(text: Text) -> Text:
    """``text`` without doubled, dangling or leading punctuation. Marked runs stay as they are, but count as text."""
    joined = "".join(run.text if run.mark is None else _PLACEHOLDER for run in text)
    kept = _kept(joined)
    if len(kept) == len(joined):
        return text
    runs: list[Run] = []
    at = 0
    for run in text:
        if run.mark is not None:
            runs.append(run)
            at += 1
            continue
        characters = "".join(sign for place, sign in enumerate(run.text, at) if place in kept)
        at += len(run.text)
        if characters:
            runs.append(replace(run, text=characters))
    return tuple(runs)


def _kept(joined: str) -> set[int]:
    """The places of the characters that stay."""
    text, places = joined, list(range(len(joined)))
    changed = True
    while changed:
        changed = False
        for pattern, keep in _REPEATED:
            while found := pattern.search(text):
                stays = found.start() + (1 if keep else 0)
                places = places[:stays] + places[found.end() :]
                text = text[:stays] + text[found.end() :]
                changed = True
    return set(places)
