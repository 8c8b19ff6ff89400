"""A paragraph cut into phrases that are read by themselves: its sentences and its brackets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from generator.check.reader import Quantity, closings, quantities, sentences, without_brackets
from generator.check.relations.numbers.amounts import (
    SAID_OF_BEFORE,
    Amount,
    Role,
    as_exact,
    role_of,
    unit_of,
)
from generator.check.relations.phrases.list_neighbours import completed
from generator.check.relations.phrases.own_units import (
    with_other_units,
    with_own_units,
    with_unit_of_whole,
    with_units_beside,
    with_units_of_parts,
)
from generator.model.regex import regex
from generator.model.replacing import replace

_CUT = regex(r"[，,；;：:、。！？]|(?<=\d分)[和及与](?=\d)")
_TAIL = regex(r"[^，,；;：:、。！？（）()\d]*")
_OF = regex(r"[^，。；、\d]{0,8}的(?:比重|比例|比率|份额)?(?:[为是约达]|达到)?")
_IS_CODE = regex("[A-Za-z]")
"""5A, 4G, 3D: a number of a name, not of anything that is counted."""
_AND = regex("和|及(?!以[上下])|以及|与")
_AGAINST = regex(r"比|较|相比|于|超|高于|低于|同期")
_COMPARES = regex(r"^[^，。；、\d]{0,12}[比较](?![例重率])(?:(?:19|20)\d{2}年)?[^，。；、\d]*$")
_LEADS = regex("(?:^|[^理缘来])[由从](?!此)[^，。；、]*$")
_BECAME = regex(r"(?![多少大小高低])[^，。；、\d]{1,5}[到至为成]了?")
_NOUN_AND_CHANGE = regex(
    r"[^，。；、\d]{1,6}?(?:净|多|还)?(?:增加|减少|提高|上升|下降|降低|增长|高|低|多|少|快|慢)[出了]?"
)
_MORE_OF_IT = regex(r"[多少](?![于数年次])[^，。；、\d]{1,3}")
"""比上年同期的45.13亿千瓦时多用: by how much more of it was used."""
_AGAINST_KNOWN = regex(
    r"[比较](?![例重率较])(?:[^，。；、\d]{0,10}(?:上年|去年|前年|同期|上月|上季|年初|年均|平均|计划|任务|预算|概算|目标"
    r"|标准|限价|最高价|市场价|报价|原[来有先定]?))[^，。；、\d]{0,8}$"
    r"|[比较]\d{4}年[^，。；、\d]{0,8}$"
)
_VERB_ALONE = regex(r"(?:每[^，。；、\d])?[^，。；、\d到至达为和及与占共计是均的每合]{1,3}[了出]?")
"""便宜, 少花: nothing but a verb between two numbers that are compared."""
_HALF_MARK = regex(
    r"(?<!\d)[,:]|[,:](?!\d)|[;()]|(?<=[%\u4e00-\u9fff)])(?<![一二三四五六七八九十])\.(?=[\u4e00-\u9fff])"
)
"""A half stop behind % or a word and before a word ends a sentence; that of 3.5 and 一. does not."""
_FULL_MARKS = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", ".": "。"}
_UNIT_BEFORE = regex("(?:人|件|架|车)次$")
"""总诊疗人次412.6万: the unit stands before its number."""
_SCALES = ("万", "亿")
_NAME_IN_TWO = regex(
    r"(?P<start>[^，,；;：:、。！？（）()\d\s]{2,})\u3000+"
    r"(?P<end>(?![高低多少增减升降占为达共的])[^，,；;：:、。！？（）()\d\s]+)$"
)
_VERB_BEHIND = regex(
    r"(?P<start>[^，,；;：:、。！？（）()\d\s]{2,})\u3000+(?P<end>(?:分别|约|均)?(?:为|是|达到?))$"
)
_LONGEST_NAME = 60
_LONGEST_BRACKET = 2000
_GAP = "【待补"
_RATIO = regex(r"\d[:：∶︰]\d")
"""58:42, of which neither is a quantity; the sentence that has no other may be read for it."""


class Phrase(Struct, frozen=True, dict=True):
    """A sentence without its brackets, or the inside of one bracket.

    ``text`` stands at ``start`` in the paragraph, what is in brackets blanked. ``before`` is the
    sentence before it, ``outer`` the sentence that a bracket stands in; each None where there is
    none. ``brackets`` are those of a sentence that hold a number. ``has_gap`` says that a number
    of the sentence is not known yet: 【待补：人数】; no sentence behind has it before it.
    """

    text: str
    start: int
    amounts: tuple[Amount, ...]
    before: Phrase | None = None
    outer: Phrase | None = None
    brackets: tuple[Phrase, ...] = ()
    has_gap: bool = False

    @property
    def end(self) -> int:
        """The position behind it."""
        return self.start + len(self.text)

    @cached_property
    def plain(self) -> tuple[Amount, ...]:
        """The amounts that are neither changes, averages, targets nor percentages."""
        return tuple(amount for amount in self.amounts if amount.role is Role.PLAIN)

    def between(self, start: int, end: int) -> str:
        """The words from one position of the paragraph to another."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]


