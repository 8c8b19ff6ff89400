"""The merge as a plan: what is to happen to each paragraph of the user's file. Pure; knows texts and places, no XML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.docx_reader import Span, View
from generator.refresh.align import align, ambiguous, components
from generator.refresh.base import NUMBERING, Block, Draft
from generator.refresh.edits import Change, changes, counterparts
from generator.refresh.hints import hints
from generator.refresh.loose import Loose, alike, concerns, kin, left_over, nearly
from generator.refresh.rebase import JOIN, Edit, Rebased, rebase
from generator.refresh.remarks import Matter, of_remark, short
from generator.refresh.tables import TableMatch, match_tables
from generator.refresh.tokens import char_map, places_of, same

_RARELY_LOST = 0.3
"""Where more than this share of the marks is alive, a text without any of its marks may be a copy."""
_NEARLY = 0.6
"""Words so much like a block may be what became of it."""
_MANY = 5
"""More older figures than this are one matter: the file is probably an old one."""


@dataclass(frozen=True)
class Insertion:
    """New blocks (ids of the new draft, in order) that go behind paragraph ``after``; -1: before everything."""

    after: int
    blocks: tuple[str, ...]


@dataclass(frozen=True)
class NewRow:
    """A new row of a table: the table of the file, the row it goes behind (-1: before all), its id in the new draft."""

    table: int
    after: int
    row: str


@dataclass(frozen=True)
class DroppedRow:
    """A row that the new draft does not have and that nobody touched."""

    table: int
    row: int


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
        return not (self.edits or self.insertions or self.drops or self.new_rows or self.dropped_rows or self.matters)


@dataclass
class _Merge:
    """What is known while a plan is made."""

    base: Draft
    new: Draft
    view: View
    marks: Mapping[str, Span]
    history: Mapping[str, frozenset[str]]
    blocks: dict[str, Block] = field(default_factory=dict)
    partner: dict[str, str] = field(default_factory=dict)
    homes: dict[int, tuple[int, ...]] = field(default_factory=dict)
    edits: dict[int, list[Edit]] = field(default_factory=dict)
    drops: list[int] = field(default_factory=list)
    matters: list[Matter] = field(default_factory=list)
    sure: set[int] = field(default_factory=set)
    vouched: set[int] = field(default_factory=set)
    unsure: set[int] = field(default_factory=set)
    loose: list[Loose] = field(default_factory=list)
    guessed: dict[int, float] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    scripts: dict[str, list[Change]] = field(default_factory=dict)
    dropped_rows: list[DroppedRow] = field(default_factory=list)
    new_rows: list[NewRow] = field(default_factory=list)

    @cached_property
    def stale(self) -> dict[str, str]:
        """Old values long enough not to be met by chance, and what they are now."""
        return {old: new for old, new in _changed_figures(self) if sum(map(str.isdigit, old)) >= 2 and len(old) >= 3}

    def changes(self, block: Block) -> list[Change]:
        """The program's edit script for a block of the base; empty where the new draft does not have it."""
        if block.id not in self.scripts:
            partner = self.partner.get(block.id)
            self.scripts[block.id] = changes(block, self.blocks[partner]) if partner is not None else []
        return self.scripts[block.id]


def merge(base: Draft, new: Draft, view: View, history: Mapping[str, frozenset[str]] | None = None) -> Plan:
    """Bring ``view`` (made by people out of ``base``) up to ``new``. ``history`` maps an occurrence (fid) to every text
    that any stored draft had there."""
    work = _Merge(base, new, view, hints(view, base.id), history or {})
    work.blocks = {block.id: block for block in new.blocks}
    work.texts = {segment.fid: segment.text for block in base.blocks for segment in block.segments if segment.fid}
    work.partner = counterparts(base, new)
    tables = match_tables(base, view, work.marks)
    groups = [*_flow(work, tables), *(pair for table in tables for pair in table.pairs)]
    for blocks, paras in groups:
        for block in blocks:
            work.homes[block] = paras
    rows_gone = _table_rows(work, tables)
    for blocks, paras in groups:
        if not rows_gone.intersection(blocks):
            _component(work, blocks, paras)
    _deleted(work)
    insertions = _new_blocks(work, {table.grid.id for table in tables})
    _strangers(work)
    return _plan(work, insertions)


