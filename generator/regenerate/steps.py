"""A regeneration in its four steps: match, decide, apply, prove."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.model.collector import collector_at_rest
from generator.model.document import Document
from generator.model.view import View
from generator.regenerate.apply import CarriedOut, Fresh, carry_out, rename_base, say
from generator.regenerate.base import Base
from generator.regenerate.decide import (
    NO_HISTORY,
    NOTHING_OPEN,
    History,
    Matter,
    OpenBase,
    Opened,
    Plan,
    decide,
)
from generator.regenerate.match import match
from generator.regenerate.prove.audit import Audit, audit
from generator.regenerate.prove.differences import unexplained
from generator.regenerate.prove.expected import Expected, expected_lines
from generator.regenerate.prove.laws import prove_laws
from generator.regenerate.unseen import without_unseen
from generator.word.archive import with_parts
from generator.word.author import AUTHOR_NAME
from generator.word.reader import WordFile, read
from generator.word.revise.resolver import resolve
from generator.word.wordml import to_bytes


def merge(
    base: Base,
    new: Base,
    view: View,
    history: History = NO_HISTORY,
    opened: Opened = NOTHING_OPEN,
) -> Plan:
    """How ``view``, made by people out of ``base``, is brought up to ``new``.

    ``history`` maps an occurrence (fid) to every text that any stored draft had there, ``opened``
    is what earlier rounds left open in the file.
    """
    with collector_at_rest():
        compared = without_unseen(view, (base, new))
        return compared.in_file(decide(match(base, compared.view), new, history, opened))


class Revised(Struct, frozen=True):
    """The user's file with a plan carried out, its audit (None: nothing to audit against), all that
    is said in comments, and the base of the next round."""

    data: bytes
    audit: Audit | None
    matters: tuple[Matter, ...]
    next: OpenBase


def regenerate(
    data: bytes, plan: Plan, fresh: Fresh, date: str, *, plain: bool = False, name: str = ""
) -> bytes:
    """The user's file ``data`` with the plan carried out, without an audit; see ``revise``."""
    with collector_at_rest():
        changed = change(read(data, name), plan, fresh, date)
        return revise(changed, plan, fresh.draft, Writing(date, plain)).data


class Writing(Struct, frozen=True):
    """How a file is written: the date of the changes (2026-11-22T11:12:26Z), and whether without
    tracked changes of ours."""

    date: str
    plain: bool = False


def as_it_stands(
    user: WordFile, plan: Plan, new: Base, document: Document, opened: Opened
) -> Revised | None:
    """What there is to say of the user's file where neither a word nor a comment in it would
    change; its ``data`` is empty. None where anything is to be written: only then the new draft is
    needed as a Word file.
    """
    if plan.changes:
        return None
    checked = audit(document, user.view)
    lines = expected_lines(user.view, plan, new)
    found = unexplained(checked, plan.matters, lines, opened.settled, new.names)
    matters = plan.matters + found
    if {matter.line for matter in matters} != set(opened.paras):
        return None
    return Revised(b"", checked, matters, _next(plan, new, found, opened))


def _next(plan: Plan, new: Base, found: tuple[Matter, ...], opened: Opened) -> OpenBase:
    """The base of the next round, with what the audit found."""
    after = plan.next or OpenBase(new, new.id)
    return after.with_audit(found, opened.settled)


class Unproved(Struct, frozen=True):
    """The user's file with a plan carried out, to be proved, and the texts that it must have."""

    file: CarriedOut
    lines: Sequence[Expected]


def change(user: WordFile, plan: Plan, fresh: Fresh, date: str) -> Unproved:
    """Carry a plan out in the user's own tree: ``user`` is of no use after. Who lets go of it then
    has room for the trees of the proof."""
    lines = expected_lines(user.view, plan, fresh.draft)
    return Unproved(carry_out(user, plan, fresh, date), lines)


def revise(
    changed: Unproved,
    plan: Plan,
    new: Base,
    writing: Writing,
    document: Document | None = None,
    opened: Opened = NOTHING_OPEN,
) -> Revised:
    """The user's file with the plan carried out, proved, and with what is to be said.

    ``document`` is what the result is audited against; each difference that no remark explains
    becomes one. ``opened`` is what earlier rounds left open. Raises OutputError where one of the
    two laws would be broken.
    """
    checked = _proved(changed, document)
    found: tuple[Matter, ...] = ()
    if checked is not None:
        found = unexplained(checked, plan.matters, changed.lines, opened.settled, new.names)
    after = _next(plan, new, found, opened)
    matters = plan.matters + found
    written = _written(changed.file, after, matters, writing, opened)
    return Revised(written, checked, matters, after)


def _proved(changed: Unproved, document: Document | None) -> Audit | None:
    """The audit of a file that keeps both laws."""
    done, wanted = changed.file, [line.text for line in changed.lines]
    accepted = prove_laws(done.archive, done.text, wanted)
    return None if document is None else audit(document, accepted)


def _written(
    done: CarriedOut,
    after: OpenBase,
    matters: Iterable[Matter],
    writing: Writing,
    opened: Opened,
) -> bytes:
    """The file with the bookmarks of the next base and with comments."""
    text = done.opened()
    parts = rename_base(done.archive, text, after.base.id)
    parts |= say(done, text, matters, writing.date, opened)
    if writing.plain:
        resolve(text.root, accept=True, author=AUTHOR_NAME, copy=False)
    return with_parts(done.archive, {**parts, done.archive.main: to_bytes(text.root)})
