"""The merge as a plan: what is to happen to each paragraph of the user's file. Pure; knows texts and places, no XML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.regenerate.base import NUMBERING, Base, Block
from generator.regenerate.decide.decisions import DroppedRow, Insertion, Merge, NewRow
from generator.regenerate.decide.matters import Matter, news, of_remark, short
from generator.regenerate.decide.rebase import JOIN, Edit, Rebased, rebase
from generator.regenerate.decide.rows import table_rows
from generator.regenerate.decide.script import Change, counterparts
from generator.regenerate.decide.strangers import strangers
from generator.regenerate.match.align import align, ambiguous, components
from generator.regenerate.match.hints import hints
from generator.regenerate.match.loose import Loose, alike, left_over
from generator.regenerate.match.tables import TableMatch, match_tables
from generator.regenerate.match.tokens import char_map, same
from generator.word.reader import Span, View

_RARELY_LOST = 0.3
"""Where more than this share of the marks is alive, a text without any of its marks may be a copy."""
_MANY = 5
"""More older figures than this are one matter: the file is probably an old one."""


@dataclass(frozen=True)
class Plan:
    """What is to happen. ``edits`` are by paragraph; ``drops`` are whole paragraphs; ``renames`` maps the ident of an
    old mark to its ident in the new draft (None: gone); ``homes`` gives the paragraphs of each new block."""

    edits: Mapping[int, tuple[Edit, ...]] = field(default_factory=dict)
    insertions: tuple[Insertion, ...] = ()
    drops: tuple[int, ...] = ()
    new_rows: tuple[NewRow, ...] = ()
    dropped_rows: tuple[DroppedRow, ...] = ()
    matters: tuple[Matter, ...] = ()
    renames: Mapping[str, str | None] = field(default_factory=dict)
    homes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def nothing(self) -> bool:
        """Whether no word changes and nothing is to be said."""
        return not (
            self.edits
            or self.insertions
            or self.drops
            or self.new_rows
            or self.dropped_rows
            or self.matters
        )


def merge(
    base: Base, new: Base, view: View, history: Mapping[str, frozenset[str]] | None = None
) -> Plan:
    """Bring ``view`` (made by people out of ``base``) up to ``new``. ``history`` maps an occurrence (fid) to every text
    that any stored draft had there."""
    work = Merge(base, new, view, hints(view, base.id), history or {})
    work.blocks = {block.id: block for block in new.blocks}
    work.texts = {
        segment.fid: segment.text
        for block in base.blocks
        for segment in block.segments
        if segment.fid
    }
    work.partner = counterparts(base, new)
    tables = match_tables(base, view, work.marks)
    groups = [*_flow(work, tables), *(pair for table in tables for pair in table.pairs)]
    for blocks, paras in groups:
        for block in blocks:
            work.homes[block] = paras
    rows_gone = table_rows(work, tables)
    for blocks, paras in groups:
        if not rows_gone.intersection(blocks):
            _component(work, blocks, paras)
    _deleted(work)
    insertions = _new_blocks(work, {table.grid.id for table in tables})
    strangers(work)
    return _plan(work, insertions)


def _plan(work: Merge, insertions: Sequence[Insertion]) -> Plan:
    homes = {
        work.partner[work.base.blocks[block].id]: paras
        for block, paras in work.homes.items()
        if work.base.blocks[block].id in work.partner
    }
    edits = {
        para: tuple(sorted(found, key=lambda edit: (edit.start, edit.end)))
        for para, found in work.edits.items()
    }
    return Plan(
        edits,
        tuple(insertions),
        tuple(sorted(work.drops)),
        tuple(work.new_rows),
        tuple(work.dropped_rows),
        _matters(work.matters),
        _renames(work),
        homes,
    )


def _flow(
    work: Merge, tables: Sequence[TableMatch]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The components of what stands outside of the draft's tables."""
    known = {table.table.number for table in tables}
    blocks = [place for place, block in enumerate(work.base.blocks) if block.cell is None]
    paras = [
        place
        for place, para in enumerate(work.view.paras)
        if not para.fixed and (para.cell is None or para.cell.table not in known)
    ]
    at = {para: place for place, para in enumerate(paras)}
    lonely = _lonely(work.base.blocks)
    marks: dict[int, Span] = {}
    for place, block in enumerate(blocks):
        span = work.marks.get(work.base.blocks[block].ident)
        if (
            span
            and not span.empty
            and span.first in at
            and span.last in at
            and work.base.blocks[block].id in lonely
        ):
            marks[place] = Span(at[span.first], span.start, at[span.last], span.end)
    texts, theirs = (
        [work.base.blocks[block].text for block in blocks],
        [work.view.paras[para].text for para in paras],
    )
    votes = _votes(work, blocks, at)
    pairs = align(texts, theirs, marks, votes)
    sure = [
        (block, para)
        for block, para in pairs
        if para in votes.get(block, ())
        or (block in marks and marks[block].first <= para <= marks[block].last)
    ]
    work.sure = {blocks[block] for block, _ in sure}
    work.vouched = {paras[para] for _, para in sure}
    work.unsure = {
        blocks[place] for place in ambiguous(texts, theirs, [block for block, _ in sure])
    }
    if _alive(work) > _RARELY_LOST:
        work.unsure |= {block for block in blocks if work.base.blocks[block].ident}
    return [
        (tuple(blocks[b] for b in left), tuple(paras[p] for p in right))
        for left, right in components(pairs)
    ]


