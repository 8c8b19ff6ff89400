"""The page that answers: a report in which each figure tells where it comes from."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import store
from generator.check import Result, check_draft
from generator.check.passages import Passage, of_document
from generator.figures import Draft
from generator.figures.plaintext import lines
from generator.jobs.bases import earlier_reports
from generator.jobs.check import check_word
from generator.jobs.compose import drafted
from generator.jobs.output import require_ending, write_beside
from generator.jobs.status import Status, of_draft
from generator.jobs.views.cards import Cards
from generator.jobs.views.remarks import remarks_of
from generator.jobs.views.tasks import groups_of, loose_numbers
from generator.model.bookmarks import draft_code, read_bookmark
from generator.model.document import Document, Mark
from generator.model.inputs import stands
from generator.model.limits import TEXT_BYTES
from generator.model.view import View
from generator.package.fingerprint import fingerprint
from generator.package.read import load_package
from generator.regenerate.base import by_bookmarks
from generator.regenerate.prove import audit as auditing
from generator.report.view import (
    EarlierPage,
    FigureCard,
    Opening,
    PageContent,
    PageSpan,
    PageTask,
    TaskGroup,
    as_page,
    blocks_of_file,
    blocks_of_report,
    earlier_page,
)
from generator.word.foreign import is_word

__all__ = ["Viewed", "view"]

_MOST_CHANGED = 50
"""So many figures that changed since the page before are listed."""
_AUDITED = {
    "differs": "文中是“{seen}”，数据是“{wanted}”",
    "absent": "文中没有找到这个数（数据是“{wanted}”）",
}


@dataclass(frozen=True)
class Viewed:
    """The page that was written: how many figures answer, how many findings stand in it."""

    target: Path
    figures: int
    findings: int
    stale: tuple[str, ...]


def view(
    source: Path,
    target: Path,
    *,
    date: dt.datetime,
    package: Path | None = None,
    templates: Path | None = None,
) -> Viewed:
    """Write the page of a package, or of a Word file with the package it was made of or without.

    Without a package a Word file has text and findings alone. ``date`` is the time that the page
    names. What stands under ``target`` is kept as NAME.bak, unless it is an earlier page of ours:
    then the page says what changed since.

    Raises InputError where a file cannot be read or the name does not end in .html, DataError where
    the data are faulty, OutputError where the page cannot be written.

    例：
        >>> viewed = view(Path("清河-2023"), Path("页.html"), date=dt.datetime(2023, 11, 27, 9))
        >>> viewed.figures > 0, "2023-11-27 09:00" in Path("页.html").read_text(encoding="utf-8")
        (True, True)
    """
    require_ending(target, ".html")
    before = _earlier(target)
    if not is_word(source):
        content = _of_data(source, date, templates)
    elif package is None:
        content = _of_file_alone(source, date, templates)
    else:
        content = _of_file(source, package, date, templates)
    content = _with_changes(content, before)
    _write(target, as_page(content).encode(), before)
    remarks = len(content.remarks)
    return Viewed(target, len(content.cards), remarks, content.opening.stale)


def _earlier(target: Path) -> EarlierPage | None:
    """The page of ours that stands there, None for nothing or anything else."""
    if not stands(target):
        return None
    present = store.present(target) or b""
    return (
        earlier_page(present.decode("utf-8", errors="replace"))
        if len(present) < TEXT_BYTES
        else None
    )


def _write(target: Path, data: bytes, before: EarlierPage | None) -> None:
    """A page of ours is replaced; anything else is kept beside."""
    if before is None:
        write_beside(target, data)
    else:
        store.write_over(target, data)


@dataclass(frozen=True)
class _Underlying:
    """A package with all that the page says of it."""

    draft: Draft
    state: Status
    made_of: str


def _known(package: Path, templates: Path | None) -> _Underlying:
    dataset, kind = load_package(package, templates)
    draft, report = drafted(dataset, kind)
    findings = check_draft(draft, earlier_reports(draft))
    state = of_draft(package, draft, report, findings)
    return _Underlying(draft, state, fingerprint(package, templates))


def _of_data(package: Path, date: dt.datetime, templates: Path | None) -> PageContent:
    known = _known(package, templates)
    draft, loose = known.draft, loose_numbers(known.draft)
    cards = Cards(draft, known.state.progress)
    blocks = blocks_of_report(draft.document, cards.of_mark, loose)
    title = draft.document.properties.title
    return PageContent(
        Opening(title, f"数据包 {package.name}", known.made_of, _time(date)),
        blocks,
        cards.made,
        remarks_of(known.state.findings.findings, of_document(draft.document)),
        groups_of(draft, known.state, loose),
        draft.dataset.pictures,
    )


def _time(date: dt.datetime) -> str:
    return date.strftime("%Y-%m-%d %H:%M")


# --- a Word file ----------------------------------------------------------------------------------


def _of_file_alone(file: Path, date: dt.datetime, templates: Path | None) -> PageContent:
    seen, passages, result = check_word(file, templates=templates)
    return _page_of_file(file, date, seen, passages, result)


def _of_file(file: Path, package: Path, date: dt.datetime, templates: Path | None) -> PageContent:
    """The page of a Word file; its figures are known by their bookmarks and compared with the
    data."""
    known = _known(package, templates)
    seen, passages, result = check_word(file, templates=templates)
    cards = Cards(known.draft, known.state.progress)
    figures = _figures(known.draft.document, seen, cards)
    audited = _audited(known.draft, seen)
    page = _page_of_file(file, date, seen, passages, result, figures)
    tasks = tuple(PageTask(text) for text in audited.values())
    groups = (TaskGroup("和数据不一致的数", tasks),) if tasks else ()
    opening = replace(
        page.opening,
        source=f"{file.name} 和数据包 {package.name}",
        made_of=known.made_of,
        stale=_older(known.draft, seen),
    )
    told = tuple(_with_state(card, audited) for card in cards.made)
    return replace(page, opening=opening, cards=told, groups=groups)


def _page_of_file(
    file: Path,
    date: dt.datetime,
    seen: View,
    passages: Sequence[Passage],
    result: Result,
    figures: Mapping[int, Sequence[PageSpan]] | None = None,
) -> PageContent:
    return PageContent(
        Opening(file.stem, file.name, "", _time(date)),
        blocks_of_file(seen.seen, _numbered(seen, passages), figures or {}),
        remarks=remarks_of(result.findings, passages),
    )


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
    marks = _marks(document)
    code = _code(seen) or document.properties.draft
    of_file = replace(document, properties=replace(document.properties, draft=code))
    spans: dict[int, list[PageSpan]] = defaultdict(list)
    for para, figures in by_bookmarks(of_file, seen).figures.items():
        for figure in figures:
            printed = seen.paras[para].text[figure.start : figure.end]
            mark = marks.get(figure.key)
            if mark is not None and printed:
                card = cards.of_mark(mark, printed)
                spans[para].append(PageSpan(figure.start, figure.end, card, "bound"))
    return spans


def _marks(document: Document) -> dict[str, Mark]:
    """The first mark of each key."""
    marks: dict[str, Mark] = {}
    for line in lines(document):
        for run in line.text:
            if run.mark and run.mark.origin != "name":
                marks.setdefault(run.mark.key, run.mark)
    return marks


def _code(seen: View) -> str:
    """The code of the draft that most of the file's bookmarks name, "" where there is none."""
    names = filter(None, map(read_bookmark, seen.spans))
    counts = Counter(identity.code for identity in names)
    return counts.most_common(1)[0][0] if counts else ""


