"""What no program can judge: a short list of things for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.finding import Side
from generator.check.passages import Passage
from generator.check.reader import quantities, sentences

_MOST = 40


def to_read(passages: Sequence[Passage], *, bound: bool) -> list[tuple[str, Side]]:
    """What to read and where: statements with numbers that no data vouch for, claims, and qualified numbers.

    ``bound`` says whether the passages carry the marks of a package; without them every number would be listed, so
    only sentences with rates are. At most 40 entries.
    """
    found = [*_claims(passages), *(_literals(passages) if bound else ()), *_products(passages)]
    return found[:_MOST]


def _claims(passages: Sequence[Passage]) -> Iterator[tuple[str, Side]]:
    for passage in passages:
        at = 0
        for run in passage.runs:
            start, at = at, at + len(run.text)
            if run.mark and run.mark.kind == "claimed":
                yield (
                    f"人工写入的数“{run.text}”（{run.mark.key}），请核对出处",
                    passage.side(start, at, 14),
                )


def _literals(passages: Sequence[Passage]) -> Iterator[tuple[str, Side]]:
    for passage in passages:
        for item in quantities(passage.text) if passage.prose else ():
            if passage.mark_at(item.start) is None and item.unit:
                yield (
                    f"“{item.label[-8:]}{item.text}”没有数据来源，请核对",
                    passage.side(item.start, item.end, 14),
                )


def _products(passages: Sequence[Passage]) -> Iterator[tuple[str, Side]]:
    """Sentences that give a rate per unit beside a total: whether they fit is for a reader."""
    for passage in passages:
        for sentence in sentences(passage.text) if passage.prose else ():
            found = quantities(sentence.text)
            each = any(
                word in sentence.text for word in ("每亩", "每人", "户均", "人均", "亩均", "每户")
            )
            if each and len(found) > 2:
                yield (
                    "同句有单位数和总数，请核对是否相称",
                    passage.side(sentence.start, sentence.start + len(sentence.text)),
                )