def _alive(work: Merge) -> float:
    """The share of the base's marks that the file still has, outside of tables (large ones have few from the start)."""
    wanted = [
        ident
        for block in work.base.blocks
        if block.cell is None and block.text
        for ident in (block.ident, *(segment.fid for segment in block.segments))
        if ident
    ]
    return sum(ident in work.marks for ident in wanted) / max(len(wanted), 1)


def _votes(work: Merge, blocks: Sequence[int], at: Mapping[int, int]) -> dict[int, Counter[int]]:
    """In which paragraphs the marked figures of each block stand."""
    votes: dict[int, Counter[int]] = {}
    for place, block in enumerate(blocks):
        for segment in work.base.blocks[block].segments:
            span = work.marks.get(segment.fid or "")
            if span and not span.empty and span.first in at:
                votes.setdefault(place, Counter())[at[span.first]] += 1
    return votes


def _lonely(blocks: Iterable[Block]) -> set[str]:
    """The blocks that are one paragraph: only then does the bookmark say which."""
    several = {
        block.id.rpartition("~")[0] for block in blocks if "~" in block.id and not block.ident
    }
    return {block.id for block in blocks if block.id not in several}


def _component(work: Merge, blocks: Sequence[int], paras: Sequence[int]) -> None:
    """Blocks and paragraphs that are one text: the program's changes put onto the user's words."""
    olds = [work.base.blocks[block] for block in blocks]
    base, base_at = _joined([block.text for block in olds])
    user, user_at = _joined([work.view.paras[para].text for para in paras])
    kept = [work.partner.get(block.id) for block in olds]
    if not any(kept):
        _dropped(work, blocks, base.replace(JOIN, "") == user.replace(JOIN, ""), paras)
        return
    found: list[Change] = []
    for block, start, partner in zip(olds, base_at, kept, strict=True):
        if partner is None:
            found.append(Change(start, start + len(block.text), ()))
        else:
            found += [
                replace(change, start=change.start + start, end=change.end + start)
                for change in work.changes(block)
            ]
    found = [change for change in found if not _elsewhere(work, change, paras)]
    mapped = char_map(base, user)
    done = rebase(base, user, found, _marks_in(work, found, paras, user_at), mapped)
    _apply(work, done, paras, user_at)
    if base != user:
        taken = [*mapped, *(at for edit in done.edits for at in range(edit.start, edit.end))]
        left = left_over([work.view.paras[para].text for para in paras], user_at, taken)
        work.loose += [Loose(para, text) for para, text in zip(paras, left, strict=True) if text]
        if not work.sure.issuperset(blocks) and olds[0].cell is None:
            work.guessed.update(dict.fromkeys(paras, alike(base, user)))
    if work.unsure.intersection(blocks) and any(change.key != NUMBERING for change in found):
        work.doubt(olds[0].text, paras)


def _joined(texts: Sequence[str]) -> tuple[str, list[int]]:
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    return JOIN.join(texts), starts[:-1]


def _marks_in(
    work: Merge, found: Iterable[Change], paras: Sequence[int], starts: Sequence[int]
) -> dict[str, tuple[int, int]]:
    """The stretches of the joined text that the marks of the changed figures cover."""
    at = dict(zip(paras, starts, strict=True))
    result: dict[str, tuple[int, int]] = {}
    for change in found:
        span = work.marks.get(change.fid or "")
        if span and span.first in at and span.last in at:
            result[change.fid or ""] = (at[span.first] + span.start, at[span.last] + span.end)
    return result


def _elsewhere(work: Merge, change: Change, paras: Sequence[int]) -> bool:
    """A figure that a person moved to another paragraph, its mark alive and its value untouched, is updated there."""
    span = work.marks.get(change.fid or "")
    if (
        change.key in (None, NUMBERING)
        or span is None
        or span.first != span.last
        or span.first in paras
    ):
        return False
    para = work.view.paras[span.first]
    seen = para.text[span.start : span.end]
    old = work.texts[change.fid or ""]
    if para.fixed or not old or not same(seen, old):
        return False
    work.edits.setdefault(span.first, []).append(
        Edit(span.start, span.end, change.segments, figure=True)
    )
    return True


