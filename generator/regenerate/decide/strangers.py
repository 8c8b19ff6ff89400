"""Words of the user's file that belong to no block: told where a change may be about them."""

from __future__ import annotations

from generator.regenerate.base import NUMBERING
from generator.regenerate.decide.decisions import Merge
from generator.regenerate.decide.matters import Matter, news, short
from generator.regenerate.match.loose import Loose, alike, concerns, kin, nearly
from generator.regenerate.match.tokens import places_of

_NEARLY = 0.6
"""Words so much like a block may be what became of it."""


def strangers(work: Merge) -> None:
    """Words that belong to no block: where they may be a block after all, both places are told; where a number in
    them equals a figure that has changed since, it is told."""
    owners: dict[int, set[int]] = {}
    for block, paras in work.homes.items():
        for para in paras:
            owners.setdefault(para, set()).add(block)
    texts = [block.text if block.cell is None else "" for block in work.base.blocks]
    free = [
        Loose(place, para.text)
        for place, para in enumerate(work.view.paras)
        if place not in owners and not para.fixed and para.text.strip()
    ]
    loose = [*work.loose, *free]
    for item, found in zip(loose, kin(texts, [item.text for item in loose]), strict=True):
        told = [_akin(work, item, place) for place in sorted(found)]
        if item.para not in owners and not any(told):
            _stale(work, item)
    for para, least in work.guessed.items():
        text = work.view.paras[para].text
        rivals = nearly(text, texts, least) - owners[para]
        for place in sorted(rivals):
            _akin(work, Loose(para, text), place)
        for place in owners[para] if rivals else ():
            _doubt(work, place)


def _akin(work: Merge, item: Loose, place: int) -> bool:
    """Tell of words that may come from a block, if a change of the block is about them."""
    block = work.base.blocks[place]
    found = [
        change
        for change in work.changes(block)
        if change.key != NUMBERING and concerns(change, block.text, item.text)
    ]
    near = alike(item.text, block.text) >= _NEARLY
    if found:
        told = f"疑似旧数据：这里的文字像是底稿中的“{short(block.text)}”，没有更新；新稿有变：{news(block, found)}"
        work.matters.append(Matter(item.para, "stale", told))
    elif near and block.id not in work.partner:
        work.matters.append(
            Matter(
                item.para, "check", f"这里的文字像是底稿中的“{short(block.text)}”，新稿已没有这一段"
            )
        )
    if found or near:
        _doubt(work, place)
    return bool(found)


def _doubt(work: Merge, place: int) -> None:
    """Something else looks like a block, too: where its mark does not say which is it, it is told."""
    block = work.base.blocks[place]
    if place in work.homes and place not in work.unsure and work.changes(block):
        work.unsure.add(place)
        work.doubt(block.text, work.homes[place])


def _stale(work: Merge, item: Loose) -> None:
    """A number that equals a figure which has changed since."""
    if item.para in work.edits:
        return
    for old, new in work.stale.items():
        if old in item.text and places_of(old, item.text):
            work.matters.append(
                Matter(
                    item.para, "stale", f"疑似旧数据：“{short(old)}”，现在的数据是“{short(new)}”"
                )
            )
