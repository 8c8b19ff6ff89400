"""Numbers of a sentence against one another: sums, shares, growth, balances, products, structures.

What a sentence says of its numbers is read in ``check.relations``; the rules here say where it does
not hold. What rounding explains holds; what can be read in two ways is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.reader import quantities
from generator.check.relations import (
    Amount,
    Arithmetic,
    NumberRelation,
    Verdict,
    is_slip,
)
from generator.check.rules.causes import likely_cause
from generator.check.rules.wrong_relations import (
    as_rounded,
    called,
    digits_of,
    result_of,
    sides_of,
    ways_of,
    written_change,
)
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.severity import Severity
from generator.standard.wording.numbers import EXACT

_SO_FAR = regex("截至目前|截止目前|截至|1-|1—")
_HUNDRED, _TEN = Decimal(100), 10
_MOST_OFF = Decimal("0.66")
"""By what part of itself a result may be off for the numbers to be of one another."""
_SHORTLY = 40
_REST = regex(
    "[^，。；]{0,8}[，；](?:(?:其[余他它]|余下|剩余?)[^，。；、\\d]{0,8}[是为属][^，。；\\d]+"
    "|[^，。；、\\d]{2,10}(?:单独|另行|另外)[^，。；\\d]+)[，。；]"
)
"""其余为吸烟、自燃等; 村干部单独办班: what is left of a list is named without a number."""
_LAST_DIGIT = {Arithmetic.SHARE, Arithmetic.GROWTH, Arithmetic.CHANGE, Arithmetic.AVERAGE}


def parts_and_wholes(subject: Subject) -> Iterator[Finding]:
    """The parts of a sentence add up to their whole, and no part is larger than it.

    查：“其中…”“按…分”“（A、B）”“A、B共计…”里同单位的分项，加起来超过总数；写明是全部的、只能是全部的
        （男女、城乡、已完未完、其他），加起来不等于总数；一个分项大于总数。户、人两列各算各的。
        差额正好等于某一两项时指出是哪项。列出的加起来接近总数的，供参考。
        没有词语说明关系、但按位置和单位像是这样、改一个数就对的，供参考。
    不查：有【待补】的句子；四舍五入能解释的；分项可能重叠的；增减额、平均数、完成率等不是分项的数；两种读法都通的。
    例：投入资金500万元，其中用于产业300万元，用于就业150万元，用于培训100万元。
        -> 分项加起来是550万元，总数写的是500万元，相差50万元；或者150万元应为100万元，
            或500万元应为550万元，或300万元应为250万元，或100万元应为50万元。
    依据：算术。
    """
    for passage, relation, verdict in subject.relations:
        if relation.sort is Arithmetic.SUM and not verdict.holds and relation.certain:
            if not _goes_on(passage, relation) and _may_be_meant(relation, verdict):
                yield _wrong_sum(subject, passage, relation, verdict)
        elif relation.sort is Arithmetic.PART and not verdict.holds and relation.certain:
            yield _larger_part(subject, passage, relation)
        elif (
            relation.sort is Arithmetic.PART
            and relation.hint
            and not _names_rest(passage, relation)
        ):
            yield _incomplete(subject, passage, relation)


def _names_rest(passage: Passage, relation: NumberRelation) -> bool:
    """Whether words behind a list name what is left of it without a number."""
    return bool(_REST.match(passage.text, relation.end))


def _goes_on(passage: Passage, relation: NumberRelation) -> bool:
    """Whether the number just behind a list is what it lacks: the list goes on behind a 。."""
    last = relation.terms[-1]
    lacks = result_of(relation).value - sum((part.value for part in relation.terms), Decimal(0))
    following = quantities(passage.text[relation.end : relation.end + _SHORTLY])
    behind = [number for number in following if number.unit == last.quantity.unit][:1]
    return any(number.value == EXACT.scaleb(lacks, -last.power) for number in behind)


def _wrong_sum(
    subject: Subject, passage: Passage, relation: NumberRelation, verdict: Verdict
) -> Finding:
    whole = result_of(relation)
    gap = abs(sum((part.value for part in relation.terms), Decimal(0)) - whole.value)
    items = [(part.head, part.value) for part in relation.terms]
    message = (
        f"分项加起来是{verdict.expected}，总数写的是{digits_of(whole)}，"
        f"相差{whole.prints_briefly(gap, _decimals(relation))}"
        f"{likely_cause(gap, items) or _inner(passage, relation, gap)}"
        f"{ways_of(subject, passage, relation)}。"
    )
    grave = whole.base == "元" and relation.explicit
    severity = Severity.ERROR if grave else Severity.WARNING
    rounded = 0 < gap <= whole.half
    slight = relation.hint or rounded or not is_slip(relation)
    severity = Severity.INFO if slight else severity
    return Finding(severity, message, sides_of(passage, relation), whole.text, verdict.expected)


def _inner(passage: Passage, relation: NumberRelation, gap: Decimal) -> str:
    """The number inside a part that is the gap, as the end of a message; "" where none is."""
    unit = relation.terms[0].quantity.unit
    listed = passage.text[relation.terms[0].start : relation.end]
    inner = [(number.label, number.value) for number in quantities(listed) if number.unit == unit]
    return likely_cause(EXACT.scaleb(gap, -relation.terms[0].power), inner, 1)


def _decimals(relation: NumberRelation) -> int:
    """The decimals that the parts need in the unit of the whole."""
    whole = result_of(relation)
    needed = [whole.power - part.power + part.quantity.places for part in relation.terms]
    return max(0, *needed)


def _larger_part(subject: Subject, passage: Passage, relation: NumberRelation) -> Finding:
    whole, part = result_of(relation), relation.terms[0]
    total = sum((term.value for term in relation.terms), Decimal(0))
    message = f"部分大于整体：其中的{digits_of(part)}大于总数{digits_of(whole)}。"
    if len(relation.terms) > 1:
        shown = whole.prints(total, _decimals(relation))
        ways = ways_of(subject, passage, replace(relation, sort=Arithmetic.SUM))
        message = (
            f"部分大于整体：列出的分项加起来是{shown}，大于总数{digits_of(whole)}"
            f"{ways.replace('；或者', '；列全了的话，', 1)}。"
        )
    sides = sides_of(passage, relation)
    severity = Severity.ERROR if total <= whole.value * _TEN else Severity.INFO
    return Finding(severity, message, sides, f"不大于{whole.text}", part.text)


def _incomplete(subject: Subject, passage: Passage, relation: NumberRelation) -> Finding:
    whole = result_of(relation)
    total = sum((part.value for part in relation.terms), Decimal(0))
    shown = whole.prints(total, _decimals(relation))
    ways = ways_of(subject, passage, replace(relation, sort=Arithmetic.SUM))
    message = f"列出的分项加起来是{shown}，不到总数{digits_of(whole)}，如已列全请核对{ways}。"
    return Finding(Severity.INFO, message, sides_of(passage, relation), whole.text, shown)


def rates(subject: Subject) -> Iterator[Finding]:
    """A share or rate whose two numbers stand in the sentence recomputes from them.

    查：“占…的…%”“完成任务N的…%”“…率”由同一句里的两个数算不出写的百分数。
        没有词语说明关系、但按位置和单位像是这样、改一个数就对的，供参考。
    不查：有【待补】的句子；两个数不全在句子里的；名称对不上的（培训人数后面的就业率，全部案件后面的审判案件结案率）；约数；四舍五入能解释的；
        差在末位的只供参考。
    例：到位资金5000万元，已拨付4600万元，拨付率93.5%。
        -> 拨付率写的是93.5%，4600万元除以5000万元是92.0%；或者4600万元应为4675万元左右，
            或5000万元应为4920万元左右。
    依据：算术。
    """
    for passage, relation, verdict in _wrong(subject, Arithmetic.SHARE):
        part, *wholes = relation.terms
        rate = result_of(relation)
        by = "".join(map(digits_of, wholes)) or _unprinted(relation, part)
        message = (
            f"{called(rate, '百分比')}写的是{digits_of(rate)}，"
            f"{digits_of(part)}除以{by}是{as_rounded(verdict)}。"
        )
        if wholes and wholes[0].end <= rate.start and part.start > rate.end:
            whole = wholes[0]
            right = part.prints(whole.value * rate.value / _HUNDRED)
            message = f"{digits_of(whole)}的{digits_of(rate)}是{right}，写的是{digits_of(part)}。"
        yield _finding(subject, passage, relation, verdict, message)


def _unprinted(relation: NumberRelation, part: Amount) -> str:
    """A whole that the sentence does not print: the days of a year, the sum of a list."""
    whole = part.prints(relation.factor)
    return whole if relation.explicit else f"各项合计的{whole}"


def growth(subject: Subject) -> Iterator[Finding]:
    """A change stated with its amounts recomputes.

    查：本期数、增减额和增减幅算不拢的（基数是本期数减去增额）；“由A增加到B”后面的增减额、增减幅不对的；
        “同比（较、比）上年A增长…%”由两个数算不出的；“2022年…A；2023年…B，下降…”也是。
        “截至目前”的数与“去年全年”相比（供参考）。
        没有词语说明关系、但按位置和单位像是这样、改一个数就对的，供参考。
    不查：有【待补】的句子；只写增幅、没有写上年数或增减额的；约数；四舍五入能解释的；年均；差在末位的只供参考。
    例：销售金额6000万元，同比去年同期4000万元增长60%。
        -> 由4000万元到6000万元，增幅是50%，写的是增长60%；或者6000万元应为6400万元，
            或4000万元应为3750万元左右。
    依据：算术。
    """
    for passage, relation, verdict in _wrong(subject, Arithmetic.GROWTH):
        value, change = relation.terms
        rate = result_of(relation)
        words = "减少" if change.falls else "增加"
        message = (
            f"{digits_of(value)}，比基数{words}{digits_of(change)}，"
            f"幅度是{as_rounded(verdict)}，写的是{digits_of(rate)}。"
        )
        yield _finding(subject, passage, relation, verdict, message)
    for passage, relation, verdict in _wrong(subject, Arithmetic.CHANGE):
        before, after = relation.terms
        change = result_of(relation)
        called = "增幅" if after.value >= before.value else "降幅"
        called = called if change.quantity.unit == "%" else "相差"
        written = written_change(change)
        right = as_rounded(verdict)
        message = f"由{digits_of(before)}到{digits_of(after)}，{called}是{right}，写的是{written}。"
        yield _finding(subject, passage, relation, verdict, message)
    yield from _unlike_periods(subject)


def _unlike_periods(subject: Subject) -> Iterator[Finding]:
    """A value of some months against one of a whole year."""
    for passage, relation, verdict in subject.relations:
        if relation.sort is not Arithmetic.CHANGE or not verdict.holds:
            continue
        before, after = relation.terms
        sentence = passage.text[: after.start].rpartition("。")[2]
        if "全年" in passage.text[after.end : before.start] and _SO_FAR.search(sentence):
            message = "用今年截至目前的数与去年全年相比，口径不一，请核对是否称“同比”。"
            yield Finding(Severity.INFO, message, sides_of(passage, relation))


def balances(subject: Subject) -> Iterator[Finding]:
    """What is left, the net change and the closing number recompute.

    查：“期初、新增、退出、期末”“上年结转、收入、支出、结余”“安排、支付、未支”“新增、退出、净增”算不拢的。
        “资产、负债、净资产”“出生率、死亡率、自然增长率”“收入、支出、收支结余”算不拢的。
        “共增加…，其中甲增加…，乙减少…”合不拢的，供参考。
        没有词语说明关系、但按位置和单位像是这样、改一个数就对的，供参考。
    不查：有【待补】的句子；增减方向看不出来的；约数；四舍五入能解释的。
    例：期初120户，新增15户，退出9户，期末128户。
        -> 按前面的数算是126户，写的是128户；或者120户应为122户，或15户应为17户，或9户应为7户。
    依据：算术。
    """
    for passage, relation, verdict in _wrong(subject, Arithmetic.BALANCE):
        result = result_of(relation)
        message = f"按前面的数算是{verdict.expected}，写的是{digits_of(result)}。"
        yield _finding(subject, passage, relation, verdict, message)


def products(subject: Subject) -> Iterator[Finding]:
    """A price or average, the number of things and the total fit.

    查：“每户补助…元，补助…户，共…万元”“投入…，面积…，每平方米…元”“户均”“人均”“笔均”与总数、个数算不拢的。
        没有词语说明关系、但按位置和单位像是这样、改一个数就对的，供参考。
    不查：有【待补】的句子；句子里有几个个数或几个总数、说不准是哪一个的；人均收入一类不是由总数除出来的；按年按月按天另有倍数的。
    例：每人补助800元，补助310人，共25.8万元。
        -> 每人补助800元、310人，合计应是24.8万元，写的是25.8万元；或者800元应为832元，
            或310人应为323人。
    依据：算术。
    """
    for passage, relation, verdict in _wrong(subject, Arithmetic.PRODUCT):
        each, count = relation.terms[:2]
        result = result_of(relation)
        message = (
            f"{each.label.strip('，、')}{digits_of(each)}、{digits_of(count)}，"
            f"合计应是{verdict.expected}，写的是{digits_of(result)}。"
        )
        yield _finding(subject, passage, relation, verdict, message)
    for passage, relation, verdict in _wrong(subject, Arithmetic.AVERAGE):
        total, *counted = relation.terms
        result = result_of(relation)
        by = digits_of(counted[0]) if counted else f"{relation.factor}"
        message = (
            f"{digits_of(total)}除以{by}是{verdict.expected}，"
            f"{called(result, '平均数')}写的是{digits_of(result)}。"
        )
        yield _finding(subject, passage, relation, verdict, message)


def structures(subject: Subject) -> Iterator[Finding]:
    """Shares of one whole make 100.

    查：三次产业结构等用比号连写的构成、写明是全部的各项占比，加起来不是100。
        没有词语说明关系、但按位置和单位像是这样、改一个数就对的，供参考。
    不查：有【待补】的句子；没有列全的占比；四舍五入能解释的。
    例：三次产业结构为21.4∶38.2∶42.4。
        -> 各项加起来是102.0，应是100；或者38.2应为36.2，或42.4应为40.4，或21.4应为19.4。
    依据：算术。
    """
    for passage, relation, verdict in _wrong(subject, Arithmetic.WHOLE):
        if not is_slip(relation):
            continue
        ways = ways_of(subject, passage, relation)
        message = f"各项加起来是{verdict.expected}，应是100{ways}。"
        label = len(relation.terms[0].label)
        side = passage.side(max(0, relation.start - label), relation.end)
        severity = Severity.INFO if relation.hint else Severity.WARNING
        yield Finding(severity, message, (side,), "100", verdict.expected)


def _may_be_meant(relation: NumberRelation, verdict: Verdict) -> bool:
    """Whether a slip of one number, or of the result, may be why a relation does not hold: else the
    numbers have nothing to do with one another."""
    return is_slip(relation) or verdict.off <= result_of(relation).value * _MOST_OFF


def _wrong(subject: Subject, sort: Arithmetic) -> Iterator[tuple[Passage, NumberRelation, Verdict]]:
    """The relations of a sort that can be read in one way only and do not hold."""
    for passage, relation, verdict in subject.relations:
        wrong = relation.sort is sort and relation.certain and not verdict.holds
        if wrong and (relation.result is None or _may_be_meant(relation, verdict)):
            yield passage, relation, verdict


def _finding(
    subject: Subject, passage: Passage, relation: NumberRelation, verdict: Verdict, message: str
) -> Finding:
    severity = Severity.ERROR if relation.explicit else Severity.WARNING
    slight = _in_last_digit(relation, verdict) or not is_slip(relation)
    severity = Severity.INFO if slight or relation.hint else severity
    actual = digits_of(result_of(relation))
    if not slight:
        message = f"{message.removesuffix('。')}{ways_of(subject, passage, relation)}。"
    return Finding(severity, message, sides_of(passage, relation), verdict.expected, actual)


def _in_last_digit(relation: NumberRelation, verdict: Verdict) -> bool:
    """Whether the result is off by less than its last digit: cut off instead of rounded."""
    result = result_of(relation)
    return relation.sort in _LAST_DIGIT and verdict.off < 2 * result.half
