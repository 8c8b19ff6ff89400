"""What a regeneration did, for people (Chinese lines) and for programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from generator.model.view import View
from generator.regenerate.base import Base
from generator.regenerate.decide import Edit, Matter, Plan
from generator.regenerate.locations import Locations
from generator.regenerate.prove.audit import Audit, AuditedFigure
from generator.regenerate.steps import Revised

_LISTED = 20
"""So many figures are listed in lines; JSON has all."""

PlacedMatter = tuple[str, Matter]
"""A matter, and where it stands as a person finds it."""


class UpdatedWords(Struct, frozen=True):
    """Words of people's file that become others: where they stand, what stood there ("" for what is
    new), what will ("" for what goes)."""

    location: str
    old: str
    new: str


class Summary(Struct, frozen=True):
    """Counts of what was changed, the matters with their locations, and the audit of the result.

    ``reworded`` counts words of ours that became others (a serial number after a row went),
    ``added`` what is new, ``moved`` the paragraphs and rows that stand elsewhere. ``words`` are the
    changes inside paragraphs, one by one. ``closed`` are the lines of what was open in the file
    and is settled in it: the last of them are, nothing is open in it any more.
    """

    base: str
    draft: str
    figures: int
    reworded: int
    added: int
    removed: int
    moved: int
    conflicts: tuple[PlacedMatter, ...]
    notices: tuple[PlacedMatter, ...]
    audit: Audit
    notes: tuple[str, ...] = ()
    words: tuple[UpdatedWords, ...] = ()
    closed: tuple[str, ...] = ()


def summary(base: str, new: Base, plan: Plan, view: View, revised: Revised) -> Summary:
    """The summary of a plan that brings the user's file ``view`` up to the draft ``new``; ``base``
    is the id of what it was made of."""
    edits = tuple(chain.from_iterable(plan.edits.values()))
    replaced, inserted = _wording(edits)
    rows_moved = sum(row.source is not None for row in plan.new_rows)
    locations = Locations(view, new)
    matters = [(locations.of(matter.para), matter) for matter in revised.matters]
    return Summary(
        base,
        new.id,
        figures=sum(edit.figure for edit in edits),
        reworded=replaced,
        added=inserted + _new_blocks(plan) + len(plan.new_rows) - rows_moved,
        removed=_deletions(edits) + len(plan.drops) + len(plan.dropped_rows),
        moved=len(plan.moves) + rows_moved,
        conflicts=_to_decide(matters, True),
        notices=_to_decide(matters, False),
        audit=revised.audit or Audit(()),
        words=tuple(_updated(plan, view, locations)),
    )


def _updated(plan: Plan, view: View, locations: Locations) -> Iterator[UpdatedWords]:
    for index, edits in sorted(plan.edits.items()):
        text, location = view.paras[index].text, locations.of(index)
        for edit in edits:
            yield UpdatedWords(location, text[edit.start : edit.end], edit.text)


def _to_decide(matters: Iterable[PlacedMatter], wanted: bool) -> tuple[PlacedMatter, ...]:
    """The matters about which a person must decide, or the others."""
    return tuple(placed for placed in matters if placed[1].decision is wanted)


def _wording(edits: Iterable[Edit]) -> tuple[int, int]:
    """How many edits of wording replace words, and how many only bring new ones."""
    wording = [edit for edit in edits if edit.segments and not edit.figure]
    inserted = sum(edit.start == edit.end for edit in wording)
    return len(wording) - inserted, inserted


def _new_blocks(plan: Plan) -> int:
    return sum(len(insertion.blocks) for insertion in plan.insertions) - len(plan.moves)


def _deletions(edits: Iterable[Edit]) -> int:
    return sum(1 for edit in edits if not edit.segments)


def as_text(result: Summary) -> str:
    """The summary in lines."""
    return "".join(f"{line}\n" for line in _lines(result))


def _lines(result: Summary) -> Iterator[str]:
    yield from (f"提醒：{note}" for note in result.notes)
    yield f"上一稿 {result.base}，新稿 {result.draft}"
    reworded = f"改动措辞或序号 {result.reworded} 处，" if result.reworded else ""
    moved = f"移动 {result.moved} 处，" if result.moved else ""
    yield (
        f"更新数字 {result.figures} 处，{reworded}"
        f"新增语句 {result.added} 处，删去 {result.removed} 处，{moved}"
        f"请定 {len(result.conflicts)} 处，请核对 {len(result.notices)} 处"
    )
    yield from _matter_lines("请定", result.conflicts)
    yield from _matter_lines("请核对", result.notices)
    yield from (f"  已定好：{line.partition('】')[2]}" for line in result.closed)
    yield from audit_lines(result.audit)


def _matter_lines(title: str, matters: Sequence[PlacedMatter]) -> Iterator[str]:
    return (f"  {title}：{location}：{matter.text}" for location, matter in matters)


def audit_lines(audit: Audit) -> Iterator[str]:
    """The audit in lines: counts, then what differs, then what is absent."""
    differs, absent = audit.of("differs"), audit.of("absent")
    yield (
        f"核对数字 {len(audit.figures)} 个：一致 {len(audit.of('ok'))}，不一致 {len(differs)}，"
        f"文中没有 {len(absent)}"
    )
    for head, count in audit.lost_columns:
        yield f"  整列没有：“{head}”（{count}格），里面的数不再更新；要补请从新稿里复制这一列"
    yield from _listed("不一致", differs)
    yield from _listed("文中没有", absent)


def _listed(title: str, figures: Sequence[AuditedFigure]) -> Iterator[str]:
    for figure in figures[:_LISTED]:
        seen = f"文中“{figure.seen}”，" if figure.seen else ""
        yield f"  {title}：{figure.location}：{figure.key}：{seen}数据“{figure.wanted}”"
    if len(figures) > _LISTED:
        yield f"  {title}：还有 {len(figures) - _LISTED} 个，用 --format json 可看全部"


def as_dict(result: Summary) -> dict[str, object]:
    """The summary for programs."""
    return {
        "base": result.base,
        "draft": result.draft,
        "figures": result.figures,
        "reworded": result.reworded,
        "added": result.added,
        "removed": result.removed,
        "moved": result.moved,
        "conflicts": [_matter(*placed) for placed in result.conflicts],
        "notices": [_matter(*placed) for placed in result.notices],
        "closed": list(result.closed),
        "audit": audit_dict(result.audit),
        "notes": list(result.notes),
    }


def audit_dict(audit: Audit) -> dict[str, object]:
    """The audit for programs."""
    return {
        "ok": len(audit.of("ok")),
        "differs": [_figure(figure) for figure in audit.of("differs")],
        "absent": [_figure(figure) for figure in audit.of("absent")],
        "lost_columns": [head for head, _ in audit.lost_columns],
    }


def _figure(figure: AuditedFigure) -> dict[str, object]:
    return {
        "state": figure.state,
        "key": figure.key,
        "wanted": figure.wanted,
        "seen": figure.seen,
        "place": figure.location,
    }


def _matter(location: str, matter: Matter) -> dict[str, object]:
    return {"place": location, "kind": matter.reason, "key": matter.key, "text": matter.text}


def to_json(content: dict[str, object]) -> str:
    """Indented JSON in which Chinese stays readable."""
    return json.dumps(content, ensure_ascii=False, indent=2)
