"""Labels as departments write them, compared with those of the form and the figures."""

from __future__ import annotations

import re

from msgspec import Struct
from rapidfuzz import fuzz

from generator.model.regex import regex
from generator.package.intake.characters import narrow
from generator.package.intake.labels import folded

_YEAR = regex(r"(?:19|20)[0-9]{2}年?度?|本年度?")
_UNIT = regex(r"[(（\[]\s*(?:单位[:：])?\s*([^()（）\[\]]{1,8})\s*[)）\]]\s*$")
_MEASURE = regex(
    r"(?:单位[:：])?(?:百万|千万|万|亿|千)?(?:元|美元|人次|人|名|位|次|个|家|所|期|场次|场|户次|户|村|项|对|座|处"
    r"|亩次|亩|公顷|吨|公斤|千克|斤|平方米|平方公里|立方米|公里|千米|米|[㎡%‰]|个?百分点|件|台套|台|套|批|类|种|份"
    r"|条|篇|本|册|辆|艘|株|棵|头只?|只|匹|羽|条|间|孔|眼|口|床|张|枚|支|天|日|月|年|小时|学时|课时|倍|分|千瓦时?"
    r"|度|[是有][/、][否无]|[人户个项家所][/、][次个项家所人户])"
)
"""What in brackets behind a label is its unit, and no limit of what is counted (计划, 脱贫户)."""
_BARE = regex(
    rf"[约近超]?[-+]?[0-9][0-9,，.\s]*[余多]?(?:{_MEASURE.pattern})?(?<![日天月年])", re.DOTALL
)
"""A number, with its unit perhaps: no name of anything."""
_COUNTED = regex(r"(?<=..)(?:人次|人数|个数|次数|期数|金额|数量|总数|总额|数|额)$")
"""What a label says only because something is counted: 学校数 → 学校."""
_TABLE_WORDS = regex(
    r"(?:情况|工作|基本|信息|花名册|名单|名册|一览表?|统计|汇总|台账|明细|清单|登记|目录|表)+$"
)
"""What the title of a sheet says only because it is one."""
_INCLUDED = regex(r"[(（]含([^()（）]+?)等?[)）]")
_WHOLE, _PART = 100, 0.7
NEAR = 0.72
"""Labels that are less alike are not proposed."""


class LabelReader(Struct, frozen=True):
    """Labels without what says only whose and of which year they are: ``words`` are the proper
    names of the place and its partner."""

    words: tuple[str, ...]

    def plain(self, label: str) -> str:
        """A label without numbering, blanks, marks, years, unit and proper names."""
        return self._folded(without_unit(label), label)

    def _folded(self, text: str, label: str) -> str:
        text = _YEAR.sub("", text)
        for word in self.words:
            text = text.replace(word, "")
        return folded(text) or folded(label)

    def topic(self, title: str) -> str:
        """What a title speaks of: 2023年挂职干部花名册 → 挂职干部."""
        plain = self._folded(_UNIT.sub("", narrow(title).strip()), title)
        return _TABLE_WORDS.sub("", plain) or plain


def without_unit(label: str) -> str:
    """A label without the unit in brackets behind it."""
    text = narrow(label).strip()
    bracket = _UNIT.search(text)
    is_unit = bracket is None or _MEASURE.fullmatch("".join(bracket[1].split()))
    return _UNIT.sub("", text) if is_unit else text


def unit_in(label: str) -> str:
    """The unit that a label ends with: 学校数（所） → 所, "" for none."""
    match = _UNIT.search(narrow(label).strip())
    unit = match[1].strip() if match else ""
    return "" if re.search(r"[0-9]|含|不|其中|如|等|截至", unit) else unit


def is_bare_number(text: str) -> bool:
    """Whether a text is nothing but a number, with its unit perhaps, so that it names nothing."""
    return _BARE.fullmatch(narrow(text).strip()) is not None


def counted_in(plain: str) -> str:
    """The unit that the last word of a plain label says: 培训人次 → 人次, "" for none."""
    match = re.search("(人次|人数|次数|期数|户数)$", plain)
    return match[1].removesuffix("数") if match else ""


def without_count(plain: str) -> str:
    """A plain label without the word that says that something is counted."""
    return _COUNTED.sub("", plain)


def likeness(one: str, two: str) -> float:
    """How alike two plain labels are, 1 for the same but for the words of counting."""
    left, right = without_count(one), without_count(two)
    if left == right:
        return 1.0
    whole = fuzz.ratio(left, right) / _WHOLE
    short, long = sorted((left, right), key=len)
    if len(short) >= 4 and short in long:
        return max(whole, 0.8)
    parts = fuzz.partial_ratio(left, right) / _WHOLE if len(short) >= 4 else 0.0
    return max(whole, 0.9 * parts)


def included_in(label: str, word: str) -> bool:
    """Whether a label says that it includes what a word names: …（含教师、医生等） and 支教教师."""
    listed = [part for match in _INCLUDED.findall(label) for part in re.split("[、，,]", match)]
    return any(len(part) > 1 and part in word for part in listed)


def has_part(word: str, part: str) -> bool:
    """Whether most letters of a plain label stand in a word."""
    letters = set(without_count(part))
    return len(letters & set(word)) >= _PART * len(letters)
