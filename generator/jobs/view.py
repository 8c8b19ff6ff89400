"""The page that answers: a report in which each figure tells where it comes from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec import Struct

from generator import store
from generator.check.passages import of_document
from generator.jobs.output import require_ending, write_beside
from generator.jobs.views.cards import Cards
from generator.jobs.views.files import of_file, of_file_alone
from generator.jobs.views.remarks import remarks_of
from generator.jobs.views.tasks import groups_of, loose_numbers
from generator.jobs.views.underlying import Underlying, underlying
from generator.model.errors import InputError, Problem
from generator.model.inputs import stands
from generator.model.limits import TEXT_BYTES
from generator.model.replacing import replace
from generator.model.storable import encoded
from generator.report.view import (
    EarlierPage,
    Opening,
    PageContent,
    PageTask,
    TaskGroup,
    as_page,
    blocks_of_report,
    earlier_page,
)
from generator.word.foreign import is_word

__all__ = ["Viewed", "view"]

_MOST_CHANGED = 50
"""So many figures that changed since the page before are listed."""


class Viewed(Struct, frozen=True):
    """The page that was written: how many figures answer, how many findings stand in it; ``kept``
    is the copy of what a person made of the page before, or of another file, None for none."""

    target: Path
    figures: int
    findings: int
    stale: tuple[str, ...]
    kept: Path | None = None


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
    names. What stands under ``target`` is kept as NAME.bak, unless it is an earlier page of ours
    that nobody changed; of a page of ours the new one says what changed since.

    Raises InputError where a file cannot be read or the name does not end in .html, DataError where
    the data are faulty, OutputError where the page cannot be written.

    例：
        >>> viewed = view(Path("清河-2023"), Path("页.html"), date=dt.datetime(2023, 11, 27, 9))
        >>> viewed.figures > 0, "2023-11-27 09:00" in Path("页.html").read_text(encoding="utf-8")
        (True, True)
    """
    require_ending(target, ".html")
    if not is_word(source):
        _require_alone(source, package)
        return view_known(underlying(source, templates), target, date=date)
    if package is None:
        return _viewed(target, of_file_alone(source, _time(date), templates))
    known = underlying(package, templates)
    return _viewed(target, of_file(source, known, _time(date), templates))


def view_known(known: Underlying, target: Path, *, date: dt.datetime) -> Viewed:
    """The same of a package that is composed already."""
    return _viewed(target, _of_data(known, _time(date)))


def _require_alone(source: Path, second: Path | None) -> None:
    """Raise InputError where something stands behind a package: a Word file stands before it."""
    if second is None:
        return
    message, todo = "写在数据包后面", "Word 文件写在前面，它的数据包写在后面；只看数据包就只写它"
    raise InputError(Problem(f"{message}（{source}）", todo, str(second), unreadable=True))


def _viewed(target: Path, content: PageContent) -> Viewed:
    before = _earlier(target)
    content = _with_changes(content, before)
    kept = _write(target, encoded(as_page(content)), before)
    remarks = len(content.remarks)
    return Viewed(target, len(content.cards), remarks, content.opening.stale, kept)


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


def _write(target: Path, data: bytes, before: EarlierPage | None) -> Path | None:
    """A page of ours that nobody changed is replaced; anything else is kept beside, in the copy
    that is given."""
    if before is None or not before.untouched:
        return write_beside(target, data)
    store.write_over(target, data)
    return None


def _of_data(known: Underlying, time: str) -> PageContent:
    draft, loose = known.draft, loose_numbers(known.draft)
    cards = Cards(draft, known.state.progress)
    blocks = blocks_of_report(draft.document, cards.of_mark, loose)
    title = draft.document.properties.title
    return PageContent(
        Opening(title, f"用数据包 {known.package} 写出", known.made_of, time),
        blocks,
        cards.made,
        remarks_of(known.state.findings.findings, of_document(draft.document)),
        groups_of(draft, known.state, loose),
        draft.dataset.pictures,
    )


def _time(date: dt.datetime) -> str:
    return date.strftime("%Y-%m-%d %H:%M")


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
    if not changed and before.words_hash == content.words_hash:
        return content  # it reads as before: a finding was accepted, a note written
    said = f"{len(changed)}个数不同" if changed else "文中的数都没有变"
    line = f"上一版（{before.made_at}）以后数据有变，{said}"
    opening = replace(content.opening, stale=(*content.opening.stale, line))
    listed = tuple(changed[:_MOST_CHANGED])
    more = len(changed) - len(listed)
    group = TaskGroup("上一版以后变了的数", listed, first=True, more=more)
    groups = (group, *content.groups) if changed else content.groups
    return replace(content, opening=opening, groups=groups)
