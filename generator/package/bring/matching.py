"""Which cell of the package an item of a sheet belongs to, by code, label and what stands above
it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.model.kind import FieldType
from generator.package.bring.items import SheetItem
from generator.package.bring.targets import Target, Targets
from generator.package.bring.wording_alike import (
    NEAR,
    LabelReader,
    has_part,
    likeness,
    without_count,
)
from generator.package.intake.numbers import split_scale

_MOST = 3
"""So many candidates are proposed for an item."""
_NEARLY = 0.12
"""Candidates so much less alike than the best one are left out."""
_SAME_SORT = ({"人", "名", "位"}, {"个", "家", "所", "座", "项", "处"}, {"次", "场", "场次"})
"""Units of which people write one for the other."""


@dataclass(frozen=True)
class Match:
    """Where an item may go, the likeliest first; it is sure where there are no ``doubts`` and one
    candidate."""

    candidates: tuple[Target, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to be asked."""
        return len(self.candidates) == 1 and not self.doubts


@dataclass
class Matcher:
    """Items of one sheet in order, matched to the cells of a package: what came before an item
    tells rows with the same label apart."""

    targets: Targets
    labels: LabelReader
    title: str
    _before: list[Match] = field(default_factory=list)

    def match(self, item: SheetItem) -> Match:
        """Where an item may go."""
        match = self._by_code(item) or self._by_label(item)
        self._before.append(match)
        return match

    def settle(self, target: Target) -> None:
        """Say where the last item goes, where a person said so."""
        self._before[-1] = Match((target,))

    def _by_code(self, item: SheetItem) -> Match | None:
        target = self.targets.of(item.code) if item.code else None
        if target is None:
            return None
        plain = self.labels.plain(item.label)
        if plain and likeness(plain, self.labels.plain(target.label)) < NEAR:
            return Match((target,), (f"代码是{target}，指标写的却是“{item.label}”",))
        return Match((target,))

    def _by_label(self, item: SheetItem) -> Match:
        same = [target for target in self.targets.all if self._is_same(item, target)]
        fit = [target for target in same if is_same_sort(item.unit, target.unit)]
        if len(fit) == 1 and (len(same) == 1 or not self._is_repeated(fit[0])):
            return Match((fit[0],))
        if fit:
            return self._below_what_came_before(item, fit)
        if same:
            units = "、".join(dict.fromkeys(target.unit or "无" for target in same))
            return Match(tuple(same[:_MOST]), (f"表上的单位是“{item.unit}”，应当是{units}",))
        return self._alike(item)

    def _is_same(self, item: SheetItem, target: Target) -> bool:
        """Whether an item has the label of a row, but for the words of counting."""
        if item.is_heading != target.heading or item.is_count:
            return False
        one, two = self.labels.plain(item.label), self.labels.plain(target.label)
        return bool(one) and without_count(one) == without_count(two)

    def _is_repeated(self, target: Target) -> bool:
        """Whether another row has the same label."""
        plain = without_count(self.labels.plain(target.label))
        return sum(without_count(self.labels.plain(t.label)) == plain for t in self.targets.all) > 1

    def _below_what_came_before(self, item: SheetItem, fit: Sequence[Target]) -> Match:
        """The one of several rows with the same label that stands below what the sheet has above
        the item."""
        below = {target.ident: self._doubts_above(target) for target in fit}
        sure = [target for target in fit if below[target.ident] == ()]
        if len(sure) == 1:
            return Match((sure[0],))
        likely = [target for target in fit if below[target.ident] is not None]
        if len(likely) == 1:
            return Match((likely[0],), below[likely[0].ident] or ())
        shown = likely or list(fit)
        return Match(
            tuple(shown[:_MOST]), (f"统计表里有{len(fit)}行“{item.label}”，分不清是哪一行",)
        )

    def _doubts_above(self, target: Target) -> tuple[str, ...] | None:
        """Why it is not sure that an item stands below the row above the target: () where it is
        sure, None where it does not."""
        doubts: tuple[str, ...] = ()
        for match in reversed(self._before):
            if not match.candidates:
                return None
            there = match.candidates[0]
            if not match.is_sure:
                doubts = ("它上面的一项还没有定",)
            if there.ident == target.parent:
                return doubts
            if target.parent not in {above.ident for above in self.targets.above(there)}:
                return None
        topic = self.labels.topic(self.title)
        return doubts if topic and likeness(topic, self.labels.plain(target.above)) == 1 else None

    def _alike(self, item: SheetItem) -> Match:
        """The rows whose labels, with those above them, are most like that of the item."""
        if item.is_heading:
            return Match()
        scored = sorted(self._scores(item), key=lambda pair: -pair[0])
        best = scored[0][0] if scored else 0.0
        near = [target for score, target in scored if score >= max(NEAR, best - _NEARLY)]
        return Match(tuple(near[:_MOST]), ("指标名不完全相同",) if near else ())

    def _scores(self, item: SheetItem) -> Iterator[tuple[float, Target]]:
        words = list(self._words(item))
        for target in self.targets.all:
            is_number = target.spec.type is FieldType.NUMBER and not target.heading
            if is_number and is_same_sort(item.unit, target.unit):
                yield max(self._score(one, target) for one in words), target

    def _score(self, word: str, target: Target) -> float:
        """How alike a word is to the label of a row, alone or behind that of the row above it if
        something of its own is in the word."""
        own, above = self.labels.plain(target.label), self.labels.plain(target.above)
        alone = likeness(word, own)
        return max(alone, likeness(word, above + own)) if has_part(word, own) else alone

    def _words(self, item: SheetItem) -> Iterator[str]:
        """What an item may be called: its label, alone and behind what stands above it."""
        topic = self.labels.topic(item.title)
        if item.is_count:
            yield topic
            return
        first, *rest = item.label.split("／")
        yield self.labels.plain(item.label)
        if rest:
            yield self.labels.plain(first)
        yield topic + self.labels.plain(item.label)


def is_same_sort(stated: str, unit: str) -> bool:
    """Whether a stated unit ("" for none) may be that of a cell, or a multiple of it."""
    one, two = split_scale(stated)[1], split_scale(unit)[1]
    if not stated or one == two:
        return True
    return any(one in words and two in words for words in _SAME_SORT)
