"""Whether the names of numbers are of one kind by their form: they share a word (刑事案件, 行政案件), count
up (第一梯队, 第二梯队), or are short names in a row (水田, 水浇地, 旱地)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.regex import regex

_LEAD = regex(
    r"^(?:[^，。；、\d]{2,8}中有|其中|包括|包含|一[是块部]|[二三四五六七八九]是|另?一(?:块|部分|项)是?|还?有|又有|以及|和|与|及|共?计|[，、：])+"
)
_VERB_END = regex(
    r"(?:(?:已|已经)?(?:达到?|为|是|有|共|计|约|完成|实现|收入?|支出?|配[出备]|办结|审结|执结|裁结|处置|落实"
    r"|安排|贡献|提供|占地?|进驻|支援|奔赴|公布|录取|招收|新增)+)$"
)
_DOES = regex(
    "已|未|拟|(?<![供反响对适效])应(?![急用对])|实际|申[报请]|受理|批准|审批|通过|立项|验收|审结|办结|结案|拨付|支付|到位|下达|使用|完成|开工|竣工|投产"
    "|达标|合格|整改|新增|减少|增加|注销|退[出休]|收到|偿还|发放|惠及|涉及|带动|人均|户均|平均|计划|目标|任务|上年|去年"
    "|同期|累计|年[初末底]|期[初末]|结转|结余|余额|超|剩|缴|征收|入库|出库|签约|参[加保与]|报名|录用|到会|出席"
)
_ORDINALS = regex(
    r"^(?:第?(?P<number>[一二三四五六七八九十]|\d+)|(?P<two>两))(?P<of>[^，。；、\d]{0,4})"
)
_COUNT = "一二三四五六七八九十"
_UNLIMITED = regex(
    "(?:[镇乡村县市区州省园店厂]|公司|集团|街道|行业|工业|制造业|产业|中心|医院|学校|节|日|假期|期间|周|月)$"
)
_LISTED = regex(
    r"(?:^|[，。；：])(?P<names>[^，。；：\d]{3,60}?)(?:分别|依次|各自)[^，。；：、\d]{0,6}$"
)
_AND = regex("、|和|与|及|以及")
_CROSSES = regex(
    "涉农|小微|普惠|绿色|民营|民间|技改|科技型|科创|(?<!纳税)信用|制造业|民生|三保|刚性|(?<!非)税收|占地|建筑面积|绿化|库容"
    "|用户|受益|覆盖|惠及|参与|服务(?:对象|人次|人数|群众)|公办园|流动人口|常住|户籍"
)
"""Kinds that hold one another or that one thing may be of at once: 涉农贷款 and 小微贷款."""
_SHARED_LEAST, _ROW_LEAST, _SHORT, _LONGEST = 2, 3, 6, 14


def bare_name(label: str) -> str:
    """The words before a number without what leads a list and the verb that ends them."""
    return _VERB_END.sub("", _LEAD.sub("", label.strip("，、：； \u3000")))


def are_kindred(labels: Sequence[str], *, joined: bool = False) -> bool:
    """Whether the names of numbers are of one kind; ``joined`` where 、 joins them all, so that
    short ones need have nothing in common."""
    names = [bare_name(label) for label in labels]
    if len(set(names)) != len(names) or not all(0 < len(name) <= _LONGEST for name in names):
        return False
    if count_up(names):
        return True
    word = shared_word(names)
    rest = [name.replace(word, "", 1) for name in names] if word else names
    if any(map(_DOES.search, rest)):
        return False
    if len(word) >= _SHARED_LEAST:
        return True
    row = len(names) >= _ROW_LEAST
    ends = len({name[-1] for name in names}) == 1
    short = all(len(name) <= _SHORT for name in names)
    return row and (ends or (joined and short))


def are_nouns(labels: Sequence[str]) -> bool:
    """Whether numbers have short names each its own, and none says what was done."""
    names = [bare_name(label) for label in labels]
    own = len(set(names)) == len(names) and all(0 < len(name) <= _LONGEST for name in names)
    return own and not any(map(_DOES.search, names))


def are_even(labels: Sequence[str]) -> bool:
    """Whether names have as many characters each: 谈话函询, 初步核实, 暂存待查; 青年学生, 机关干部."""
    names = [bare_name(label) for label in labels]
    return len({len(name) for name in names}) == 1 and len(names[0]) > 1


def are_of_unlimited_sort(labels: Sequence[str]) -> bool:
    """Whether names are of places, firms or trades, of which a list may leave out some."""
    names = [bare_name(label) for label in labels]
    return any(map(_UNLIMITED.search, names)) and not count_up(names)


def may_cross(labels: Sequence[str]) -> bool:
    """Whether by the names of numbers a thing may be in two of them, or one of them in another."""
    found = [match[0] for match in map(_CROSSES.search, labels) if match]
    return any(not all(word in label for label in labels) for word in found)


def named_in_order(words: str, count: int) -> list[str]:
    """The last names of words, as many as the numbers that stand behind them: 水电、火电和风电发电量分别达;
    [] where there are not as many."""
    listed = _LISTED.search(words)
    names = _AND.split(listed["names"]) if listed else []
    return names if len(names) == count else []


def count_up(labels: Sequence[str]) -> bool:
    """Whether names begin with ordinals in their order, of the same thing: 第一批, 第二批."""
    names = [bare_name(label) for label in labels]
    found = [_ORDINALS.match(name) for name in names]
    order = [_ordinal(match["number"] or "二") if match else 0 for match in found]
    of = {match["of"][:1] for match in found if match}
    return len(names) > 1 and order == [*range(1, len(names) + 1)] and len(of) == 1


def _ordinal(number: str) -> int:
    return int(number) if number.isdigit() else _COUNT.find(number) + 1


def shared_word(names: Sequence[str]) -> str:
    """The longest run of two characters or more that stands in every name beside other words; ""
    where none does."""
    first = min(names, key=len)
    for size in range(len(first), _SHARED_LEAST - 1, -1):
        for at in range(len(first) - size + 1):
            word = first[at : at + size]
            if all(word in name for name in names) and sum(name == word for name in names) == 0:
                return word
    return ""
