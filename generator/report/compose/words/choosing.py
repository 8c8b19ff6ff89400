"""Words that choose and arrange the records of a file.

类别：选记录
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup

from generator.figures import RecordGroup, RecordSet, RowView
from generator.model.cell import PartialDate, Scalar
from generator.report.compose import block_marks


def where(records: RecordSet, **wanted: object) -> RecordSet:
    """The records whose fields hold the wanted values (none: those that are blank).

    说明：按列的值选记录，几个条件要都成立；写 none 选这一列没有填的。选用的格也是来源。
    用法：{% for 行 in 政策文件|where(方式='印发') %}{{ 行.标题 }}{% endfor %}
    印出：协作工作方案
    """
    return records.filtered(**wanted)


def group(records: RecordSet, field: str) -> tuple[RecordGroup, ...]:
    """The records by the values of a field, in the order of the file; blank cells form no group.

    说明：按一列的值分组，次序同文件；每组有 label（这个值）和 rows（组里的记录）。没有填的不成组。
    用法：{% for 组 in 互访|group('方向') %}{{ 组.label }}{{ 计数(组.rows)|unit('次') }}；{% endfor %}
    印出：东到西1次；西到东1次；
    """
    return records.grouped(field)


def by(records: RecordSet | Iterable[RowView], field: str) -> RecordSet | list[RowView]:
    """The records in the order of a field, those that are blank last.

    说明：按一列从早到晚、从小到大排，一样的照文件里的次序；没有填的排在最后。
    用法：{% for 行 in 互访|by('开始') %}{{ 行.姓名 }}{% endfor %}
    印出：李四张三
    """
    rows = sorted(records, key=lambda row: _rank(row.figure(field).value))
    if isinstance(records, RecordSet):
        return RecordSet(tuple(rows), records.spec, records.selection)
    return rows


def _rank(value: Scalar | None) -> tuple[bool, tuple[int, ...], Decimal]:
    if isinstance(value, PartialDate):
        return False, (value.year, value.month, value.day), Decimal(0)
    if isinstance(value, Decimal):
        return False, (), value
    return True, (), Decimal(0)


def anchor(row: RowView) -> Markup:
    """The identity of a paragraph that stands for a record; it prints nothing.

    说明：写在一条记录的段落开头，本身不印。这样记录增减、换位时，这一段还是这一段，人改过的话不会错到别处。
    用法：{{ anchor(政策文件['方案']) }}印发{{ 政策文件['方案'].标题|title }}
    印出：印发《协作工作方案》
    """
    return Markup(block_marks.anchor(row.key))
