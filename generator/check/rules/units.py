"""Units: amounts name their money, a unit stands once, ranges repeat % and 万.

The clauses of GB/T 15835-2011 meant here (numbers not checked against the printed standard):
4.1.1 and 5.3 units, 万 and 亿; 5.1.2 the leading 0; 5.1.3 ranges; 5.1.7 half-width digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.check.finding import Finding
from generator.check.passages import prose
from generator.check.reader import masked
from generator.check.rules.matches import finding_at, in_prose, matches
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_MONEY_WORDS = r"(?:收入|支出|税收|贷款)(?:任务|目标|计划)?|资金|投资|金额|补助|补贴|奖补|捐款|折款|折价|产值|销售额|经费|费用|总价值|价值"
_BARE = regex(
    rf"(?:{_MONEY_WORDS})(?:约|近|达|共|共计|为)?"
    r"(?P<number>\d+(?:\.\d+)?[万亿])(?=[，。；、）)])"
    r"|(?<=万元)[，、；][^，、；。（）()\d]{2,16}"
    r"(?P<listed>\d+(?:\.\d+)?万)(?=[，、；。)）])"
)
_NAMES = "[事专款奖选立](?=项)|[场频班批](?=次)|[排署冠](?=名)"
"""What makes a word of a classifier: 审批事项62项 has its unit once."""
_TWICE = regex(
    r"人次(?P<number>\d+人)(?!次)"
    r"|(?:(?<![\u4e00-\u9fff])(?P<noun>户|期|场|家|所)"
    rf"|(?<![每各这那一两几首多])(?<!{_NAMES})(?P<same>人次|个|名|项|次))"
    r"数?(?P<twice>\d+(?:(?P=noun)|(?P=same)))(?=[，。；、）])"
)
_RANGE = regex(r"(?<![\d.])\d+(?:\.\d+)?[-—～~至]\d+(?:\.\d+)?(?:%|万|亿)")
_YEAR_RANGE = regex(r"(?:19|20)\d{2}[-—～~至](?:19|20)\d{2}")
_SMALL = regex(r"\d(?P<word>千|百|十)(?![米克瓦帕伏卡分余多])(?=[个元人户名亩])")
_DECIMAL = regex(r"(?<![\d.A-Za-z])\.\d")
_WIDE = regex(r"[０-９][０-９．％]*")
_MISWRITTEN = (
    (_SMALL, "阿拉伯数字后只能跟“万”“亿”"),
    (_DECIMAL, "小数点前要写0"),
    (_WIDE, "数字应当用半角"),
)
_BOTH = regex(r"(?:约|近|大约|将近)\d+(?:\.\d+)?[\u4e00-\u9fff%]{0,3}(?:左右|上下)")
_PERSONS = regex(r"(?<!\d)\d+户、(?P<number>\d+)(?=脱贫|贫困|群众|农民|农村|村民|劳动力|居民|困难)")
_finding = partial(finding_at, around=12)


def money_without_unit(subject: Subject) -> Iterator[Finding]:
    """An amount of money ends in 元.

    查：资金、投资、补助等词后面的金额只写到“万”“亿”，漏了“元”；“…万元”后面并列的金额只写“万”。
    不查：前面没有说钱的词，也不在金额后面并列的数（种植2万亩、3万株）。
    例：落实奖补资金50万，支持企业。 -> 金额“50万”缺“元”。
    依据：GB/T 15835—2011（规定）：量值要写出计量单位。
    """
    told = (passage for passage in subject.passages if passage.prose or passage.role == "row")
    for passage, match in matches(told, _BARE):
        group = "number" if match["number"] else "listed"
        amount = match[group]
        yield _finding(passage, match.span(group), f"金额“{amount}”缺“元”", amount + "元")


def unit_twice(subject: Subject) -> Iterator[Finding]:
    """A number has one unit, and it stands once.

    查：单位在数的前后各写一次（户30户），或者前后两个单位不同（人次80人）。
    不查：前面是“户数”“期数”这样的名称（户数30户）；单位只写一次的数（80人次）。
    例：培训干部人次80人。 -> “人次80人”单位重复或混用。
    依据：一个数一个单位（实务）。
    """
    for passage, match in in_prose(subject, _TWICE):
        if match["number"] or "数" not in match[0]:
            number = match["number"] or match["twice"]
            yield _finding(passage, match.span(), f"“{match[0]}”单位重复或混用", number)


def ranges(subject: Subject) -> Iterator[Finding]:
    """Both numbers of a range carry their %, 万 or 亿.

    查：范围里前一个数漏写“%”“万”“亿”（15—30%），供参考。
    不查：年份的起止（2018—2020年）；单位不是“%”“万”“亿”的范围（3000—5000元）。
    例：占比15—30%，比上年高。 -> 范围“15—30%”前一个数也要写“%”。
    依据：GB/T 15835—2011（规定）：表示范围时“%”“万”“亿”不能省略。
    """
    for passage, match in in_prose(subject, _RANGE):
        if not _YEAR_RANGE.match(match[0]):
            message = f"范围“{match[0]}”前一个数也要写“{match[0][-1]}”"
            yield _finding(passage, match.span(), message, severity=Severity.INFO)


def digits(subject: Subject) -> Iterator[Finding]:
    """Arabic digits are half-width, keep the 0 before the point, and are followed by no 千, 百 or 十.

    查：阿拉伯数字后面跟“千”“百”“十”（3千元）；小数点前漏写0（.5%）；全角数字（５万元）。
    不查：千米、千克、千瓦等计量单位；“万”“亿”；几十余、几百多这样的约数。
    例：投入3千元。 -> “3千”：阿拉伯数字后只能跟“万”“亿”。
    依据：GB/T 15835—2011（规定）：数值可以与“万”“亿”连用，小数点前的0不省略，数字用半角。
    """
    for passage in prose(subject.passages):
        for pattern, message in _MISWRITTEN:
            for match in pattern.finditer(passage.text):
                yield _finding(passage, match.span(), f"“{match[0]}”：{message}")


def two_qualifiers(subject: Subject) -> Iterator[Finding]:
    """An approximate number has one qualifier: 约 or 左右.

    查：同一个数前面有“约”“近”，后面又有“左右”“上下”。
    不查：分属两个数的概数词（约300人参加，400人左右参观）。
    例：约300人左右参加。 -> “约300人左右”概数词用了两个。
    依据：概数只用一个概数词（实务）。
    """
    for passage, match in matches(subject.passages, _BOTH):
        yield _finding(passage, match.span(), f"“{match[0]}”概数词用了两个")


def persons(subject: Subject) -> Iterator[Finding]:
    """A number of persons behind a number of households has its unit.

    查：“…户、…”后面的人数直接连着“群众”“劳动力”“脱贫”等词，漏了“名”“人”。
    不查：后面不是这些词的数（2000户8000人）；日期、书名号里的数。
    例：惠及8161户、30682脱贫群众。 -> “30682”后缺单位。
    依据：GB/T 15835—2011（规定）：量值要写出计量单位。
    """
    for passage in prose(subject.passages):
        for match in _PERSONS.finditer(masked(passage.text)):
            number = match["number"]
            yield _finding(passage, match.span(), f"“{number}”后缺单位", number + "名")
