"""What a cell or row of a sheet holds by itself: a number, a time, a heading, a remark."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.model.regex import regex
from generator.package.intake.characters import narrow
from generator.package.intake.grid import Grid, RawCell
from generator.package.intake.heads import plain_head
from generator.package.intake.table import NOTE
from generator.standard.wording.numbers import AFTER, BEFORE, INSIDE

INFORMATION = regex(
    r"(.{0,6}单位|.{0,4}时间|.{0,4}日期|.{0,2}部门|填.{0,2}人|电话)(?:[(（][^()（）]{1,6}[)）])?[:：]"
)
"""A line above the head that says who fills it in, when, in what unit."""
_NUMBER = regex(
    rf"(?:{'|'.join(BEFORE)})?\s*[-+]?[0-9][0-9,，.\s]*(?:{'|'.join(INSIDE)})?"
    rf"[^0-9\s，。；、:：]{{0,5}}?(?:{'|'.join(AFTER)})?"
)
_TIME = regex(
    r"(?:19|20)[0-9]{2}(?:年.*|[-./](?:0?[1-9]|1[0-2])(?:[-./].*)?)?"
    r"|[0-9]{1,2}月(?:份)?|第?[1-4]季度?|(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]"
)
"""Years, months and days."""
_NUMBERED = regex(r"[0-9]{1,2}\.\s*[\u4e00-\u9fff].*")
"""A label behind its number: 3.其他."""
_CONTACT = regex(r"1[0-9]{10}|0[0-9]{2,3}[0-9]{7,8}|[0-9]{17}[0-9Xx]")
"""Telephone and identity numbers, which nobody adds up."""
UNITS = {
    *("元", "万元", "亿元", "人", "人次", "名", "次", "个", "家", "所", "期", "场", "场次", "户"),
    *("项", "对", "座", "处", "亩", "万亩", "吨", "公里", "平方米", "%", "件", "台", "套", "批"),
}
"""Units that may stand alone in a cell."""
NO_HEADINGS = {*UNITS, "是", "否", "有", "无", "—", "-", "/"}
"""What may stand over or between numbers and heads nothing."""


def is_numeric(cell: RawCell) -> bool:
    """Whether a cell holds a number, with its unit and qualifier perhaps; no day, month or
    telephone number."""
    if isinstance(cell.value, bool) or cell.value is None:
        return False
    if isinstance(cell.value, int | float):
        return _CONTACT.fullmatch(cell.text) is None
    if not isinstance(cell.value, str):
        return False
    return _is_number(narrow(cell.value).strip())


def is_time(text: str) -> bool:
    """Whether a text is a year, a month or a day."""
    return _TIME.fullmatch(narrow(text).strip()) is not None


def _is_number(text: str) -> bool:
    if (_TIME.fullmatch(text) and not text.isdecimal()) or _NUMBERED.fullmatch(text):
        return False
    return _NUMBER.fullmatch(text) is not None and _CONTACT.fullmatch(text) is None


def can_be_head(cells: Mapping[int, RawCell]) -> bool:
    """Whether a row may be part of a head: several cells, none of them a number."""
    return len(cells) > 1 and not any(counts(cell) for cell in cells.values())


def counts(cell: RawCell) -> bool:
    """Whether a cell holds a number that is no year."""
    text = narrow(cell.text).strip()
    return is_numeric(cell) and re.fullmatch(r"(19|20)[0-9]{2}", text) is None


def is_note_row(grid: Grid, row: int) -> bool:
    """Whether a row is a remark below the table: 注：…, 填表人：…"""
    cells = grid.row(row)
    first = plain_head(cells[min(cells)].text)
    return NOTE.match(first) is not None or INFORMATION.match(first) is not None


def repeats_head(grid: Grid, row: int, head_rows: Sequence[int]) -> bool:
    """Whether a row is the head printed again, as at the top of a page."""
    cells = {column: plain_head(cell.text) for column, cell in grid.row(row).items()}
    return any(
        len(cells) > 1
        and cells == {column: plain_head(cell.text) for column, cell in grid.row(head).items()}
        for head in head_rows
    )
