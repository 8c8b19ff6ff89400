"""The drafts that were written before: the bases of regenerations, kept with the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from generator import store
from generator.check.earlier import GAP, EarlierReport
from generator.figures import Draft
from generator.model.errors import LinkedAwayError, Problem, reason
from generator.model.settings import Settings
from generator.regenerate.base import Base, Block, BlockRow, from_json, head_of, to_json


class StoredBases(Struct, frozen=True):
    """The drafts kept for the place and year of a package, the oldest first, and what was passed
    over: files that are damaged, drafts of another place or year."""

    own: tuple[Base, ...]
    damaged: tuple[Path, ...]
    foreign: tuple[Base, ...]

    def problems(self) -> list[Problem]:
        """What was passed over, a line for each damaged file, one for all that are foreign."""
        return [*map(_damaged, self.damaged), *_of_others(self.foreign)]


def save_base(draft: Draft, blocks: Iterable[Block | BlockRow], ident: str = "") -> tuple[str, ...]:
    """Keep the blocks that a draft was written as, a base of later regenerations, under an id of
    its own ("": that of the draft); a warning where that is not possible."""
    settings, name = draft.dataset.settings, ident or draft.document.properties.draft
    pieces = to_json(name, blocks, settings.place.get("name", ""), settings.year)
    try:
        store.save_base(Path(draft.dataset.path), name, pieces)
    except OSError as error:
        return (f"底稿没有存下（{reason(error)}），这份文件被人改过以后就不能更新{_advice(error)}",)
    return ()


def _advice(error: OSError) -> str:
    """What to do, where the reason does not say it."""
    return "" if isinstance(error, LinkedAwayError) else "；请检查数据包文件夹的写权限"


def stored_bases(package: Path, settings: Settings) -> StoredBases:
    """The drafts kept so far. A package that was copied by hand brings those of its model along:
    they are never used."""
    own: list[Base] = []
    damaged: list[Path] = []
    foreign: list[Base] = []
    for path, text in store.stored_bases(package):
        try:
            base = from_json(text)
        except ValueError:
            damaged.append(path)
            continue
        (own if _is_own(base, settings) else foreign).append(base)
    return StoredBases(tuple(own), tuple(damaged), tuple(foreign))


def earlier_reports(draft: Draft) -> tuple[EarlierReport, ...]:
    """The drafts of other places or years that came along with a package, the last one of each: to
    be compared, never to be written from."""
    settings = draft.dataset.settings
    last: dict[tuple[str, int | None], Base] = {}
    for path, line in store.stored_heads(Path(draft.dataset.path)):
        with suppress(ValueError):
            # Most are its own: to read all of each would take longer than the check.
            head = from_json(head_of(line))
            if not (head.place and _is_own(head, settings)):
                base = from_json(store.stored_base(path))
                last[base.place, base.year] = base
    foreign = (base for base in last.values() if not _is_own(base, settings))
    return tuple(map(_as_earlier, foreign))


def _as_earlier(base: Base) -> EarlierReport:
    return EarlierReport(
        base.place,
        base.year,
        tuple((block.id, _words(block, base.place)) for block in base.blocks),
        tuple(s.text for block in base.blocks for s in block.segments if s.key),
    )


def _words(block: Block, place: str) -> str:
    """The words of a paragraph with gaps for its figures and the name of the place."""
    text = "".join(GAP if segment.key else segment.text for segment in block.segments)
    return text.replace(place, GAP) if place else text


def _is_own(base: Base, settings: Settings) -> bool:
    """Whether a draft was written for the place and year; one that does not say so must name
    both."""
    place = settings.place.get("name", "")
    if base.place:
        return (base.place, base.year) == (place, settings.year)
    texts = [block.text for block in base.blocks]
    return all(any(word in text for text in texts) for word in (place, str(settings.year)))


def _damaged(path: Path) -> Problem:
    return Problem("这份存着的底稿坏了，没有用它", "有备份的话请换回来", str(path))


def _of_others(bases: Sequence[Base]) -> Iterator[Problem]:
    named = dict.fromkeys(f"{base.place}{base.year}年" for base in bases if base.place)
    if bases:
        whose = f"（{'、'.join(named)}）" if named else ""
        message = f"存着的底稿有 {len(bases)} 份是别的地方或年度的{whose}，没有用"
        todo = (
            "要更新那时的稿子，请用写出它的数据包；这个数据包是复制来的，就删去里面的 .nigao 文件夹"
        )
        yield Problem(message, todo)