def _older(draft: Draft, seen: View) -> tuple[str, ...]:
    """That the file was written from other data than those of now."""
    now, code = draft_code(draft.document.properties.draft), _code(seen)
    if not code or code == now:
        return ()
    return (f"这份文件由别的数据写出（底稿 {code}，现在的数据是 {now}）：数字以下面的核对为准",)


def _audited(draft: Draft, seen: View) -> dict[str, str]:
    """What the file says otherwise, by key."""
    told: dict[str, str] = {}
    for figure in auditing.audit(draft.document, seen).figures:
        if figure.state != "ok":
            said = _AUDITED[figure.state].format(seen=figure.seen, wanted=figure.wanted)
            told.setdefault(figure.key, f"{figure.key}：{said}，{figure.location}")
    return told


def _with_state(card: FigureCard, audited: Mapping[str, str]) -> FigureCard:
    return replace(card, state=audited.get(card.key, ""))


# --- the page before ------------------------------------------------------------------------------


def _with_changes(content: PageContent, before: EarlierPage | None) -> PageContent:
    """The page with what changed since the page before it."""
    if before is None or not before.made_of or not content.opening.made_of:
        return content
    if before.made_of == content.opening.made_of:
        return content
    changed = [
        PageTask(f"{card.name}：{before.values.get(card.key, '（没有）')} → {card.value}")
        for card in {card.key: card for card in content.cards}.values()
        if before.values.get(card.key) != card.value
    ]
    line = f"上一版（{before.made_at}）以后数据有变，{len(changed)}个数不同"
    opening = replace(content.opening, stale=(*content.opening.stale, line))
    group = TaskGroup("上一版以后变了的数", tuple(changed[:_MOST_CHANGED]))
    groups = (group, *content.groups) if changed else content.groups
    return replace(content, opening=opening, groups=groups)
