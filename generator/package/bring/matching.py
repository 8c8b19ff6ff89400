"""Which cell of the package an item of a sheet belongs to, by code, label and what stands above
it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct, field

from generator.model.kind import FieldType
from generator.package.bring.sheet_items import ROWS, SheetItem
from generator.package.bring.targets import CellTarget, Targets
from generator.package.bring.wording_alike import (
    NEAR,
    LabelReader,
    counted_in,
    has_part,
    included_in,
    likeness,
    without_count,
)
from generator.package.intake.numbers import split_scale

_MOST = 3
"""So many candidates are proposed for an item."""
_TELLING = 3
"""Labels with fewer characters say too little."""
_SHARED = 0.5
"""A label that shares fewer of its letters with an item is not like it."""
_NEARLY = 0.12
"""Candidates so much less alike than the best one are left out."""
PERSON_UNITS = {"人", "名", "人次", "位"}
_SAME_SORT = ({"人", "名", "位"}, {"个", "家", "所", "座", "项", "处"}, {"次", "场", "场次"})
"""Units of which people write one for the other."""


class Match(Struct, frozen=True):
    """Where an item may go, the likeliest first; it is sure where there are no ``doubts`` and one
    candidate."""

    candidates: tuple[CellTarget, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to be asked."""
        return len(self.candidates) == 1 and not self.doubts


class _Known(Struct, frozen=True):
    """A cell with its plain label, that without the word of counting and its letters, and the plain
    label above."""

    target: CellTarget
    plain: str
    core: str
    above: str
    letters: frozenset[str]


