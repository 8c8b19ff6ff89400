"""Ratios: 三次产业结构21.4∶38.2∶40.4 makes 100, 生师比13∶1 is the quotient of two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, permutations

from generator.check.reader import Quantity
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.compositions.shares_of_structure import shares_of_structure
from generator.check.relations.numbers.amounts import Amount, Role, measured
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import alike, share_relation
from generator.check.relations.quotients.lasting import lasting
from generator.check.relations.quotients.per_so_many import per_so_many
from generator.model.regex import regex

_NUMBER = r"\d+(?:\.\d+)?"
_RUN = rf"{_NUMBER}(?: ?[:：∶︰] ?{_NUMBER}){{2,}}"
_OF_YEAR = r"(?:\d{4}年(?:初|[底末])?的?)?"
_PARTS = regex(
    r"(?:结构|构成|比重|比例|产业)[^，。；：\d]{0,12}?(?:由|从|为|是|调整)?"
    rf"{_OF_YEAR}(?P<one>{_RUN})(?:[^，。；：\d]{{1,8}}{_OF_YEAR}(?P<two>{_RUN}))?"
)
_TWO_PARTS = regex(
    rf"(?:之比|结构比?|比例|占比|比重)[^，。；：\d]{{0,8}}?"
    rf"{_OF_YEAR}(?P<one>{_NUMBER}[:：∶︰]{_NUMBER})(?![\d.:：∶︰])"
    rf"(?:[^，。；：\d]{{1,8}}{_OF_YEAR}(?P<two>{_NUMBER}[:：∶︰]{_NUMBER})(?![\d.:：∶︰]))?"
)
_PROPORTIONS = regex(rf"之比[^，。；：\d]{{0,8}}?{_OF_YEAR}(?P<one>{_RUN})(?![\d.:：∶︰])")
"""省内、省外、境外客源之比为66.8∶32.9∶0.3: a structure by its size, as it need not be one."""
_LEAVES_REST = regex("[，；、](?:其[余他它]|余下|剩余|剩下|另)")
_ARRIVES = "(?:缩小|扩大|下降|上升|降低|提高|调整|[降升减增])(?:到|至|为)"
_QUOTIENT = regex(
    rf"(?P<name>[^，。；、\d]{{0,12}}比)(?:值|例)?\s*"
    rf"(?:[由从]{_OF_YEAR}[^，。；、\d]{{0,6}}(?:1[:：∶︰])?{_NUMBER}(?:[:：∶︰]1)?{_ARRIVES}"
    rf"|约?为|是|达到?|{_ARRIVES})?"
    rf"(?:1[:：∶︰](?P<second>{_NUMBER})(?![\d.:：∶︰])"
    rf"|(?P<first>{_NUMBER})[:：∶︰]1(?![\d.:：∶︰])"
    rf"|(?P<bare>{_NUMBER})(?=[，。；、]|$))"
)
_NAMED = tuple(
    (name, (regex(first), regex(second)))
    for name, first, second in (
        ("抚养比", "在职|缴费|参保(?!人?总)", "退休|离退|领取|待遇"),
        ("性别比", "男", "女"),
        ("报录比", "报", "录(?![^，。；]*(?:后|总[数量]))"),
    )
)
"""The ratios whose names tell their two numbers only to those who know."""
_OF_A_HUNDRED = regex(r"性别比(?:例|率)?\s*(?:约?为|是|达到?)?$")
_HUNDREDTH = Decimal("0.01")
_LEAST_OF_HUNDRED = 10
"""Less is no number for a hundred of the other: 性别比例1.2."""
_PAIR, _LONGEST = 2, 40
_NO_INCOME = regex("标准|低保|养老|医保|补助")
_IS_RATIO = regex("收入比|比值")
"""The names of a ratio that is printed as one number; 同比 and 占比 are none."""
_NAMED_BY_BOTH = regex(r"(?P<name>[^，。；、\d]{1,6}(?<![占同环增])比)(?:例|率)?(?:为|达到?)?$")
_LEAST, _NEAR_FOR_TWO = 5, (Decimal(80), Decimal(130))
_NEAR_HUNDRED = (Decimal(50), Decimal(190))


def ratios(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every ratio of a phrase that can be recomputed."""
    for match in _PARTS.finditer(phrase.text):
        for group in ("one", "two"):
            if match[group]:
                yield from _structure(phrase, match.start(group), match[group])
    for match in _PROPORTIONS.finditer(phrase.text):
        yield from _of_proportions(phrase, match.start("one"), match["one"])
    for match in _TWO_PARTS.finditer(phrase.text):
        for group in ("one", "two"):
            if match[group]:
                yield from _of_two(phrase, match.start(group), match[group])
    for match in _QUOTIENT.finditer(phrase.text):
        yield from _quotient(phrase, match)
    for rate in phrase.amounts:
        yield from _in_percent(phrase, rate)
        yield from _of_a_hundred(phrase, rate)
    yield from lasting(phrase)
    yield from per_so_many(phrase)


