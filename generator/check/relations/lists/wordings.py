"""What the labels of parts say: they make up a whole, may overlap, are alike, begin anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import permutations

from generator.check.relations.lists.complements import (
    ANY_COMPLEMENT,
    COMPLEMENTS,
    STAGES,
)
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_DENIAL = regex(
    r"(?:检出|查出|发现|另有|有)?(?:尚|仍|还)?(?:未|不|没有)(?P<what>[^，。；、\d]{2,6}?)"
    r"(?:样品|样本|批次|产品|项目|对象|人员|问题)?"
)
_NOT_OF = regex("非(?P<what>[^，。；、]{2,8})")
"""非贫困村, beside 贫困村."""
_DECIDED = regex("不予?(?:批准|批捕|起诉|采纳|支持|准予|认定|同意|立案|核准)")
"""A decision: what is not decided yet is neither the one nor the other."""
_ALREADY = regex("^(?:已经?|完成|实际|现)+")
_SCALES = ("一二三四五六七", "甲乙丙丁", "ABCD", "ＡＢＣＤ", "ⅠⅡⅢⅣⅤ", "优良中差", "好中差")
_CLASS = regex(
    "(?P<marks>(?:[一二三四五六七甲乙丙丁A-DＡ-ＤⅠ-Ⅴ]、?)+)(?P<of>[类等][^，。；、\\d]{0,3}|(?<=[A-DＡ-ＤⅠ-Ⅴ])级)$"
)
_LEAD = regex("^(?:其中|包括|包含|分别[是为])")
_PAIR = 2
_SORT_FIRST = regex("^[^，。；、]{1,4}性(?!病)")
_SORT = regex("[^，。；、]{1,4}[性型类]$")
_SHARE_OF = regex("的?(?:仅|只|约|均)?(?:占比?)?[为达]?$")
_REST = regex("^其[他它余]|^剩余|^另外|其他(?:人员|人口|类)?$")
_OVERLAPPING = regex("女|党员|岁|少数民族|残疾|贫困|脱贫|低保|重复|双重|同时|学历|职称|以上")
_QUALITY = regex(
    "规模?以?上|规上|限上|四上|高新技术|专精特新|小巨人|科技型|创新型|上市|龙头|瞪羚|单项冠军|头部|骨干|百强|示范"
)
_ONE_SCALE = regex("国家级|省级|市级|县级|规下|限下|以下|其[他它余]")
"""Of what quality a firm is: one may have several. Levels and sizes are steps of one scale."""
_SIZE = regex("以(?P<end>[上下])|不足|未满")
_TRAIT = regex("女|党员|民族|残疾|贫困|低保|学历|职称")
TRAIT_AT_END = regex("(?:党员|团员|代表|委员|残疾人?|少数民族|女性)$")
_TRAITS = {"残疾", "职称", "学历"}
_HAS = regex(
    "[^，。；、\\d]{0,2}?(?:(?:配|设|建|拥|持|具)?有(?!的)|通了|通上|开通|接通|配备|具备|用上)"
)
"""7个有卫生室，9个有文化站: what several have, of which one may have both."""
_DEGREES = regex("成灾"), regex("绝收")
_LEVEL = regex("[一二三四五]级")
_STAGE = regex("(?<!未)(?:开工|启动|完工|竣工|投产|完成|拨付|支付|支出|使用|到位)")
_SHORT, _SHORTEST, _MANY = 8, 3, 4
_NOT_AMONG = (
    ("粮食", regex("油料|油菜|棉花|蔬菜|烟叶|瓜果|水果|药材|糖料|甘蔗|茶叶|花卉")),
    ("肉", regex("蛋|奶|乳|水产|鱼")),
)
"""What bulletins list behind the parts of a whole that is called so, though it is none."""
_REVENUE, _TAX = regex("预算收入|财政收入"), regex("税收收入|税收$")
_ANEW = regex(
    "^(?:现(?![行代场金役])|截[至止]|共|全[县区市镇乡村省年]|总|实现|开展|举办|组织|累计|争取|带动|惠及|吸纳|涉及|并|同时"
    "|“?三保|民生(?:类|领域)?支出|目前|另|选派|发放|落实|年末(?!结)|人均|户均|预计|计划|力争"
    "|控制在|[低高少多]于|未[超突]|不[超足低少]|超过|超额|突破|高出|较|比"
    "|(?:收回|回收|归还|偿还)(?:贷款|本金|借款|到期债券|债券|资金)?$|[本当]年支出"
    "|净(?:投放|回笼|融资|流[入出]|放))"
)


def are_whole(parts: Sequence[Amount]) -> bool:
    """Whether parts with these labels fill their whole: 男 and 女, or one is 其他."""
    if are_opposite(parts) or are_classes(parts):
        return True
    return len(parts) > 1 and bool(_REST.search(_core(parts[-1])))


def are_classes(parts: Sequence[Amount]) -> bool:
    """Whether labels are the classes of one scale in order, three or more, from the first on: 一类桥,
    二类桥, 三类桥."""
    found = [_CLASS.search(part.label) for part in parts]
    marks = ["".join(match["marks"].split("、")) if match else "" for match in found]
    of = {match["of"] for match in found if match}
    scale = next((scale for scale in _SCALES if marks[0] and scale.startswith(marks[0])), "")
    return len(parts) > _PAIR and len(of) == 1 and scale.startswith("".join(marks)) and all(marks)


def are_opposite(parts: Sequence[Amount]) -> bool:
    """Whether the labels divide the whole between them: 男 and 女, 已 and 未."""
    if are_stages(parts) or are_negated(parts):
        return True
    said = _said(parts)
    able = all(ANY_COMPLEMENT.search(label) for label in said)
    return able and any(_matches(said, words) for words in COMPLEMENTS)


def are_negated(parts: Sequence[Amount]) -> bool:
    """Whether one label denies the other: 合格 and 不合格, 已参保 and 未参保."""
    if len(parts) != _PAIR:
        return False
    said = [_core(part) or part.tail for part in parts]
    if any(map(_DECIDED.search, said)):
        return False
    return _denies(said[0], said[1]) or _denies(said[1], said[0])


def are_graded(parts: Sequence[Amount]) -> bool:
    """Whether labels are the grades of one scale, one denying another: 满意, 一般, 不满意."""
    said = [_SHARE_OF.sub("", _core(part)) for part in parts]
    pairs = permutations(said, _PAIR)
    return len(parts) > _PAIR and any(one and _grades(one, other) for one, other in pairs)


def _grades(one: str, other: str) -> bool:
    """Whether one grade denies another, which may stand behind other words: 对办理结果表示满意."""
    denied = _DENIAL.fullmatch(one)
    behind = denied is not None and other.endswith(denied["what"]) and not _DENIAL.fullmatch(other)
    return behind or _denies(one, other)


def _denies(one: str, other: str) -> bool:
    denied = _DENIAL.fullmatch(one)
    named = _NOT_OF.fullmatch(one)
    if named is not None:
        return other.endswith(named["what"])
    return denied is not None and _ALREADY.sub("", other).startswith(denied["what"])


def lead_alike(one: Amount, other: Amount) -> bool:
    """Whether two labels begin with the same two characters: 用于产业 and 用于就业."""
    return len(_core(one)) > 1 and _core(one)[:2] == _core(other)[:2]


def are_stages(parts: Sequence[Amount]) -> bool:
    """Whether the labels say what is done and what is not: 已整改 and 未整改."""
    said = _said(parts)
    return any(_matches(said, words) for words in STAGES)


def _said(parts: Sequence[Amount]) -> list[str]:
    """The words around each part."""
    return [_core(part) + part.tail for part in parts]


def _matches(said: Sequence[str], words: Sequence[re.Pattern[str]]) -> bool:
    """Whether every word is found in a label of its own."""
    if len(said) != len(words):
        return False
    left = list(words)
    kinds: set[str] = set()
    for label in said:
        found = _first_match(left, label)
        if found is None:
            return False
        left.remove(found.re)
        kinds.add(_sort_before(label[: found.start()]))
    return len(kinds) == 1


def _first_match(words: Sequence[re.Pattern[str]], label: str) -> re.Match[str] | None:
    found = (word.search(label) for word in words)
    return next(filter(None, found), None)


def _sort_before(words: str) -> str:
    """The kind to which words before a name restrict it: 普惠性 of 普惠性民办; "" for none."""
    kind = _SORT.search(words)
    return kind[0] if kind else ""


def _core(part: Amount) -> str:
    """The label without the word that begins the list."""
    return _LEAD.sub("", part.head)


def restrict_unlike(parts: Sequence[Amount]) -> bool:
    """Whether some of the labels begin with a kind and not all: 公办园 beside 普惠性民办园."""
    kinds = [bool(_SORT_FIRST.search(_core(part))) for part in parts]
    return any(kinds) and not all(kinds)


def are_degrees(parts: Sequence[Amount]) -> bool:
    """Whether of two parts the one holds the other: what is lost, 绝收, was damaged, 成灾."""
    return [bool(one.search(p.label)) for one, p in zip(_DEGREES, parts, strict=False)] == [
        True
    ] * 2


def overlap(parts: Sequence[Amount]) -> bool:
    """Whether one thing may be counted in two parts: women and members, begun and finished."""
    if are_whole(parts):
        return False
    if are_degrees(parts):
        return True
    labels = [_core(part) for part in parts]
    if (
        sum(not core and bool(_HAS.match(p.tail)) for core, p in zip(labels, parts, strict=True))
        > 1
    ):
        return True
    stages = sum(bool(_STAGE.search(label)) for label in labels)
    kinds = _without_sex(_without_common_end(labels))
    traits = sum(bool(_OVERLAPPING.search(label)) for label in kinds)
    if _divides_all(labels) or are_of_sizes(labels) or (traits == 1 and len(labels) >= _MANY):
        traits = 0
    return parts[0].base != "元" and (stages > 1 or traits > 0 or _are_of_qualities(labels))


def _without_sex(labels: Sequence[str]) -> list[str]:
    """Labels without 男 and 女 where each says one of them and both are said: 女高音, 男高音."""
    said = {mark for label in labels for mark in "男女" if mark in label}
    both = len(said) == _PAIR and all("男" in label or "女" in label for label in labels)
    return [re.sub("[男女]", "", label) for label in labels] if both else [*labels]


def _without_common_end(labels: Sequence[str]) -> list[str]:
    """Labels without the two characters or more in which all of three or more end: 农村党员, 机关党员,
    企业党员 are divided, each of them being a 党员."""
    size = 0
    while len(labels) > _PAIR and len({label[-size - 1 :] for label in labels}) == 1:
        size += 1
        if size >= min(map(len, labels)):
            break
    return [label[:-size] for label in labels] if size >= _PAIR else [*labels]


def _are_of_qualities(labels: Sequence[str]) -> bool:
    """Whether labels are qualities that one thing may have at once: 规上企业, 高新技术企业, 上市企业; what is
    规上 is no 限上 business."""
    found = {match[0][-1] for match in map(_QUALITY.search, labels) if match}
    return len(found) > 1 and not any(_ONE_SCALE.search(label) for label in labels)


def _divides_all(labels: Sequence[str]) -> bool:
    """Whether every label ends with the same trait, which it divides: 肢体残疾, 视力残疾, 听力残疾."""
    ends = {label[-2:] for label in labels}
    return len(labels) > _PAIR and len(ends) == 1 and ends <= _TRAITS


def are_of_sizes(labels: Sequence[str]) -> bool:
    """Whether the labels are steps of one scale, what is above and what is below: 千人以上, 千人以下."""
    ends = [match["end"] for match in map(_SIZE.search, labels) if match]
    return (
        any(label.find("以下") >= 0 for label in labels)
        and "上" in ends
        and not (_TRAIT.search("".join(labels)))
    )


def is_tree(parts: Sequence[Amount]) -> bool:
    """Whether the parts are the levels of one tree: 一级指标, 二级指标."""
    return sum(bool(_LEVEL.search(part.head)) for part in parts) > 1


def are_parallel(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether the parts are of one sort: set off by 、, short names of money, or ending alike."""
    if _are_listed(phrase, parts):
        return True
    labels = [_core(part) or part.tail for part in parts]
    if parts[0].base == "元" and all(len(label) <= _SHORT for label in labels):
        return True
    return _end_alike(labels) or are_whole(parts)


