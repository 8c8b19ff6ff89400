"""Reports, hand edits and data edits made up with a seed, every character's origin known: so the right answer is known.

A user's document is a list of paragraphs, each a list of chunks. A chunk that the program wrote remembers its figure
(``fid``) and block; a chunk that a person wrote or changed has none, one that a person copied remembers its ``twin``. The right answer: every untouched figure has the
new value, everything a person made stays, new sentences stand behind the words that they followed.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from generator.model.replacing import replace
from generator.regenerate.base import Base, Block, CellIdentity, Segment
from generator.regenerate.decide import Plan, with_edits
from generator.regenerate.decide.matters import short
from generator.regenerate.steps import merge
from generator.word.reader import CellLocation, Para, Span, View

BASE, NEW = "ba5e0001", "0e3d0002"
GONE_ROW = "表/5"
"""The row of the table that the next draft does not have."""
_LABELS = (
    "就业人口",
    "脱贫人口",
    "培训人次",
    "到位资金",
    "招商企业",
    "援建项目",
    "选派干部",
    "支教教师",
    "消费帮扶金额",
    "示范村",
    "结对学校",
    "医疗机构",
    "捐赠物资",
    "劳务协作站",
    "产业园区",
    "帮扶车间",
    "交流考察",
    "联席会议",
    "转移就业",
    "公益岗位",
)
_UNITS = ("人", "个", "万元", "家", "次", "名", "亩", "%")
_VERBS = (
    "全年共完成",
    "累计实现",
    "截至目前落实",
    "年内新增",
    "共组织",
    "先后安排",
    "稳步推进",
    "统筹协调",
)
_TAILS = (
    "，各项工作有序推进",
    "，群众满意度持续提高",
    "，超额完成年度任务",
    "，为全县发展提供了有力支撑",
    "，取得明显成效",
    "",
)
_PLACES = (
    "城关镇",
    "河东乡",
    "南川镇",
    "北塬乡",
    "西坪镇",
    "中山乡",
    "大沟镇",
    "白草塬镇",
    "甘沟镇",
    "新庄乡",
    "平头川镇",
    "丁家沟镇",
)
_WORDS = "深入贯彻落实精神坚持目标导向问题机制聚焦重点难点持续用力扎实推动高质量发展强化组织领导压实责任形成合力"


@dataclass
class Chunk:
    """A stretch of one origin. ``after`` names the new sentence that belongs behind it; ``twin`` is what it copies."""

    text: str
    fid: str | None = None
    block: str | None = None
    marked: bool = True
    after: str | None = None
    twin: Chunk | None = None


@dataclass(eq=False)
class Sheet:
    """A paragraph of the user's document; ``cell`` is its place in the table. Two with the same words are two."""

    chunks: list[Chunk]
    cell: tuple[str, int] | None = None

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(chunk.text for chunk in self.chunks)


@dataclass
class Case:
    """A base, a new draft, a user's document made of the base, and what the merge must give."""

    base: Base
    new: Base
    sheets: list[Sheet]
    values: dict[str, str]
    sentences: dict[str, str]
    dropped: str
    keys: dict[str, str] = field(default_factory=dict)


