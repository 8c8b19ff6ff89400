"""The page of a Word file: its words and findings, and, with its package, what answers in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.check import Result
from generator.check.passages import Passage
from generator.figures.plaintext import lines
from generator.jobs.check import check_word
from generator.jobs.views.cards import Cards
from generator.jobs.views.people import Spans, changed_words, code_of, differing_figures
from generator.jobs.views.remarks import remarks_of
from generator.jobs.views.underlying import Underlying
from generator.model.bookmarks import draft_code
from generator.model.document import Document, Mark
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.view import View
from generator.regenerate.base import by_bookmarks
from generator.report.view import FigureCard, Opening, PageBlock, PageContent, PageSpan
from generator.report.view import blocks_of_file as blocks_of

_BLANKS = regex(r"\s+")


def of_file_alone(file: Path, time: str, templates: Path | None) -> PageContent:
    """The page of a Word file without its package: text and findings. Raises InputError."""
    seen, passages, result = check_word(file, templates=templates)
    return _page(file, time, seen, passages, result)


def of_file(file: Path, known: Underlying, time: str, templates: Path | None) -> PageContent:
    """The page of a Word file with its package: figures are known by their bookmarks and compared
    with the data, words with the draft. Raises InputError."""
    seen, passages, result = check_word(file, templates=templates)
    cards = Cards(known.draft, known.state.progress)
    figures = _figures(known.draft.document, seen, cards)
    page = _page(file, time, seen, passages, result, figures)
    numbered, stale = _numbered(seen, passages), _older(known, seen)
    groups, states, reported = differing_figures(
        known.draft, seen, passages, numbered, figures, cards
    )
    words = () if stale else changed_words(known.draft, seen, passages, reported)
    source = f"Word 文件 {file.name}，对照数据包 {known.package}"
    opening = replace(page.opening, source=source, made_of=known.made_of, stale=stale)
    told = tuple(_with_state(card, states) for card in cards.made)
    return replace(page, opening=opening, cards=told, groups=(*groups, *words))


def _page(
    file: Path,
    time: str,
    seen: View,
    passages: Sequence[Passage],
    result: Result,
    figures: Spans | None = None,
) -> PageContent:
    blocks = blocks_of(seen.seen, _numbered(seen, passages), figures or {})
    return PageContent(
        Opening(_title(blocks) or file.stem, f"Word 文件 {file.name}", "", time),
        blocks,
        remarks=remarks_of(result.findings, passages),
    )


def _title(blocks: Sequence[PageBlock]) -> str:
    """The first title of the file, "" where no paragraph is set as one."""
    titles = (block.lines[0].text for block in blocks if block.role == "title")
    return _BLANKS.sub("", next(titles, ""))


def _numbered(seen: View, passages: Sequence[Passage]) -> dict[int, tuple[int, int]]:
    """The passage of each paragraph of the file, and at which character of it it begins."""
    numbered: dict[int, tuple[int, int]] = {}
    for number, passage in enumerate(passages):
        behind = 0
        for para in passage.paras:
            words = seen.paras[para].text.strip()
            at = passage.text.find(words, behind)
            behind = at + len(words) if at >= 0 else behind
            numbered[para] = (number, max(at, 0))
    return numbered


def _figures(document: Document, seen: View, cards: Cards) -> dict[int, list[PageSpan]]:
    """The figures of the report by the bookmarks that are left of them, by paragraph."""
    marks = dict(_marks(document))
    code = code_of(seen) or document.properties.draft
    as_filed = replace(document, properties=replace(document.properties, draft=code))
    spans: dict[int, list[PageSpan]] = defaultdict(list)
    for para, figures in by_bookmarks(as_filed, seen).figures.items():
        for figure in figures:
            printed = seen.paras[para].text[figure.start : figure.end]
            mark = marks.get(figure.key)
            if mark is not None and printed:
                card = cards.of_mark(mark, printed)
                spans[para].append(PageSpan(figure.start, figure.end, card, "bound"))
    return spans


def _marks(document: Document) -> Iterator[tuple[str, Mark]]:
    """The first mark of each key."""
    keys: set[str] = set()
    for line in lines(document):
        for run in line.text:
            if run.mark and run.mark.origin != "name" and run.mark.key not in keys:
                keys.add(run.mark.key)
                yield run.mark.key, run.mark


def _older(known: Underlying, seen: View) -> tuple[str, ...]:
    """That the file was written from other data than those of now."""
    now, code = draft_code(known.draft.document.properties.draft), code_of(seen)
    if not code or code == now:
        return ()
    what = f"这份文件由别的数据写出（底稿 {code}，现在的数据是 {now}）"
    return (f"{what}：数字以下面的核对为准，改过的文字没有列",)


def _with_state(card: FigureCard, states: Mapping[str, str]) -> FigureCard:
    return replace(card, state=states.get(card.key, ""))
