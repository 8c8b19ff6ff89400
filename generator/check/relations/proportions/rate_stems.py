"""How well the words by a number fit the name of a rate: 开工率 and 已开工26个."""

from __future__ import annotations

from collections.abc import Sequence

from generator.check.relations.algebra.holding import fills
from generator.check.relations.numbers.amounts import Amount
from generator.model.regex import regex

RATE = regex(
    r"(?P<stem>[^，。；、\d的]{1,14}?)(?:率|进度|密度|完成度|比例|比重|(?<=亏损|盈利|增长|下降|上升|回升)面)(?:约|已|均|仅|也|就|分别)*"
    r"(?:为|达到?|是|实现|提升至|达|高达|只有)*(?:约)?$"
)
OPEN_PART = regex("未|尚|正在|在建|在办|拟|欠|剩余|结余|余下|待")
NOTICED = "发现|排查|查出|检出"
STAGE = regex("^已|竣工|完工|开工|办结|审结|逮捕|起诉|验收")
ANNOUNCED = regex(
    "应|总|任务|送审|计划|目标|安排|下达|到位|预算|共|批复|受理|报名|参考|常住|户籍|监测|接收|收到|提交"
)
_TOGETHER = regex("(?:[两三四五]项)?(?:[共总合]计?|累计)")
_ALSO = {
    "完工": "完成|竣工",
    "竣工": "完成|完工",
    "开工": "启动",
    "拨付": "支付|已拨",
    "支付": "已支|拨付",
    "支出": "已支|完成支出",
    "执行": "支出|使用|执行|支付|拨付",
    "升学": "升入|升学",
    "使用": "支出|已用",
    "到位": "实际到位|到位",
    "参与": "参加",
    "办理": "办结",
    "成活": "成活|存活",
}
_GENERIC = regex("资金|预算|项目|目标|任务|人员|全年|总体|整体|完成$|资产$|问题")
TELLING, _LETTERS = 2, 2
_WAY = regex(
    "按期|按时|及时|准时|如期|限时|审限|期限内|时限内|首次|一次性|提前|超期|逾期|自行|当场|当庭|无公害|绿色"
)
_OF_THIS_TIME = regex("本年|当年|年内|本月|当月|本季|本次|首批")
_CHARS = 1
"""How well words fit a stem of which they hold only the single characters."""


def own_words(stem: str) -> str:
    """The name of a rate without 率 and without the words that any rate may have; "" for none."""
    return _GENERIC.sub("", stem)


def bare(stem: str) -> str:
    """The own words of a rate's name; all of it where it has none."""
    return own_words(stem) or stem


def likeness(amount: Amount, stem: str) -> int:
    """How many characters of a rate's name stand in a row by a number; 0 where none tell.

    结案率 also means 审结 138件: then, and where the single characters stand there, it is 1.
    """
    words = amount.label + amount.tail.partition("中")[0]
    name = bare(stem)
    longest = _in_a_row(name, words)
    if longest >= TELLING:
        return longest
    last = name[-_LETTERS:]
    others = [other for other in _ALSO.get(last, "").split("|") if other]
    others += [f"{verb}{char}" for verb in ("审", "已", "办", "审执") for char in last]
    chars = len(last) == _LETTERS and all(char in words for char in last)
    return _CHARS if chars or any(other in words for other in others) else 0


def _in_a_row(name: str, words: str) -> int:
    """The length of the longest piece of a name that the words hold."""
    for size in range(len(name), 1, -1):
        if any(name[at : at + size] in words for at in range(len(name) - size + 1)):
            return size
    return 0


def is_of_another_way(near: Sequence[Amount], stem: str) -> bool:
    """Whether a rate says of what was done how, and no number before does: 结案750件，法定审限内结案率99.1%;
    本年到位资金1200万元，累计到位率83.3%."""
    ways = _WAY.findall(stem)
    said = "".join(amount.label + amount.tail for amount in near)
    then = "累计" in stem and bool(near) and bool(_OF_THIS_TIME.search(near[-1].label))
    return then or (bool(ways) and not any(way[:_LETTERS] in said for way in ways))


def with_all(near: Sequence[Amount], part: Amount) -> Amount:
    """A part, or the total just behind it that it fills with others: 到位债券5000万元、自筹1450万元，共6450
    万元."""
    last = near[-1]
    row = [a for a in near if part.start <= a.start < last.start and a.base == last.base]
    filled = len(row) > 1 and fills(row, last) and bool(_TOGETHER.match(last.label))
    return last if filled else part
