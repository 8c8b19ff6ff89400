"""GB/T 9704-2012 (党政机关公文格式) as constants, each with its clause and strength.

Lengths are in mm, type in pt. Strength: 规定 (must), 一般 (normally), 推荐 (recommended), 实务 (practice:
the standard says nothing).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from generator.model.settings import FormatName
from generator.standard.formats import FORMATS, GENERAL, Format

MM = 1440 / 25.4
"""Twips in a millimetre."""

# 字号 (the standard gives 号 only; the points are those of Chinese word processors)
ER_HAO = 22.0
"""二号: 公文标题, 7.3.1, 一般."""
SAN_HAO = 16.0
"""三号: everything not stated otherwise, 5.2.2, 一般."""
SI_HAO = 14.0
"""四号: 版记 (7.4.2, 7.4.3) and page numbers (7.5), 一般."""
XIAO_SI = 12.0
"""小四: table text, 实务."""
WU_HAO = 10.5
"""五号: table text where there is much of it, and the notes below tables, 实务."""

XIAO_WU, LIU_HAO = 9.0, 7.5
"""小五 and 六号: the text of tables of many columns, 实务."""

RED = "FF0000"
"""发文机关标志 (7.2.4, 推荐) and 红色分隔线 (7.2.7, 规定)."""

TYPE_AREA_BOTTOM = 262.0
"""Lower edge of the 版心 from the top of the sheet: 37 mm and 225 mm (5.2.1, 规定)."""

# 版头 (7.2)
MARK_LARGEST, MARK_SMALLEST = 52.0, 26.0
"""Type of 发文机关标志: 醒目, 美观, 庄重 (7.2.4); the sizes are 实务."""
MARK_NARROWEST = 0.66
"""The narrowest that the characters of a long mark are drawn, as a share of their width, 实务."""
LINES_BELOW_MARK = 2
"""Empty lines between the mark and 发文字号 or 签发人 (7.2.5, 规定)."""
RED_LINE_GAP = 4.0
"""From 发文字号 to 红色分隔线 (7.2.7, 规定); the line is as wide as the 版心."""
RED_LINE_WEIGHT = 2.25
"""Weight of 红色分隔线 in pt: 0.79 mm (not given; 实务 0.35 to 1 mm)."""
NUMBER_INDENT = SIGNER_INDENT = 1
"""字 at the left of the number and at the right of 签发人 in 上行文 (7.2.5, 7.2.6, 规定)."""
SIGNERS_PER_ROW = 2
"""Names of 签发人 in a row (7.2.6, 一般)."""

# 主体 (7.3)
TITLE_PITCH = ER_HAO + SAN_HAO * 7 / 8
"""A 行 of 标题 in pt: the height of its characters and 7/8 of 三号 (3.2, 规定)."""
TITLE_WIDTH = 20
"""Characters of 二号 in a line of 标题: 156 mm hold 20 (7.3.1: 回行 by meaning, 梯形 or 菱形, 规定)."""
LINES_BELOW_TITLE = 1
"""Empty lines between 标题 and 主送机关 (7.3.2, 规定); before the text where nobody is addressed (实务)."""
FIRST_LINE_INDENT = 2
"""字 at the beginning of a paragraph, of 附件说明 and of 附注 (7.3.3, 7.3.4, 7.3.6, 规定)."""
LINES_ABOVE_ANNEX_NOTE = 1
"""Empty lines between the text and 附件说明 (7.3.4, 规定)."""
LINES_ABOVE_SIGNATURE = 1
"""Empty lines above 发文机关署名 without a seal (7.3.5.2, 规定)."""
LINES_ABOVE_SEAL = 2
"""Empty lines above 发文机关署名 with a seal: one of 42 mm begins within a line of the text (7.3.5.1)."""
CLOSEST_PITCH, CLOSEST_TITLE_PITCH = SAN_HAO * 1.5, ER_HAO * 1.25
"""The closest lines in pt of a letter whose signature is to share a page with its text, 实务.

The standard allows to set lines closer but gives no limit (7.3.5.5, 可以).
"""
SEAL_DATE_INDENT = 4
"""字 at the right of 成文日期 with a seal; 署名 is centred on the date (7.3.5.1, 一般)."""
PLAIN_INDENT = 2
"""字 right of 署名 without a seal, and from its first character to the date's (7.3.5.2, 规定)."""
LINES_ABOVE_CHOP, LINES_BELOW_CHOP = 2, 1
"""Empty lines between the text and 签发人签名章, and between it and 成文日期 (7.3.5.3, 规定)."""
CHOP_INDENT = 4
"""字 at the right of 签名章 and of the date below it (7.3.5.3, 规定)."""
POST_GAP = 2
"""字 between 签发人职务, which stands level with the middle of the 签名章, and it (7.3.5.3, 规定)."""
CHOP_WIDTH, CHOP_HEIGHT = 30.0, 15.0
"""The room of a 签名章 in mm, 实务."""
LINES_BELOW_ANNEX_LABEL = 1
"""附件 stands on the first line of its page, its title on the third (7.3.7, 规定)."""

