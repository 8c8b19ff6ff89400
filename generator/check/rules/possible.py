"""Numbers that cannot be: a percentage that no whole number of n gives, a rate of a part above all,
an income no wage gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.check.finding import Finding
from generator.check.relations.numbers.amounts import Amount, Role, measured
from generator.check.relations.phrases.sentence import Phrase
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity
from generator.standard.wording.numbers import EXACT

_OF_THEM = regex("^其中[^，。；\\d]{1,10}的?(?:占|占比)(?:为|达)?$")
_WAGE = regex("(?P<per>日|每天|每日|月|每月)(?:工资|薪|收入)?(?:为|约|达)?$")
_GAIN = regex("(?:人均|每人|年)增收(?:了|约|达)?$|人均年?收入(?:达|约)?$")
_RATE_OF_PART = regex(
    "(?P<name>(?:合格|优良|优秀|达标|满意|好评|整改|整治|销号|及格|通过|成活|存活|治愈|知晓|覆盖|绿化|城镇化|准确|正确"
    "|及时|签收|答复|回复|反馈|回访|公开|持证|出勤|参与|录取|就业|落实|处理|处置|收集|入户|见面|签约|接通|调解成功)"
    "(?:率|度(?<=满意度)))(?:[为达是约]|达到|提高到|提升到|升至|保持在|稳定在|均|都|也|已)*$"
)
_MAY_EXCEED = regex("拨备|毛|保障倍|准备金|综合处[置理]|[债贷]")
"""拨备覆盖率 is of provisions, 毛 of more than those of the age."""
_DAYS = Decimal(30)
_HUNDRED, _FEW = Decimal(100), 2000


def share_of_few(subject: Subject) -> Iterator[Finding]:
    """A percentage of n things is that of some whole number of them.

    查：“走访48户，其中满意的占96.3%”：48户里没有一个整数得出写的百分数。
    不查：没有写“其中…占”的；总数超过2000的；量出来的数（万元、亩）；约数。
    例：走访48户，其中满意的占96.3%。 -> 48户的96.3%不是整数户，最近的是46户（95.8%）和47户（97.9%）。
    依据：算术。
    """
    for text in subject.texts:
        for phrase in text.phrases:
            for count, rate in zip(phrase.amounts, phrase.amounts[1:], strict=False):
                if _is_share_of(count, rate) and not _possible(count.value, rate):
                    start = text.start + count.start - len(count.label)
                    side = text.passage.side(start, text.start + rate.end)
                    message = _neighbours(count, rate)
                    yield Finding(Severity.WARNING, message, (side,), "", rate.text)


def _is_share_of(count: Amount, rate: Amount) -> bool:
    counted = count.role is Role.PLAIN and not measured(count.base) and count.quantity.exact
    few = counted and not count.power and 0 < count.value <= _FEW and not count.quantity.places
    beside = rate.clause - count.clause == 1 and rate.quantity.exact
    return few and beside and rate.quantity.unit == "%" and bool(_OF_THEM.search(rate.label))


def _possible(count: Decimal, rate: Amount) -> bool:
    """Whether some whole number of ``count`` prints as the rate."""
    nearest = (rate.value * count / _HUNDRED).to_integral_value()
    shares = [EXACT.divide((nearest + step) * _HUNDRED, count) for step in (-1, 0, 1)]
    return any(abs(share - rate.value) <= rate.half for share in shares)


def _neighbours(count: Amount, rate: Amount) -> str:
    below = int(rate.value * count.value / _HUNDRED)
    unit = count.quantity.unit
    shown = [
        f"{number}{unit}（{rate.prints(EXACT.divide(number * _HUNDRED, count.value))}）"
        for number in (below, below + 1)
    ]
    return f"{count.text}的{rate.text}不是整数{unit}，最近的是{shown[0]}和{shown[1]}。"


def rate_above_all(subject: Subject) -> Iterator[Finding]:
    """A rate that says how many of all are so is at most 100 %.

    查：合格率、满意率、整改率、覆盖率、城镇化率等只能说“全部里有多少”的率，写的数超过100%。
    不查：完成率、执行率、增长率、毛入学率、结案率、拨备覆盖率等可以超过100%的；同一句里有数算得出这个率的（由“比率”查）。
    例：全年查出安全隐患3217条，整改率137.9%。 -> 整改率写的是137.9%，这样的率不会超过100%。
    依据：算术。
    """
    for text in subject.texts:
        judged = {one.result.start for one, _ in text.relations if one.result}
        for amount in (amount for phrase in text.phrases for amount in phrase.amounts):
            name = _RATE_OF_PART.search(amount.label) if amount.quantity.unit == "%" else None
            above = name is not None and amount.value > _HUNDRED and amount.start not in judged
            if name and above and not _MAY_EXCEED.search(amount.label):
                start = text.start + amount.start - len(amount.label)
                side = text.passage.side(start, text.start + amount.end)
                message = f"{name['name']}写的是{amount.text}，这样的率不会超过100%。"
                yield Finding(Severity.WARNING, message, (side,), "", amount.text)


def income_from_wages(subject: Subject) -> Iterator[Finding]:
    """A gain of income is no more than the wages stated beside it.

    查：同一句写了日工资（月工资）、做几个月，人均增收多于按每月30天算的工资总额（供参考）。
    不查：没有写时间的；几项收入并在一起的。
    例：90名脱贫人口务工，日工资120元，每年5个月，人均增收2.4万元。
        -> 日工资120元、5个月，最多1.8万元，写的是人均增收2.4万元。
    依据：算术。
    """
    for text in subject.texts:
        for phrase in text.phrases:
            for wage, per, months, gain in _wages(phrase):
                most = wage.value * months.value * (_DAYS if per in "每日每天" else 1)
                if gain.bounds()[0] > most:
                    shown = gain.prints(most, 1)
                    message = (
                        f"{wage.label}{wage.text}、{months.text}，最多{shown}，"
                        f"写的是{gain.label}{gain.text}。"
                    )
                    start = text.start + wage.start - len(wage.label)
                    side = text.passage.side(start, text.start + gain.end)
                    yield Finding(Severity.INFO, message, (side,), shown, gain.text)


def _wages(phrase: Phrase) -> Iterator[tuple[Amount, str, Amount, Amount]]:
    """A wage, how it is paid, the months, and the gain, in the order of the sentence."""
    for first, second, third in zip(
        phrase.amounts, phrase.amounts[1:], phrase.amounts[2:], strict=False
    ):
        wage = _WAGE.search(first.label)
        is_time = second.base in ("个月", "月")
        if wage and is_time and first.base == third.base == "元" and _GAIN.search(third.label):
            yield first, wage["per"], second, third
