"""The formats of GB/T 9704-2012: the general one, and where those of chapter 10 differ from it.

Lengths are in mm, type in pt. Strength as in ``gbt9704``: 规定 (must), 一般 (normally), 推荐
(recommended), 可以 (may), 实务 (practice: the standard says nothing).
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator.model.settings import FormatName

# 信函格式 (10.1)
LETTER_RULE_GAP = 4.0
"""From 发文机关标志 to the 红色双线 below it, 上粗下细 (10.1, 规定)."""
LETTER_RULE_LENGTH = 170.0
"""Length of both 红色双线, which stand in the middle of the sheet (10.1, 规定)."""
LETTER_FOOT_RULE = 20.0
"""From the lower edge of the sheet to the second 红色双线, 上细下粗, on page 1 (10.1, 规定)."""
LETTER_RULE_WEIGHT = 2.25
"""The thick line of a 红色双线 in pt; the thin one is the thinnest of word processors, 实务."""
LETTER_GAP = 7 / 8
"""Between a 红色双线 and the text beside it, in heights of 三号 (10.1, 规定).

发文字号 stands at the right edge of the 版心 on the first line below the rule, 份号, 密级 and 紧急程度
at its left edge, one below the other from the same line. The text of page 1 ends with the 版心, which
leaves more than this above the second rule.
"""
LETTER_MARK_LARGEST = 42.0
"""Type of the mark of a letter, 初号: there is less room above the text, 实务."""

# 命令（令）格式 (10.2)
LINES_BELOW_ORDER_MARK = 2
"""Empty lines between the mark and 令号, which is centred (10.2, 规定)."""

# 纪要格式 (10.3)
LINES_ABOVE_ATTENDANCE = 1
"""Empty lines between the text or 附件说明 and 出席 (10.3, 规定)."""
ATTENDANCE_INDENT = 2
"""字 at the left of 出席, 请假 and 列席; names begin one below the other behind the colon (10.3, 规定).

The label is 三号黑体 (一般), the names are 三号仿宋 (规定).
"""


class Format(Struct, frozen=True):
    """What differs between formats.

    ``mark_top`` is the top edge of 发文机关标志 from the top of the sheet; ``suffixes`` are what it
    may end with, the first where nobody says otherwise, () anything; ``lines_below`` are the empty
    lines between 版头 and what follows; ``titled`` says whether 标题 and 主送机关 stand there,
    ``first_number`` whether page 1 bears its number, ``issued`` whether 版记 names who issued it
    and when, between rules; ``red_line`` whether 版头 ends with 红色分隔线.
    """

    name: FormatName
    mark_top: float
    suffixes: tuple[str, ...] = ()
    lines_below: int = 2
    titled: bool = True
    first_number: bool = True
    issued: bool = True
    red_line: bool = True


GENERAL = Format("公文", mark_top=72.0, suffixes=("文件",))
"""35 mm below the 版心 (7.2.4, 规定); 标题 two lines below 红色分隔线 (7.3.1, 规定)."""
FORMATS: Mapping[FormatName, Format] = {
    "公文": GENERAL,
    # 10.1, 规定: 30 mm from the edge of the sheet; 标题 two lines below the last element above it;
    # no page number on page 1; 版记 without 印发机关, 印发日期 and rules
    "信函": Format(
        "信函",
        mark_top=30.0,
        suffixes=("",),
        first_number=False,
        issued=False,
        red_line=False,
    ),
    # 10.2, 规定: 20 mm below the 版心; full name with 命令 or 令; text two lines below 令号
    "命令": Format("命令", mark_top=57.0, suffixes=("令", "命令"), titled=False, red_line=False),
    # 10.3, 规定: 35 mm below the 版心; ×××××纪要. Its 红色分隔线 is that of 7.2.7
    "纪要": Format("纪要", mark_top=72.0, suffixes=("纪要",)),
}
"""By name. Red 小标宋 is recommended for the mark of each (10.1 to 10.3, 推荐)."""
