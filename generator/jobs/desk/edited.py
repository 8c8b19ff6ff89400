"""改稿: what becomes of a Word file that people changed, told first, then done."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from generator.jobs.desk.wording import MatterLine, Wording, in_words, wording_at, wording_of
from generator.jobs.draft import draft
from generator.jobs.open_matters import drafts_by_id, last_written, open_lines
from generator.jobs.regenerate import Regenerated, changed_by_people
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.regenerate.compare import TextDifference
from generator.regenerate.decide.matters import CONFLICT, NOTICE
from generator.regenerate.prove.audit import AuditedFigure
from generator.regenerate.summary import PlacedMatter, Summary, UpdatedWords

_DRAFT = regex(r"的?底稿 (?P<id>[0-9a-f]{6,})(?:（(?P<fit>吻合 \d+%)）)?")
"""How a note names a draft."""
_NO_NEWS = "没有要更新的"

__all__ = ["EditedOutlook", "OpenNow", "Renewed", "look_at_edited", "open_now", "renew_edited"]


class EditedOutlook(Struct, frozen=True):
    """What becomes of an edited file: what people changed and stays, what is updated, what they are
    asked, what they should look at, what of the data is another number in the file or is not there;
    what was open in it and is settled (``closed``: taking the new file stores that); ``counts`` is
    all of it in one line, ``notes`` are about the file itself."""

    counts: str
    kept: tuple[TextDifference, ...]
    updated: tuple[UpdatedWords, ...]
    asked: tuple[MatterLine, ...]
    to_look: tuple[MatterLine, ...]
    differing: tuple[MatterLine, ...]
    notes: tuple[str, ...] = ()
    closed: tuple[MatterLine, ...] = ()

    @property
    def has_news(self) -> bool:
        """Whether a new file would say anything else than this one, or anything is to be stored."""
        told = self.updated or self.asked or self.to_look or self.closed
        return bool(told) or self.counts != _NO_NEWS


class Renewed(Struct, frozen=True):
    """The file brought up to date, None where nothing in it changes; warnings for a person."""

    data: bytes | None
    warnings: tuple[str, ...] = ()


def look_at_edited(
    package: Path, file: Path, *, date: dt.datetime, templates: Path | None = None
) -> EditedOutlook:
    """What would become of a Word file that people changed; nothing is written.

    Raises InputError where a file cannot be read, DataError where the data are faulty or no stored
    draft is the base of the file.

    例：
        >>> written = write(compose(Path("清河-2023")), Path("稿.docx"))
        >>> told = look_at_edited(Path("清河-2023"), Path("稿.docx"), date=dt.datetime(2023, 12, 1))
        >>> told.counts, told.kept, told.updated
        ('没有要更新的', (), ())
    """
    with in_words(package, templates):
        result = draft(package, None, date=date, edited=file, dry_run=True, templates=templates)
        dataset, kind = result.draft.dataset, result.draft.kind
        kept = changed_by_people(package, dataset.settings, file)
    summary, wording = _regenerated(result.regenerated).summary, wording_of(dataset, kind)
    notes = tuple(_note(note, package, len(kept), wording) for note in summary.notes)
    return replace(_outlook(summary, kept, wording), notes=notes)


def _regenerated(result: Regenerated | None) -> Regenerated:
    if result is None:
        raise LookupError("an edited file is regenerated")
    return result


def _outlook(result: Summary, kept: Iterable[TextDifference], wording: Wording) -> EditedOutlook:
    audited = (*result.audit.of("differs"), *result.audit.of("absent"))
    differing = [_differing(figure, wording) for figure in audited]
    return EditedOutlook(
        _counts(result),
        tuple(kept),
        result.words,
        tuple(_matter(placed, wording) for placed in result.conflicts),
        tuple(_matter(placed, wording) for placed in result.notices),
        tuple(dict.fromkeys(differing)),
        closed=tuple(_open(line, wording) for line in result.closed),
    )


def _note(note: str, package: Path, differences: int, wording: Wording) -> str:
    """What is to be known of the file: a draft by when it was written, not by its id, and how many
    differences the file has from it."""
    if not _DRAFT.search(note):
        return wording.of(note)
    times = drafts_by_id(package)

    def called(found: re.Match[str]) -> str:
        at = times.get(found["id"])
        parts = filter(None, (at and f"{at:%m月%d日 %H:%M} 写出", found["fit"]))
        known = "，".join(parts)
        return f"的一稿（{known}）" if known else "的一稿"

    said = _DRAFT.sub(called, note).replace("底稿库里没有", "这里没有存")
    return f"{wording.of(said)}；和它有 {differences} 处不同"


def _differing(figure: AuditedFigure, wording: Wording) -> MatterLine:
    """A figure of the data that is another one in the file, or is not there."""
    location = figure.location.strip("（）")
    name = wording.named(figure.key)
    named = f"{name}：" if name else ""
    if not figure.seen:
        return MatterLine(location, f"{named}文中没有，数据是“{figure.wanted}”")
    return MatterLine(location, f"{named}文中是“{figure.seen}”，数据是“{figure.wanted}”")


def _counts(result: Summary) -> str:
    """How much changes, in one line."""
    parts = (
        ("更新数字", result.figures),
        ("改动措辞或序号", result.reworded),
        ("新增语句", result.added),
        ("删去语句", result.removed),
        ("移动", result.moved),
        ("定好", len(result.closed)),
    )
    told = [f"{name} {count} 处" for name, count in parts if count]
    return "，".join(told) or _NO_NEWS


def _matter(placed: PlacedMatter, wording: Wording) -> MatterLine:
    location, matter = placed
    return MatterLine(location, wording.of(matter.text))


def renew_edited(
    package: Path, file: Path, *, date: dt.datetime, plain: bool, templates: Path | None = None
) -> Renewed:
    """A Word file that people changed, brought up to date; what it was written from and what is
    open in it is kept with the package, as by ``nigao draft --edited``. The file itself stays.

    ``plain`` shows no tracked changes. Raises what ``look_at_edited`` raises; OutputError where
    nothing can be kept.

    例：
        >>> package, file = Path("清河-2023"), Path("稿.docx")
        >>> written = write(compose(package), file)
        >>> renew_edited(package, file, date=dt.datetime(2023, 12, 1), plain=False).data is None
        True
    """
    with TemporaryDirectory() as folder, in_words(package, templates):
        target = Path(folder) / file.name
        result = draft(package, target, date=date, edited=file, plain=plain, templates=templates)
        regenerated = _regenerated(result.regenerated)
        wording = wording_of(result.draft.dataset, result.draft.kind)
        data = target.read_bytes() if regenerated.written else None
        return Renewed(data, tuple(map(wording.of, regenerated.summary.notes)))


class OpenNow(Struct, frozen=True):
    """What is open in the file that was written last, and when that was (None: none was yet);
    ``todo`` of a matter says whether a person must decide or look."""

    written_at: dt.datetime | None
    matters: tuple[MatterLine, ...] = ()


def open_now(package: Path, templates: Path | None = None) -> OpenNow:
    """What is open in the file that was written from the package last.

    例：
        >>> open_now(Path("清河-2023"))
        OpenNow(written_at=None, matters=())
    """
    written_at, lines = last_written(package), open_lines(package)
    if not lines:
        return OpenNow(written_at)
    wording = wording_at(package, templates)
    return OpenNow(written_at, tuple(_open(line, wording) for line in lines))


def _open(line: str, wording: Wording) -> MatterLine:
    for head in (CONFLICT, NOTICE):
        if line.startswith(head):
            return MatterLine("", wording.of(line.removeprefix(head)), head.strip("【】"))
    return MatterLine("", wording.of(line))