def phrases(text: str, numbers: Sequence[Quantity] | None = None) -> list[Phrase]:
    """The phrases of a paragraph: its sentences in order, then its brackets. ``numbers`` are its
    quantities, None where nobody has read them."""
    numbers = quantities(text) if numbers is None else numbers
    if not numbers and not _RATIO.search(text):
        return []
    text = _in_full_marks(text)
    flat = without_brackets(text)
    cut: list[Phrase] = []
    for start, end in _sentence_spans(text):
        part = flat[start:end]
        outside = [n for n in _within(numbers, start, end) if flat[n.start] == text[n.start]]
        in_one_cell = cut and text[start - 1] != "\t"
        before = cut[-1] if in_one_cell and not cut[-1].has_gap else None
        has_gap = _GAP in text[start:end]
        amounts = with_other_units(_amounts(part, start, outside), text[start:end])
        cut.append(Phrase(part, start, amounts, before, has_gap=has_gap))
    inner = list(_brackets(text, numbers, cut))
    return [*(_with_brackets(phrase, inner) for phrase in cut), *inner]


def _in_full_marks(text: str) -> str:
    """The text with full marks where it has those of half width, but for 13,866 and 3:7."""
    if text.isascii() or not _HALF_MARK.search(text):
        return text
    return _HALF_MARK.sub(lambda match: _FULL_MARKS[match[0]], text)


