"""Numbers of things that are named behind them: 3项机制：A、B、C; 2个（A镇、B乡）; 5个，即A、B、C、D、E."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.reader import chinese_value
from generator.model.regex import regex
from generator.model.severity import Severity

_COUNTED = regex(
    r"(?<![\d.第前约近超逾])(?<![—～~至到-])(?P<number>[1-9]\d?|[两二三四五六七八九十])"
    r"(?P<unit>[个家项类条所种位座]|大(?=[^小中学队]))(?P<noun>[^，。；：、\d（）()“”《》]{0,12})"
    r"(?P<intro>[，,]?(?:即|分别[是为]|包[括含]|具体[是为])[：:]?|[：:]|[（(](?:即|分别[是为]|包括)?[：:]?)"
    r"(?P<list>[^，。；;：:（）()\d\n]+)(?P<end>[，。；;）)]|$)"
)
_ITEM = regex(r"[\u4e00-\u9fffA-Za-z“”《》·\-]{2,18}")
_OPEN = regex(r"等|其中|含|如|主要|原|另|约|未|不|有关|以上|以下|之一|[多余几数各]$")
_VERB = regex(
    r"[共了已到在有为达把被将并从至的]|实施|组织|完成|带动|新增|开展|召开|制定|出台|落实|投入|印发|下发|发布|"
    r"推进|推动|加强|提升|提高|建成|启动|开工|强化|优化|深化|坚持|构建|打造|做[好实]|抓[好实]"
)
_DEEDS = regex("(?:机制|制度|行动|工程|模式|体系)$")
"""What may be named by a deed: 居民议事、专班推进."""
_SORT = regex(
    "自治[区州县旗]|直辖市|特别行政区|[市盟州县区旗镇乡村]|市辖区|街道(?:办事处|办)?|社区|苏木|(?:经济)?开发区"
)
"""What stands in a bracket for other sorts of the thing: 31个省（自治区、直辖市）."""
_JOINED = regex("[和与及]|以及")
_LEAST, _PHRASE = 2, 4
_EACH_NAMED = regex("分别|具体")
_NUMBER = regex(r"\d+")


def named_behind(passage: Passage) -> Iterator[Finding]:
    """The numbers of a paragraph behind which not as many things are named."""
    text = passage.text
    for match in _COUNTED.finditer(text):
        items = _items(match)
        count = _value(match["number"])
        if items and count > 1 and not _may_be(items, count) and not _of_another(match, items):
            shown = match["number"] + match["unit"]
            remedy = "，没有列全时要加“等”" if count > len(items) else ""
            message = f"列出了{len(items)}项，数写的是{shown}{remedy}。"
            side = passage.side(match.start(), match.end("list"))
            yield Finding(Severity.WARNING, message, (side,), str(len(items)), shown)


def _items(match: re.Match[str]) -> Sequence[str]:
    """The names behind a number; () where what stands there is no plain and closed list."""
    in_bracket = match["intro"][0] in "（("
    if in_bracket != (match["end"] in ("）", ")")):
        return ()
    listed = match["list"]
    items = listed.split("、")
    following = re.split("[，。；]", match.string[match.end() :])[0]
    goes_on = match["end"] == "，" and "、" in following
    sorts = in_bracket and all(map(_SORT.fullmatch, items))
    done = _VERB.search(match["noun"]) and not _EACH_NAMED.search(match["intro"])
    open_ = sorts or _OPEN.search(listed) or _OPEN.search(match["noun"]) or done
    named = all(_ITEM.fullmatch(item) for item in items)
    deeds = _DEEDS.search(match["noun"]) and all(len(item) >= _PHRASE for item in items)
    plain = named and (deeds or not any(map(_VERB.search, items)))
    return items if len(items) >= _LEAST and plain and not (goes_on or open_) else ()


def _of_another(match: re.Match[str], items: Sequence[str]) -> bool:
    """Whether another number of the sentence counts what is named behind 分别是: 3名干部到2个镇任职，
    分别是…."""
    if not _EACH_NAMED.search(match["intro"]):
        return False
    sentence = re.split("[。；]", match.string[: match.start()])[-1]
    return str(len(items)) in _NUMBER.findall(sentence)


def _may_be(items: Sequence[str], count: int) -> bool:
    """Whether so many things are named; 和 may join two, or stand inside a name."""
    joined = sum(len(_JOINED.findall(item)) for item in items)
    return len(items) <= count <= len(items) + joined


def _value(number: str) -> int:
    return int(number) if number.isdigit() else chinese_value(number.replace("两", "二"))
