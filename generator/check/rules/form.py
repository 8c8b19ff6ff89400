"""The form's own rules: parents and children, equal rows, what belongs into a cell, labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.check.filled import Filled, in_unit, plain_label
from generator.check.finding import Finding, Side
from generator.check.reader import decimals, spoken
from generator.check.rules.causes import likely_cause
from generator.check.subject import Subject
from generator.model.dataset import FigureRow
from generator.model.kind import FieldType, FormRelation, FormRow
from generator.model.regex import regex
from generator.model.severity import Severity
from generator.standard.wording.numbers import EXACT, rounded

_NUMBERED = regex(r"[①-⑳]")
_OF_WHICH = regex(r"其中[：:]")
_OVERLAPPING = ("人", "人次", "项", "个")
_KEY = regex(r"\{([^{}]+)\}")
_RATE = regex(r"\{([^{}]+)\}/\{([^{}]+)\}\*100")
_DIGITS = regex(r"\s*-?[\d.,，０-９．]+\s*")


class _Family(Struct, frozen=True):
    """A row of the form with those of its children that stand in one relation to it."""

    parent: Filled
    children: Sequence[Filled]

    @property
    def filled(self) -> list[Filled]:
        """The children that hold a number."""
        return [child for child in self.children if child.value is not None]

    @property
    def total(self) -> Decimal:
        """What they add up to."""
        return sum((child.number for child in self.children), Decimal(0))

    @property
    def gap(self) -> str:
        """By how much parent and sum differ, in words, with a likely cause."""
        gap = abs(self.parent.number - self.total)
        parts = [(child.form.label, child.number) for child in self.filled]
        return f"相差{spoken(gap)}{likely_cause(gap, parts)}"

    @property
    def sides(self) -> tuple[Side, ...]:
        """The parent, then the children that hold a number."""
        return (self.parent.side, *(child.side for child in self.filled))

    @property
    def keys(self) -> tuple[str, ...]:
        """Their keys."""
        return (self.parent.form.key, *(child.form.key for child in self.filled))


def _families(subject: Subject, relation: FormRelation) -> list[_Family]:
    rows = subject.filled_by_code
    children: dict[str, list[Filled]] = defaultdict(list)
    for row in rows.values():
        if row.form.relation == relation and row.form.parent in rows:
            children[row.form.parent].append(row)
    return [_Family(rows[code], group) for code, group in children.items()]


def parent_is_sum(subject: Subject) -> Iterator[Finding]:
    """A row of the form equals the sum of the children that the catalogue calls 合计.

    查：统计表里的合计行不等于下级各行之和（没有填的下级按没有算）；下级填了、合计没有填的，供参考。
    不查：由程序算出的合计；下级都没有填的；表式没有规定是合计的。
    例：1.1填300，下级1.1.1填120、1.1.2填190
        -> 统计表1.1“1.帮助就业人数”是300，下级合计是310，相差10。
    依据：表式（指标目录里的“合计”）；算术。
    """
    for family in _families(subject, FormRelation.TOTAL):
        parent, total = family.parent, spoken(family.total)
        if not family.filled or not parent.is_typed_number:
            continue
        if parent.value is None and not parent.raw:
            message = f"{parent.name}没有填，下级合计是{total}。"
            key = (parent.form.key,)
            yield Finding(Severity.INFO, message, family.sides, total, "空", key)
        elif parent.value is not None and parent.value != family.total:
            value = spoken(parent.value)
            message = f"{parent.name}是{value}，下级合计是{total}，{family.gap}。"
            yield Finding(Severity.ERROR, message, family.sides, total, value, family.keys)


def part_not_larger(subject: Subject) -> Iterator[Finding]:
    """A row of the form that is 其中 of another is not larger than it.

    查：统计表里“其中”一行大于它所属的一行；单位不同的换算后比。
    不查：两行相等的；单位不能换算的；有一行没有填的。
    例：1.1.1填120人，它的“其中：脱贫劳动力数”填130人
        -> 统计表1.1.1.1“其中：脱贫劳动力数”（130人）大于它所属的1.1.1“到省外就业人数”（120人）。
    依据：表式（指标目录里的“其中”）；逻辑。
    """
    rows = subject.filled_by_code
    for part in rows.values():
        whole = rows.get(part.form.parent) if part.form.relation is FormRelation.PART else None
        size = in_unit(part, whole.form.unit) if whole else None
        if whole and whole.value is not None and size is not None and size > whole.value:
            named = whole.name.removeprefix("统计表")
            yield Finding(
                Severity.ERROR,
                f"{part.name}（{part.shown}）大于它所属的{named}（{whole.shown}）。",
                (part.side, whole.side),
                f"不大于{whole.shown}",
                part.shown,
                (part.form.key, whole.form.key),
            )


def overlapping_parts(subject: Subject) -> Iterator[Finding]:
    """The rows of a 其中 list together do not exceed the parent, and numbered rows make it up.

    查：从“其中：”起并列的各行加起来大于所属的一行；编了①②的各行加起来小于它。表式没有说各行不重叠，只作提醒。
    不查：人数和项目数（可以重叠）；只有一行填了的；没有编号的各行加起来小于所属行的。
    例：2.1填5000万元，其中用于产业填3000万元、用于培训填2900万元
        -> 统计表2.1“1.已拨付到位资金数”是5000，其下各项合计5900，大于它，相差900。
    依据：表式（指标目录里的“其中”）；算术。
    """
    for family in _families(subject, FormRelation.PART):
        listed = _Family(family.parent, _listed(family.children))
        if listed.parent.value is None or not listed.filled:
            continue
        if listed.total > listed.parent.value and _exclusive(listed.filled):
            yield _unequal_parts(listed, "大于")
        if listed.total < listed.parent.value and _all_numbered(listed.children):
            yield _unequal_parts(listed, "小于")


def _listed(children: Sequence[Filled]) -> Sequence[Filled]:
    """The children from the last 其中： on."""
    starts = [index for index, child in enumerate(children) if _OF_WHICH.match(child.form.label)]
    return children[starts[-1] :] if starts else children


def _exclusive(parts: Sequence[Filled]) -> bool:
    """Whether several parts cannot count the same thing twice, as persons and projects can."""
    return len(parts) > 1 and parts[0].form.unit not in _OVERLAPPING


def _all_numbered(children: Sequence[Filled]) -> bool:
    return all(_NUMBERED.match(child.form.label) for child in children)


def _unequal_parts(family: _Family, relation: str) -> Finding:
    value, total = spoken(family.parent.number), spoken(family.total)
    parts = f"其下各项合计{total}，{relation}它，{family.gap}"
    message = f"{family.parent.name}是{value}，{parts}。"
    return Finding(Severity.WARNING, message, family.sides, value, total, family.keys)


def equal_rows(subject: Subject) -> Iterator[Finding]:
    """Rows that the catalogue calls equal hold the same quantity.

    查：表式规定相等的两行数不同；金额换算后比。
    不查：有一行没有填的。
    例：2.1填5000万元，2.2填0.6亿元
        -> 统计表2.2“2.重点县到位资金数”（0.6亿元）应与2.1“1.已拨付到位资金数”（5000万元）相等。
    依据：表式（指标目录里的“等于”）。
    """
    rows = subject.filled_by_code
    for row in rows.values():
        other = rows.get(row.form.equals)
        if other is None or row.value is None or other.value is None:
            continue
        is_money = row.form.unit.endswith("元")
        value = in_unit(row, other.form.unit) if is_money else row.value
        if value != other.value:
            named = f"{other.form.code}“{other.form.label}”"
            yield Finding(
                Severity.ERROR,
                f"{row.name}（{row.shown}）应与{named}（{other.shown}）相等。",
                (row.side, other.side),
                other.shown,
                row.shown,
                (row.form.key, other.form.key),
            )


def recomputed(subject: Subject) -> Iterator[Finding]:
    """A filed rate for which the catalogue has a formula equals what the form's own cells give.

    查：填写的比率，照表式的算式{甲}/{乙}*100用表内的数算不出来；按填写的小数位比。
    不查：由程序算出的；算式里的数没有填的；别的算式（相加的见“表内合计”）。
    例：2.1填5000万元，2.1.1填4000万元，资金使用比例填85%
        -> 统计表2.1.2“资金使用比例”填85%，按表内数计算是80%。
    依据：表式（指标目录里的“公式”）；算术。
    """
    by_key = _by_key(subject)
    for row in subject.filled:
        if row.value is None or row.computed:
            continue
        cells = _rate_cells(row, by_key)
        if cells and (share := _share(*cells, decimals(row.value))) != row.value:
            yield Finding(
                Severity.ERROR,
                f"{row.name}填{row.shown}，按表内数计算是{spoken(share)}{row.form.unit}。",
                (row.side, *(cell.side for cell in cells)),
                spoken(share),
                spoken(row.value),
                (row.form.key,),
            )


def _by_key(subject: Subject) -> dict[str, Filled]:
    return {row.form.key: row for row in subject.filled if row.form.key}


def _rate_cells(row: Filled, by_key: Mapping[str, Filled]) -> tuple[Filled, Filled] | None:
    """Part and whole of a row whose formula is a rate; None where it is none or one is blank."""
    formula = _RATE.fullmatch(row.form.formula)
    if not formula:
        return None
    part, whole = by_key.get(formula[1]), by_key.get(formula[2])
    if part is None or whole is None or part.value is None or not whole.value:
        return None
    return part, whole


def _share(part: Filled, whole: Filled, places: int) -> Decimal:
    """How many per cent the part is of the whole."""
    return rounded(EXACT.divide(part.number * 100, whole.number), places)


def text_formula_in_form(subject: Subject) -> Iterator[Finding]:
    """A total that the package computes by adding keys of the form holds for the form's cells too.

    查：正文里用表内的几个指标相加得出的数，照同样的加法，统计表自己的合计行却不等。
    不查：表式对合计行另有算式的；不只是相加的算式；有一个数没有填的。
    例：figures.csv 把“就业”写成{就业.赴东部}+{就业.省内}，1.1填210，这两行填120和80
        -> 正文把“就业”算作“其中：赴东部就业”加“省内就业”，统计表照此是200，1.1填的是210，相差10。
    依据：数据包 figures.csv 的公式；文表一致的要求。统计表口径可能不同，只作提醒。
    """
    by_key = _by_key(subject)
    for figure in subject.draft.dataset.figures if subject.draft else ():
        whole = by_key.get(figure.key)
        parts = _added(figure, by_key)
        is_filed = whole and whole.value is not None and not whole.form.formula
        if whole and is_filed and len(parts) > 1:
            yield from _added_otherwise(figure, _Family(whole, parts))


def _added(figure: FigureRow, by_key: Mapping[str, Filled]) -> list[Filled]:
    """The filled rows of the form that the formula of a figure adds; [] where it does more."""
    keys = _KEY.findall(figure.formula)
    operators = _KEY.sub("", figure.formula).replace(" ", "").strip("+")
    parts = [by_key[key] for key in keys if key in by_key]
    is_sum = not operators and len(parts) == len(keys)
    return parts if is_sum and all(part.value is not None for part in parts) else []


def _added_otherwise(figure: FigureRow, family: _Family) -> Iterator[Finding]:
    """The finding where the parts do not add up to the whole in the form."""
    whole, total = family.parent.number, family.total
    if total == whole:
        return
    added = "加".join(f"“{part.form.label}”" for part in family.children)
    yield Finding(
        Severity.WARNING,
        f"正文把“{figure.name}”算作{added}，统计表照此是{spoken(total)}，"
        f"{family.parent.form.code}填的是{spoken(whole)}，相差{spoken(abs(whole - total))}。",
        family.sides,
        spoken(total),
        spoken(whole),
        family.keys,
    )


def cell_format(subject: Subject) -> Iterator[Finding]:
    """A cell of numbers holds a number and does not repeat its unit.

    查：应填数的格填了文字；数值后面又写了单位栏已有的单位。
    不查：没有填的；写“=”由程序计算的；应填文字的。
    例：资金使用比例（单位%）填“80%” -> 统计表2.1.2“资金使用比例”的单位栏已是“%”，数值又写了“80%”。
    依据：统计表填表说明。
    """
    for row in subject.filled:
        blank_or_number = row.raw in ("", "=") or _DIGITS.fullmatch(row.raw)
        if row.form.type is not FieldType.NUMBER or blank_or_number:
            continue
        unit = row.unit or row.form.unit
        if unit and re.fullmatch(rf"\s*-?[\d.]+\s*{re.escape(unit)}\s*", row.raw):
            fault = f"的单位栏已是“{unit}”，数值又写了“{row.raw}”"
        else:
            fault = f"应填数，填的是“{row.raw[:20]}”"
        message, key = f"{row.name}{fault}。", row.form.key
        yield Finding(Severity.WARNING, message, (row.side,), unit, row.raw, (key,))


def labels(subject: Subject) -> Iterator[Finding]:
    """Labels and units of the form are the official ones: places may not change them.

    查：指标名、单位与表式不同（空格、括号、标点不计）。
    不查：表式没有单位的数，地方补写了单位的；表里没有这一行的；按本级改称的会议（县委常委会会议）。
    例：1.1的指标名写成“1.帮助就业总人数”
        -> 统计表1.1的指标名“1.帮助就业总人数”与表式“1.帮助就业人数”不同。
    依据：统计表填表说明：不得改动表式。
    """
    for row in subject.filled:
        form = row.form
        official = {plain_label(form.label), plain_label(form.issued)}
        official |= {plain_label(label) for _, label in form.levels}
        if row.label and plain_label(row.label) not in official:
            message = f"统计表{form.code}的指标名“{row.label}”与表式“{form.label}”不同。"
            yield _not_official(row, message, form.label, row.label)
        if row.unit and row.unit != form.unit and _unit_is_fixed(form):
            unit = f"“{form.unit}”" if form.unit else "填文字，没有单位"
            message = f"{row.name}的单位写成“{row.unit}”，表式是{unit}。"
            yield _not_official(row, message, form.unit, row.unit)


def _unit_is_fixed(form: FormRow) -> bool:
    """Whether a place may not add a unit: the form has one, or wants a text."""
    return bool(form.unit) or form.type is FieldType.TEXT


def _not_official(row: Filled, message: str, expected: str, actual: str) -> Finding:
    official = Side(row.form.label, "表式", column=row.form.code)
    sides = (row.side, official)
    return Finding(Severity.WARNING, message, sides, expected, actual, (row.form.key,))
