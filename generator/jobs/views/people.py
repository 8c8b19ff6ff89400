"""What people changed in a Word file: figures that are not those of the data, and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.check.passages import Passage
from generator.figures import Draft
from generator.jobs.regenerate import fresh
from generator.jobs.views.cards import Cards
from generator.model.bookmarks import read_bookmark
from generator.model.view import View
from generator.regenerate import compare
from generator.regenerate.prove.audit import AuditedFigure, audit
from generator.report.view import PageSpan, PageTask, TaskGroup

Spans = Mapping[int, Sequence[PageSpan]]
"""The figures that were found in a paragraph of the file, by its index."""
_AUDITED = {
    "differs": "文中是“{seen}”，数据是“{wanted}”",
    "absent": "文中没有找到这个数（数据是“{wanted}”）",
}
_CHANGES = {"new": "增", "gone": "删", "changed": "改", "moved": "移"}
_MOST, _LONGEST = 200, 80
"""So many changes of words are listed; so many characters are shown of a paragraph."""
_Spot = tuple[int, int]
"""A line of the page and a character of it."""


def code_of(seen: View) -> str:
    """The code of the draft that most of the file's bookmarks name, "" where there is none."""
    identities = filter(None, map(read_bookmark, seen.spans))
    counts = Counter(identity.code for identity in identities)
    return counts.most_common(1)[0][0] if counts else ""


# --- figures ---


@dataclass(frozen=True)
class _Spots:
    """Where figures stand on the page, by key with what is printed; ``passages`` are its lines."""

    figures: Mapping[tuple[str, str], _Spot]
    passages: Sequence[Passage]

    def of_figure(self, figure: AuditedFigure) -> _Spot:
        """Where a figure stands, else the line beside it, else its section; (-1, 0) for none."""
        by_key = (spot for (key, _), spot in self.figures.items() if key == figure.key)
        own = self.figures.get((figure.key, figure.seen)) or next(by_key, None)
        return own or self.of_words(figure.near) or self._of_section(figure) or (-1, 0)

    def of_words(self, words: str) -> _Spot | None:
        """The first line that holds these words; None for none."""
        for number, passage in enumerate(self.passages):
            at = passage.text.find(words) if words else -1
            if at >= 0:
                return number, at
        return None

    def _of_section(self, figure: AuditedFigure) -> _Spot | None:
        for number, passage in enumerate(self.passages):
            if passage.section and passage.section == figure.location:
                return number, 0
        return None


def differing_figures(
    draft: Draft,
    seen: View,
    passages: Sequence[Passage],
    numbered: Mapping[int, _Spot],
    figures: Spans,
    cards: Cards,
) -> tuple[tuple[TaskGroup, ...], dict[str, str]]:
    """The group of figures that the file says otherwise than the data, each where it stands (none
    where all agree), and what is said of each key."""
    spots = _Spots(dict(_standing(seen, numbered, figures, cards)), passages)
    tasks: dict[str, PageTask] = {}
    states: dict[str, str] = {}
    for figure in audit(draft.document, seen).figures:
        if figure.state != "ok":
            said = _AUDITED[figure.state].format(seen=figure.seen, wanted=figure.wanted)
            who = cards.name_of(figure.key)
            key = "" if who == figure.key else f"（{figure.key}）"
            sentence = f"{who}{key}：{said}，{figure.location}"
            tasks.setdefault(sentence, PageTask(sentence, *spots.of_figure(figure)))
            states.setdefault(figure.key, f"{said}，{figure.location}")
    group = TaskGroup("和数据不一致的数", tuple(tasks.values()), first=True)
    return ((group,) if tasks else ()), states


def _standing(
    seen: View, numbered: Mapping[int, _Spot], figures: Spans, cards: Cards
) -> Iterator[tuple[tuple[str, str], _Spot]]:
    """Where each figure stands; of those that are printed alike, the first."""
    for para in sorted(figures, reverse=True):
        if para in numbered:
            line, at = numbered[para]
            for span in reversed(figures[para]):
                printed = seen.paras[para].text[span.start : span.end]
                yield (cards.made[span.card].key, printed), (line, at + span.start)


# --- words ---


def changed_words(draft: Draft, seen: View, passages: Sequence[Passage]) -> tuple[TaskGroup, ...]:
    """The group of words that people changed in a file against its draft, in its order; none where
    all are as they were."""
    written, _ = fresh(draft)
    differences = compare.compare(written.file.view, seen)
    spots = _Spots({}, passages)
    tasks = tuple(_change(difference, spots) for difference in differences[:_MOST])
    more = len(differences) - len(tasks)
    return (TaskGroup("人改过的文字", tasks, first=True, more=more),) if tasks else ()


def _change(difference: compare.TextDifference, spots: _Spots) -> PageTask:
    shown = _cut(difference.new or difference.old)
    if difference.change == "changed":
        shown = f"{difference.old} → {difference.new}"
    words = difference.new
    if difference.change == "changed":
        words = words.replace("〔", "", 1)[::-1].replace("〕", "", 1)[::-1]
    line, start = spots.of_words(words.strip()) or (-1, 0)
    return PageTask(f"{_CHANGES[difference.change]}　{shown}", line, start)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
