"""What no program can judge: a list of things for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from generator.check.finding import Side
from generator.check.passages import Passage, prose
from generator.check.reader import quantities
from generator.check.unjudged import Unjudged

_AROUND = 14


def to_read(passages: Sequence[Passage], open_: Sequence[Unjudged]) -> list[tuple[str, Side]]:
    """What to read and where: claims, numbers that no data vouch for, sentences not judged.

    A passage without marks, as those of a Word file, has neither claims nor numbers of data.
    """
    judged = ((item.reason, item.side) for item in open_)
    return list(chain(_claims(passages), _literals(passages), judged))


def _claims(passages: Sequence[Passage]) -> Iterator[tuple[str, Side]]:
    for passage in passages:
        for run, start, end in passage.run_spans():
            if run.mark and run.mark.origin == "claimed":
                question = f"人工写入的数“{run.text}”（{run.mark.key}），请核对出处"
                yield question, passage.side(start, end, _AROUND)


def _literals(passages: Sequence[Passage]) -> Iterator[tuple[str, Side]]:
    for passage in prose(passages):
        for item in quantities(passage.text) if passage.runs else ():
            if passage.mark_at(item.start) is None and item.unit:
                question = f"“{item.label[-8:]}{item.text}”没有数据来源，请核对"
                yield question, passage.side(item.start, item.end, _AROUND)
