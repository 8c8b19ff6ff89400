"""Where the whole of some parts may stand, and the relation of the two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

BEGINS_LIST = regex(
    r"(?P<which>(?:其中|(?<=[，,])(?:内有|当中|这里面))[，,：:]?)|(?P<among>(?<=\d[个项件名人户家处座起宗条所笔例])"
    r"中(?![央心等学小国型级标药青高层共医省起期职专管风试组毒介外班试考])"
    r"(?:[，,：:]|(?=[^，。；、\d]{1,8}\d)))"
    r"|(?P<within>(?<=[^，。；、\d公千华海英])里[，,：:])"
    r"|(?P<firm>按[^，。；\d]{1,12}(?:(?:划?分|看)类?[，,：:]?"
    r"|(?:统计|归类|区分|划类)[，,：:])|[从分][^，。；\d]{1,12}看[，,：:]?"
    r"|(?:(?<=[，。；])|^)分(?![别为成])[^，。；、：\d]{1,6}(?:情况)?[是为]?[：:]"
    r"|分为[两二三四五六七八九\d]+[个类大种]?(?:部分|类|块|档|种|级|片区)[^，。；：\d]{0,4}[：:]"
    r"|(?:(?<=[，。；])|^)分(?:行业|地区|区域|级次|类型|类别|性质|部门|领域|年龄段?|产业|学段|等级|渠道|来源|城乡|险种)"
    r"[是为](?=[^，。；、\d]{1,10}\d)"
    r"|(?<=[，,])(?:(?:资金|经费|投资)?来源(?:分别)?[是为于][：:]?|具体(?:分别)?[是为][：:]?|即(?=[^，。；、\d]{1,8}\d))"
    r"|(?<=[，,])(?:分别|依次)[是为][：:]?(?=[^，。；、\d]{1,12}\d)"
    r"|(?<=[年度月季])(?:分别|依次)[是为](?=\d)"
    r"|(?:分配|使用|支出|安排|去向|构成|组成|来源|分布|用途)[^，。；、：\d]{0,4}(?:如下|情况)?[为是]?[：:](?=[^，。；：\d]{1,24}\d)"
    r"|(?<=[，,])(?:新增|增加|净增|扩大|减少)的?部分(?:当?中|里)?[，,：:]?(?=[^，。；、\d]{1,12}\d)"
    r"|(?:全部|均|都)(?:已)?(?:分别)?(?:投向|投入|用于|用在|安排|拨付给?|下达|分配给?)"
    r"|(?<=[，,])其?(?:去向|用途|投向|构成)(?:分别)?[为是](?=[^，。；、\d]{1,12}\d)"
    r"|分别(?:用于|安排|投入|支持|投向)[^，。；、\d]{0,8}|(?<=[，,])(?:分别|依次)[为是](?=\d))"
    r"|(?P<lists>(?<!不)包[括含](?!在)[：:]?|分为|(?<=[，,])内?含(?!税|量)"
    r"|(?<=[，,])(?:已)?(?:投向|安排|拨付给?|分配给?)(?![^，。；、\d]*(?:配套|自筹|自有|另))"
    r"(?=[^，。；、\d]{2,12}\d[^，。；、]*、)|(?<=[，,])(?:统筹|全部|专项)?用于)"
    r"|(?P<weak>分别|依次|[：:])"
)
_OF_WHAT_CAME = regex(
    "(?:新增|增加|净增|扩大|减少)的?部分(?:当?中|里)?[，,：:]?(?=[^，。；、\\d]{1,12}\\d)"
)
"""增加1.7万亩，新增部分A、B: the parts of a change."""
_DIVIDES = regex(
    r"[按从分][^，。；\d]{1,12}(?:划?分|看)类?(?=[，,：:])|分(?![别为成])[^，。；、：\d]{1,6}(?:情况)?[是为]?[：:]"
)
"""按性质分，从地域看，分行业看，分部门：: a whole that was named before is divided."""
TELLS_TOTAL = regex(r"(?:共|总|合计)[^，。；\d]{0,10}[\d.,]+[^，。；\d]{0,6}[，,]$")
"""共到位7640万元， before 分别为: what follows are its parts."""
TOGETHER = regex(
    r"(?:[合加]在一起|[合加]起来|合计|共计|总计|总共|小计|[两三四五六七八九][项类者种个]共)[^，。；\d]{0,6}$"
)
_IS_TOTAL = regex("构成|合成|组成|合计|共计|总计|总[额量数]")
OPEN_END = regex(
    r"等(?!级|次|额)|居前|靠前|较多|较为集中|最[高多大]|其次|排[在名][^，。；、]{0,2}第|前[三四五十](?:[位名类]|的)"
)
"""What leaves a list open: 等, or the order of the largest."""
ADDS_TO = regex("^(?:另外?|还|再|又)?(?:另有|另外|加上|连同|外加|加)(?![强快大工])")
"""连同驻村干部148人: what is added to the number before."""
_OF_A_HEAD = regex("(?<![日月])(?:[人次户]均|每[人户])")
"""An average of which parts may be named; 日均 is none."""
_SAID_OF_IT = (Role.DELTA, Role.GROWTH)
_LIMITS = ("超", "超过", "突破", "逾", "以上", "以下", "以内", "不低于", "不少于", "不超过")
"""超过10亿元, of which no sentence behind names the parts."""
_SENTENCES_BACK = 3
_WORD = 2


def bases(amounts: Sequence[Amount]) -> list[str]:
    """The units of numbers, each once, in their order."""
    return list(dict.fromkeys(amount.base for amount in amounts))


def of_unit(amounts: Sequence[Amount], base: str, position: int | None = None) -> list[Amount]:
    """The numbers of a unit; those that end by ``position`` where one is given."""
    before = amounts if position is None else ending_by(amounts, position)
    return [amount for amount in before if amount.base == base]


def ending_by(amounts: Sequence[Amount], position: int) -> list[Amount]:
    return [amount for amount in amounts if amount.end <= position]


def wholes_before(phrase: Phrase, position: int, base: str) -> tuple[Amount, ...]:
    """What may be the whole of a list that begins at ``position``, the likeliest first.

    A number just before it that leaves out its unit; the nearest number of the unit before it in
    its phrase; what stands before its bracket; or else a number of the unit in the nearest
    sentence before that has one.
    """
    if _OF_WHAT_CAME.match(phrase.text, position - phrase.start):
        changes = [a for a in of_unit(phrase.amounts, base, position) if a.role is Role.DELTA]
        return tuple(changes[-1:])
    bare = _without_unit(phrase, position)
    divides = bool(_DIVIDES.match(phrase.text, position - phrase.start))
    plain = _undivided(phrase, position) if divides else phrase.plain
    own = bare or of_unit(plain, base, position) or _mean_before(phrase, position, base)
    if own:
        return (_called_as_part(phrase, own, position) or own[-1],)
    return _grown(phrase, position, base) or _farther(phrase, base, divides=divides)


def _called_as_part(phrase: Phrase, own: Sequence[Amount], position: int) -> Amount | None:
    """立案864起。破案527起；其中盗窃立案216起: behind ； the one number whose name ends as that of
    the part does, where the nearest does not; None where there is none."""
    part = next((a for a in phrase.plain if a.start >= position and a.base == own[-1].base), None)
    word = part.label[-_WORD:] if part else ""
    if (
        len(word) < _WORD
        or word in own[-1].label
        or "；" not in phrase.between(own[-1].end, position)
    ):
        return None
    earlier = of_unit(phrase.before.plain, own[-1].base) if phrase.before else []
    called = [a for a in (*earlier, *own) if a.label.endswith(word)]
    return called[0] if len(called) == 1 else None


def _farther(phrase: Phrase, base: str, *, divides: bool) -> tuple[Amount, ...]:
    """What stands before a bracket, or in the sentences before."""
    if phrase.outer:
        return before_bracket(phrase, base)
    return _in_sentences_before(phrase, base, divides)


def _grown(phrase: Phrase, position: int, base: str) -> tuple[Amount, ...]:
    """由A增至B，增加C，其中…: B, or C by which it grew."""
    before = of_unit(phrase.amounts, base, position)
    ends = [amount for amount in before if amount.role is Role.AFTER][-1:]
    grown = [a for a in before if a.role is Role.DELTA and ends and a.start > ends[0].start]
    return (*ends, *grown[-1:])


def _mean_before(phrase: Phrase, position: int, base: str) -> list[Amount]:
    """筹资每人1070元，其中…: the average that a list follows."""
    before = ending_by(phrase.amounts, position)
    values = [amount for amount in before if amount.role not in _SAID_OF_IT]
    said = [amount for amount in before if values and amount.start > values[-1].start]
    near = phrase.between((said or values or before)[-1].end, position) if before else ""
    return [
        amount
        for amount in of_unit(values[-1:], base)
        if _OF_A_HEAD.search(amount.label) and amount.role is Role.EACH and not near.strip("，,")
    ]


def _undivided(phrase: Phrase, position: int | None = None) -> Sequence[Amount]:
    """The numbers of a phrase up to where it is divided first: 分性质看, and then 分级次看, divide
    the same whole, as does what stands behind 其中…；."""
    divided = _DIVIDES.search(phrase.text)
    end = phrase.end if divided is None else phrase.start + divided.start()
    if position is not None and not ending_by(phrase.plain, end):
        return [a for a in ending_by(phrase.plain, position) if _IS_TOTAL.search(a.label)]
    listed = phrase.text.find("其中") + phrase.start
    in_group = position is not None and re.search("[；;]", phrase.between(listed, position))
    if phrase.start <= listed < end and in_group:
        return ending_by(phrase.plain, listed) or ending_by(phrase.plain, end)
    return ending_by(phrase.plain, end)


def _without_unit(phrase: Phrase, position: int) -> list[Amount]:
    """工作人员132.7万，其中…: the number that a list follows, where it prints 万 and no unit."""
    before = ending_by(phrase.amounts, position)[-1:]
    return [
        amount
        for amount in before
        if amount.role is Role.PLAIN
        and amount.quantity.unit in ("万", "亿")
        and not phrase.between(amount.end, position).strip("，,：:；;")
    ]


def _in_sentences_before(phrase: Phrase, base: str, divides: bool) -> tuple[Amount, ...]:
    """The numbers of the unit in the nearest sentence that has one, the first, the last and the
    others; behind a word that divides, of what no other such word divides.

    None where they are themselves a list: 分别为维持48件、撤销10件。其中… divides all of them.
    """
    earlier = phrase.before
    for _ in range(_SENTENCES_BACK):
        if earlier is None:
            break
        if divides and earlier.text.startswith("其中"):
            earlier = earlier.before
            continue
        found = of_unit(_undivided(earlier) if divides else earlier.plain, base)
        if len(found) > 1 and "分别" in found[0].label:
            return ()
        if found:
            row = [a for a in found if a.qualifier not in _LIMITS]
            return tuple(dict.fromkeys((row[0], row[-1], *row))) if row else ()
        earlier = earlier.before
    return ()


def farther_wholes(phrase: Phrase, base: str) -> Iterator[Amount]:
    """The numbers of the unit in the sentences before, which are a whole only where it fits:
    共办理2495件。交办2388件。工单分类：…"""
    earlier = phrase.before
    for _ in range(_SENTENCES_BACK):
        if earlier is not None:
            yield from of_unit(earlier.plain, base)
            earlier = earlier.before


def before_bracket(phrase: Phrase, base: str) -> tuple[Amount, ...]:
    """The number of the unit in the clause that a bracket ends."""
    outer = phrase.outer
    if outer is None:
        return ()
    if outer.before and not outer.text[: phrase.start - outer.start].strip("\u3000"):
        return tuple(of_unit(outer.before.plain[-1:], base))
    before = of_unit(outer.plain, base, phrase.start - 1)
    if not before:
        return ()
    gap = outer.between(before[-1].end, phrase.start - 1)
    return () if re.search(r"[，,；;。：]", gap) else (before[-1],)


def one_a_clause(parts: Sequence[Amount]) -> bool:
    return len({part.clause for part in parts}) == len(parts)


def parts_relation(
    sort: Arithmetic,
    parts: Sequence[Amount],
    whole: Amount,
    start: int,
    *,
    certain: bool = True,
    hint: bool = False,
) -> NumberRelation:
    end = max(parts[-1].end, whole.end)
    return NumberRelation(
        sort, tuple(parts), whole, min(start, whole.start), end, certain=certain, hint=hint
    )
