"""Rates of which those who know the kind know the two numbers: 得分率 of 满分 and 得分, 财政自给率 of
revenue and spending, 资金到位率 of what was planned; and rates behind all the parts of a whole."""

from __future__ import annotations

from collections.abc import Sequence

from generator.check.relations.algebra.holding import are_of_size, fills
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import alike, share_relation
from generator.check.relations.proportions.rate_stems import is_of_another_way, own_words
from generator.model.regex import regex
from generator.model.replacing import replace

_FULL_MARKS = regex(r"(?:分值|满分|总分|权重|标准分|应得分?|分数)(?:值|数)?[为是达共计]*$")
_MARKS = regex(r"(?:得分?|评分|评价得分|自评分?|评定|评为|给出|给分|打分|扣分后)[为是达共计]*$")
_KNOWN = tuple(
    (regex(rate), regex(part), regex(whole))
    for rate, part, whole in (
        ("(?<!粮食)自给$", "收入", "支出"),
        ("(?:个人?住房贷款|个贷)$", "个贷余额|贷款余额", "缴存余额"),
        ("资产负债$", "(?<!资产)负债", "资产(?!负债)"),
        ("(?:政府|综合|地方)?债务$", "债务(?:余额|总额)", "财力"),
        ("成新$", "净值", "原值"),
        ("存贷$", "贷款余额", "存款余额"),
        ("逾期$", "逾期(?:额|金额|贷款)", "(?<!逾期)贷款余额"),
        ("不良(?:贷款)?$", "不良(?:贷款)?(?:额|余额|金额)?(?:为|达)?$", "(?<!不良)贷款余额"),
    )
)
_ARRIVED = regex("(?:到位|下达|到账|筹集|筹措|拨入)(?!率)")
_PROMISED = regex("概算|总投资|计划|预算|应到|批复|核定|应筹|协议|合同|需求")
_PAID = regex("支付|支出|使用|拨付|付款|用款")
_OPEN = regex("未|尚|其余|剩|还有|不(?!含|包括)|转|在办|正在")
_OF_ALL = regex("(?:总体|综合|整体|总的?|问题|累计)*(?P<stem>[^，。；、]{2,6})")
_IN_ALL = regex("(?:^|[^，。；]{0,4})(?:合计|共计|总计|共)(?:[^，。；、\\d]{0,6})$")
_SAVED = regex("节约|节省|节支")
_IS_BUDGET = regex("(?:预算|概算|控制价|限价)(?:金?额|总[额价])?(?:为|合计)?$")
_AT_THE_START = regex("[年期]初")
_AT_THE_END = regex("[年期]末")
_NAME, _LEAST_PARTS, _PAIR = 2, 2, 2


