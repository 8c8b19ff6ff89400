"""Words that print one figure in another way: numerals, money, shares, titles.

类别：写数
"""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from generator.figures import Figure
from generator.report.compose.printing import Printer
from generator.standard.wording import numbers, numerals


def number_of(figure: Figure) -> Decimal:
    """The number of a figure that must have one. Raises ValueError where it has none."""
    number = figure.number
    if number is None:
        raise ValueError(f"“{figure.name}”没有数")
    return number


def number_in_unit_of(now: Figure, other: Figure) -> Decimal:
    """The number of ``other`` in the unit of ``now`` where it converts (亿元, 万元), else as it
    stands (个, 家)."""
    try:
        return numbers.convert(number_of(other), other.unit, now.unit) or Decimal(0)
    except ValueError:
        return number_of(other)


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


def title(printer: Printer, figure: Figure | str) -> Markup:
    """The title of a document in 《》.

    说明：加书名号。
    用法：印发{{ 政策文件['方案'].标题|title }}
    印出：印发《协作工作方案》
    """
    return Markup("《") + printer(figure) + Markup("》")