def _sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where the sentences stand, cells of a row apart; 用于 goes on with the list before it."""
    spans: list[tuple[int, int]] = []
    for sentence in sentences(text):
        start = sentence.start
        for cell in sentence.text.split("\t"):
            end = start + len(cell)
            if spans and cell.startswith("用于") and spans[-1][1] == start:
                spans[-1] = spans[-1][0], end
            else:
                spans.append((start, end))
            start = end + 1
    return spans


def _with_brackets(phrase: Phrase, inner: Sequence[Phrase]) -> Phrase:
    first = bisect_left(inner, phrase.start, key=lambda bracket: bracket.start)
    last = bisect_left(inner, phrase.end, key=lambda bracket: bracket.start)
    return replace(phrase, brackets=tuple(inner[first:last])) if first < last else phrase


def _brackets(text: str, numbers: Sequence[Quantity], cut: Sequence[Phrase]) -> Iterator[Phrase]:
    """The inside of every bracket that holds a number, inner brackets blanked."""
    starts = [phrase.start for phrase in cut]
    for opened, closed in closings(text).items():
        if closed - opened > _LONGEST_BRACKET:
            continue
        inside = _within(numbers, opened, closed)
        if inside:
            part = without_brackets(text[opened + 1 : closed])
            own = [n for n in inside if part[n.start - opened - 1] == text[n.start]]
            outer = cut[bisect_left(starts, opened + 1) - 1]
            amounts = _amounts(part, opened + 1, own)
            amounts = with_unit_of_whole(amounts, _ended_at(outer.amounts, opened))
            yield Phrase(part, opened + 1, amounts, outer=outer, has_gap=outer.has_gap)


def _ended_at(amounts: Sequence[Amount], end: int) -> Sequence[Amount]:
    """The numbers that end at a position; none of a sentence end at one place with another."""
    first = bisect_left(amounts, end, key=lambda amount: amount.end)
    return amounts[first : bisect_right(amounts, end, key=lambda amount: amount.end)]


def _within(numbers: Sequence[Quantity], start: int, end: int) -> Sequence[Quantity]:
    first = bisect_left(numbers, start, key=lambda number: number.start)
    return numbers[first : bisect_left(numbers, end, key=lambda number: number.start)]


def _amounts(text: str, start: int, numbers: Sequence[Quantity]) -> tuple[Amount, ...]:
    numbers = list(_without_codes(text, start, numbers))
    cuts = _cuts(text, start, numbers)
    ands = [n.end for n in numbers if _AND.match(text, n.end - start) and n.unit]
    cuts = sorted({*cuts, *ands})
    groups = [cut for cut in cuts if text[cut - start] in "；;"]
    amounts: list[Amount] = []
    for number in numbers:
        amounts.append(_amount(text, start, number, cuts, groups, amounts[-1:]))
    read = [
        _by_what_follows(text, start, amount, amounts[at + 1 : at + 2])
        for at, amount in enumerate(amounts)
    ]
    named = with_units_of_parts(with_own_units(read))
    return completed(text, start, with_units_beside(named))


def _without_codes(text: str, start: int, numbers: Sequence[Quantity]) -> Iterator[Quantity]:
    """The numbers that are none of a name; the name is one of the words before the next number:
    新增5G基站158个."""
    words = ""
    for number in numbers:
        label = f"{words}{number.label}" if words else number.label
        is_code = not number.unit and _IS_CODE.match(text, number.end - start)
        words = f"{label}{number.text}" if is_code else ""
        if not is_code:
            yield number._replace(label=_over_bracket(text, number.start - start, label))


def _over_bracket(text: str, end: int, label: str) -> str:
    """The words before a number with those before a bracket that stands inside a name: 每千人口执业
    （助理）医师."""
    led = _NAME_IN_TWO.search(text, max(0, end - _LONGEST_NAME), end)
    led = led or _VERB_BEHIND.search(text, max(0, end - _LONGEST_NAME), end)
    whole = led is not None and led["end"] == label
    return f"{led['start']}{label}" if led and whole else label


def _cuts(text: str, start: int, numbers: Sequence[Quantity]) -> list[int]:
    """Where clauses end; the comma in 13,866 ends none."""
    cuts = [match.start() + start for match in _CUT.finditer(text)]
    if "," not in text:
        return cuts
    inside = {at for number in numbers for at in range(number.start, number.end)}
    return [cut for cut in cuts if cut not in inside]


def _amount(
    text: str,
    start: int,
    number: Quantity,
    cuts: Sequence[int],
    groups: Sequence[int],
    before: Sequence[Amount],
) -> Amount:
    base, power = unit_of(number.unit)
    called = _UNIT_BEFORE.search(number.label) if number.unit in _SCALES else None
    base = called[0] if called else base
    tail = _TAIL.match(text, number.end - start)
    behind = tail[0] if tail else ""
    clause = bisect_left(cuts, number.start)
    role = role_of(number, number.label, behind)
    if before and before[-1].clause == clause:
        role = _role_against(number.unit, number.label, before[-1].label) or role
        role = Role.AFTER if _is_end(base, role, number.label, before[-1]) else role
        role = Role.DELTA if _differs_by(number, role, before[-1]) else role
    in_a_row = not number.label and before and before[-1].end in (number.start, number.start - 1)
    return Amount(
        number,
        number.start,
        number.end,
        base,
        power,
        role,
        number.label,
        before[-1].head if in_a_row else number.label,
        behind,
        clause,
        bisect_left(groups, number.start),
    )


def _is_end(base: str, role: Role, label: str, before: Amount) -> bool:
    """Whether a number is what the one just before became, whatever the verb: 由每人600元调整到720元."""
    open_ = role in (Role.PLAIN, Role.EACH, Role.SHARE) and base == before.base
    return open_ and bool(_LEADS.search(before.label)) and bool(_BECAME.fullmatch(label))


def _role_against(unit: str, label: str, before: str) -> Role | None:
    """The role of a change whose words go on behind the number that it is against: 比下达的61.8万亩
    任务多6700亩; None where they do not."""
    compares = bool(_COMPARES.search(before))
    joined = before.endswith("的") or label.startswith("/")
    said = (joined and _NOUN_AND_CHANGE.fullmatch(label)) or _MORE_OF_IT.fullmatch(label)
    if "分点" in unit or not (compares and said):
        return None
    return Role.GROWTH if unit in ("%", "‰", "倍") else Role.DELTA


def _differs_by(number: Quantity, role: Role, before: Amount) -> bool:
    """Whether a number is by its place how much something differs from that before it, whatever the
    verb: 比上年的9.35元便宜0.57元, 较计划的120万元少花8万元."""
    if role is not Role.PLAIN or before.role not in (Role.PLAIN, Role.EACH):
        return False
    in_unit = unit_of(number.unit)[0] == before.base and bool(number.unit)
    against = _AGAINST_KNOWN.search(before.label)
    return in_unit and bool(against) and bool(_VERB_ALONE.fullmatch(number.label))


def _by_what_follows(text: str, start: int, amount: Amount, following: Sequence[Amount]) -> Amount:
    """The amount with the role that only the number behind it shows.

    A target where a percentage of it follows (预算1650万元的44.9%), a base where the change against
    it does (比上年的124人增长50%); what 由 stands before is a beginning only if an end follows.
    """
    for other in following:
        words = text[amount.end - start : other.start - start]
        if other.quantity.unit == "%" and _OF.fullmatch(words):
            return replace(amount, role=Role.TARGET)
        if _is_base(amount, other):
            base = as_exact(amount) if other.role is Role.POINTS else amount
            return replace(base, role=Role.BASE)
    ends = any(other.role is Role.AFTER for other in following)
    if amount.role is Role.BEFORE and not ends:
        plain = Role.SHARE if amount.quantity.unit in ("%", "‰") else Role.PLAIN
        return replace(amount, role=plain)
    return amount


def _is_base(amount: Amount, change: Amount) -> bool:
    """Whether a number is what the next one is a change against, in one clause."""
    changes = change.role in (Role.DELTA, Role.GROWTH, Role.POINTS)
    apart = amount.role not in (Role.DELTA, Role.GROWTH, Role.POINTS, Role.AFTER)
    compared = amount.tail.lstrip().startswith("相比")
    said = bool(SAID_OF_BEFORE.search(amount.label))
    near = amount.clause <= change.clause <= amount.clause + (compared or said)
    against = compared or said or bool(_AGAINST.search(amount.label))
    return changes and apart and near and against
