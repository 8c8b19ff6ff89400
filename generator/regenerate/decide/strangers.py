"""Words of the user's file that belong to no block: told where a change may be about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.regenerate.base import Block
from generator.regenerate.decide.decisions import Decisions, doubts
from generator.regenerate.decide.matters import Matter, news, short
from generator.regenerate.decide.script import BlockChange, Script
from generator.regenerate.match import Matching
from generator.regenerate.match.loose import GRAM, Loose, alike, kin, nearly
from generator.regenerate.match.tokens import positions_of

_NEARLY = 0.6
"""Words so much like a block may be what became of it."""
_LEAST_DIGITS, _LEAST_CHARACTERS = 2, 3
"""A value with fewer is met by chance."""


@dataclass(frozen=True)
class _Known:
    """What strangers are compared with: the draft's texts, and what was decided about the file."""

    matching: Matching
    script: Script
    texts: Sequence[str]
    changed: frozenset[int]
    owners: Mapping[int, frozenset[int]]


def decide_strangers(matching: Matching, script: Script, decided: Decisions) -> Decisions:
    """Where words may be a block after all, both are told; so is a number that has changed since.

    ``decided`` is what was decided of the file without them.
    """
    texts = [block.text if block.cell is None else "" for block in matching.base.blocks]
    changed = frozenset(edit.para for edit in decided.edits)
    known = _Known(matching, script, texts, changed, _owners(matching))
    matters = [*_about_loose(known, decided), *_about_guesses(known, decided)]
    return Decisions(matters=tuple(matters))


def _owners(matching: Matching) -> Mapping[int, frozenset[int]]:
    """The blocks of each paragraph, by index."""
    result: dict[int, set[int]] = {}
    for block, paras in matching.homes.items():
        for para in paras:
            result.setdefault(para, set()).add(block)
    return {para: frozenset(blocks) for para, blocks in result.items()}


def _about_loose(known: _Known, decided: Decisions) -> Iterator[Matter]:
    """Words of no block: what they may be, else the old values in a paragraph of no block."""
    loose = [*decided.loose, *_free_paragraphs(known)]
    outdated = _outdated(known)
    origins = kin(known.texts, [words.text for words in loose])
    for words, blocks in zip(loose, origins, strict=True):
        akin = [matter for block in sorted(blocks) for matter in _akin(known, words, block)]
        yield from akin
        is_told = any(matter.reason == "stale" for matter in akin)
        if not is_told and words.para not in known.owners and words.para not in known.changed:
            yield from _stale(outdated, words)


def _free_paragraphs(known: _Known) -> list[Loose]:
    """The paragraphs that belong to no block."""
    return [
        Loose(index, para.text)
        for index, para in enumerate(known.matching.view.paras)
        if index not in known.owners and not para.fixed and para.text.strip()
    ]


def _about_guesses(known: _Known, decided: Decisions) -> Iterator[Matter]:
    """Paragraphs that words alone gave to a block, where another block is as much like them."""
    likeness = {guess.para: guess.likeness for guess in decided.guesses}
    for para, least in likeness.items():
        text = known.matching.view.paras[para].text
        owners = known.owners[para]
        rivals = nearly(text, known.texts, least) - owners
        for block in sorted(rivals):
            yield from _akin(known, Loose(para, text), block)
        for block in sorted(owners) if rivals else ():
            yield from _doubts(known, block)


def _akin(known: _Known, words: Loose, index: int) -> Iterator[Matter]:
    """Words that may come from a block: told if a change of the block is about them."""
    block = known.matching.base.blocks[index]
    changes = [
        change
        for change in known.script.changes[block.id]
        if not change.numbering and _concerns(change, block.text, words.text)
    ]
    near = alike(words.text, block.text) >= _NEARLY
    if changes:
        yield Matter(words.para, "stale", _not_updated(block, changes))
    elif near and block.id not in known.script.counterparts:
        message = f"这里的文字像是底稿中的“{short(block.text)}”，新稿已没有这一段"
        yield Matter(words.para, "check", message)
    if changes or near:
        yield from _doubts(known, index)


def _not_updated(block: Block, changes: Sequence[BlockChange]) -> str:
    origin = f"这里的文字像是底稿中的“{short(block.text)}”"
    return f"疑似旧数据：{origin}，没有更新；新稿有变：{news(block, changes)}"


def _concerns(change: BlockChange, block: str, text: str) -> bool:
    """Whether a change of a block is about words that a text has."""
    if change.start < change.end:
        return bool(positions_of(block[change.start : change.end], text))
    before = block[max(0, change.start - GRAM) : change.start]
    after = block[change.end : change.end + GRAM]
    return any(len(part) == GRAM and part in text for part in (before, after))


def _doubts(known: _Known, index: int) -> Sequence[Matter]:
    """Something else looks like a block, too: told where its bookmark does not say which it is."""
    matching, block = known.matching, known.matching.base.blocks[index]
    if index in matching.unsure or not known.script.changes[block.id]:
        return ()
    return doubts(matching, block.text, matching.homes.get(index, ()), known.changed)


def _outdated(known: _Known) -> dict[str, str]:
    """Old values that are not met by chance, and what they are now."""
    changed = [
        (block.text[change.start : change.end], change.text)
        for block in known.matching.base.blocks
        for change in known.script.changes[block.id]
        if change.key is not None and not change.numbering
    ]
    return {old: new for old, new in changed if _is_telling(old)}


def _is_telling(value: str) -> bool:
    digits = sum(char.isdigit() for char in value)
    return digits >= _LEAST_DIGITS and len(value) >= _LEAST_CHARACTERS


def _stale(outdated: Mapping[str, str], words: Loose) -> Iterator[Matter]:
    """Numbers that equal a figure which has changed since."""
    for old, new in outdated.items():
        if old in words.text and positions_of(old, words.text):
            message = f"疑似旧数据：“{short(old)}”，现在的数据是“{short(new)}”"
            yield Matter(words.para, "stale", message)
