"""Punctuation that a vanished clause left behind, in the wording of templates only (never in data or people's text)."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.document import Run, Text

_REPEATED = (
    (re.compile(r"[，、；：](?=[。；！？])"), ""),
    (re.compile(r"([，、；])[，、]+"), r"\1"),
    (re.compile(r"[，、](?=[）])"), ""),
    (re.compile(r"(?<=[（])[，、；。]"), ""),
    (re.compile(r"（）"), ""),
    (re.compile(r"([。；])[。；，、]+"), r"\1"),
)
_LEADING = re.compile(r"^[，、；。：]+")
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
    places = list(range(len(joined)))
    text = joined
    if leading := _LEADING.match(text):
        text, places = text[leading.end():], places[leading.end():]
    changed = True
    while changed:
        changed = False
        for pattern, keep in _REPEATED:
            while found := pattern.search(text):
                stays = 1 if keep else 0
                places = places[:found.start() + stays] + places[found.end():]
                text = text[:found.start() + stays] + text[found.end():]
                changed = True
    return set(places)
