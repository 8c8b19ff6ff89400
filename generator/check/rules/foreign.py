"""What a package brought along from another one: the names of its place, its years, its
sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.check.belonging import Belonging, belonging
from generator.check.finding import Finding, Side
from generator.check.passages import Passage
from generator.check.subject import Subject
from generator.model.dataset import Dataset
from generator.model.settings import Settings
from generator.model.severity import Severity
from generator.standard.divisions import mentions, stem

_MOST_SIDES = 4
_AROUND = 6
_PARTS = ("name", "city")


class _Elsewhere(Struct, frozen=True):
    """A place of others where the text names it."""

    name: str
    passage: Passage
    start: int
    end: int

    @property
    def side(self) -> Side:
        """The words and where they stand."""
        return self.passage.side(self.start, self.end, _AROUND)


def names(subject: Subject) -> Iterator[Finding]:
    """The report names no county, district or city that is not its own.

    查：县、区、市（州、盟）的名称，不是本地、协作方，也不是它们的上级或下辖的；数据包由外地的生成时，那里的简称也算。
        一个名称报一次，写明几处。红头、标题、主送、署名、版记里一处也不能有。
    不查：书名号里的；企业、学校、医院、协会等名称里的；names.csv 登记的；互访等记录里写了的考察、交流、举办地，
        捐赠方、企业、地区等栏里的；销售、务工去向里的市；与别的词连着、分不清的（和县、城区）。
    例：报告写“米脂县地处黄土高原”，report.yaml 写的是清河县、东湖区
        -> “米脂县”不是本地（清河县）、协作方（东湖区），也不是它们的上级或下辖，写了1处；请改，确要写的登记在 names.csv。
    依据：一份报告只写一个地方（report.yaml 的 place、partner）。
    """
    if subject.draft is None:
        return
    dataset = subject.draft.dataset
    for name, named in _by_name(_foreign(subject.passages, dataset)).items():
        sides = tuple(dict.fromkeys(item.side for item in named))[:_MOST_SIDES]
        yield Finding(Severity.ERROR, _message(name, len(named), dataset.settings), sides, "", name)


def _message(name: str, count: int, settings: Settings) -> str:
    place, partner = settings.place.get("name", ""), settings.partner.get("name", "")
    own = f"本地（{place}）" + (f"、协作方（{partner}）" if partner else "")
    return (
        f"“{name}”不是{own}，也不是{'它们' if partner else '它'}的上级或下辖，写了{count}处；"
        "请改，确要写的登记在 names.csv。"
    )


def _by_name(items: Iterator[_Elsewhere]) -> Mapping[str, Sequence[_Elsewhere]]:
    by_name: dict[str, list[_Elsewhere]] = defaultdict(list)
    for item in items:
        by_name[item.name].append(item)
    return by_name


def _foreign(passages: Sequence[Passage], dataset: Dataset) -> Iterator[_Elsewhere]:
    """The places of others that passages name wrongly."""
    places = belonging(dataset)
    of_origin = _names_of_origin(dataset, places)
    for passage in passages:
        for start, end in _elsewhere(passage.text, of_origin, places):
            if not places.is_right(passage, start, end):
                yield _Elsewhere(passage.text[start:end], passage, start, end)


def _elsewhere(text: str, of_origin: Sequence[str], places: Belonging) -> Iterator[tuple[int, int]]:
    """Where a text names a place that is none of its own: a division, or a bare name of those that
    the package was made from."""
    last = 0
    for start, end in _foreign_divisions(text, of_origin):
        if start >= last and not _is_own(text, start, end, places):
            yield start, end
            last = end


def _is_own(text: str, start: int, end: int, places: Belonging) -> bool:
    """Whether a place is its own, or the words are part of a name of its own."""
    if places.owns(text[start:end]):
        return True
    own = places.own_spans(text)
    return own.hold(start, end) or own.cut(start)


def _foreign_divisions(text: str, of_origin: Sequence[str]) -> list[tuple[int, int]]:
    """Where a text names a place, in order, the longest of those that begin together first."""
    named = [(mention.start, mention.end) for mention in mentions(text, of_origin)]
    bare = [match.span() for name in of_origin for match in re.finditer(re.escape(name), text)]
    return sorted({*named, *bare}, key=lambda span: (span[0], -span[1]))


def _names_of_origin(dataset: Dataset, places: Belonging) -> list[str]:
    """The names, bare ones too, of the places of the package that this one was made from, where
    they are not its own."""
    full = [name for name in _given_by_origin(dataset) if not places.owns(name)]
    own = {*places.own, *map(stem, places.own)}
    forms = dict.fromkeys(form for name in full for form in (name, stem(name)))
    return [form for form in forms if form not in own]


def _given_by_origin(dataset: Dataset) -> Iterator[str]:
    """The names that report.yaml of the origin gives, that of its place alone where it is gone."""
    if dataset.settings.origin is not None:
        yield dataset.settings.origin.place
    if dataset.origin is not None:
        for given in (dataset.origin.settings.place, dataset.origin.settings.partner):
            yield from (given[part] for part in _PARTS if given.get(part))
