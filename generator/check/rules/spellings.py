"""How document numbers, years, names and counts are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from generator.check.finding import Finding
from generator.check.passages import prose
from generator.check.reader import split
from generator.check.rules.matches import finding_at, in_prose, matches
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_SERIAL = regex(
    r"(?<=[\u4e00-\u9fff])(?<![书证照告令单表册])(?:"
    r"(?P<bracket>[﹝﹇［](?:19|20)?\d{2}[﹞﹈］])|〔(?P<short>\d{2})〕|〔(?:19|20)\d{2}〕)"
    r"\s?(?P<nth>第)?(?P<zero>0\d*|)\d*号"
)
_YEAR_WORD = regex(r"[一二三四五六七八九][○〇OoО0零一二三四五六七八九\d]{3}年")
_ZERO = regex("[○OoО0零]")
_DOT = regex(r"(?<=[\u4e00-\u9fff])[•．‧∙・](?=[\u4e00-\u9fff])")
_HOUSEHOLDS = regex(
    r"(?<!\d)\d{1,9}[名人位](?:脱贫|监测|贫困|低保|困难|特困|受灾|救助|农|搬迁|移民|种植|养殖){1,2}户(?=[，。；、）])"
)
_OF_WHICH = regex(
    r"(?P<before>(?<![\d.])\d{1,12}(?:\.\d{1,6})?[万亿]?[人户名个项家所件元亩])其中(?=[：:，\u4e00-\u9fff])"
)
_COUNT = regex(r"(?<![第\d.])(?P<digits>\d+)(?P<unit>[名个家所项位])(?=[\u4e00-\u9fff])")
_COUNT_WORD = regex(
    r"(?<=[，、和及])(?P<digits>[两三四五六七八九]|十[一二三四五六七八九]?)(?P<unit>[名个家所项位])(?=[\u4e00-\u9fff])"
)
_FIXED = regex("^[个项](?:方面|不|全面|代表|务必|确保|体系|自信|意识|清零|保障|落实)")
_MONTH = regex(r"(?P<first>(?:19|20)\d{2}年\d{1,2})(?P<dash>[-—～~至]+)(?:19|20)\d{2}年\d{1,2}月")
_finding = partial(finding_at, around=10)


def serial_numbers(subject: Subject) -> Iterator[Finding]:
    """A document number is 机关代字〔四位年份〕序号号, without 第 and leading 0.

    查：发文字号的年份不是四位（〔23〕）、括号用了﹝﹞、序号前加“第”、序号前补0（07号）。
    不查：方括号、圆括号（另有“发文字号”）；没有六角括号的编号；通知书、许可证、公告、令等的编号。
    例：青政发〔2023〕07号 -> 发文字号“〔2023〕07号”：序号不编虚位，写成7号。
    依据：GB/T 9704—2012 第7.2.5条（规定）：年份标全称，序号不加“第”字、不编虚位。
    """
    for passage, match in matches(subject.passages, _SERIAL):
        fault = _serial_fault(match)
        if fault:
            yield _finding(passage, match.span(), f"发文字号“{match[0]}”：{fault}")


def _serial_fault(match: re.Match[str]) -> str:
    """What is wrong with a document number; "" where nothing is."""
    if match["bracket"]:
        return "年份用六角括号〔〕"
    if match["short"]:
        return f"年份写全称，写成〔20{match['short']}〕"
    if match["nth"]:
        return "序号前不加“第”"
    if match["zero"]:
        number = re.sub(r".*\D(?=\d+号)", "", match[0]).lstrip("0")
        return f"序号不编虚位，写成{number}"
    return ""


def years_in_words(subject: Subject) -> Iterator[Finding]:
    """A year in Chinese numerals has 〇 for zero.

    查：汉字写的年份里用了“○”、数字0、字母O或“零”（二○二三年、二0二三年）。
    不查：用“〇”的；阿拉伯数字的年份。
    例：二0二三年十月 -> “二0二三年”里的“0”应写“〇”。
    依据：GB/T 15835—2011（规定）：用汉字书写的年份，零写成“〇”。
    """
    for passage, match in matches(subject.passages, _YEAR_WORD):
        if wrong := _ZERO.search(match[0]):
            message = f"“{match[0]}”里的“{wrong[0]}”应写“〇”"
            yield _finding(passage, match.span(), message, _ZERO.sub("〇", match[0]))


def dots_in_names(subject: Subject) -> Iterator[Finding]:
    """Between the parts of a name stands ·.

    查：人名、书名的间隔号写成“•”“．”“・”。
    不查：用“·”的；数字和字母之间的点。
    例：阿布都拉•买买提 -> 间隔号“•”应写“·”：阿布都拉•买买提。
    依据：GB/T 15834—2011 第4.14条（规定）：间隔号的形式是“·”。
    """
    for passage, match in matches(subject.passages, _DOT):
        start, end = max(0, match.start() - 4), min(len(passage.text), match.end() + 4)
        words = re.split("[，。；、（]", passage.text[start : match.start()])[-1]
        behind = re.split("[，。；、）]", passage.text[match.end() : end])[0]
        message = f"间隔号“{match[0]}”应写“·”：{words}{match[0]}{behind}"
        yield _finding(passage, match.span(), message, "·")


def households_by_name(subject: Subject) -> Iterator[Finding]:
    """Households are counted in 户, people in 名.

    查：“60名脱贫户”这样用“名”“人”“位”计户的。
    不查：后面是“户主”“户籍”的；“脱贫户人口”。
    例：吸纳60名脱贫户，增加收入。 -> “60名脱贫户”：户用“户”计，人用“名”计，请核对是户还是人。
    依据：量词与名词搭配（实务）。
    """
    for passage, match in in_prose(subject, _HOUSEHOLDS):
        message = f"“{match[0]}”：户用“户”计，人用“名”计，请核对是户还是人"
        yield _finding(passage, match.span(), message)


def comma_before_of_which(subject: Subject) -> Iterator[Finding]:
    """A comma stands before 其中.

    查：数量后面直接连着“其中”的（1204人其中：脱贫人口870人）。
    不查：前面有标点的；“在其中”。
    例：吸纳1204人其中：脱贫人口870人。 -> “1204人其中”：“其中”前加逗号。
    依据：GB/T 15834—2011（规定）：句内停顿用逗号。
    """
    for passage, match in in_prose(subject, _OF_WHICH):
        yield _finding(passage, match.span(), f"“{match[0]}”：“其中”前加逗号")


def mixed_numerals(subject: Subject) -> Iterator[Finding]:
    """Counts in one list are all in digits or all in words.

    查：同一句里并列的数量有的用阿拉伯数字、有的用汉字（2名干部，三名科员），供参考。
    不查：“三个方面”“两项”一类的固定说法；量词不同的。
    例：安排2名处级干部，三名科员。 -> 同一句里“2名”和“三名”数字写法不一。
    依据：GB/T 15835—2011（规定）：同类场合数字形式一致。
    """
    for passage in prose(subject.passages):
        for item, start in split(passage.text, "。；;"):
            digits = {match["unit"]: match for match in _COUNT.finditer(item)}
            for match in _COUNT_WORD.finditer(item):
                other = digits.get(match["unit"])
                if other and not _FIXED.match(item[match.end() - 1 :]):
                    message = f"同一句里“{other[0]}”和“{match[0]}”数字写法不一"
                    span = start + match.start(), start + match.end()
                    yield _finding(passage, span, message, severity=Severity.INFO)


def months_in_ranges(subject: Subject) -> Iterator[Finding]:
    """Both months of a range say 月.

    查：“2023年4-2023年9月”前一个月份漏写“月”；表格里的也查。
    不查：“2023年4-9月”。
    例：项目2023年4-2023年9月实施。 -> “2023年4-2023年9月”前一个月份漏写“月”。
    依据：GB/T 15835—2011（规定）：时间的起止写法一致。
    """
    for passage, match in matches(subject.passages, _MONTH):
        expected = match[0].replace(match["first"], match["first"] + "月", 1)
        message = f"“{match[0]}”前一个月份漏写“月”"
        yield _finding(passage, match.span(), message, expected)
