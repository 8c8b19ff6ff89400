"""Words that give a figure another unit or precision before it is printed.

类别：换单位和小数位数
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.figures import Figure
from generator.figures.figure import merged
from generator.standard.wording import numbers


def unit(figure: Figure, word: str) -> Figure:
    """The figure with another classifier, its number unchanged.

    说明：换一个量词，数不变；要换算的用 in_unit。
    用法：引进{{ f('企业.引进')|unit('户') }}
    印出：引进12户
    """
    return figure.renamed(unit=word)


def num(figure: Figure) -> Figure:
    """The figure without its unit.

    说明：只印数，不印单位。
    用法：引进{{ f('企业.引进')|num }}
    印出：引进12
    """
    return figure.renamed(unit="")


def decimals(figure: Figure, digits: int) -> Figure:
    """The figure with so many decimals at most.

    说明：最多印几位小数，四舍五入。
    用法：使用率{{ f('资金.使用率')|places(2) }}
    印出：使用率55.12%
    """
    return figure.renamed(places=digits)


def in_unit(figure: Figure, word: str) -> Figure:
    """The figure converted to another unit, exactly.

    说明：换算成另一个单位（万元、亿元等），不丢位数；换算不了的是错误。
    用法：销售{{ f('消费帮扶.销售')|in_unit('亿元') }}
    印出：销售1.18亿元
    """
    value = None if figure.number is None else numbers.convert(figure.number, figure.unit, word)
    return figure.renamed(value=value, unit=word)


def together(figures: Iterable[Figure]) -> Figure:
    """One figure for several of the same value, told once: the cells of all of them are its
    sources.

    说明：几处相同的数只写一次，来源是所有这些格；用于合写。
    用法：{{ together([政策文件['方案'].发文机关, 政策文件['意见'].发文机关]) }}
    印出：县政府
    """
    first, *others = figures
    return first.renamed(sources=merged(first.sources, *(figure.sources for figure in others)))
