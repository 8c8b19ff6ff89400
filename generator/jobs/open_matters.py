"""What is open in the files of a package: kept with its drafts, found by the id of the base."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import asdict

from generator import store
from generator.figures import Draft
from generator.jobs.bases import save_base
from generator.model.errors import reason
from generator.regenerate.base import Base, Block
from generator.regenerate.decide import Matter, OpenBase, Opened, OpenMatter, settled
from generator.regenerate.prove.differences import settlement
from generator.word.reader import WordFile
from generator.word.revise.comments import PlacedComment, placed_comments

_OURS = "_RG"
_SETTLED = "settled"
"""Stands in place of the id of a base: nothing is open any more in the files that people have."""


def save_open(draft: Draft, kept: OpenBase) -> tuple[str, ...]:
    """Keep the base that a file has where something is open in it; gives warnings."""
    if kept.base.id == kept.of:
        return settle(Path(draft.dataset.path))
    warnings = save_base(draft, kept.base.blocks, kept.base.id)
    if not warnings:
        matters = [asdict(matter) for matter in kept.matters]
        content = {"of": kept.of, "matters": matters, "settled": list(kept.settled)}
        text = json.dumps(content, ensure_ascii=False, indent=1)
        store.save_matters(Path(draft.dataset.path), kept.base.id, text)
    return warnings


def open_of(package: Path, base: Base) -> OpenBase:
    """The base with what is open in its file; nothing where nothing is kept."""
    text = store.stored_matters(package, base.id)
    try:
        content = json.loads(text) if text else {}
        matters = tuple(_matter(item) for item in content.get("matters", ()))
        settled_lines = tuple(map(str, content.get("settled", ())))
        return OpenBase(base, str(content.get("of", base.id)), matters, settled_lines)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return OpenBase(base, base.id)


def settle(package: Path) -> tuple[str, ...]:
    """Keep that nothing is open any more in the last file that people worked on; gives warnings."""
    if store.last_matters(package) is None:
        return ()
    try:
        store.save_matters(package, _SETTLED, "{}")
    except OSError as error:
        return (f"没有记下都已经定了（{reason(error)}），请检查数据包文件夹的写权限",)
    return ()


def last_written(package: Path) -> dt.datetime | None:
    """When the file was written that ``open_lines`` speaks of, else the last one; None where none
    was."""
    last = store.last_matters(package) if open_lines(package) else None
    heads = [path for path, _ in store.stored_heads(package)] if last is None else [last]
    return dt.datetime.fromtimestamp(heads[-1].stat().st_mtime) if heads else None


def drafts_by_id(package: Path) -> Mapping[str, dt.datetime]:
    """When each draft that is kept was written, by its id."""
    heads = (path for path, _ in store.stored_heads(package))
    times = ((path.name.partition(".")[0], path.stat().st_mtime) for path in heads)
    return {draft: dt.datetime.fromtimestamp(time) for draft, time in times}


def open_lines(package: Path) -> tuple[str, ...]:
    """What is open in the file that was last regenerated, a line each: a draft written anew since
    settles nothing of it."""
    last = store.last_matters(package)
    text = store.stored_base(last) if last else ""
    try:
        matters = json.loads(text).get("matters", ()) if text else ()
        return tuple(_matter(item).line for item in matters)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ()


def closed_by(package: Path, opened: Opened, matters: Sequence[Matter]) -> tuple[str, ...]:
    """What ``open_lines`` tells and a file settles, in which ``matters`` are left: nothing where
    any is, or where the lines are those of another file."""
    lines = () if matters else open_lines(package)
    written = {matter.line for matter in opened.written}
    return lines if written.issuperset(lines) else ()


def _matter(item: Mapping[str, object]) -> OpenMatter:
    texts = {name: str(item.get(name, "")) for name in ("line", "reason", "key", "old")}
    left, about = _strings(item, "left"), _strings(item, "about")
    return OpenMatter(**texts, left=left, about=about)  # type: ignore[arg-type]


def _strings(item: Mapping[str, object], name: str) -> tuple[str, ...]:
    """A list of texts; empty where it is none."""
    found = item.get(name)
    return tuple(map(str, found)) if isinstance(found, list) else ()


def still_open(kept: OpenBase, user: WordFile, bases: Sequence[Base]) -> tuple[OpenBase, Opened]:
    """What is still open in a file: whose comment people deleted or marked as done is settled.

    Where the file has lost all comments and bookmarks of ours, nothing was settled by that.
    """
    placed = placed_comments(user.archive, [item.elements for item in user.paragraphs])
    paras = dict(_lines(kept.matters, placed))
    if _has_lost_all(user, placed):
        return kept, Opened(kept.matters, {}, kept.matters, frozenset(kept.settled))
    plain = next((base for base in bases if base.id == kept.of), None)
    now = settled(kept, plain, paras.keys())
    closed = [matter for matter in kept.matters if matter.line not in paras]
    dealt_with = {*kept.settled, *_dealt_with(closed, plain)}
    return now, Opened(now.matters, paras, kept.matters, frozenset(dealt_with))


def _dealt_with(closed: Sequence[OpenMatter], plain: Base | None) -> Iterator[str]:
    """What people settled by taking a comment out: the audit does not ask it again."""
    blocks = {block.id: block for block in plain.blocks} if plain else {}
    for matter in closed:
        if matter.reason == "audit":
            yield matter.line
        for name in matter.left:
            if name in blocks:
                yield from _as_drafted(blocks[name], matter.key)


def _as_drafted(block: Block, key: str) -> Iterator[str]:
    """The figures of a block that have this key, as settled."""
    for segment in block.segments:
        if segment.key and segment.key == key:
            yield settlement(segment.key, segment.text)


def _lines(
    matters: Sequence[OpenMatter], placed: Sequence[PlacedComment]
) -> Iterator[tuple[str, int]]:
    """The lines that still stand in a comment, and the paragraph of that."""
    for matter in matters:
        for item in placed:
            if not item.comment.done and matter.line in "\n".join(item.comment.lines):
                yield matter.line, item.para
                break


def _has_lost_all(user: WordFile, placed: Sequence[PlacedComment]) -> bool:
    ours = any(item.comment.ours for item in placed)
    return not ours and not any(name.startswith(_OURS) for name in user.view.spans)
