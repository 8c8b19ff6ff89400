"""Words that print one figure in another way: numerals, money, shares, dates."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from generator.figures import Figure
from generator.figures.figure import as_range
from generator.model.cell import PartialDate
from generator.report.compose.printing import Printer
from generator.standard.wording import dates, numbers, numerals


def number_of(figure: Figure) -> Decimal:
    """The number of a figure that must have one. Raises ValueError where it has none."""
    number = figure.number
    if number is None:
        raise ValueError(f"“{figure.name}”没有数")
    return number


def _date_of(figure: Figure) -> PartialDate:
    if not isinstance(figure.value, PartialDate):
        raise ValueError(f"“{figure.name}”不是日期")
    return figure.value


def cn(printer: Printer, figure: Figure) -> Markup:
    """The number in Chinese numerals, before its unit.

    说明：用汉字写数，“二”在量词前写“两”。
    用法：召开会议{{ f('会议.领导小组')|cn }}
    印出：召开会议两次
    """
    return printer.marked(
        figure, lambda shown: numerals.count_word(int(number_of(shown)), shown.unit)
    )


def money(printer: Printer, figure: Figure, unit: str = "auto") -> Markup:
    """An amount of money in 万元, from one 亿元 on in 亿元; ``unit`` asks for one of them.

    说明：不到一亿元写万元，一亿元以上写亿元；第二个参数可以指定“万元”或“亿元”。
    用法：销售{{ f('消费帮扶.销售')|money }}
    印出：销售1.18亿元
    用法：销售{{ f('消费帮扶.销售')|money('万元') }}
    印出：销售11800万元
    """

    def worded(shown: Figure) -> str:
        amount = numbers.convert(number_of(shown), shown.unit, "万元")
        return numbers.money(amount, unit=unit, places=shown.places)

    return printer.marked(figure, worded)


def pct(printer: Printer, part: Figure, whole: Figure, digits: int = 2) -> Markup:
    """The share of a part in a whole, in % with ``digits`` decimals at most.

    说明：前一个数占后一个数的比例，最多几位小数由第三个参数定，不写是两位。
    用法：脱贫人口占{{ pct(f('就业.脱贫'), f('就业.合计')) }}
    印出：脱贫人口占71%
    """
    share = part / whole * 100
    return printer(
        share.renamed(
            key=f"{part.key}占{whole.key}",
            name=f"{part.name}占{whole.name}的比例",
            unit="%",
            places=digits,
        )
    )


def per(printer: Printer, each: Figure, word: str) -> Markup:
    """An amount for each one of something.

    说明：每一个多少，单位后面加斜线和量词。
    用法：每村补助{{ per(f('资金.每村'), '村') }}
    印出：每村补助3万元/村
    """
    return printer(each.renamed(unit=f"{each.unit}/{word}"))


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


def title(printer: Printer, figure: Figure | str) -> Markup:
    """The title of a document in 《》.

    说明：加书名号。
    用法：印发{{ 政策文件['方案'].标题|title }}
    印出：印发《协作工作方案》
    """
    return Markup("《") + printer(figure) + Markup("》")
