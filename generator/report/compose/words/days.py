"""Words that print dates and spans of dates, as precise as they were filed.

类别：写日期
"""

from __future__ import annotations

from markupsafe import Markup

from generator.figures import Figure
from generator.figures.figure import as_range
from generator.model.cell import PartialDate
from generator.report.compose.printing import Printer
from generator.standard.wording import dates


def day(printer: Printer, figure: Figure) -> Markup:
    """A date by month and day; with its year where that is not the report's.

    说明：某月某日；不是报告年度的，前面写年份。只填到月的写到月。
    用法：{{ 政策文件['方案'].日期|day }}印发
    印出：3月5日印发
    """
    return printer.marked(figure, lambda shown: dates.day(_date_of(shown), printer.year))


def month(printer: Printer, figure: Figure) -> Markup:
    """A date by its month; with its year where that is not the report's.

    说明：某月；不是报告年度的，前面写年份。
    用法：{{ 政策文件['方案'].日期|month }}印发
    印出：3月印发
    """
    return printer.marked(figure, lambda shown: dates.month(_date_of(shown), printer.year))


def ym(printer: Printer, figure: Figure) -> Markup:
    """A date by year and month.

    说明：某年某月，年份总是写。
    用法：{{ 政策文件['方案'].日期|ym }}印发
    印出：2023年3月印发
    """
    return printer.marked(figure, lambda shown: dates.month(_date_of(shown)))


def full_day(printer: Printer, figure: Figure) -> Markup:
    """A date by year, month and day.

    说明：某年某月某日；没有填到日的是错误。
    用法：{{ 政策文件['方案'].日期|full_day }}印发
    印出：2023年3月5日印发
    """
    return printer.marked(figure, lambda shown: dates.full_day(_date_of(shown)))


def drange(printer: Printer, start: Figure, end: Figure, style: str | None = None) -> Markup:
    """A span of dates; the start alone where there is no end. ``style`` is the sign between them,
    with 短 the month and the year are not repeated (None: as the report has it).

    说明：起止日期；没有结束日期的只写开始。第三个参数是连接号：“至”“—”“-”，后面加“短”的相同的单位只写一次。
    用法：{{ drange(互访['来访'].开始, 互访['来访'].结束) }}来访
    印出：10月12日—13日来访
    用法：{{ drange(互访['来访'].开始, 互访['来访'].结束, '-短') }}来访
    印出：10月12-13日来访
    """
    joined = printer.range_style if style is None else style
    return printer.marked(as_range(start, end), lambda shown: printer.date_range(shown, joined))


def _date_of(figure: Figure) -> PartialDate:
    if not isinstance(figure.value, PartialDate):
        raise ValueError(f"“{figure.name}”不是日期")
    return figure.value
