"""Why a sheet as a whole may not belong into a package: it is of another place or another year, or
its numbers are of a part of the year or of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model.regex import regex
from generator.model.settings import Settings
from generator.package.bring.sheet_columns import of_year
from generator.package.bring.sheet_layout import SheetLayout
from generator.standard.divisions import mentions

_OWNER = regex(r"([\u4e00-\u9fff]{1,14}?[县市区旗])\s*(?:19|20)[0-9]{2}年")
"""A title that begins with a county, whether there is one of that name or not."""
_BETWEEN = regex("帮扶|支援|协作|对口|结对|(?<=[省市区县州旗])[与和赴]?")
"""What stands between two places of a title: 南开区帮扶青禾县."""
_FILLED_IN_BY = regex(
    r".{0,6}(?:单位|部门).{0,6}?[:：]\s*(?![各全本我该])([\u4e00-\u9fff]{2,14}?[县旗])"
)
"""A line that says of which county the office is that filled a sheet in."""
_YEAR = regex("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SHORT_YEAR = regex("^(?:[\u4e00-\u9fff]{0,13}[县市区旗州])?([0-9]{2})年")
_SPELLED_YEAR = regex("二[〇○零][〇○零一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_LAST_YEAR = regex("^(?:[\u4e00-\u9fff]{0,13}[县市区旗州])?(?:上年度?|去年度?|上一年度?)(?!同期)")
_MONTHS = regex(r"(?<![0-9])(1[0-2]|0?[1-9])月?份?\s*[-—–－~～至到]+\s*(1[0-2]|0?[1-9])月")
_PARTS = (("上半年", 1, 6), ("下半年", 7, 12), ("前三季度", 1, 9), ("前两季度", 1, 6))
_QUARTER = regex("(?<!前)第?([一二三四1-4])季度")
_SPAN_OR_END = regex(
    r"(?:[0-9]{1,2}月?份?[底末]?\s*[-—–－~～至到]+\s*|截[至止到]*\s*于?\s*|[至到]\s*)"
    r"(?:(?:19|20)?[0-9]{2}年)?\s*[0-9]{1,2}月"
)
"""Months that are the two ends of a span, or its end."""
_MONTH = regex(
    r"(?<![0-9.])(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?![0-9底末止前起以来])"
)
"""A month by itself: 2024年11月情况表."""
_DAY_ALONE = regex(r"[(（]?(?:19|20)?[0-9]{2}年[0-9]{1,2}月[)）]?")
"""A line that says no more than when the sheet was made."""
_PLAN = regex(
    "(?:计划|预算|任务|目标)表|计划数|预计数|(?:计划|任务|目标|指标)(?:分解|分配|下达)(?:情况|一览|明细|统计|汇总)*表"
)
"""A title of numbers that are meant to be."""


def sheet_faults(layout: SheetLayout, settings: Settings) -> Iterator[str]:
    """What speaks against a sheet: the place and the year of its title, of the lines that say who
    filled it in and when, and of its name and file where the title says none."""
    titles = layout.titles or (layout.title, layout.sheet.file)
    yield from _other_owners(titles, layout, settings)
    yield from _other_years(titles, layout, settings.year)


def number_faults(layout: SheetLayout, settings: Settings) -> Iterator[str]:
    """What speaks against the numbers of a sheet, though its rows may well be records: they are of
    several years, of a part of the year, of a plan."""
    titles = layout.titles or (layout.title,)
    yield from _earlier_years_beside(titles, layout, settings.year)
    yield from _other_parts((*titles, *layout.informed), settings)
    months = [said for title in titles for said in _months_in(title)]
    if months:
        yield f"表题写的是{months[0]}，不知道是不是只有这一个月的数"
    plans = [match[0] for title in titles for match in _PLAN.finditer(title)]
    if plans:
        yield f"表题写的是“{plans[0]}”，不知道是不是实际完成的数"


def _earlier_years_beside(titles: Sequence[str], layout: SheetLayout, year: int) -> Iterator[str]:
    """The earlier years that titles name beside that of the report, where no heading parts them."""
    years = {stated for title in titles for stated in _years_in(title, year)}
    earlier = sorted(stated for stated in years if stated < year)
    if year not in years or not earlier:
        return
    headings = _headings(layout)
    if not any(headings & of_year(stated) for stated in earlier):
        yield f"表题还写着{'、'.join(map(str, earlier))}年，不知道是不是{year}年一年的数"


def _other_parts(lines: Sequence[str], settings: Settings) -> Iterator[str]:
    """The first part of a year that lines name and that is not the one up to the cutoff."""
    cutoff = settings.cutoff.month if settings.cutoff is not None else 12
    named = (part for line in lines for part in parts_of_year(line))
    for said, first, last in named:
        if (first, last) != (1, cutoff):
            yield f"表上写的是{said}，报告的数到{cutoff}月底，不知道是不是要的数"
            return


def _headings(layout: SheetLayout) -> set[str]:
    """All that stands in the head of a sheet."""
    return {head for texts in layout.heads.values() for head in texts}


def parts_of_year(text: str) -> Iterator[tuple[str, int, int]]:
    """The parts of a year that a line names, with their first and last month."""
    for match in _MONTHS.finditer(text):
        yield match[0], int(match[1]), int(match[2])
    for word, first, last in _PARTS:
        if word in text:
            yield word, first, last
    for match in _QUARTER.finditer(text):
        last = 3 * int(match[1].translate(_DIGITS))
        yield match[0], last - 2, last


def _months_in(title: str) -> Iterator[str]:
    """The single months that a title names, with words beside them."""
    if _DAY_ALONE.fullmatch(title.strip()) is None:
        yield from (match[0] for match in _MONTH.finditer(_SPAN_OR_END.sub("", title)))


def _years_in(text: str, year: int) -> Iterator[int]:
    """The years that a title names: 2022, 二〇二二年, 22年 or 上年 where it begins so."""
    plain = _SPELLED_YEAR.sub(lambda match: match[0].translate(_DIGITS), text)
    yield from (int(stated) for stated in _YEAR.findall(plain))
    for match in _SHORT_YEAR.finditer(plain):
        yield year // 100 * 100 + int(match[1])
    if _LAST_YEAR.match(plain):
        yield year - 1


def _other_years(titles: Sequence[str], layout: SheetLayout, year: int) -> Iterator[str]:
    """The years of titles, where neither they nor a heading name that of the report; where titles
    name none, earlier years of what else tells of the sheet."""
    if _headings(layout) & of_year(year):
        return
    years = {stated for title in titles for stated in _years_in(title, year)}
    if years and year not in years:
        stated = "、".join(map(str, sorted(years)))
        yield f"表题写的是{stated}年，报告是{year}年的"
    if years:
        return
    for what, text in _beside(layout):
        beside = set(_years_in(text, year))
        if beside and max(beside) < year:
            yield f"{what}写的是{max(beside)}年，报告是{year}年的"
            return


def _beside(layout: SheetLayout) -> Iterator[tuple[str, str]]:
    """What tells of a sheet beside its title, and what it is."""
    yield from (("表上", line) for line in layout.informed)
    yield "工作表名", layout.sheet.name
    yield "文件名", re.split(r"[/\\]", layout.sheet.file)[-1].rsplit(".", 1)[0]


def _other_owners(titles: Sequence[str], layout: SheetLayout, settings: Settings) -> Iterator[str]:
    """The counties, districts and cities of titles that are neither the place nor its partner, nor
    above them; where no title names the place, those of what else tells of the sheet."""
    own = "、".join((*settings.place.values(), *settings.partner.values()))
    for title in titles:
        begins = _OWNER.match(title)
        foreign = _foreign(title, begins.groups() if begins else (), own)
        if foreign:
            yield f"表题写的是{foreign}"
            return
    if any(settings.place.get("name", "—") in title for title in titles):
        return
    for what, text in _beside(layout):
        filled_in = _FILLED_IN_BY.match(text)
        foreign = _foreign(text, filled_in.groups() if filled_in else (), own)
        if foreign:
            yield f"{what}写的是{foreign}"
            return


def _foreign(text: str, begins: Sequence[str], own: str) -> str:
    """The first place that a text begins with or names and that is not among ``own``; "" for
    none."""
    named = [text[mention.start : mention.end] for mention in mentions(text)]
    last = [name for name in begins if not _ends_with(name, own)]
    return next((name for name in (*last, *named) if name not in own), "")


def _ends_with(begins: str, own: str) -> bool:
    """Whether the last of several places is among ``own``."""
    parts = list(filter(None, _BETWEEN.split(begins)))
    return len(parts) > 1 and parts[-1] in own