def _structure(phrase: Phrase, at: int, words: str) -> Iterator[NumberRelation]:
    terms = tuple(
        _number(phrase, at + match.start(), match[0]) for match in re.finditer(_NUMBER, words)
    )
    total = sum((term.value for term in terms), Decimal(0))
    if _NEAR_HUNDRED[0] <= total <= _NEAR_HUNDRED[1]:
        yield NumberRelation(Arithmetic.WHOLE, terms, None, terms[0].start, terms[-1].end)
        yield from shares_of_structure(phrase, terms)


def _of_proportions(phrase: Phrase, at: int, words: str) -> Iterator[NumberRelation]:
    """Three or more shares of one whole, by their size and decimals: 3∶4∶3 is no structure."""
    for relation in _structure(phrase, at, words):
        total = sum((term.value for term in relation.terms), Decimal(0))
        fine = all(term.quantity.places for term in relation.terms)
        near = _NEAR_FOR_TWO[0] <= total <= _NEAR_FOR_TWO[1]
        some = _LEAVES_REST.match(phrase.text, relation.end - phrase.start)
        if verdict(relation).holds or (
            not some and fine and near and relation.sort is Arithmetic.WHOLE
        ):
            yield relation


def _of_two(phrase: Phrase, at: int, words: str) -> Iterator[NumberRelation]:
    """城乡之比由上年的61.4∶38.6: two shares of one whole, by their size."""
    for relation in _structure(phrase, at, words):
        if relation.sort is not Arithmetic.WHOLE:
            continue
        values = [term.value for term in relation.terms]
        total = sum(values, Decimal(0))
        if min(values) >= _LEAST and _NEAR_FOR_TWO[0] <= total <= _NEAR_FOR_TWO[1]:
            yield relation


def _quotient(phrase: Phrase, match: re.Match[str]) -> Iterator[NumberRelation]:
    if match["bare"] and not _IS_RATIO.search(match[0]):
        return
    group = match.lastgroup or ""
    result = _number(phrase, match.start(group), match[group])
    start = phrase.start + match.start()
    roles = (Role.PLAIN, Role.EACH)
    own = [a for a in phrase.amounts if a.role in roles and a.quantity.unit]
    before = [a for a in own if a.end <= start]
    pairs = list(_related(match["name"], before)) or list(_related(match["name"], own))
    for pair in pairs:
        smaller, larger = sorted(pair, key=lambda amount: amount.value)
        if smaller.value:
            terms = (larger, smaller) if result.value >= 1 else (smaller, larger)
            yield NumberRelation(Arithmetic.AVERAGE, terms, result, pair[0].start, result.end)


def _in_percent(phrase: Phrase, rate: Amount) -> Iterator[NumberRelation]:
    """存款余额512.8亿元；贷款余额384.6亿元，存贷比75%: the share of one of the other that fits."""
    named = _NAMED_BY_BOTH.search(rate.label) if rate.role is Role.SHARE else None
    before = [a for a in phrase.amounts if a.end <= rate.start and a.role is Role.PLAIN]
    for one, other in _related(named["name"], before) if named else ():
        tried = [share_relation(one, other, rate), share_relation(other, one, rate)]
        yield next((relation for relation in tried if verdict(relation).holds), tried[-1])