def _are_listed(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether a 、 stands behind every part but the last."""
    pairs = zip(parts, parts[1:], strict=False)
    return all("、" in phrase.between(one.end, other.start)[:8] for one, other in pairs)


def _end_alike(labels: Sequence[str]) -> bool:
    """Whether labels end with the same two characters, short ones with the same one."""
    ends = {label[-1:] if len(label) <= _SHORTEST else label[-2:] for label in labels}
    return len(ends) == 1


def held_by_name(parts: Sequence[Amount], whole: Amount) -> Sequence[Amount]:
    """The parts up to the first that the whole does not hold by its name beside them: 粮食 no
    油料, 肉类 no 禽蛋; 税收 is within 地方预算收入."""
    within = parts[0] if parts and _REVENUE.search(parts[0].label) else None
    strange = (
        at
        for at, part in enumerate(parts)
        if any(of in whole.label and other.search(_core(part)) for of, other in _NOT_AMONG)
        or (within and part is not within and _TAX.search(part.label))
        or (whole.label.endswith("收入") and _core(part).startswith("支出"))
    )
    return parts[: next(strange, len(parts))]


def end_alike(parts: Sequence[Amount]) -> bool:
    """Whether all labels end with the same two characters: 委员提案, 集体提案, 联名提案."""
    ends = {_core(part)[-_PAIR:] for part in parts}
    return len(ends) == 1 and len(ends.pop()) == _PAIR


def begins_anew(label: str) -> bool:
    """Whether the words before a number begin a statement of their own."""
    return bool(_ANEW.search(label))
