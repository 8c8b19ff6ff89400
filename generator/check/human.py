"""What no program can judge: a short list of things for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from generator.check.finding import Side
from generator.check.passages import Passage, prose
from generator.check.reader import quantities, sentences

_MOST = 40
_AROUND = 14
_EACH = ("每亩", "每人", "户均", "人均", "亩均", "每户")


def to_read(passages: Sequence[Passage], *, bound: bool) -> list[tuple[str, Side]]:
    """What to read and where: claims, numbers that no data vouch for, rates beside totals.

    ``bound`` says whether the passages carry the marks of a package; without them every number
    would be listed, so only claims and rates are. At most 40 entries.
    """
    literals = _literals(passages) if bound else iter(())
    return list(islice(chain(_claims(passages), literals, _rates(passages)), _MOST))


def _claims(passages: Sequence[Passage]) -> Iterator[tuple[str, Side]]:
    for passage in passages:
        for run, start, end in passage.run_spans():
            if run.mark and run.mark.kind == "claimed":
                question = f"人工写入的数“{run.text}”（{run.mark.key}），请核对出处"
                yield question, passage.side(start, end, _AROUND)


def _literals(passages: Sequence[Passage]) -> Iterator[tuple[str, Side]]:
    for passage in prose(passages):
        for item in quantities(passage.text):
            if passage.mark_at(item.start) is None and item.unit:
                question = f"“{item.label[-8:]}{item.text}”没有数据来源，请核对"
                yield question, passage.side(item.start, item.end, _AROUND)


def _rates(passages: Sequence[Passage]) -> Iterator[tuple[str, Side]]:
    """Sentences that give a rate per unit beside a total: whether they fit is for a reader."""
    for passage in prose(passages):
        for sentence in sentences(passage.text):
            rated = any(word in sentence.text for word in _EACH)
            if rated and len(quantities(sentence.text)) > 2:
                end = sentence.start + len(sentence.text)
                yield "同句有单位数和总数，请核对是否相称", passage.side(sentence.start, end)