def _of_a_hundred(phrase: Phrase, rate: Amount) -> Iterator[NumberRelation]:
    """男婴1087人、女婴1019人，性别比106.7: so many of the one for a hundred of the other."""
    is_of_hundred = rate.base == "" and rate.value > _LEAST_OF_HUNDRED
    words = phrase.between(rate.start - _LONGEST, rate.start)
    named = is_of_hundred and _OF_A_HUNDRED.search(words)
    inside = [a for bracket in phrase.brackets for a in bracket.amounts]
    own = [a for a in (*phrase.amounts, *inside) if a.role is Role.PLAIN and a.base]
    before = sorted((a for a in own if a.end <= rate.start), key=lambda a: a.start)
    for one, other in _related(named[0], before) if named else ():
        if other.value:
            span = one.start, rate.end
            yield NumberRelation(Arithmetic.AVERAGE, (one, other), rate, *span, factor=_HUNDREDTH)


def _related(name: str, before: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """The two numbers that a ratio is called after: 师生比 that of 教师 and 学生.

    Each of the last two characters of its name stands by one of them; 竞争比 is of the last two, of
    which the first may be divided by a list. A rate (万人拥有率16.8辆) is neither.
    """
    before = [a for a in before if not a.label.endswith("率")]
    if "竞争" in name:
        listed = next(
            (at for at, a in enumerate(before) if a.label.startswith("其中")), len(before)
        )
        yield from zip(before[:-1][:listed][-1:], before[-1:], strict=False)
        return
    if told := next((pair for word, pair in _NAMED if word in name), None):
        yield from _of_quotient(told, before)
        return
    stem = "城乡" if "城乡" in name else re.sub("(?:配置?|之)?比$", "", name)[-2:]
    row = _in_one_row(stem, before)
    if row:
        yield row
        return
    wholes = [a for a in before if not a.label.startswith("其中")]
    parts = [a for a in before if a.label.startswith("其中")]
    for one, other in permutations((*wholes[::-1], *parts[::-1]), _PAIR):
        if _are_called(stem, one, other):
            first, second = sorted((one, other), key=lambda amount: amount.start)
            yield first, second
            return


def _in_one_row(stem: str, before: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """城镇和农村居民人均收入分别为A和B: the two of a row that is called in the order of the ratio."""
    if len(stem) != _PAIR:
        return None
    second = "农乡" if stem == "城乡" else stem[1]
    called = regex(f"{stem[0]}[^，。；]{{0,4}}[、和与及][^，。；]{{0,3}}[{second}].*(?:分别|依次)")
    for one, other in pairwise(before):
        bare = not other.label.strip("、和与及") and other.clause - one.clause <= 1
        income = stem != "城乡" or ("收入" in one.label and not _NO_INCOME.search(one.label))
        listed = stem == "城乡" and re.match("农村.*(?:分别|依次)", one.label)
        if bare and one.base == other.base and income and (listed or called.search(one.label)):
            return one, other
    return None


def _of_quotient(
    words: tuple[re.Pattern[str], re.Pattern[str]], before: Sequence[Amount]
) -> Iterator[tuple[Amount, Amount]]:
    """The last number by each of the two words that a ratio is known to be of."""
    last = [[a for a in before if word.search(a.label)][-1:] for word in words]
    for one, other in zip(*last, strict=False):
        if one is not other and alike(one, other) and one.group == other.group:
            yield one, other


def _are_called(stem: str, one: Amount, other: Amount) -> bool:
    """Whether the first character of a name stands by one number and the second by the other."""
    counted = alike(one, other) or not (measured(one.base) or measured(other.base))
    if len(stem) < _PAIR or not counted or not one.base or not other.base:
        return False
    if stem == "城乡" and _NO_INCOME.search(one.label + other.label):
        return False  # 城镇低保标准800元 is no income
    if stem in one.label + one.tail or stem in other.label + other.tail:
        return False  # 类桥 of 二类桥 names one kind of thing, and no two that 类 and 桥 call
    second = "农乡" if stem[1] == "乡" else stem[1]
    return stem[0] in one.label and any(char in other.label for char in second)


def _number(phrase: Phrase, at: int, digits: str) -> Amount:
    """A number of a ratio, which has no unit."""
    start, end = phrase.start + at, phrase.start + at + len(digits)
    places = len(digits.partition(".")[2])
    quantity = Quantity(Decimal(digits), "", start, end, digits, "", exact=True, places=places)
    return Amount(quantity, start, end, "%", 0, Role.SHARE, "", "", "", 0, 0)