def _apply(work: Merge, done: Rebased, paras: Sequence[int], starts: Sequence[int]) -> None:
    """Back from the joined text to paragraphs."""
    for edit in done.edits:
        place = max(at for at, start in enumerate(starts) if start <= edit.start)
        shifted = replace(edit, start=edit.start - starts[place], end=edit.end - starts[place])
        work.edits.setdefault(paras[place], []).append(shifted)
    for remark in done.remarks:
        place = max(at for at, start in enumerate(starts) if start <= remark.at)
        seen = work.history.get(remark.change.fid or "", frozenset())
        older = remark.kind == "edited" and any(same(remark.seen, text) for text in seen)
        work.matters.append(of_remark(remark, paras[place], older))


def _dropped(work: Merge, blocks: Sequence[int], untouched: bool, paras: Sequence[int]) -> None:
    """A block that the new draft does not have: untouched it goes, edited it stays, and so does what may be a copy."""
    if untouched and not work.unsure.intersection(blocks).difference(work.sure):
        work.drops.extend(paras)
    else:
        work.matters.append(
            Matter(paras[0], "dropped", "新稿已没有这一段；因为有人改过，保留着，请定去留")
        )


def _deleted(work: Merge) -> None:
    """Blocks that the user deleted stay deleted; what changed in them is told where they stood."""
    last = 0
    for place, block in enumerate(work.base.blocks):
        if place in work.homes:
            last = work.homes[place][-1]
            continue
        found = [
            change
            for change in work.changes(block)
            if change.key != NUMBERING and not _elsewhere(work, change, ())
        ]
        if found:
            work.matters.append(
                Matter(last, "deleted", _told(work, block, found), found[0].key or "")
            )


def _told(work: Merge, block: Block, found: Sequence[Change]) -> str:
    """What was deleted, a cell by the first words of its row, and what became of it."""
    words, row = block.text, ""
    if there := block.cell:
        words = next(
            (
                other.text
                for other in work.base.blocks
                if other.text
                and other.cell
                and (other.cell.table, other.cell.row) == (there.table, there.row)
            ),
            "",
        )
        row = "一行"
    return f"此处之后删去的“{short(words)}”{row}，新稿有变：{news(block, found)}。没有补回"


def _new_blocks(work: Merge, tables: set[str]) -> list[Insertion]:
    """Blocks that the base did not have go behind their predecessor."""
    owners = {partner: old for old, partner in work.partner.items()}
    places = {block.id: place for place, block in enumerate(work.base.blocks)}
    result: list[Insertion] = []
    last = -1
    for block in work.new.blocks:
        if block.id in owners:
            home = work.homes.get(places[owners[block.id]])
            last = max(home) if home else last
        elif block.cell is None or (
            block.cell.table not in tables and not _known_table(work, block.cell.table)
        ):
            if result and result[-1].after == last:
                result[-1] = Insertion(last, (*result[-1].blocks, block.id))
            else:
                result.append(Insertion(last, (block.id,)))
    return result


def _known_table(work: Merge, table: str) -> bool:
    return any(block.cell and block.cell.table == table for block in work.base.blocks)


def _matters(found: Sequence[Matter]) -> tuple[Matter, ...]:
    """One line for one thing; many older figures are one matter."""
    matters = sorted(dict.fromkeys(found), key=lambda matter: matter.para)
    older = [matter for matter in matters if matter.kind == "older"]
    if len(older) <= _MANY:
        return tuple(matters)
    summary = Matter(
        older[0].para,
        "many",
        f"有 {len(older)} 处数字是更早一稿的数，这份文件可能是旧稿，或者上次的更新被全部拒绝；"
        f"文中未改。例如：{older[0].text}",
    )
    return tuple(
        sorted(
            [summary, *(matter for matter in matters if matter.kind != "older")],
            key=lambda matter: matter.para,
        )
    )


def _renames(work: Merge) -> dict[str, str | None]:
    """What the marks of the base are called in the new draft."""
    idents = {block.ident for block in work.new.blocks}
    fids = {segment.fid for block in work.new.blocks for segment in block.segments if segment.fid}
    result: dict[str, str | None] = {}
    for block in work.base.blocks:
        partner = work.partner.get(block.id)
        if block.ident:
            ident = work.blocks[partner].ident if partner is not None else None
            result[block.ident] = ident if ident in idents else None
        new = work.blocks[partner].segments if partner is not None else ()
        queues: dict[str, list[str]] = {}
        for segment in new:
            if segment.key and segment.fid:
                queues.setdefault(segment.key, []).append(segment.fid)
        for segment in block.segments:
            if segment.fid:
                queue = queues.get(segment.key or "", [])
                fid = segment.fid if segment.fid in queue or not queue else queue[0]
                if fid in queue:
                    queue.remove(fid)
                result[segment.fid] = fid if fid in fids else None
    return result