@dataclass
class Score:
    """Counts of paragraphs, and of new sentences that arrived.

    ``alarms`` are remarks at paragraphs that are right; ``idle`` those among them at paragraphs that nobody touched, but
    for what is told there of paragraphs that people deleted beside them.
    """

    paragraphs: int = 0
    exact: int = 0
    flagged: int = 0
    silent: int = 0
    alarms: int = 0
    idle: int = 0
    sentences: int = 0
    delivered: int = 0
    rows: int = 0
    rows_right: int = 0
    examples: list[str] = field(default_factory=list)

    def __iadd__(self, other: Score) -> Score:
        for name in (
            "paragraphs",
            "exact",
            "flagged",
            "silent",
            "alarms",
            "idle",
            "sentences",
            "delivered",
            "rows",
            "rows_right",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.examples += other.examples
        return self

    def __str__(self) -> str:
        return (
            f"{self.paragraphs} paragraphs: {self.exact} exact, {self.silent} silent wrong, {self.flagged} flagged, "
            f"{self.alarms} false alarms, {self.idle} at paragraphs that nobody touched; new sentences {self.delivered} of {self.sentences}; "
            f"rows that came and went {self.rows_right} of {self.rows}"
        )


def _value(rng: random.Random, hard: bool) -> str:
    kind = rng.random()
    if hard and kind < 0.6:
        return str(rng.randint(0, 12))
    if kind < 0.25:
        return str(rng.randint(1, 30))
    if kind < 0.75:
        return str(rng.randint(31, 29999))
    return f"{rng.randint(10, 99999) / 100:.2f}"


def _sentence(rng: random.Random, fresh: Callable[[str], Segment]) -> list[Segment]:
    parts = [Segment(f"{rng.choice(_VERBS)}{rng.choice(_LABELS)}"), fresh(rng.choice(_UNITS))]
    for _ in range(rng.randint(0, 2)):
        parts += [Segment(f"，其中{rng.choice(_LABELS)}"), fresh(rng.choice(_UNITS))]
    if rng.random() < 0.3:
        parts += [Segment("，同比"), fresh("升降")]
    return [*parts, Segment(rng.choice(_TAILS) + "。")]


def make(
    seed: int, share: float, *, hard: bool = False, size: int = 40, sentences: int = 4
) -> Case:
    """A case before any hand edit: a report of ``size`` paragraphs of at most so many sentences, and a table; ``share``
    of the figures change."""
    rng = random.Random(seed)
    count = 0

    def fresh(unit: str) -> Segment:
        nonlocal count
        count += 1
        text = (
            f"{rng.choice(('增长', '下降'))}{rng.randint(1, 400) / 10}%"
            if unit == "升降"
            else _value(rng, hard) + unit
        )
        return Segment(text, f"键{count}", f"f{count:010x}")

    blocks: list[Block] = []
    for number in range(size):
        ident = f"b{number:010x}"
        if number % 9 == 0:
            segments = [Segment(f"{_LABELS[number % 20]}工作情况{number // 9}")]
        elif hard and number % 3:
            segments = [
                Segment(f"{_PLACES[number % 12]}完成{_LABELS[number // 12 % 4]}"),
                fresh("个"),
                Segment("。"),
            ]
        else:
            segments = [
                part for _ in range(rng.randint(2, sentences)) for part in _sentence(rng, fresh)
            ]
        blocks.append(Block(f"段{number}", "paragraph", tuple(segments), ident))
    for row in range(12):
        for column in range(3):
            text = (f"{_LABELS[row]}数", _UNITS[row % 7], "")[column]
            segments = [Segment(text)] if text else [fresh("")]
            blocks.append(
                Block(
                    f"表/{row}/{column}",
                    "cell",
                    tuple(segments),
                    f"b{1000 + row * 3 + column:010x}",
                    CellIdentity("表", f"表/{row}", column),
                )
            )
    return _with_data_edits(rng, Base(BASE, tuple(blocks)), share, hard)


def _with_data_edits(rng: random.Random, base: Base, share: float, hard: bool) -> Case:
    """The next draft: figures changed, two sentences and a paragraph new, a paragraph gone."""
    values = _new_values(rng, base, share, hard)
    bodies = [
        block for block in base.blocks if block.cell is None and len(block.segments) > 4
    ] or list(base.blocks[:3])
    chosen = rng.sample(bodies, 3)
    sentences = {
        f"句{n}": f"今年新增的第{n}项工作已由{rng.choice(_PLACES)}办结。" for n in range(2)
    }
    dropped = chosen[2].id
    blocks: list[Block] = []
    for block in base.blocks:
        if block.id == dropped or (block.cell and block.cell.row == GONE_ROW):
            continue
        if block.cell and block.cell.row == "表/8" and not block.cell.column:
            blocks += _new_row()
        segments = [
            part._replace(text=values.get(part.fid or "", part.text)) for part in block.segments
        ]
        for n in range(2):
            if block.id == chosen[n].id:
                at = 1 + next(i for i, part in enumerate(segments) if part.text.endswith("。"))
                segments.insert(at, Segment(sentences[f"句{n}"]))
        blocks.append(replace(block, segments=tuple(segments)))
        if block.id == base.blocks[5].id:
            blocks.append(
                Block(
                    "新段",
                    "paragraph",
                    (Segment("新增的一段文字，说明协作机制完善情况。"),),
                    "bffffffffff",
                )
            )
    sheets = [
        Sheet(
            [Chunk(part.text, part.fid, block.id) for part in block.segments],
            (int(block.cell.row.removeprefix("表/")), block.cell.column) if block.cell else None,
        )
        for block in base.blocks
    ]
    for n in range(2):
        sheet = next(item for item in sheets if item.chunks[0].block == chosen[n].id)
        next(chunk for chunk in sheet.chunks if chunk.text.endswith("。")).after = f"句{n}"
    keys = {
        part.fid: part.key
        for block in base.blocks
        for part in block.segments
        if part.fid and part.key
    }
    return Case(base, Base(NEW, tuple(blocks)), sheets, values, sentences, dropped, keys)


def _new_values(rng: random.Random, base: Base, share: float, hard: bool) -> dict[str, str]:
    """Other numbers for a share of the figures, by figure."""
    return {
        segment.fid: _another(rng, segment.text, hard)
        for block in base.blocks
        for segment in block.segments
        if segment.fid and rng.random() < share
    }


def _new_row() -> list[Block]:
    """The cells of a row that the base has not."""
    cells = (("新增指标", None, None), ("个", None, None), ("4321", "新键", "feeeeeeeee0"))
    return [
        Block(
            f"新行/{column}",
            "cell",
            (Segment(text, key, fid),),
            f"beeeeeeeee{column}",
            CellIdentity("表", "新行", column),
        )
        for column, (text, key, fid) in enumerate(cells)
    ]


def _another(rng: random.Random, text: str, hard: bool) -> str:
    """The same figure with another number."""
    while True:
        digits = "".join(char for char in text if char.isdigit() or char == ".")
        head, tail = text[: text.index(digits)], text[text.index(digits) + len(digits) :]
        number = _value(rng, hard) if "." not in digits else f"{rng.randint(10, 99999) / 100:.2f}"
        if number != digits:
            return (rng.choice(("增长", "下降")) if head else "") + number + tail


# --- what people do -------------------------------------------------------------------------------------------------

Operation = Callable[[Case, random.Random], None]


def _bodies(case: Case) -> list[Sheet]:
    return [sheet for sheet in case.sheets if sheet.cell is None and sheet.text]


def _wordings(sheets: Iterable[Sheet], least: int = 4) -> list[tuple[Sheet, int]]:
    return [
        (sheet, at)
        for sheet in sheets
        for at, chunk in enumerate(sheet.chunks)
        if not _is_figure(chunk) and len(chunk.text) >= least
    ]


def _is_figure(chunk: Chunk) -> bool:
    """Whether a chunk is a figure or the copy of one: who writes around it does not mean it."""
    return bool(chunk.fid or (chunk.twin and chunk.twin.fid))


def _figures(sheets: Iterable[Sheet]) -> list[tuple[Sheet, int]]:
    return [
        (sheet, at)
        for sheet in sheets
        for at, chunk in enumerate(sheet.chunks)
        if chunk.fid and chunk.text
    ]


def _by_hand(rng: random.Random, length: int) -> str:
    start = rng.randrange(len(_WORDS))
    return (_WORDS + _WORDS)[start : start + length]


def replace_words(case: Case, rng: random.Random) -> None:
    """Some characters of the wording become others."""
    sheet, at = rng.choice(_wordings(_bodies(case)))
    chunk = sheet.chunks[at]
    start = rng.randrange(len(chunk.text) - 2)
    end = start + rng.randint(1, min(4, len(chunk.text) - start - 1))
    text = chunk.text[:start] + _by_hand(rng, rng.randint(1, 6)) + chunk.text[end:]
    sheet.chunks[at] = replace(chunk, text=text)


def retype(case: Case, rng: random.Random) -> None:
    """A paragraph typed again: other words around the same figures, all marks lost."""
    sheet = rng.choice([sheet for sheet in _bodies(case) if len(sheet.text) > 30])
    sheet.chunks = [
        replace(
            chunk,
            marked=False,
            text=chunk.text
            if _is_figure(chunk) or rng.random() < 0.6
            else _by_hand(rng, 3) + chunk.text[-4:],
        )
        for chunk in sheet.chunks
    ]


def edit_figure(case: Case, rng: random.Random) -> None:
    """A digit of a figure becomes another one: the hand's value stays."""
    sheet, at = rng.choice(
        [
            (sheet, at)
            for sheet, at in _figures(_bodies(case))
            if not (sheet.chunks[at].fid or "").startswith("hand:")
        ]
    )
    chunk = sheet.chunks[at]
    places = [place for place, char in enumerate(chunk.text) if char.isdigit()]
    place = rng.choice(places)
    digit = rng.choice([char for char in "123456789" if char != chunk.text[place]])
    _override(chunk, chunk.text[:place] + digit + chunk.text[place + 1 :])


def _override(chunk: Chunk, text: str) -> None:
    chunk.text = text
    chunk.fid = f"hand:{(chunk.fid or '').removeprefix('hand:')}"


def delete_figure(case: Case, rng: random.Random) -> None:
    """A figure is deleted; its mark is empty."""
    sheet, at = rng.choice(_figures(_bodies(case)))
    _override(sheet.chunks[at], "")


def insert_paragraph(case: Case, rng: random.Random) -> None:
    """A paragraph of the user's own."""
    at = rng.randrange(len(_bodies(case)))
    case.sheets.insert(at, Sheet([Chunk(f"{_by_hand(rng, 12)}{rng.randint(1, 999)}个。")]))


def delete_paragraph(case: Case, rng: random.Random) -> None:
    """A paragraph is gone."""
    case.sheets.remove(rng.choice(_bodies(case)))


def move_paragraph(case: Case, rng: random.Random) -> None:
    """A paragraph stands somewhere else."""
    sheet = rng.choice(_bodies(case))
    case.sheets.remove(sheet)
    case.sheets.insert(rng.randrange(len(_bodies(case))), sheet)


def split(case: Case, rng: random.Random) -> None:
    """A paragraph becomes two, between two chunks or inside the wording."""
    sheet, at = rng.choice(_wordings(_bodies(case), 6))
    chunk = sheet.chunks[at]
    cut = rng.randint(2, len(chunk.text) - 2)
    first, second = (
        replace(chunk, text=chunk.text[:cut], after=None),
        replace(chunk, text=chunk.text[cut:]),
    )
    case.sheets.insert(case.sheets.index(sheet) + 1, Sheet([second, *sheet.chunks[at + 1 :]]))
    sheet.chunks = [*sheet.chunks[:at], first]


def merge_paragraphs(case: Case, rng: random.Random) -> None:
    """Two paragraphs become one."""
    bodies = _bodies(case)
    at = rng.randrange(len(bodies) - 1)
    bodies[at].chunks += bodies[at + 1].chunks
    case.sheets.remove(bodies[at + 1])


def copy_paragraph(case: Case, rng: random.Random) -> None:
    """A paragraph stands twice: the copy is the user's own (unless the first is deleted later)."""
    sheet = rng.choice(_bodies(case))
    copy = Sheet([Chunk(chunk.text, twin=chunk.twin or replace(chunk)) for chunk in sheet.chunks])
    case.sheets.insert(case.sheets.index(sheet) + 1, copy)


def format_only(case: Case, rng: random.Random) -> None:
    """Formatting: no character changes."""


def edit_cell(case: Case, rng: random.Random) -> None:
    """A figure in the table is typed over."""
    cells = [sheet for sheet in case.sheets if sheet.cell and sheet.chunks and sheet.chunks[0].fid]
    if cells:
        chunk = rng.choice(cells).chunks[0]
        if chunk.fid and not chunk.fid.startswith("hand:"):
            _override(chunk, str(rng.randint(30000, 99999)))


def delete_row(case: Case, rng: random.Random) -> None:
    """A row of the table is gone."""
    rows = sorted({sheet.cell[0] for sheet in case.sheets if sheet.cell})
    if len(rows) > 3:
        row = rng.choice(rows)
        case.sheets = [sheet for sheet in case.sheets if not sheet.cell or sheet.cell[0] != row]


def add_words(case: Case, rng: random.Random) -> None:
    """Words typed directly before or after a figure."""
    sheet, at = rng.choice(_figures(_bodies(case)))
    sheet.chunks.insert(at + rng.randint(0, 1), Chunk(_by_hand(rng, rng.randint(1, 5))))


def delete_clause(case: Case, rng: random.Random) -> None:
    """A clause is deleted: its words and its figure."""
    sheet, at = rng.choice(_figures(_bodies(case)))
    if at and sheet.chunks[at - 1].fid is None and not sheet.chunks[at - 1].after:
        sheet.chunks[at - 1] = replace(sheet.chunks[at - 1], text="")
    _override(sheet.chunks[at], "")


OPERATIONS: dict[str, Operation] = {
    "words replaced": replace_words,
    "paragraph retyped": retype,
    "figure edited": edit_figure,
    "figure deleted": delete_figure,
    "paragraph inserted": insert_paragraph,
    "paragraph deleted": delete_paragraph,
    "paragraph moved": move_paragraph,
    "paragraph split": split,
    "paragraphs merged": merge_paragraphs,
    "paragraph copied": copy_paragraph,
    "formatted": format_only,
    "cell edited": edit_cell,
    "row deleted": delete_row,
    "words beside a figure": add_words,
    "clause deleted": delete_clause,
}


# --- the file, and the right answer ---------------------------------------------------------------------------------


def view_of(case: Case, lost: float = 0.0, seed: int = 0) -> View:
    """The user's document as the reader sees it; ``lost`` is the share of bookmarks that are gone."""
    rng = random.Random(seed)
    paras: list[Para] = []
    spans: dict[str, Span] = {}
    rows: dict[str, int] = {}
    idents = {block.id: block.ident for block in case.base.blocks}
    for place, sheet in enumerate(case.sheets):
        cell = (
            CellLocation(0, rows.setdefault(sheet.cell[0], len(rows)), sheet.cell[1])
            if sheet.cell
            else None
        )
        paras.append(Para(sheet.text, cell))
        at = 0
        for chunk in sheet.chunks:
            span = Span(place, at, place, at + len(chunk.text))
            at += len(chunk.text)
            if chunk.marked and chunk.fid:
                spans[f"_RG{BASE}_{chunk.fid.removeprefix('hand:')}"] = span
            if chunk.marked and chunk.block and chunk.text:
                name = f"_RG{BASE}_{idents[chunk.block]}"
                first = spans.get(name, span)
                spans[name] = Span(first.first, first.start, span.last, span.end)
    return View(tuple(paras), {name: span for name, span in spans.items() if rng.random() >= lost})


def _stand_ins(case: Case) -> None:
    """A copy stands for the paragraph that it was made of where more than half of that one is gone, the copy of a figure
    for that figure where no other is left."""
    chunks = [chunk for sheet in case.sheets for chunk in sheet.chunks]
    left: Counter[str | None] = Counter()
    for chunk in chunks:
        left[chunk.block] += len(chunk.text)
    gone = {block.id for block in case.base.blocks if left[block.id] * 2 < len(block.text)}
    figures = {(chunk.fid or "").removeprefix("hand:") for chunk in chunks}
    for chunk in chunks:
        if chunk.twin and chunk.twin.block in gone:
            chunk.block = chunk.twin.block
            if chunk.text == chunk.twin.text:
                chunk.fid, chunk.after = chunk.twin.fid, chunk.twin.after
        elif chunk.twin and chunk.twin.fid not in figures and chunk.text == chunk.twin.text:
            chunk.fid = chunk.twin.fid


def _right(case: Case, sheet: Sheet) -> tuple[str, list[str]]:
    """The right text of a paragraph, and the new sentences in it. The dropped block goes if nobody touched it."""
    parts: list[str] = []
    told: list[str] = []
    own = [
        at for at, chunk in enumerate(sheet.chunks) if chunk.block == case.dropped and chunk.text
    ]
    whole = "".join(chunk.text for chunk in sheet.chunks[own[0] : own[-1] + 1]) if own else ""
    gone = whole == next(block.text for block in case.base.blocks if block.id == case.dropped)
    for chunk in sheet.chunks:
        if chunk.block == case.dropped and gone:
            continue
        stays = chunk.block == case.dropped
        parts.append(chunk.text if stays else case.values.get(chunk.fid or "", chunk.text))
        if chunk.after and chunk.text:
            parts.append(case.sentences[chunk.after])
            told.append(chunk.after)
    return "".join(parts), told


def score(case: Case, lost: float = 0.0, seed: int = 0) -> Score:
    """Merge, and compare every paragraph with the right answer."""
    view = view_of(case, lost, seed)
    plan = merge(case.base, case.new, view)
    _stand_ins(case)
    result = Score()
    flagged = {matter.para for matter in plan.matters}
    said = "".join(
        matter.text for matter in plan.matters if matter.reason in ("deleted", "gone", "wording")
    )
    told = {key for key in case.keys.values() if f"（{key}）" in said}
    told |= {name for name, text in case.sentences.items() if short(text) in said}
    untouched = next(block.text for block in case.base.blocks if block.id == case.dropped)
    told_here = {matter.para for matter in plan.matters if matter.reason != "deleted"}
    result.rows += 2
    result.rows_right += _rows_right(case, plan)
    for place, sheet in enumerate(case.sheets):
        if sheet.cell and f"表/{sheet.cell[0]}" == GONE_ROW:
            continue
        result.idle += place in told_here and _is_untouched(case, sheet)
        _one(
            case,
            plan,
            place,
            sheet,
            place in flagged or _told(case, sheet, told),
            untouched,
            result,
        )
    return result


def _is_untouched(case: Case, sheet: Sheet) -> bool:
    """Whether a paragraph is a block of the base as it was, with its marks, and of the next draft."""
    blocks = {chunk.block for chunk in sheet.chunks}
    if (
        len(blocks) != 1
        or case.dropped in blocks
        or not all(chunk.marked for chunk in sheet.chunks)
    ):
        return False
    return any(block.id in blocks and block.text == sheet.text for block in case.base.blocks)


def _rows_right(case: Case, plan: Plan) -> int:
    """Whether the new row comes, and the row that is gone goes unless somebody changed it."""
    gone = [
        (place, sheet)
        for place, sheet in enumerate(case.sheets)
        if sheet.cell and f"表/{sheet.cell[0]}" == GONE_ROW
    ]
    hand = any((chunk.fid or "").startswith("hand:") for _, sheet in gone for chunk in sheet.chunks)
    told = any(matter.para in [place for place, _ in gone] for matter in plan.matters)
    went = told and not plan.dropped_rows if hand else bool(plan.dropped_rows) == bool(gone)
    return went + (len(plan.new_rows) == 1)


def _told(case: Case, sheet: Sheet, keys: set[str]) -> bool:
    """Whether a comment elsewhere names a figure of the paragraph that has changed, or its new sentence."""
    return any(
        case.keys.get(chunk.fid or "") in keys or chunk.after in keys for chunk in sheet.chunks
    )


def _one(
    case: Case, plan: Plan, place: int, sheet: Sheet, flagged: bool, untouched: str, result: Score
) -> None:
    right, told = _right(case, sheet)
    got = with_edits(sheet.text, plan.edits.get(place, ()))
    mine = [chunk for chunk in sheet.chunks if chunk.text]
    if mine and all(chunk.block == case.dropped for chunk in mine):
        whole = "".join(
            other.text
            for item in case.sheets
            for other in item.chunks
            if other.block == case.dropped
        )
        hand = any(chunk.fid and chunk.fid.startswith("hand:") for chunk in mine)
        is_whole_copy = sheet.text == untouched and all(chunk.twin for chunk in mine)
        if (whole == untouched or is_whole_copy) and not hand and place in plan.drops:
            got, right = "", ""
        elif whole == untouched and len(mine[0].text) < 12:
            got = right
        elif place in plan.drops:
            got = "dropped though edited"
        else:
            got = right = sheet.text
    result.paragraphs += 1
    result.sentences += len(told)
    result.delivered += sum(case.sentences[name] in got for name in told)
    if got == right:
        result.exact += 1
        result.alarms += flagged and not any(
            (chunk.fid or "").startswith("hand:") for chunk in sheet.chunks
        )
    elif flagged:
        result.flagged += 1
    else:
        result.silent += 1
        result.examples.append(f"user  {sheet.text}\nright {right}\ngot   {got}")


def run(
    seeds: Iterable[int],
    share: float,
    *,
    lost: float = 0.0,
    hard: bool = False,
    edits: int = 4,
    mixed: int = 25,
) -> Score:
    """Every kind of edit ``edits`` times in a document of its own, and one document with ``mixed`` edits of all kinds,
    for each seed."""
    total = Score()
    for seed in seeds:
        for number, (_, operation) in enumerate(OPERATIONS.items()):
            total += _after([operation] * edits, seed, number, share, lost, hard)
        rng = random.Random(seed)
        total += _after(
            [rng.choice(list(OPERATIONS.values())) for _ in range(mixed)],
            seed,
            99,
            share,
            lost,
            hard,
        )
    return total


COPYING = (
    copy_paragraph,
    copy_paragraph,
    merge_paragraphs,
    merge_paragraphs,
    split,
    delete_clause,
    delete_paragraph,
    move_paragraph,
    replace_words,
    retype,
)
"""What leaves sentences twice, in pieces and in each other's paragraphs."""


def run_copied(seeds: Iterable[int], *, lost: float, hard: bool) -> Score:
    """Forty copies, joins and splits in one document for each seed; half of the figures change."""
    total = Score()
    for seed in seeds:
        total += _after(
            [random.Random(f"{seed}/{n}").choice(COPYING) for n in range(40)],
            seed,
            0,
            0.5,
            lost,
            hard,
        )
    return total


def _after(
    operations: Iterable[Operation], seed: int, number: int, share: float, lost: float, hard: bool
) -> Score:
    case = make(seed * 100 + number, share, hard=hard)
    rng = random.Random(seed * 1000 + number)
    for operation in operations:
        operation(case, rng)
    return score(case, lost, seed)
