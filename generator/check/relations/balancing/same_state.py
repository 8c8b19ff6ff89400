"""Whether what is there then is what was there before: 年末在校生 of 年初在校生, no 年末不良贷款 of 年初存款."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_ANY_STATE = regex(
    r"(?:截?至|到|于)?(?:\d{4}年|\d+月|今年|本[年月季期]|上[年月季期]|当年|当[前月季期]|全年|全[县市区镇乡村校省州旗])"
    r"|[年期月季][初末底终中]|目前|至今|现有|现存|实有|实存|实际|尚余|尚存|尚有|还有|剩余|结余|结存|结转|余额|库存|存量|滚存|累计"
    r"|在[册库校岗职编矫押院园建营办管]|营运|运营|保有量|更新|变更|调整|变动|最终|最后|最新|核定|审定|确定|结算|核增核减"
    r"|账面|账上|账户|专户|面积|总[数量额]|规模|[人户件家车头只辆]数|数量|金额|资金|保障|保有|持有|蓄水量?|存栏"
    r"|下[年期一]?[年期]?度?(?:继续[^，。；、]{2}|续[办审执])?|未[审办执]?结|留存"
    r"|[由从的后为是有达共仍已约至到成数净增减变现本存年末在还剩尚余底应账]"
)
_LEAVES_SOME = regex("[，；](?:其[余他]|余下|差额|不足部分|多出|差异)")
"""年末蓄水C，其余为蒸发损失: what comes and goes is not all named."""


def is_of_same(state: Amount, others: Iterable[Amount]) -> bool:
    """Whether all that a state is called, but for words of any state, stands in the words of
    others: 在校生 of 转入学生, and no 高新技术企业 of 新增规上企业."""
    named = _ANY_STATE.sub("", state.label)
    known = state.tail + "".join(a.label + a.quantity.unit + a.tail for a in others)
    return all(char in known for char in named)


def leaves_some_behind(phrase: Phrase, result: Amount) -> bool:
    """Whether words behind what is there say that not all of what came and went is named."""
    return bool(_LEAVES_SOME.match(phrase.text, result.end - phrase.start))


def holds_without_some(relation: NumberRelation) -> bool:
    """Whether a balance holds without some of the flows, which then are parts of one of them:
    年初安排5000万元，动支3127万元，用于防汛1860万元、防疫727万元，剩余1873万元."""
    return any(verdict(shorter).holds for shorter in _shorter(relation))


def _shorter(relation: NumberRelation) -> Iterator[NumberRelation]:
    opening, *flows = zip(relation.terms, relation.signs, strict=True)
    rows = (row for size in range(1, len(flows)) for row in combinations(flows, size))
    for row in rows:
        terms, signs = zip(opening, *row, strict=True)
        yield replace(relation, terms=terms, signs=signs)