def _plan(work: _Merge, insertions: Sequence[Insertion]) -> Plan:
    homes = {work.partner[work.base.blocks[block].id]: paras for block, paras in work.homes.items()
             if work.base.blocks[block].id in work.partner}
    edits = {para: tuple(sorted(found, key=lambda edit: (edit.start, edit.end))) for para, found in work.edits.items()}
    return Plan(edits, tuple(insertions), tuple(sorted(work.drops)), tuple(work.new_rows), tuple(work.dropped_rows),
                _matters(work.matters), _renames(work), homes)


def _flow(work: _Merge, tables: Sequence[TableMatch]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The components of what stands outside of the draft's tables."""
    known = {table.table.number for table in tables}
    blocks = [place for place, block in enumerate(work.base.blocks) if block.cell is None]
    paras = [place for place, para in enumerate(work.view.paras)
             if not para.fixed and (para.cell is None or para.cell.table not in known)]
    at = {para: place for place, para in enumerate(paras)}
    lonely = _lonely(work.base.blocks)
    marks: dict[int, Span] = {}
    for place, block in enumerate(blocks):
        span = work.marks.get(work.base.blocks[block].ident)
        if span and not span.empty and span.first in at and span.last in at and work.base.blocks[block].id in lonely:
            marks[place] = Span(at[span.first], span.start, at[span.last], span.end)
    texts, theirs = [work.base.blocks[block].text for block in blocks], [work.view.paras[para].text for para in paras]
    votes = _votes(work, blocks, at)
    pairs = align(texts, theirs, marks, votes)
    sure = [(block, para) for block, para in pairs if para in votes.get(block, ())
            or (block in marks and marks[block].first <= para <= marks[block].last)]
    work.sure = {blocks[block] for block, _ in sure}
    work.vouched = {paras[para] for _, para in sure}
    work.unsure = {blocks[place] for place in ambiguous(texts, theirs, [block for block, _ in sure])}
    if _alive(work) > _RARELY_LOST:
        work.unsure |= {block for block in blocks if work.base.blocks[block].ident}
    return [(tuple(blocks[b] for b in left), tuple(paras[p] for p in right)) for left, right in components(pairs)]


def _alive(work: _Merge) -> float:
    """The share of the base's marks that the file still has, outside of tables (large ones have few from the start)."""
    wanted = [ident for block in work.base.blocks if block.cell is None and block.text
              for ident in (block.ident, *(segment.fid for segment in block.segments)) if ident]
    return sum(ident in work.marks for ident in wanted) / max(len(wanted), 1)


def _votes(work: _Merge, blocks: Sequence[int], at: Mapping[int, int]) -> dict[int, Counter[int]]:
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
    several = {block.id.rpartition("~")[0] for block in blocks if "~" in block.id and not block.ident}
    return {block.id for block in blocks if block.id not in several}


def _component(work: _Merge, blocks: Sequence[int], paras: Sequence[int]) -> None:
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
            found += [replace(change, start=change.start + start, end=change.end + start)
                      for change in work.changes(block)]
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
        _unsure(work, olds[0].text, paras)


def _unsure(work: _Merge, text: str, paras: Sequence[int]) -> None:
    """A block that may not be the one it was taken for: a comment at each paragraph that changes and has no mark of it."""
    for para in [para for para in paras if para in work.edits and para not in work.vouched]:
        work.matters.append(Matter(para, "check", f"“{short(text)}”是按文字认出的（可能有几处相同，或是重新粘贴的），"
                                                  "请看更新得对不对"))


def _joined(texts: Sequence[str]) -> tuple[str, list[int]]:
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    return JOIN.join(texts), starts[:-1]


def _marks_in(work: _Merge, found: Iterable[Change], paras: Sequence[int], starts: Sequence[int]
              ) -> dict[str, tuple[int, int]]:
    """The stretches of the joined text that the marks of the changed figures cover."""
    at = dict(zip(paras, starts, strict=True))
    result: dict[str, tuple[int, int]] = {}
    for change in found:
        span = work.marks.get(change.fid or "")
        if span and span.first in at and span.last in at:
            result[change.fid or ""] = (at[span.first] + span.start, at[span.last] + span.end)
    return result


def _elsewhere(work: _Merge, change: Change, paras: Sequence[int]) -> bool:
    """A figure that a person moved to another paragraph, its mark alive and its value untouched, is updated there."""
    span = work.marks.get(change.fid or "")
    if change.key in (None, NUMBERING) or span is None or span.first != span.last or span.first in paras:
        return False
    para = work.view.paras[span.first]
    seen = para.text[span.start:span.end]
    old = work.texts[change.fid or ""]
    if para.fixed or not old or not same(seen, old):
        return False
    work.edits.setdefault(span.first, []).append(Edit(span.start, span.end, change.segments, figure=True))
    return True


def _apply(work: _Merge, done: Rebased, paras: Sequence[int], starts: Sequence[int]) -> None:
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


def _dropped(work: _Merge, blocks: Sequence[int], untouched: bool, paras: Sequence[int]) -> None:
    """A block that the new draft does not have: untouched it goes, edited it stays, and so does what may be a copy."""
    if untouched and not work.unsure.intersection(blocks).difference(work.sure):
        work.drops.extend(paras)
    else:
        work.matters.append(Matter(paras[0], "dropped", "新稿已没有这一段；因为有人改过，保留着，请定去留"))


def _table_rows(work: _Merge, tables: Sequence[TableMatch]) -> set[int]:
    """Rows that came and went. Gives the blocks of the rows that are deleted as a whole."""
    gone: set[int] = set()
    new_rows: dict[str, list[str]] = {}
    for block in work.new.blocks:
        if block.cell and block.cell.row not in new_rows.setdefault(block.cell.table, []):
            new_rows[block.cell.table].append(block.cell.row)
    for table in tables:
        wanted = new_rows.get(table.grid.id, [])
        for row, at in table.rows.items():
            if row not in wanted:
                gone |= _row_gone(work, table, row, at)
        last = -1
        for row in wanted:
            if row in table.rows:
                last = table.rows[row]
            elif row not in table.grid.rows:
                work.new_rows.append(NewRow(table.table.number, last, row))
                _width(work, table, last, row)
        _new_cells(work, table)
    return gone


def _width(work: _Merge, table: TableMatch, last: int, row: str) -> None:
    """A new row among rows that have more or fewer cells."""
    cells = {block.cell.column for block in work.new.blocks if block.cell and block.cell.row == row}
    if len(cells) != table.table.width(max(last, 0)):
        paras = table.table.cells[next(key for key in sorted(table.table.cells) if key[0] == max(last, 0))]
        work.matters.append(Matter(paras[0], "row", f"此处新增的一行有 {len(cells)} 格，与本表的列数不同，请核对各格该放在哪一列"))


def _new_cells(work: _Merge, table: TableMatch) -> None:
    """Cells that the new draft has in a row that was there before: a column is new. It is told, not put in."""
    known = set(work.partner.values())
    new = [block for block in work.new.blocks if block.cell and block.cell.table == table.grid.id
           and block.cell.row in table.rows and block.id not in known and block.text]
    if new:
        named = "、".join(f"“{short(block.text)}”" for block in new[:3])
        work.matters.append(Matter(min(paras[0] for paras in table.table.cells.values()), "row",
                                   f"新稿的这张表多出 {len(new)} 格（{named}等），像是新增的列；文中没有加上，请自己加"))


def _row_gone(work: _Merge, table: TableMatch, row: str, at: int) -> set[int]:
    blocks = {place for (name, _), places in table.grid.cells.items() if name == row for place in places}
    old = [work.base.blocks[place].text for place in sorted(blocks)]
    paras = [para for (place, _), found in sorted(table.table.cells.items()) if place == at for para in found]
    if old == [work.view.paras[para].text for para in paras]:
        work.dropped_rows.append(DroppedRow(table.table.number, at))
    else:
        work.matters.append(Matter(paras[0], "dropped", "新稿已没有这一行；因为有人改过，保留着，请定去留"))
    return blocks


def _deleted(work: _Merge) -> None:
    """Blocks that the user deleted stay deleted; what changed in them is told where they stood."""
    last = 0
    for place, block in enumerate(work.base.blocks):
        if place in work.homes:
            last = work.homes[place][-1]
            continue
        if block.cell and not block.text:
            continue
        found = [change for change in work.changes(block)
                 if change.key != NUMBERING and not _elsewhere(work, change, ())]
        if found:
            work.matters.append(Matter(last, "deleted", _told(block, found), found[0].key or ""))


def _told(block: Block, found: Sequence[Change]) -> str:
    return f"此处之后删去的“{short(block.text)}”，新稿有变：{_news(block, found)}。没有补回"


def _news(block: Block, found: Sequence[Change]) -> str:
    """What the new draft has instead, figure by figure, wording by wording."""
    told = []
    for change in found:
        old, new = short(block.text[change.start:change.end]), short(change.text)
        if change.key:
            told.append(f"“{old}”现为“{new}”（{change.key}）")
        elif not old:
            told.append(f"增加“{new}”")
        else:
            told.append(f"“{old}”改为“{new}”" if new else f"删去“{old}”")
    return "；".join(told)


def _new_blocks(work: _Merge, tables: set[str]) -> list[Insertion]:
    """Blocks that the base did not have go behind their predecessor."""
    owners = {partner: old for old, partner in work.partner.items()}
    places = {block.id: place for place, block in enumerate(work.base.blocks)}
    result: list[Insertion] = []
    last = -1
    for block in work.new.blocks:
        if block.id in owners:
            home = work.homes.get(places[owners[block.id]])
            last = max(home) if home else last
        elif block.cell is None or (block.cell.table not in tables and not _known_table(work, block.cell.table)):
            if result and result[-1].after == last:
                result[-1] = Insertion(last, (*result[-1].blocks, block.id))
            else:
                result.append(Insertion(last, (block.id,)))
    return result


def _known_table(work: _Merge, table: str) -> bool:
    return any(block.cell and block.cell.table == table for block in work.base.blocks)


def _strangers(work: _Merge) -> None:
    """Words that belong to no block: where they may be a block after all, both places are told; where a number in
    them equals a figure that has changed since, it is told."""
    owners: dict[int, set[int]] = {}
    for block, paras in work.homes.items():
        for para in paras:
            owners.setdefault(para, set()).add(block)
    texts = [block.text if block.cell is None else "" for block in work.base.blocks]
    free = [Loose(place, para.text) for place, para in enumerate(work.view.paras)
            if place not in owners and not para.fixed and para.text.strip()]
    loose = [*work.loose, *free]
    for item, found in zip(loose, kin(texts, [item.text for item in loose]), strict=True):
        told = [_akin(work, item, place) for place in sorted(found)]
        if item.para not in owners and not any(told):
            _stale(work, item)
    for para, least in work.guessed.items():
        text = work.view.paras[para].text
        rivals = nearly(text, texts, least) - owners[para]
        for place in sorted(rivals):
            _akin(work, Loose(para, text), place)
        for place in owners[para] if rivals else ():
            _doubt(work, place)


def _akin(work: _Merge, item: Loose, place: int) -> bool:
    """Tell of words that may come from a block, if a change of the block is about them."""
    block = work.base.blocks[place]
    found = [change for change in work.changes(block)
             if change.key != NUMBERING and concerns(change, block.text, item.text)]
    near = alike(item.text, block.text) >= _NEARLY
    if found:
        told = f"疑似旧数据：这里的文字像是底稿中的“{short(block.text)}”，没有更新；新稿有变：{_news(block, found)}"
        work.matters.append(Matter(item.para, "stale", told))
    elif near and block.id not in work.partner:
        work.matters.append(Matter(item.para, "check", f"这里的文字像是底稿中的“{short(block.text)}”，新稿已没有这一段"))
    if found or near:
        _doubt(work, place)
    return bool(found)


def _doubt(work: _Merge, place: int) -> None:
    """Something else looks like a block, too: where its mark does not say which is it, it is told."""
    block = work.base.blocks[place]
    if place in work.homes and place not in work.unsure and work.changes(block):
        work.unsure.add(place)
        _unsure(work, block.text, work.homes[place])


def _stale(work: _Merge, item: Loose) -> None:
    """A number that equals a figure which has changed since."""
    if item.para in work.edits:
        return
    for old, new in work.stale.items():
        if old in item.text and places_of(old, item.text):
            work.matters.append(Matter(item.para, "stale", f"疑似旧数据：“{short(old)}”，现在的数据是“{short(new)}”"))


def _changed_figures(work: _Merge) -> Iterator[tuple[str, str]]:
    for block in work.base.blocks:
        for change in work.changes(block):
            if change.key not in (None, NUMBERING):
                yield block.text[change.start:change.end], change.text


def _matters(found: Sequence[Matter]) -> tuple[Matter, ...]:
    """One line for one thing; many older figures are one matter."""
    matters = sorted(dict.fromkeys(found), key=lambda matter: matter.para)
    older = [matter for matter in matters if matter.kind == "older"]
    if len(older) <= _MANY:
        return tuple(matters)
    summary = Matter(older[0].para, "many", f"有 {len(older)} 处数字是更早一稿的数，这份文件可能是旧稿，或者上次的更新被全部拒绝；"
                     f"文中未改。例如：{older[0].text}")
    return tuple(sorted([summary, *(matter for matter in matters if matter.kind != "older")],
                        key=lambda matter: matter.para))


def _renames(work: _Merge) -> dict[str, str | None]:
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
