"""Words that stand for what report.yaml says: place, year, dates.

类别：报告的地方、年度和日期
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.figures import Figure
from generator.model import files
from generator.model.cell import PartialDate, Source
from generator.model.settings import Settings
from generator.report.settings_gaps import value_with_gaps


def place(settings: Settings) -> Mapping[str, str]:
    """The names of the place: name, short, level and what else report.yaml gives it.

    说明：本地的名称：place.name 全称，place.short 简称，以及 report.yaml 的 place 下填的其他各项。
    用法：{{ place.name }}是{{ place.city }}的{{ place.level }}，{{ place.short }}
    印出：清河县是云山市的县，我县
    """
    return _with_gaps(settings.place, "place")


def partner(settings: Settings) -> Mapping[str, str]:
    """The names of the partner place.

    说明：协作地区的名称：partner.name 全称，partner.short 简称，以及 report.yaml 的 partner 下填的其他各项。
    用法：{{ partner.city }}{{ partner.name }}
    印出：海门市东湖区
    """
    return _with_gaps(settings.partner, "partner")


def year(settings: Settings) -> Figure:
    """The year of the report.

    说明：报告的年度。
    用法：{{ year }}
    印出：2023年
    """
    source = Source(files.REPORT, 0, "year")
    return Figure("公文.年度", "年度", Decimal(settings.year), "年", sources=(source,))


def next_year(settings: Settings) -> Figure:
    """The year after that of the report.

    说明：报告年度的下一年。
    用法：{{ next_year }}
    印出：2024年
    """
    return (year(settings) + 1).renamed(key="公文.下一年度", name="下一年度")


def last_year(settings: Settings) -> Figure:
    """The year before that of the report.

    说明：报告年度的上一年。
    用法：{{ last_year|num }}
    印出：2022
    """
    return (year(settings) - 1).renamed(key="公文.上一年度", name="上一年度")


def cutoff(settings: Settings) -> Figure:
    """The day up to which the data count.

    说明：数据截止日期，report.yaml 的 cutoff。
    用法：截至{{ cutoff|month }}底
    印出：截至10月底
    """
    day = settings.cutoff
    date = PartialDate(day.year, day.month, day.day) if day else None
    source = Source(files.REPORT, 0, "cutoff")
    return Figure("公文.数据截止日期", "数据截止日期", date, sources=(source,))


def _with_gaps(names: Mapping[str, str], item: str) -> Mapping[str, str]:
    return {name: value_with_gaps(value, f"{item}.{name}") for name, value in names.items()}
