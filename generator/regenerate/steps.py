"""A regeneration in its four steps: match, decide, apply, prove."""

from __future__ import annotations

from collections.abc import Collection
from copy import deepcopy

from generator.model.view import View
from generator.regenerate.apply import Fresh, carry_out
from generator.regenerate.base import Base
from generator.regenerate.decide import NO_HISTORY, NOTHING_OPEN, History, Opened, Plan, decide
from generator.regenerate.match import match
from generator.regenerate.prove.expected import expected
from generator.regenerate.prove.laws import prove_laws
from generator.word.archive import with_parts
from generator.word.author import AUTHOR_NAME
from generator.word.reader import read
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
    return decide(match(base, view), new, history, opened)


def regenerate(
    data: bytes,
    plan: Plan,
    fresh: Fresh,
    date: str,
    *,
    plain: bool = False,
    name: str = "",
    known: Collection[str] = (),
) -> bytes:
    """The user's file ``data`` with the plan carried out.

    ``date`` is the date of the changes (2026-11-22T11:12:26Z); ``plain`` leaves no tracked changes
    of ours; ``name`` is what messages call the file; ``known`` are the lines that earlier rounds wrote into
    comments. Raises InputError where it is no Word file,
    OutputError where one of the two laws would be broken.
    """
    user = read(data, name)
    handed_in = deepcopy(user.root)
    parts = carry_out(user, plan, fresh, date, known)
    prove_laws(handed_in, user, expected(user.view, plan, fresh.draft))
    root = resolve(user.root, accept=True, author=AUTHOR_NAME) if plain else user.root
    return with_parts(user.archive, {**parts, user.archive.main: to_bytes(root)})
