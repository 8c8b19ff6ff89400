"""The stages of a regeneration in a row: a package and a file that people worked on, to that file brought up to date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import store
from generator.figures import Draft
from generator.model.errors import InputError, OutputError, Problem, reason
from generator.regenerate.apply.regenerate import Fresh, regenerate
from generator.regenerate.audit import Audit, audit
from generator.regenerate.base import Base, base_of, from_json, to_json
from generator.regenerate.compare import Difference, compare
from generator.regenerate.decide.plan import merge
from generator.regenerate.finalize import Issued, finalize
from generator.regenerate.match.choose import choose
from generator.regenerate.prove import laws
from generator.regenerate.summary import Summary, summary
from generator.standard.gbt9704 import Look
from generator.word import writer as docx_writer
from generator.word.reader import read, read_root


@dataclass(frozen=True)
class Regenerated:
    """What a regeneration did: the summary, the file written (None: nothing to write) and where the old one was kept."""

    summary: Summary
    written: Path | None
    kept: Path | None = None


def fresh(made: Draft) -> tuple[Fresh, bytes]:
    """A draft with the Word file written from it."""
    settings = made.dataset.settings
    look = Look.named(settings.layout, settings.fonts, settings.page_number)
    data = docx_writer.write(made.document, look)
    file = read(data)
    draft, places = base_of(made.document, file.view)
    return Fresh(draft, file, places), data


def _save(package: Path, draft: Base) -> str | None:
    try:
        store.save_draft(package, draft.id, to_json(draft))
    except OSError as error:
        return f"底稿没有存下（{reason(error)}），这份文件被人改过以后就不能更新；请检查数据包文件夹的写权限"
    return None


def changed_by_people(made: Draft, target: Path) -> bool:
    """Whether a file is there that is neither what would be written nor what was written before."""
    try:
        there = target.read_bytes() if target.is_file() else None
    except OSError:
        return False
    return (
        there is not None
        and not store.written_by_us(Path(made.dataset.path), there)
        and there != fresh(made)[1]
    )


def update(
    made: Draft,
    edited: Path,
    target: Path,
    date: str,
    *,
    plain: bool = False,
    dry_run: bool = False,
) -> Regenerated:
    """Bring ``edited`` up to date and write it to ``target`` (may be the same file: the old one is kept beside it).

    ``date`` stands in the changes (2026-11-22T11:12:26Z). Raises NigaoError; then nothing was written or changed.
    """
    package = Path(made.dataset.path)
    if target.suffix.lower() != ".docx":
        raise InputError(Problem("输出的文件名要以 .docx 结尾", "请改文件名", str(target)))
    data = store.read_edited(edited)
    store.refuse_open(target)
    new = fresh(made)[0]
    user = read(data, str(edited))
    drafts = _drafts(package)
    chosen = choose(user, drafts)
    plan = merge(chosen.draft, new.draft, user.view, _history(drafts))
    if plan.nothing and chosen.draft.id == new.draft.id:
        checked = audit(made.document, user.view)
        return Regenerated(
            summary(chosen.draft.id, new.draft.id, plan, user.view, checked, chosen.notes), None
        )
    result = regenerate(data, plan, new, date, plain=plain, name=str(edited))
    written = read(result)
    accepted = read_root(written.archive, laws.resolve(written.root, accept=True)).view
    notes = list(chosen.notes)
    kept = None
    if not dry_run:
        kept = _put(package, target, edited, data, result)
        if warning := _save(package, new.draft):
            notes.append(warning)
    found = summary(
        chosen.draft.id, new.draft.id, plan, user.view, audit(made.document, accepted), notes
    )
    return Regenerated(found, None if dry_run else target, kept)


def _put(package: Path, target: Path, edited: Path, data: bytes, result: bytes) -> Path | None:
    """Write the result; whatever a person made and that stood there is kept beside it."""
    there = store.read_edited(target) if target.exists() else None
    if there == result:
        return None
    ours = there is None or (store.written_by_us(package, there) and there != data)
    kept = None if ours or there is None else store.keep_copy(target, there)
    store.write_over(target, result)
    return kept


def _drafts(package: Path) -> list[Base]:
    """The stored drafts that can be read."""
    found: list[Base] = []
    for text in store.stored_drafts(package):
        try:
            found.append(from_json(text))
        except ValueError:
            continue
    return found


def _history(drafts: Iterable[Base]) -> dict[str, frozenset[str]]:
    """Every text that any draft had for an occurrence."""
    result: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        for block in draft.blocks:
            for segment in block.segments:
                if segment.fid:
                    result[segment.fid].add(segment.text)
    return {fid: frozenset(texts) for fid, texts in result.items()}


def audit_file(made: Draft, path: Path) -> Audit:
    """Every figure of a package against a Word file."""
    return audit(made.document, read(store.read_edited(path), str(path)).view)


def compare_files(old: Path, new: Path) -> list[Difference]:
    """What changed from one Word file to another."""
    views = [read(store.read_edited(path), str(path)).view for path in (old, new)]
    return compare(*views)


def issue(path: Path, target: Path) -> Issued:
    """Write the copy to issue. Raises NigaoError; a file that is there is never written over."""
    if target.suffix.lower() != ".docx":
        raise InputError(Problem("输出的文件名要以 .docx 结尾", "请改文件名", str(target)))
    result = finalize(store.read_edited(path), str(path))
    if target.exists() and target.read_bytes() != result.data:
        raise OutputError(
            Problem("已有这个文件，没有覆盖它", "请换一个文件名，或先把它移走", str(target))
        )
    store.write_over(target, result.data)
    return result
