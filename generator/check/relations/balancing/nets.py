"""What came less what went: 新增15户，退出9户，净增6户, and nets of the bracket behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.differences import larger_first
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.balancing.openings import sign_of
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

NET = regex(
    "净增|净减|净增长|自然增长|自然减少|自然增加"
    "|净(?:流[入出]|投放|回笼|融资|调[入出]|转[入出]|发行|偿还|归还|放贷?|下降|上升|多放|多收|补充|引进)"
)
_LENT, _RETURNED = regex("放|投"), regex("收|回|还")
"""累放 and 收回: what was lent and what came back."""
_STATE = regex("[年期月季](?:初|末|底)|现有|[在存保][库册营建量有]|总[数量]")
_OF_ANOTHER_TIME = regex(r"[比较与][^，。；、]*(?:年|期|月|季|前|轮|届)")
_AGAINST_THE_START = regex(r"[比较](?:(?:年|期)初|[上去]年[末底])")
_NEAR = 2


def net_of(phrase: Phrase, earlier: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """What came less what went: 新增15户，退出9户，净增6户; of two states the one less the other:
    年初888家，年末873家，净减15家."""
    states = [a for a in earlier if _STATE.search(a.label)]
    flows = [a for a in earlier if a not in states]
    row = states if states[-1:] == list(earlier[-1:]) else flows
    of_flows = row == states or _is_of_the_year(row, result)
    if of_flows and len(row) > 1 and row[-1].clause >= result.clause - 2:
        one, other = row[-2:]
        if not (NET.search(one.label) or NET.search(other.label)):
            relation = larger_first(one, other, result)
            netted = _may_be_netted(one, other) and not _are_two_things(phrase, one, other)
            if netted or verdict(relation).holds:
                yield relation
    told = row == states and NET.fullmatch(result.label)
    if told and len(flows) == _NEAR and {sign_of(a) for a in flows} == {1, -1}:
        yield larger_first(flows[0], flows[1], result)


def lent_and_returned(flows: Sequence[Amount]) -> list[int]:
    """The signs of what was lent and what of it came back; [] where they are no such two."""
    if len(flows) != _NEAR:
        return []
    one, other = flows
    lent = _LENT.search(one.label) and _RETURNED.search(other.label)
    return [1, -1] if lent and not _RETURNED.search(one.label) else []


def _is_of_the_year(flows: Sequence[Amount], net: Amount) -> bool:
    """Whether a net is that of what came and went, by its words against no other time but the start
    of the year in which they did: 新增3260人、退保1998人，年末比年初净增1262人."""
    if not _OF_ANOTHER_TIME.search(net.label):
        return True
    both = {sign_of(amount) for amount in flows[-_NEAR:]} == {1, -1}
    return both and bool(_AGAINST_THE_START.search(net.label))


def _are_two_things(phrase: Phrase, one: Amount, other: Amount) -> bool:
    """Whether 、 joins two numbers of which none is what came or went: 规上工业186家、限上商贸86家，净增22家."""
    signs = {sign_of(one), sign_of(other)}
    states = _STATE.search(one.label) or _STATE.search(other.label)
    joined = phrase.between(one.end, other.start).startswith("、")
    return signs == {0} and joined and not states


def _may_be_netted(one: Amount, other: Amount) -> bool:
    """Whether two numbers are what came and what went, or two states, by their words; 在校生增加0.86
    万人；教师27915人，净增602人 is of one thing, and 较2020年净增710亩 of two times."""
    signs = {sign_of(one), sign_of(other)}
    lent = _LENT.search(one.label) and _RETURNED.search(other.label)
    if lent and not _RETURNED.search(one.label) and not _LENT.search(other.label):
        return True
    changes = {one.role is Role.DELTA, other.role is Role.DELTA}
    return signs == {1, -1} or len(changes) == len(signs) == 1


def is_of_one(phrase: Phrase, net: Amount) -> bool:
    """Whether a net is by its words that of one number, 比2020年末的6.35万人净增1.57万人, or of those in
    the bracket behind it."""
    before = [a for a in phrase.amounts if a.end <= net.start][-1:]
    inside = any(b.start == net.end + 1 and _flows_of(b, net) for b in phrase.brackets)
    return inside or any(a.role is Role.BASE and a.clause == net.clause for a in before)


def net_of_bracket(phrase: Phrase) -> Iterator[NumberRelation]:
    """净增22家（新增31家，退出9家）."""
    outside = phrase.outer.amounts if phrase.outer else ()
    for net in outside:
        if net.end == phrase.start - 1 and NET.search(net.label):
            for one, other in _flows_of(phrase, net):
                yield larger_first(one, other, net)


def _flows_of(bracket: Phrase, net: Amount) -> list[tuple[Amount, Amount]]:
    """What came and what went, where a bracket holds these two alone and in the unit of a net."""
    if len(bracket.amounts) != _NEAR or "其中" in bracket.text:
        return []
    one, other = bracket.amounts
    flows = {sign_of(one), sign_of(other)} == {1, -1} and one.base == other.base == net.base
    return [(one, other)] if flows else []


def net_of_what_follows(flat: Sequence[Amount]) -> Iterator[NumberRelation]:
    """净增1482户；注销968户，新登记2450户: the flows stand behind their net, and fit it."""
    for net, one, other in zip(flat, flat[1:], flat[2:], strict=False):
        flows = {sign_of(one), sign_of(other)} == {1, -1} and one.base == other.base == net.base
        if flows and NET.search(net.label) and other.clause - one.clause == 1:
            relation = larger_first(one, other, net)
            if verdict(relation).holds:
                yield relation