class Matcher(Struct, dict=True):
    """Items of one sheet in order, matched to the cells of a package: what came before an item
    tells rows with the same label apart."""

    targets: Targets
    labels: LabelReader
    title: str
    _before: list[Match] = field(default_factory=list)
    _by_unit: dict[str, list[_Known]] = field(default_factory=dict)

    @cached_property
    def _known(self) -> tuple[_Known, ...]:
        plain = self.labels.plain
        return tuple(
            _Known(t, label, without_count(label), plain(t.above), frozenset(without_count(label)))
            for t in self.targets.all
            if (label := plain(t.label))
        )

    @cached_property
    def _by_core(self) -> dict[str, list[_Known]]:
        by_core: dict[str, list[_Known]] = {}
        for known in self._known:
            by_core.setdefault(known.core, []).append(known)
        return by_core

    def match(self, item: SheetItem, *, exactly: bool = False) -> Match:
        """Where an item may go; ``exactly``: by its code or the same label alone."""
        match = self._by_code(item) or self._by_label(item)
        if not match.candidates and not exactly:
            match = self._alike(item)
        if not match.candidates and not exactly and item.is_count:
            match = self._including(item)
        self._before.append(match)
        return match

    def settle(self, target: CellTarget) -> None:
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
        """The row with the label of an item; of several the one below what came before."""
        same = self._of_same_label(item)
        stated = item.unit or counted_in(self.labels.plain(item.label))
        fit = [target for target in same if is_same_sort(stated, target.unit)]
        if same and not fit:
            return _of_other_sort(item, stated, same)
        if len(same) == 1 and self._is_telling(item):
            return Match((same[0],))
        return self._below_what_came_before(item, fit) if fit else Match()

    def _of_same_label(self, item: SheetItem) -> list[CellTarget]:
        """The rows with the label of an item but for the words of counting; headings only for a
        heading."""
        core = without_count(self.labels.plain(item.label))
        known = [] if item.is_count else self._by_core.get(core, [])
        return [one.target for one in known if item.is_heading or not one.target.heading]

    def _is_telling(self, item: SheetItem) -> bool:
        """Whether a label says enough to stand alone."""
        return item.is_heading or len(without_count(self.labels.plain(item.label))) >= _TELLING

    def _below_what_came_before(self, item: SheetItem, fit: Sequence[CellTarget]) -> Match:
        """The one of several rows with the same label that stands below what the sheet has above
        the item."""
        below = {target.ident: self._doubts_above(target) for target in fit}
        sure = [target for target in fit if below[target.ident] == ()]
        if len(sure) == 1:
            return Match((sure[0],))
        likely = [target for target in fit if below[target.ident] is not None]
        if len(likely) == 1:
            return Match((likely[0],), below[likely[0].ident] or ())
        shown = likely or sorted(fit, key=self._distance)
        return self._of_group(item, shown) or Match(tuple(shown[:_MOST]), (_unclear(item, fit),))

    def _of_group(self, item: SheetItem, fit: Sequence[CellTarget]) -> Match | None:
        """The rows with the label of an item, that first whose row above is most like what spans
        its column; None where two are equally like it."""
        group = self.labels.plain(item.group.split("／")[-1]) if item.group else ""
        alike = {
            t.ident: likeness(group, self.labels.plain(t.above)) if group else 0.0 for t in fit
        }
        best, *others = sorted(fit, key=lambda target: -alike[target.ident])
        if alike[best.ident] < NEAR or any(alike[t.ident] == alike[best.ident] for t in others):
            return None
        if alike[best.ident] == 1:
            return Match((best,))
        doubt = f"上面写的是“{item.group}”，统计表里是“{best.above}”"
        return Match((best, *others)[:_MOST], (doubt,))

    def _doubts_above(self, target: CellTarget) -> tuple[str, ...] | None:
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

    def _distance(self, target: CellTarget) -> int:
        """How far a row of the form stands from the last one that is known: 0 where it shares most
        of the rows above it."""
        known = [match.candidates[0] for match in self._before if match.candidates]
        if not known:
            return 0
        near = {known[-1].ident, *(above.ident for above in self.targets.above(known[-1]))}
        return -sum(above.ident in near for above in self.targets.above(target))

    def _alike(self, item: SheetItem) -> Match:
        """The rows whose labels, with those above them, are most like that of the item."""
        if item.is_heading:
            return Match()
        scored = sorted(self._scores(item), key=lambda pair: -pair[0])
        best = scored[0][0] if scored else 0.0
        near = [target for score, target in scored if score >= max(NEAR, best - _NEARLY)]
        return Match(tuple(near[:_MOST]), ("指标名不完全相同",) if near else ())

    def _including(self, item: SheetItem) -> Match:
        """The rows that say that they include whom a list names (含教师、医生等), and those right
        below them."""
        topic = self.labels.topic(item.title)
        below: dict[str, list[CellTarget]] = {}
        for target in (one.target for one in self._of_unit(item.unit)):
            for row in (target, self.targets.of(target.parent)):
                if row is not None and included_in(row.label, topic):
                    below.setdefault(row.label, []).append(target)
        doubts = tuple(f"“{label}”包括名单上的人，分不清是哪一行" for label in below)
        fit = [target for targets in below.values() for target in targets]
        return Match(tuple(fit[:_MOST]), doubts)

    def _scores(self, item: SheetItem) -> Iterator[tuple[float, CellTarget]]:
        words = list(self._words(item))
        letters = set("".join(words))
        for known in self._of_unit(item.unit):
            if item.label == ROWS and known.target.unit in PERSON_UNITS:
                continue
            fewest = min(len(letters), len(known.letters))
            if len(letters & known.letters) >= _SHARED * fewest:
                yield max(_score(word, known) for word in words), known.target

    def _of_unit(self, unit: str) -> list[_Known]:
        """The cells of numbers that may be counted in a unit."""
        if unit not in self._by_unit:
            self._by_unit[unit] = [
                known
                for known in self._known
                if known.target.spec.type is FieldType.NUMBER
                and not known.target.heading
                and is_same_sort(unit, known.target.unit)
            ]
        return self._by_unit[unit]

    def _words(self, item: SheetItem) -> Iterator[str]:
        """What an item may be called: its label, alone and behind what stands above it."""
        topic = self.labels.topic(item.title)
        if item.is_count:
            yield topic
            return
        first, *rest = item.label.split("／")
        if item.group and not rest:
            yield self.labels.plain(item.group.split("／")[-1]) + self.labels.plain(item.label)
        yield self.labels.plain(item.label)
        if rest:
            yield self.labels.plain(first)
        yield topic + self.labels.plain(item.label)


def _of_other_sort(item: SheetItem, stated: str, same: Sequence[CellTarget]) -> Match:
    """No match for one of several numbers of a row, else a question."""
    if "／" in item.label:
        return Match()
    return Match(tuple(same[:_MOST]), (unit_fault(stated, same),))


def _unclear(item: SheetItem, fit: Sequence[CellTarget]) -> str:
    if len(fit) == 1:
        return f"“{item.label}”这个名字太短"
    return f"统计表里有{len(fit)}行“{item.label}”，分不清是哪一行"


def _score(word: str, known: _Known) -> float:
    """How alike a word is to the label of a row, alone or behind that of the row above it if
    something of its own is in the word."""
    alone = likeness(word, known.plain)
    if not has_part(word, known.plain):
        return alone
    return max(alone, likeness(word, known.above + known.plain))


def unit_fault(stated: str, targets: Sequence[CellTarget]) -> str:
    """Why a number with this unit cannot be that of these cells."""
    units = "、".join(dict.fromkeys(target.unit or "没有单位" for target in targets))
    return f"表上的单位是“{stated}”，应当是{units}"


def is_same_sort(stated: str, unit: str) -> bool:
    """Whether a stated unit ("" for none) may be that of a cell, or a multiple of it."""
    one, two = split_scale(stated)[1], split_scale(unit)[1]
    if not stated or one == two:
        return True
    return any(one in words and two in words for words in _SAME_SORT)