def known_rate(
    phrase: Phrase, rate: Amount, before: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """The rate of a kind that everybody knows, or behind all parts of a whole."""
    if is_of_another_way(before, stem):
        return None
    for way in (
        _of_worth,
        _of_savings,
        _of_marks,
        _of_known,
        _of_money,
        _of_parted,
        _of_sum_of_parts,
        _across,
    ):
        read = way(phrase, rate, before, stem)
        if read is not None:
            return read
    return None


def _of_worth(
    phrase: Phrase, rate: Amount, _: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """净资产由年初的128.40亿元增加到年末的136.75亿元，保值增值率106.5%: what is there then of what was there
    before."""
    if not stem.endswith("保值增值"):
        return None
    own = [a for a in phrase.amounts if a.group == rate.group and a.end <= rate.start and a.base]
    then, now = (
        [a for a in own if a.role is role or words.search(a.label)]
        for role, words in ((Role.BEFORE, _AT_THE_START), (Role.AFTER, _AT_THE_END))
    )
    if len(then) == len(now) == 1 and alike(then[0], now[0]):
        return replace(share_relation(now[0], then[0], rate), hint=True)
    return None


def _of_savings(
    _: Phrase, rate: Amount, before: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """预算3260万元，中标总价2983万元，节约资金277万元，节约率8.5%: of what was planned, not of what was spent."""
    own = [a for a in before if a.group == rate.group]
    saved = own[-1] if own else rate
    plans = [a for a in own[:-1] if _IS_BUDGET.search(a.label) and alike(a, saved)]
    told = _SAVED.search(stem) and _SAVED.search(saved.label) and rate.clause - saved.clause == 1
    return share_relation(saved, plans[0], rate) if told and len(plans) == 1 else None


def _of_marks(
    phrase: Phrase, rate: Amount, _: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """满分20分，得17.2分，得分率86.0%: the marks and the full marks in the clauses just before."""
    if not stem.endswith(("得分", "评分")):
        return None
    own = [a for a in phrase.amounts if a.group == rate.group and a.end <= rate.start]
    marks = [a for a in own if a.tail.startswith("分") or a.base == "分" or not a.base]
    inside = [a for bracket in phrase.brackets for a in bracket.amounts]
    inside = [a for a in inside if own and own[0].start < a.start < rate.start]
    full = [a for a in (*marks, *inside) if _FULL_MARKS.search(a.label) or "分值" in a.tail][-1:]
    got = [a for a in marks if _MARKS.search(a.label) and a not in full][-1:]
    full = full or [a for a in marks[:1] if len(marks) == _PAIR and a not in got]
    for whole, part in zip(full, got, strict=False):
        if rate.clause - part.clause <= _PAIR and part.role is whole.role is Role.PLAIN:
            return share_relation(part, whole, rate)
    return None


def _of_known(
    phrase: Phrase, rate: Amount, _: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """财政自给率21.7%，9.06亿元的收入与41.75亿元的支出: two numbers of the sentence that are called so."""
    for name, one, other in _KNOWN:
        if name.search(stem):
            own = [a for a in phrase.amounts if a.role in (Role.PLAIN, Role.AFTER) and a.base]
            parts, wholes = (
                [a for a in own if word.search(_name_of(phrase, a))] for word in (one, other)
            )
            now = [a for a in wholes if _AT_THE_END.search(a.label)] or wholes
            if len(parts) == len(now) == 1 and alike(parts[0], now[0]):
                return share_relation(parts[0], now[0], rate)
    return None


def _name_of(phrase: Phrase, amount: Amount) -> str:
    """The words behind a number where they name it, 9.06亿元的一般公共预算收入; else those before it,
    without what names the number before."""
    if amount.tail.startswith("的"):
        return amount.tail
    named = [a for a in phrase.amounts if a.end <= amount.start and a.tail.startswith("的")]
    after = named[-1:] and amount.label.startswith(named[-1].tail[:_NAME])
    return "" if after else amount.label


def _of_money(
    _: Phrase, rate: Amount, before: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """概算8640万元，已下达7200万元，支付5976万元，资金到位率83.3%，到位资金支付率83.0%."""
    own = [a for a in before if a.group == rate.group and a.base == "元"]
    arrived = [a for a in own if _ARRIVED.search(a.label) and not _PROMISED.search(a.label)]
    if len(arrived) != 1:
        return None
    if stem.endswith("到位"):
        promised = [a for a in own if _PROMISED.search(a.label) and a.start < arrived[0].start]
        return share_relation(arrived[0], promised[0], rate) if len(promised) == 1 else None
    paid = [a for a in own if _PAID.search(a.label) and a.start > arrived[0].start]
    spent = stem.removeprefix("到位资金") if stem.startswith("到位") else stem
    known = len(paid) == 1 and _PAID.fullmatch(spent) and not _OPEN.search(paid[0].label)
    only = stem.startswith("到位") or not any(_PROMISED.search(a.label) for a in own)
    return share_relation(paid[0], arrived[0], rate) if known and only else None


def _of_parted(
    _: Phrase, rate: Amount, before: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """反馈问题437个，完成整改418个，持续推进14个，未完成5个，整改完成率95.7%: the part that the rate is
    called after, of the whole that all parts fill; 纠纷236起，其中A58起、…，调解成功231起，成功率97.9%."""
    row = _row(rate, before)
    name = own_words(stem)[-_NAME:] or stem[-_NAME:]
    called = [a for a in row[1:] if name in a.label + a.tail and not _OPEN.search(a.label)]
    if len(called) != 1 or len(row) <= _PAIR or rate.clause - row[-1].clause != 1:
        return None
    (part,) = called
    if name in row[0].label or part.value > row[0].value * 2:
        return None
    parts = row[1:-1] if part is row[-1] else row[1:]
    left = all(_OPEN.search(a.label) or "推进" in a.label for a in parts if a is not part)
    listed = part is row[-1] and any(a.label.startswith("其中") for a in parts)
    may_be = listed or (part is row[1] and left) or fills(row[1:], row[0])
    if len(parts) >= _LEAST_PARTS and may_be and are_of_size(parts, row[0]):
        return share_relation(part, row[0], rate)
    return None


def _of_sum_of_parts(
    _: Phrase, rate: Amount, before: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """86个问题，…，分别整改到位51个、19个、6个，合计76个，总体整改率88.4%: what is called all, of the first."""
    row = _row(rate, before)
    if len(row) <= _PAIR or rate.clause - row[-1].clause != 1:
        return None
    done = row[-1]
    said = _OF_ALL.fullmatch(stem)
    name = said["stem"][-_NAME:] if said else ""
    summed = _IN_ALL.match(done.label) and any(name in a.label for a in row[1:])
    general = stem.startswith(("总体", "综合", "整体", "总"))
    if summed and general and name not in row[0].label and done.value <= row[0].value * 2:
        return share_relation(done, row[0], rate)
    return None


def _across(
    phrase: Phrase, rate: Amount, before: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """审结案件21638件，标的74.6亿元；以调解、撤诉方式结案9413件，调撤率43.5%: behind ； the only number
    of its unit stands by both characters of the rate, and its whole is the only one before."""
    row = [a for a in before if before and alike(a, before[-1])]
    if len(row) != _PAIR or rate.clause - row[-1].clause != 1:
        return None
    whole, part = row
    name = own_words(stem)[-_NAME:]
    last = [a.end for a in phrase.amounts if a.end <= part.start]
    words = phrase.between(max(last, default=phrase.start), part.start)
    called = len(name) == _NAME and all(char in words for char in name)
    foreign = all(char in whole.label for char in name) or _OPEN.search(part.label)
    apart = part.group - whole.group == 1 and rate.group == part.group
    if apart and called and not foreign and part.value <= whole.value * 2:
        return share_relation(part, whole, rate)
    return None


def _row(rate: Amount, before: Sequence[Amount]) -> list[Amount]:
    """The numbers of the unit of the last one in the group of a rate."""
    own = [a for a in before if a.group == rate.group]
    return [a for a in own if alike(a, own[-1])]
