"""What people changed in a Word file: figures that are not those of the data, and words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

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
_Stretch = tuple[int, int, int]
"""A line of the page, from and to character."""


def code_of(seen: View) -> str:
    """The code of the draft that most of the file's bookmarks name, "" where there is none."""
    identities = filter(None, map(read_bookmark, seen.spans))
    counts = Counter(identity.code for identity in identities)
    return counts.most_common(1)[0][0] if counts else ""


# --- figures ---


class _Spots(Struct, frozen=True):
    """Where figures stand on the page, by key and what is printed; ``passages`` are its lines."""

    figures: Mapping[tuple[str, str], Sequence[_Spot]]
    passages: Sequence[Passage]

    def of_figure(self, figure: AuditedFigure) -> _Spot:
        """Where a figure stands, else the line beside it, else its section; (-1, 0) for none."""
        own = self.figures.get((figure.key, figure.seen), ())
        here = [spot for spot in own if self.passages[spot[0]].section == figure.location]
        options = (*here, *own, self.of_words(figure.near), self._of_section(figure.location))
        return next(filter(None, options), (-1, 0))

    def of_words(self, words: str) -> _Spot | None:
        """The line that alone holds these words; None where none or several do."""
        spots = [(number, passage.text.find(words)) for number, passage in enumerate(self.passages)]
        holding = [spot for spot in spots if spot[1] >= 0]
        return holding[0] if words and len(holding) == 1 else None

    def _of_section(self, section: str) -> _Spot | None:
        lines = (at for at, passage in enumerate(self.passages) if passage.section == section)
        first = next(lines, None)
        return None if first is None or not section else (first, 0)


def differing_figures(
    draft: Draft,
    seen: View,
    passages: Sequence[Passage],
    numbered: Mapping[int, _Spot],
    figures: Spans,
    cards: Cards,
) -> tuple[tuple[TaskGroup, ...], dict[str, str], frozenset[_Stretch]]:
    """The group of figures that the file says otherwise than the data, each where it stands (none
    where all agree), what is said of each key, and the stretches of the page that are told so."""
    standing: dict[tuple[str, str], list[_Spot]] = defaultdict(list)
    for printed, spot in _standing(seen, numbered, figures, cards):
        standing[printed].append(spot)
    spots = _Spots(standing, passages)
    tasks: dict[str, PageTask] = {}
    states: dict[str, str] = {}
    stretches: set[_Stretch] = set()
    for figure in audit(draft.document, seen).figures:
        if figure.state != "ok":
            said = _AUDITED[figure.state].format(seen=figure.seen, wanted=figure.wanted)
            who = cards.name_of(figure.key)
            key = "" if who == figure.key else f"（{figure.key}）"
            sentence = f"{who}{key}：{said}，{figure.location}"
            line, start = spots.of_figure(figure)
            tasks.setdefault(sentence, PageTask(sentence, line, start))
            stretches.add((line, start, start + len(figure.seen)))
            states.setdefault(figure.key, f"{said}，{figure.location}")
    group = TaskGroup("和数据不一致的数", tuple(tasks.values()), first=True)
    return ((group,) if tasks else ()), states, frozenset(stretches)


def _standing(
    seen: View, numbered: Mapping[int, _Spot], figures: Spans, cards: Cards
) -> Iterator[tuple[tuple[str, str], _Spot]]:
    """Where each figure stands, with its key and what is printed."""
    for para, spans in sorted(figures.items()):
        if para in numbered:
            line, at = numbered[para]
            for span in spans:
                printed = seen.paras[para].text[span.start : span.end]
                yield (cards.made[span.card].key, printed), (line, at + span.start)


# --- words ---


def changed_words(
    draft: Draft, seen: View, passages: Sequence[Passage], known: frozenset[_Stretch]
) -> tuple[TaskGroup, ...]:
    """The group of words that people changed in a file against its draft, in its order, without
    the stretches that are told already; none where all are as they were."""
    written, _ = fresh(draft)
    spots = _Spots({}, passages)
    changes = [_change(item, spots) for item in compare.compare(written.read().file.view, seen)]
    tasks = [task for task in changes if not _is_within(task, known)]
    more = max(0, len(tasks) - _MOST)
    group = TaskGroup("人改过的文字", tuple(tasks[:_MOST]), first=True, more=more)
    return (group,) if tasks else ()


def _is_within(task: PageTask, known: frozenset[_Stretch]) -> bool:
    return any(line == task.line and start <= task.start < end for line, start, end in known)


def _change(difference: compare.TextDifference, spots: _Spots) -> PageTask:
    """A change, where its words stand now."""
    shown = _cut(difference.new or difference.old)
    if difference.change == "changed":
        shown = f"{difference.old} → {difference.new}"
    words = difference.words.lstrip()
    begins = max(0, difference.begins - len(difference.words) + len(words))
    line, start = spots.of_words(words.rstrip()) or (-1, 0)
    return PageTask(f"{_CHANGES[difference.change]}　{shown}", line, start + begins)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
