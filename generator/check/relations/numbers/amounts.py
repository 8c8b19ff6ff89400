"""The numbers of a sentence with what they may be: an interval, a unit and a role."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from functools import cached_property

from msgspec import Struct

from generator.check.reader import Quantity
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_SCALES = (("万亿", 12), ("亿", 8), ("万", 4))
_BASES = {
    "名": ("人", 0),
    "位": ("人", 0),
    "例": ("人", 0),
    "吨": ("公斤", 3),
    "公里": ("米", 3),
    "千克": ("公斤", 0),
    "成": ("%", 1),
}
_MEASURED = regex(
    r"[元吨亩%‰米斤度里顷倍升克]$|公斤|千瓦|平方|立方|[百千]分点|微克|毫克|蒸吨|标准煤"
)
_MORE = ("余", "多", "以上", "超", "超过", "突破", "逾", "不低于", "不少于")
_LESS = ("不超过", "以下", "以内")
_WIDEST, _ABOUT = Decimal("1.5"), Decimal("0.1")
_CHANGED = (
    "增加|增长|增收|增支|增产|增多|同比增|上升|提高|提升|上涨|上浮|上调|攀升|回升|扩大|升高|加快"
    "|增幅|升幅|增速|涨幅|增长率|多收|多支|净增|净增加|净增长|净[调压转][增减升降]"
    "|激增|猛增|骤增|剧增|大增|反弹|下滑|滑落|萎缩|抬升|跃升|骤降|骤减|大减"
    "|递增|削减|锐减|递减|减少|减收|减支|减产|同比减|下降|降低|回落|下跌|下浮|下调|缩短|缩小|缩减|压减|压缩|压降|收窄"
    "|降幅|减幅|跌幅|下降率|少收|少支|净减|净减少|偏[多少高低]"
)
_DOWN = regex("负增|减|下滑|滑落|萎缩|骤降|下降|降低|回落|下跌|缩|少|低|降|跌|下浮|下调|收窄|压")
_FASTER = regex("快|提[速前]|早")
_TIMES = ("天", "日", "小时", "分钟", "秒", "个月", "工作日", "个工作日")
"""What is faster takes less of it."""
_UP = regex("[增升涨高多提快扩长攀跃超贵大加]|反弹|激|回暖|好转")
CHANGE = regex(
    rf"(?:(?:{_CHANGED})(?:额|幅度?|率)?|(?:比|较)[^，。；]*(?:多|高|少|低|升|降|增|减)"
    r"|[比较](?:上年|去年|前年|上[月季期]|年初|往年|以往|同期)[^，。；、\d]{0,6}(?<![成现到达出])了"
    r"|(?:同比|环比|[比较](?:上年|去年|上月|上季|年初|同期|(?:19|20)\d{2}年)[^，。；\d]{0,4}"
    r"|(?:上年|去年|同期|年)(?:的?基础|基数)上)[多少](?!于)[^，。；\d]{1,3}"
    r"|^(?:[件人户起次批宗]数|[一两二三四五六七八九十]年(?:[间来内里]|下来)?)?(?:多|高|少|低|快|慢|增|减|升|降))"
    r"(?:[了为约近均仅出于也都各同又则]|达到?|分别|依次|相应|同样)*$"
)
_MORE_THAN_BEFORE = regex(
    r"(?:同比|[比较](?:上年|去年|同期))[^，。；\d]{0,6}[多少高低增减升降](?:了|出|加)?$"
    r"|[比较](?:上年|去年|年初|同期)新增[^，。；]{0,8}$"
)
"""比上年户均多, of a change of an average and not of an average."""
_NO_CHANGE = regex(
    r"(?:(?<!年初)(?<!年末)(?<!上年)(?<!同期)新增|均增收|至少|不少|最多|最少|提前|核减"
    r"|(?:改造|巩固|质量|能力|提质|素质|学历)提[升高])(?:了|约|近|达)?$"
)
_EACH_OF = (
    "案件人户亩村县校笔次日月年班生组套件场期家车座栋个所床处项台头株单员棚"
    "园镇乡院店厂企社队站点馆课批例师块米只口井船起辆"
)
SPREAD = (
    "各(?:补助|补贴|奖励|奖补|安排|给予|发放|投入|配备|配套|拨付|下拨|下达|划拨|支持|资助|分配|出资|配置)"
    r"(?![^，。；]*(?:共|合计|分别))[^，。；、\d]{0,8}$"
)
_EACH = regex(
    r"^[^，。；都全皆其平年已也未均天\d]均(?:[为达约是]|达到)?$"
    rf"|每[^，。；]{{1,12}}$|[{_EACH_OF}]均[^，。；]{{0,10}}$"
    r"|平均[^，。；]{0,10}$|单(?:[个户座家台栋件笔场次头只株辆床吨方]|公里|平方米|千瓦)[^，。；]{0,8}$"
    r"|(?:公里|平方米|[吨亩床])(?:造价|建设?成本|投资强度)[为是约达]?$"
    r"|^(?:公里|平方米|[吨亩床户])投资额?[为是约达]?$"
    r"|单价[为是约达]?$|(?:单位|平均|综合)造价[为是约达]?$|均价[为是约达]?$|亩产[为是约达]?$|[日月]工资[为是约达]?$"
    r"|[时车航流]速[为是约达]?$|单产[为是约达]?$|标准[为是约达]?$|竞争比$|生师比$"
    r"|^(?![^，。；]*[共总])[^，。；\d]*(?<=[业人户家车])一次性(?:奖励|奖补|补助|补贴|给予)$"
    r"|([户人村支队组校家车店站厂])\1(?:都|均|各|配|有|达)*$"
    rf"|{SPREAD}"
)
SAID_OF_BEFORE = regex(
    r"^(?:而)?(?:(?:上年|去年)(?:同期|全年|同月)?(?:[为是]|只有|仅)+"
    r"|(?:上年|去年|前年|[一两三四五六七八九十]年[之以]?前|(?:19|20)\d{2}年)(?:同期|全年|[年底末初])*时?"
    r"(?:这[一个]|此|该)[^，。；、\d]{1,4}(?:[为是]|只有|仅)+)$"
)
"""上年为, of a number that is nothing but the value of the year before."""
_AVERAGE_COUNT = regex(
    "平均(?:常住|户籍|总|在岗|在职|在校|参保)*(?:人口|人数|职工|学生)(?:数|总数)?[为是约]?$"
)
"""按年平均常住人口327.64万人计算: a count of the year, and no average of anything."""
_ARRIVES = regex(
    r"(?:(?:[增减升降涨跌扩缩提压调变加长少高低短小大展多落善复浮滑跃攀]|收窄)[到至]|[整变降升高低展扩浮调少简并缩增减短长大]为|变成|发展成)了?"
    r"(?:\d{4}年[底末]?|今年|现在|目前|年[底末])?的?(?:约|近)?$"
)
_LEAVES = regex(r"(?:^|[^理缘来])[由从](?!此)[^，。；]*$")
_THRESHOLD = regex(r"^(?:以上|以下|以内|及以上)?(?:的|至|到|—|-|～)|^(?:以上|以下|及以上)")

_OF_MEAN_AGE = regex(
    "平均|均龄|寿命|中位|年龄(?:差|[由从为是])|[^，。；、\\d]了$|岁[^，。；]*到$|^(?:下降|上升|提高|降低|缩短|延长|减小)"
)
"""Years of age that are a value; else they name a group of people."""

_OF_A_CLASS = regex("的|(?:项目|企业|工程)$")
"""10亿元以上项目4个: what is named by its size, where its number follows."""


class Role(Enum):
    """What a number is by the words around it."""

    PLAIN = "plain"
    DELTA = "delta"
    EACH = "each"
    TARGET = "target"
    BASE = "base"
    BEFORE = "before"
    AFTER = "after"
    THRESHOLD = "threshold"
    SHARE = "share"
    GROWTH = "growth"
    POINTS = "points"


BALANCED = (Role.PLAIN, Role.DELTA, Role.TARGET)
"""What may stand in a balance."""


class Amount(Struct, frozen=True, dict=True):
    """A number of a sentence.

    ``base`` is the unit without 万 and 亿 (人 for 名), ``power`` what they stand for; ``low`` and
    ``high`` bound the value in ``base``: half of the last digit printed to both sides, nothing for
    things that are counted, more where 约, 余 or 以上 stand by. ``label`` is the words before,
    ``head`` those before the first of several numbers in a row (东村11户27人), ``tail`` those behind
    up to the next mark or number; ``clause`` and ``group`` number the pieces
    between commas and between semicolons of the sentence.
    """

    quantity: Quantity
    start: int
    end: int
    base: str
    power: int
    role: Role
    label: str
    head: str
    tail: str
    clause: int
    group: int

    @cached_property
    def value(self) -> Decimal:
        """The value in ``base``."""
        return EXACT.scaleb(self.quantity.value, self.power)

    @cached_property
    def half(self) -> Decimal:
        """Half of the last digit printed, in ``base``; 0 for what is counted."""
        counted = not self.power and not self.quantity.places and not measured(self.base)
        ulp = Decimal(1).scaleb(self.power - self.quantity.places)
        return Decimal(0) if counted else ulp / 2

    def bounds(self, half: Decimal | None = None) -> tuple[Decimal, Decimal]:
        """The least and the most it may be; ``half`` in place of half its own last digit."""
        qualifier = self.qualifier
        if qualifier in _MORE:
            return self.value, self.value * _WIDEST
        if qualifier in _LESS:
            return Decimal(0), self.value
        if qualifier:
            return self.value * (1 - _ABOUT), self.value * (1 + _ABOUT)
        margin = self.half if half is None else half
        return self.value - margin, self.value + margin

    @cached_property
    def qualifier(self) -> str:
        """约, 余, 以上 and the like; "" for an exact number."""
        if self.quantity.exact:
            return ""
        words = re.sub(r"[\d.,]", "", self.quantity.text)
        known = (*_MORE, *_LESS)
        return next((word for word in known if word in words), "约")

    @property
    def falls(self) -> bool:
        """Whether the words before a change say that it is a fall."""
        faster = self.base in _TIMES and bool(_FASTER.search(self.label[-6:]))
        return faster or bool(_DOWN.search(self.label[-6:]))

    @property
    def is_directed(self) -> bool:
        """Whether the words before a change say which way it goes: 便宜 and 相差 do not."""
        return self.falls or bool(_UP.search(self.label[-6:]))

    @property
    def text(self) -> str:
        """The number with its unit as printed."""
        return self.quantity.text

    def prints(self, value: Decimal, spare: int = 0) -> str:
        """A value in ``base`` as this number would print it: with its decimals (94.0% beside
        131.6%), and with up to ``spare`` where more are needed."""
        return self._printed(value, spare, self.quantity.places)

    def prints_briefly(self, value: Decimal, spare: int = 0) -> str:
        """A value in ``base`` in the unit of this number, with no more decimals than it needs: 40万元
        beside 500.0万元."""
        return self._printed(value, spare, 0)

    def _printed(self, value: Decimal, spare: int, least: int) -> str:
        """A value with as many decimals as are needed, from ``least`` to those of the number or
        ``spare``."""
        own = EXACT.scaleb(value, -self.power)
        places = max(self.quantity.places, spare)
        digits = f"{EXACT.quantize(own, Decimal(1).scaleb(-places)):f}"
        whole, point, decimals = digits.partition(".")
        decimals = decimals[:least] + decimals[least:].rstrip("0")
        return f"{whole}{point if decimals else ''}{decimals}{self.quantity.unit}"


def as_exact(amount: Amount) -> Amount:
    """A number as it is printed, where it is a level: 3%左右的目标, 未超过15.3亿元的限额."""
    return replace(amount, quantity=amount.quantity._replace(exact=True))


def in_unit_of(amount: Amount, other: Amount) -> Amount:
    """A number that prints no unit in that of another one, with its 万 or 亿."""
    quantity = amount.quantity._replace(unit=other.quantity.unit)
    return replace(amount, quantity=quantity, base=other.base, power=other.power)


def measured(base: str) -> bool:
    """Whether a unit is measured and not counted, so that its numbers are rounded."""
    return bool(_MEASURED.search(base))


def unit_of(unit: str) -> tuple[str, int]:
    """A unit without its 万 or 亿, and their power of ten: 万名 -> 人, 4."""
    scale = next((scale for scale in _SCALES if unit.startswith(scale[0])), ("", 0))
    base, power = _BASES.get(unit[len(scale[0]) :], (unit[len(scale[0]) :], 0))
    return base, scale[1] + power


def role_of(quantity: Quantity, label: str, tail: str) -> Role:
    """What the words around a number say that it is."""
    unit = quantity.unit
    if "百分点" in unit or "千分点" in unit:
        return Role.POINTS
    if unit in ("%", "‰", "成"):
        return _role_of_percent(label)
    if unit == "倍":
        return Role.GROWTH if CHANGE.search(label) else Role.PLAIN
    bounded = quantity.text.endswith(("以上", "以下", "以内"))
    if (unit in ("岁", "周岁") and not _OF_MEAN_AGE.search(label)) or (
        bounded and _OF_A_CLASS.match(tail)
    ):
        return Role.THRESHOLD
    return _role_by_words(unit, label, tail)


def _role_by_words(unit: str, label: str, tail: str) -> Role:
    if _ARRIVES.search(label):
        return Role.AFTER
    if _THRESHOLD.match(tail) and tail.startswith(("至", "到")):
        return Role.THRESHOLD
    if _MORE_THAN_BEFORE.search(label):
        return Role.DELTA
    if is_each(unit, label, tail):
        return Role.EACH
    if _is_change(label):
        return Role.DELTA
    if _LEAVES.search(label):
        return Role.BEFORE
    return Role.PLAIN


def is_each(unit: str, label: str, tail: str) -> bool:
    """Whether a number is a price or an average: 每亩500元, 500元/亩."""
    priced = tail.startswith(("/", "每")) and unit.endswith("元")
    counted = unit.endswith(("人", "名")) and bool(_AVERAGE_COUNT.search(label))
    return priced or (bool(_EACH.search(label)) and not counted)


def _is_change(label: str) -> bool:
    return bool(CHANGE.search(label)) and not _NO_CHANGE.search(label)


def _role_of_percent(label: str) -> Role:
    if _ARRIVES.search(label):
        return Role.AFTER
    if CHANGE.search(label) or label.endswith("改善"):
        return Role.GROWTH
    if _LEAVES.search(label):
        return Role.BEFORE
    return Role.SHARE
