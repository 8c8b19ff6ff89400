"""What a regeneration did, for people (Chinese lines) and for programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from generator.regenerate.decide.matters import Matter, short
from generator.regenerate.decide.plan import Plan
from generator.regenerate.prove.audit import Audit, Checked
from generator.word.reader import View

_LISTED = 20


@dataclass(frozen=True)
class Summary:
    """Counts of what was changed, the matters with their places, and the audit of the result.

    ``reworded`` counts words of ours that became others (a serial number after a row went), ``added`` what is new.
    """

    base: str
    draft: str
    figures: int
    reworded: int
    added: int
    removed: int
    conflicts: tuple[tuple[str, Matter], ...]
    notices: tuple[tuple[str, Matter], ...]
    audit: Audit
    notes: tuple[str, ...] = ()


def summary(
    base: str, draft: str, plan: Plan, view: View, audit: Audit, notes: Sequence[str] = ()
) -> Summary:
    """The summary of a plan for the user's file ``view``."""
    edits = [edit for found in plan.edits.values() for edit in found]
    placed = [(_place(view, matter.para), matter) for matter in plan.matters]
    return Summary(
        base,
        draft,
        sum(edit.figure for edit in edits),
        sum(not edit.figure and bool(edit.segments) and edit.start < edit.end for edit in edits),
        sum(not edit.figure and bool(edit.segments) and edit.start == edit.end for edit in edits)
        + sum(len(item.blocks) for item in plan.insertions)
        + len(plan.new_rows),
        sum(not edit.segments for edit in edits) + len(plan.drops) + len(plan.dropped_rows),
        tuple(item for item in placed if item[1].decision),
        tuple(item for item in placed if not item[1].decision),
        audit,
        tuple(notes),
    )


def _place(view: View, at: int) -> str:
    """A paragraph by its words, a cell by the first words of its row that are no number."""
    para = view.paras[at]
    if para.cell is None:
        return f"“{short(para.text) or '空行'}”"
    row = [
        other.text
        for other in view.paras
        if other.cell
        and (other.cell.table, other.cell.row) == (para.cell.table, para.cell.row)
        and other.text
    ]
    words = next((text for text in row if not text.replace(".", "").isdigit()), "".join(row[:1]))
    return f"表中“{short(words)}”一行"


def as_text(found: Summary) -> str:
    """The summary in lines."""
    return "".join(f"{line}\n" for line in _lines(found))


def _lines(found: Summary) -> Iterator[str]:
    for note in found.notes:
        yield f"提醒：{note}"
    yield f"上一稿 {found.base}，新稿 {found.draft}"
    reworded = f"改动措辞或序号 {found.reworded} 处，" if found.reworded else ""
    yield (
        f"更新数字 {found.figures} 处，{reworded}新增语句 {found.added} 处，删去 {found.removed} 处，"
        f"请定 {len(found.conflicts)} 处，请核对 {len(found.notices)} 处"
    )
    for title, matters in (("请定", found.conflicts), ("请核对", found.notices)):
        for place, matter in matters:
            yield f"  {title}：{place}：{matter.text}"
    yield from audit_lines(found.audit)


def audit_lines(found: Audit) -> Iterator[str]:
    """The audit in lines: counts, then what differs, then what is absent."""
    differs, absent = found.of("differs"), found.of("absent")
    yield (
        f"核对数字 {len(found.figures)} 个：一致 {len(found.of('ok'))}，不一致 {len(differs)}，"
        f"文中没有 {len(absent)}"
    )
    yield from _listed("不一致", differs)
    yield from _listed("文中没有", absent)


def _listed(title: str, figures: Sequence[Checked]) -> Iterator[str]:
    for item in figures[:_LISTED]:
        seen = f"文中“{item.seen}”，" if item.seen else ""
        yield f"  {title}：{item.place}：{item.key}：{seen}数据“{item.wanted}”"
    if len(figures) > _LISTED:
        yield f"  {title}：还有 {len(figures) - _LISTED} 个，用 --format json 可看全部"


def as_dict(found: Summary) -> dict[str, object]:
    """The summary for programs."""
    return {
        "base": found.base,
        "draft": found.draft,
        "figures": found.figures,
        "reworded": found.reworded,
        "added": found.added,
        "removed": found.removed,
        "conflicts": [_matter(*item) for item in found.conflicts],
        "notices": [_matter(*item) for item in found.notices],
        "audit": audit_dict(found.audit),
        "notes": list(found.notes),
    }


def audit_dict(found: Audit) -> dict[str, object]:
    """The audit for programs."""
    return {
        "ok": len(found.of("ok")),
        "differs": [asdict(item) for item in found.of("differs")],
        "absent": [asdict(item) for item in found.of("absent")],
    }


def _matter(place: str, matter: Matter) -> dict[str, object]:
    return {"place": place, "kind": matter.kind, "key": matter.key, "text": matter.text}


def to_json(content: dict[str, object]) -> str:
    """Indented JSON in which Chinese stays readable."""
    return json.dumps(content, ensure_ascii=False, indent=2)
