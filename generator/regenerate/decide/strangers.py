"""Words of the user's file that belong to no block: told where a change may be about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from generator.model.replacing import replace
from generator.model.view import Span
from generator.regenerate.base import Block
from generator.regenerate.decide.decisions import Decisions, PlacedEdit, doubts
from generator.regenerate.decide.magnitudes import in_large, telling_number
from generator.regenerate.decide.matters import Matter, news, short
from generator.regenerate.decide.pending import OpenMatter
from generator.regenerate.decide.script import BlockChange, Script
from generator.regenerate.match import Matching
from generator.regenerate.match.hints import filled
from generator.regenerate.match.loose import GRAM, Loose, alike, kin, nearly
from generator.regenerate.match.spelling import narrow
from generator.regenerate.match.tokens import (
    NUMBER,
    is_telling,
    positions_of,
    share_inside,
    without_commas,
)

_NEARLY = 0.6
"""Words so much like a block may be what became of it."""
_PART, _MOSTLY = 8, 0.9
"""So many characters of which so large a share stands in a block may be a part of it."""
_MOST_NAMED = 3
"""Of so many blocks that some words may come from it is told."""


class _Context(Struct, frozen=True):
    """What strangers are compared with: the draft's texts, and what was decided about the file.

    ``changed`` are the paragraphs with an edit, ``guessed`` those with one whose place its words
    gave alone.
    """

    matching: Matching
    script: Script
    texts: Sequence[str]
    changed: frozenset[int]
    guessed: frozenset[int]
    owners: Mapping[int, Sequence[int]]
    opened: Sequence[OpenMatter] = ()

    def is_free(self, para: int) -> bool:
        """Whether a paragraph belongs to no block, and nothing in it changes."""
        return para not in self.owners and para not in self.changed


def decide_strangers(
    matching: Matching, script: Script, decided: Decisions, opened: Sequence[OpenMatter] = ()
) -> Decisions:
    """Where words may be a block after all, both are told; so is a number that has changed since.

    ``decided`` is what was decided of the file without them, ``opened`` what is open of earlier
    rounds.
    """
    changed = frozenset(edit.para for edit in decided.edits)
    owners = _owners(matching)
    guessed = frozenset(_guessed(matching, owners, decided.edits))
    known = _Context(matching, script, _texts(matching), changed, guessed, owners, opened)
    outdated = _outdated(known)
    doubted: set[int] = set()
    matters = [
        *_about_loose(known, decided, outdated, doubted),
        *_about_guesses(known, decided, doubted),
        *_beside(known, outdated),
    ]
    matters += [matter for block in sorted(doubted) for matter in _doubts(known, block)]
    return Decisions(matters=tuple(matters))


def _guessed(
    matching: Matching, owners: Mapping[int, Sequence[int]], edits: Iterable[PlacedEdit]
) -> Iterator[int]:
    """The paragraphs with an edit that no bookmark vouches for, its figure's or a block's.

    The bookmark of a block in several paragraphs also spans what people put between them.
    """
    for placed in edits:
        blocks = [matching.base.blocks[index] for index in owners.get(placed.para, ())]
        idents = [*(block.ident for block in blocks), *(one.fid for one in placed.edit.segments)]
        spans = filter(None, (filled(matching.bookmarks, ident) for ident in idents))
        if not any(_is_around(span, placed) for span in spans):
            yield placed.para


def _is_around(span: Span, placed: PlacedEdit) -> bool:
    """Whether a span is in one paragraph and touches an edit."""
    if not span.first == span.last == placed.para:
        return False
    return span.start <= placed.edit.end and placed.edit.start <= span.end


def _texts(matching: Matching) -> list[str]:
    """The texts of the blocks; a cell is like too many others to be compared."""
    return ["" if block.cell else block.text for block in matching.base.blocks]


def _owners(matching: Matching) -> Mapping[int, Sequence[int]]:
    """The blocks of each paragraph, by index; a cell whose bookmark stands elsewhere than in its
    row is its block, too."""
    result: dict[int, tuple[int, ...]] = {}
    cells = ((at, block) for at, block in enumerate(matching.base.blocks) if block.cell)
    marked = ((at, filled(matching.bookmarks, block.ident)) for at, block in cells)
    alone = {at: (span.first,) for at, span in marked if span and span.first == span.last}
    for block, paras in (alone | dict(matching.homes)).items():
        for para in paras:
            result[para] = (*result.get(para, ()), block)
    return result


def _about_loose(
    known: _Context, decided: Decisions, outdated: Mapping[str, _Now], doubted: set[int]
) -> Iterator[Matter]:
    """Words of no block: what they may be, else the old values in a paragraph of no block."""
    loose = [*decided.loose, *_free_paragraphs(known)]
    for words, blocks in zip(loose, _origins(known, loose), strict=True):
        akin = _all_akin(known, words, blocks, doubted)
        yield from akin
        if not any(map(_is_stale, akin)) and known.is_free(words.para):
            yield from _stale(outdated, words)


def _all_akin(
    known: _Context, words: Loose, blocks: Sequence[int], doubted: set[int]
) -> list[Matter]:
    """What some words may be, of very many blocks the first; all these blocks are doubted."""
    akin: list[Matter] = []
    for block in blocks:
        told = _akin(known, words, block) if len(akin) < _MOST_NAMED else ()
        akin += told
        if told or len(akin) >= _MOST_NAMED or _may_be(known, words, block):
            doubted.add(block)
    return akin


def _origins(known: _Context, loose: Sequence[Loose]) -> Iterator[list[int]]:
    """The blocks, by index, that each of some loose words seems to be made of."""
    return map(sorted, kin(known.texts, [words.text for words in loose]))


def _is_stale(matter: Matter) -> bool:
    return matter.reason == "stale"


def _free_paragraphs(known: _Context) -> list[Loose]:
    """The paragraphs that belong to no block."""
    return [
        Loose(index, para.text)
        for index, para in enumerate(known.matching.view.paras)
        if index not in known.owners and not para.fixed and para.text.strip()
    ]


def _is_nearly(known: _Context, words: Loose, block: int) -> bool:
    return alike(words.text, known.matching.base.blocks[block].text) >= _NEARLY


def _may_be(known: _Context, words: Loose, index: int) -> bool:
    """Whether some words may be a block, or what is left of a part of it."""
    block = known.matching.base.blocks[index].text
    is_part = len(words.text) >= _PART and share_inside(words.text, block) >= _MOSTLY
    return is_part or _is_nearly(known, words, index)


def _about_guesses(known: _Context, decided: Decisions, doubted: set[int]) -> Iterator[Matter]:
    """Paragraphs that words alone gave to a block, where another block is as much like them."""
    likeness = {guess.para: guess.likeness for guess in decided.guesses}
    for para, least in likeness.items():
        words = Loose(para, known.matching.view.paras[para].text)
        rivals = nearly(words.text, known.texts, least).difference(known.owners[para])
        yield from _all_akin(known, words, sorted(rivals), doubted)
        if rivals:
            doubted.update(known.owners[para])


def _akin(known: _Context, words: Loose, index: int) -> tuple[Matter, ...]:
    """Words that may come from a block: told if a change of the block is about them."""
    block = known.matching.base.blocks[index]
    changes = _changes_about(known, block, words)
    if changes:
        message = _not_updated(block, changes)
        return (Matter(words.para, "stale", message, about=(block.id,)),)
    if block.id in known.script.counterparts or not _is_nearly(known, words, index):
        return ()
    message = f"这里的文字像是底稿中的“{short(block.text)}”，新稿已没有这一段"
    return (Matter(words.para, "check", message, about=(block.id,)),)


def _changes_about(known: _Context, block: Block, words: Loose) -> list[BlockChange]:
    """The changes of a block, but for its number, that are about some words."""
    changes = (change for change in known.script.changes[block.id] if not change.numbering)
    whole = known.matching.view.paras[words.para].text
    return [change for change in changes if _concerns(change, block.text, words.text, whole)]


def _not_updated(block: Block, changes: Sequence[BlockChange]) -> str:
    origin = f"这里的文字像是底稿中的“{short(block.text)}”"
    return f"疑似旧数据：{origin}，没有更新；新稿有变：{news(block, changes)}"


def _concerns(change: BlockChange, block: str, text: str, whole: str) -> bool:
    """Whether a change of a block is about words that a text has, a part of the ``whole``.

    Of a figure its number is enough: words of other figures may have its unit.
    """
    old = block[change.start : change.end]
    if not old:
        before = block[max(0, change.start - GRAM) : change.start]
        after = block[change.end : change.end + GRAM]
        return any(len(part) == GRAM and part in text for part in (before, after))
    if positions_of(old, text):
        return True
    numbers = NUMBER.findall(old) if change.key and positions_of(old, whole) else ()
    return any(is_telling(number) and positions_of(number, text) for number in numbers)


def _doubts(known: _Context, index: int) -> Sequence[Matter]:
    """Something else looks like a block, too: told where its bookmarks do not say which it is."""
    matching, block = known.matching, known.matching.base.blocks[index]
    if block.id in known.script.counterparts and not known.script.changes[block.id]:
        return ()
    return doubts(matching, block, matching.homes.get(index, ()), known.guessed)


def _beside(known: _Context, outdated: Mapping[str, _Now]) -> Iterator[Matter]:
    """Old values in what is never edited: notes, text boxes, headers and footers, tables inside
    tables."""
    for aside in known.matching.view.asides if outdated else ():
        for matter in _stale(outdated, Loose(aside.para, aside.text)):
            yield replace(matter, text=f"{aside.name}里{matter.text}")
    for index, para in enumerate(known.matching.view.paras if outdated else ()):
        if para.fixed and known.is_free(index):
            yield from _stale(outdated, Loose(index, para.text))


class _Now(NamedTuple):
    """What an old value is now, its key, and the block (id) that has it."""

    text: str
    key: str
    block: str


def _outdated(known: _Context) -> dict[str, _Now]:
    """Old values that are not met by chance, and what they are now; those of earlier rounds too."""
    values = [*_old_values(known), *_changed_now(known)]
    found = {_plain(old): now for old, now in values}
    told = {other: now for old, now in found.items() for other in _other_spellings(old, now.text)}
    both = {**told, **found}.items()
    return {old: now for old, now in both if is_telling(old) and _plain(now.text) != old}


def _plain(text: str) -> str:
    """A text in which neither the width of digits nor commas tell numbers apart."""
    return without_commas(narrow(text))


def _changed_now(known: _Context) -> Iterator[tuple[str, _Now]]:
    """The values that change in this round, and what they are now."""
    for block in known.matching.base.blocks:
        for change in known.script.figure_changes(block):
            old = block.text[change.start : change.end]
            yield old, _Now(change.text, change.key or "", block.id)


def _other_spellings(old: str, new: str) -> Iterator[str]:
    """An old value in 万 or 亿, or its number with another unit, where the new one is another."""
    unlike = {*in_large(new), *NUMBER.findall(new)}
    return (told for told in (*in_large(old), telling_number(old)) if told not in unlike)


def _old_values(known: _Context) -> Iterator[tuple[str, _Now]]:
    """The old values that earlier rounds found, as they are now."""
    for matter in known.opened:
        for name in matter.about if matter.old else ():
            block = known.script.blocks.get(known.script.counterparts.get(name, name))
            for segment in block.segments if block else ():
                if segment.key == matter.key:
                    yield matter.old, _Now(segment.text, matter.key, name)


def _stale(outdated: Mapping[str, _Now], words: Loose) -> Iterator[Matter]:
    """Numbers that equal a figure which has changed since."""
    text = _plain(words.text)
    places = {old: positions_of(old, text) for old in outdated if old in text}
    for old in places:
        if _is_apart(old, places):
            now = outdated[old]
            message = f"疑似旧数据：“{short(old)}”，现在的数据是“{short(now.text)}”"
            yield Matter(words.para, "stale", message, now.key, about=(now.block,), old=old)


def _is_apart(old: str, places: Mapping[str, Sequence[int]]) -> bool:
    """Whether an old value stands somewhere and is no part of a longer one there."""
    longer = [
        range(at, at + len(other))
        for other, own in places.items()
        if len(other) > len(old)
        for at in own
    ]
    return any(not any(at in span for span in longer) for at in places[old])