# 版记 (7.4)
THICK_RULE, THIN_RULE = 1.0, 0.75
"""First and last rule 0.35 mm, others 0.25 mm (7.4.1, 推荐): the nearest that Word draws, in pt."""
IMPRINT_INDENT = 1
"""字 at the left and right of 抄送 and 印发 (7.4.2, 7.4.3, 规定)."""

# 页码 (7.5)
PAGE_NUMBER_GAP = 7.0
"""From the lower edge of the 版心 to the 一字线 of the page number (7.5, 规定)."""
PAGE_NUMBER_INDENT = 1
"""字 at the right of an odd and at the left of an even number (7.5, 规定)."""


class Layout(Struct, frozen=True):
    """The geometry of a page: margins in mm, line pitch and the narrowing of characters in pt.

    ``pitch`` is exact. ``spacing`` is added to every character of the text, of ``size`` pt: Word's
    三号 is 16 pt, and 28 of them need 158 mm. ``area_bottom`` is the lower edge of the 版心 from the
    top of the sheet; ``header`` and ``footer`` are where these stand from the edges of the sheet,
    None where 7.5 says.
    """

    name: str
    top: float
    bottom: float
    left: float = 28.0
    right: float = 26.0
    pitch: float = 28.95
    spacing: float = -0.25
    page_width: float = 210.0
    page_height: float = 297.0
    lines: int = 22
    characters: int = 28
    size: float = SAN_HAO
    area_bottom: float = TYPE_AREA_BOTTOM
    header: float = 15.0
    footer: float | None = None

    @property
    def text_width(self) -> float:
        """Width of the 版心 in mm (5.2.1, 规定: 156)."""
        return self.page_width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Height of the body in mm (5.2.1, 规定: 225, 22 lines without the leading around them)."""
        return self.page_height - self.top - self.bottom

    @property
    def character(self) -> float:
        """Width of a 字 of the text in pt."""
        return self.size + self.spacing


PROFILES: Mapping[str, Layout] = {
    # 5.1 A4; 5.2.1 天头 37, 订口 28, 版心 156 × 225 (规定); 5.2.3 22 lines of 28 characters (一般)
    "gb9704": Layout("gb9704", top=37.0, bottom=35.0),
    # The model of GB/T 33476.2: 22 lines of 29.6 pt, half a leading above the first
    "gb33476": Layout("gb33476", top=34.58, bottom=32.58, pitch=29.6),
}


class Fonts(Struct, frozen=True):
    """The fonts by role.

    ``latin`` is the font of digits and Latin letters, "" for that of the text around them (then two
    digits are as wide as a character, and a line holds 28).
    """

    mark: str = "方正小标宋简体"  # 7.2.4, 推荐
    title: str = "方正小标宋简体"  # 7.3.1, 一般
    body: str = "仿宋_GB2312"  # 5.2.2, 一般
    heading1: str = "黑体"  # 7.3.3, 一般
    heading2: str = "楷体_GB2312"  # 7.3.3, 一般
    heading3: str = "仿宋_GB2312"  # 7.3.3, 一般
    heading4: str = "仿宋_GB2312"  # 7.3.3, 一般
    label: str = "黑体"  # 密级, 紧急程度 7.2.2, 7.2.3; 附件 7.3.7, 规定
    signer: str = "楷体_GB2312"  # 7.2.6, 规定
    subtitle: str = "楷体_GB2312"  # 实务
    page_number: str = "宋体"  # 7.5, 一般
    table: str = "仿宋_GB2312"  # 实务
    table_head: str = "黑体"  # 实务
    latin: str = ""


PageNumber = Literal["standard", "center", "none"]
"""Page numbers as 7.5 wants them (odd right, even left), in the middle, or none."""


class Look(Struct, frozen=True):
    """How a document is set: the geometry of its pages, its fonts, where page numbers stand, and
    the format of chapter 10."""

    layout: Layout = PROFILES["gb9704"]
    fonts: Fonts = Fonts()
    page_number: PageNumber = "standard"
    format: Format = GENERAL

    @classmethod
    def named(
        cls,
        profile: str,
        fonts: Mapping[str, str],
        page_number: PageNumber,
        format_name: FormatName = GENERAL.name,
    ) -> Look:
        """The look that report.yaml asks for: a layout of PROFILES, fonts by role, a format.

        A role that is not named keeps its font. Raises KeyError for an unknown profile and
        TypeError for an unknown role.
        """
        return cls(PROFILES[profile], Fonts(**fonts), page_number, FORMATS[format_name])


STANDARD = Look()
"""The standard's own look."""


ALTERNATIVES: Mapping[str, str] = {
    "方正小标宋简体": "方正小标宋_GBK",
    "方正小标宋_GBK": "方正小标宋简体",
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "黑体": "SimHei",
    "宋体": "SimSun",
}
"""What a machine that lacks a font takes instead (written into the file's font table), 实务."""
