"""What was entered twice, and percentages that are none."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.finding import Finding, cell_side
from generator.check.reader import spoken
from generator.check.subject import Subject
from generator.model.cell import Cell
from generator.model.dataset import Dataset, Record, Records
from generator.model.kind import FieldType
from generator.model.regex import regex
from generator.model.severity import Severity

_OF_A_WHOLE = regex("率|占|比例|比重|覆盖面")
"""How percentages of a whole are called; others (contents, changes) may have any size."""
_MAY_BE_SMALL = regex("[增降涨跌]|利率|失业|死亡|发生|返贫|人口.*率|百分点")
_MAY_EXCEED = regex("[增降涨跌]|完成|同比|环比|相当于|为上年")
_FARTHEST = 1000


def same_rows(subject: Subject) -> Iterator[Finding]:
    """No fact is entered twice.

    查：一个记录文件里有两行除了键以外全都相同，而且填了数：合计会多算一次；两行的键只差全角半角或空格，名称也一样。
    不查：没有数的行；只填了一格的行；有一格不同、键也不同的行；提纲自带的清单。
    例：funds.csv 第2行和第3行都是 蔬菜大棚、1286万元、产业，只有键不同
        -> funds.csv 第2行、第3行除了键以外全都相同，请核对是否填了两次。
    依据：一件事只登记一次（实务）。
    """
    if subject.draft is not None:
        for records in subject.draft.dataset.records.values():
            if not records.spec.carried:
                yield from _repeated(records)
                yield from _near_keys(records)


def _repeated(records: Records) -> Iterator[Finding]:
    alike: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for record in records:
        if _can_be_compared(records, record):
            alike[_facts(records, record)].append(record)
    for same in alike.values():
        if len(same) > 1:
            yield _same(records.spec.file, same)


def _near_keys(records: Records) -> Iterator[Finding]:
    """Rows whose keys differ in width and blanks alone, with one name, unless all else is alike:
    that is told of them anyway."""
    alike: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        name = _name(records, record)
        if name and record.cells[records.spec.key_field.name].raw:
            alike[_plain(record.key), _plain(name)].append(record)
    for same in alike.values():
        if len(same) > 1 and not _are_alike(records, same):
            yield _near(records.spec.file, same)


def _are_alike(records: Records, same: Sequence[Record]) -> bool:
    """Whether rows are alike in all else, which is said of them anyway."""
    facts = {_facts(records, record) for record in same}
    return len(facts) == 1 and _can_be_compared(records, same[0])


def _name(records: Records, record: Record) -> str:
    """What stands in the first column of words, "" for nothing."""
    words = (field.name for field in records.spec.fields if field.type is FieldType.TEXT)
    return next((record.cells[name].raw for name in words), "")


def _plain(words: str) -> str:
    """The words without blanks and full-width forms."""
    return "".join(unicodedata.normalize("NFKC", words).split())


def _near(file: str, records: Sequence[Record]) -> Finding:
    rows = "、".join(f"第{record.source.row}行" for record in records)
    keys = "".join(f"“{record.key}”" for record in records)
    message = f"{file} {rows}的键{keys}只差全角半角或空格，名称也一样，请核对是否填了两次。"
    sides = tuple(cell_side(record.source, record.key) for record in records)
    return Finding(Severity.WARNING, message, sides)


def _same(file: str, records: Sequence[Record]) -> Finding:
    rows = "、".join(f"第{record.source.row}行" for record in records)
    message = f"{file} {rows}除了键以外全都相同，请核对是否填了两次。"
    sides = tuple(cell_side(record.source, record.key) for record in records)
    return Finding(Severity.WARNING, message, sides)


def _facts(records: Records, record: Record) -> tuple[object, ...]:
    key = records.spec.key_field.name
    return tuple(cell.value for name, cell in record.cells.items() if name != key)


def _can_be_compared(records: Records, record: Record) -> bool:
    """Whether a record has a number, and something that says of what."""
    filled = [fact for fact in _facts(records, record) if fact is not None]
    return len(filled) > 1 and any(isinstance(fact, Decimal) for fact in filled)


def percentages(subject: Subject) -> Iterator[Finding]:
    """A cell of percent holds hundredths.

    查：单位是%的率、比例、占比填了小于1的数（0.935，像是没有乘以100），或者大于100的数（935，像是漏了
        小数点）。
    不查：写明%的（0.5%）；含量等不是率、比例的；增幅、降幅、利率、失业率、发生率等可以很小的；增幅、完成率等可以大于100的
        （大于1000的查）。
    例：资金使用率填0.935，单位% -> “资金使用率”填的是0.935%，像是没有乘以100，请核对。
    依据：百分数按百分之几填写（实务）。
    """
    if subject.draft is not None:
        for name, cell in _percent_cells(subject.draft.dataset):
            if isinstance(cell.value, Decimal) and "%" not in cell.raw and "％" not in cell.raw:
                yield from _percentage(name, cell, abs(cell.value))


def _percent_cells(dataset: Dataset) -> Iterator[tuple[str, Cell]]:
    """The cells whose unit is %, with what they are called."""
    for row in dataset.indicators:
        yield row.label or row.form.label, row.cell
    for figure in dataset.figures:
        yield figure.name, figure.cell
    for records in dataset.records.values():
        yield from _numbers(records)


def _numbers(records: Records) -> Iterator[tuple[str, Cell]]:
    """The cells of the columns of numbers, with the names of these."""
    columns = [field.name for field in records.spec.fields if field.type is FieldType.NUMBER]
    for record in records:
        for name in columns:
            yield name, record.cells[name]


def _percentage(name: str, cell: Cell, size: Decimal) -> Iterator[Finding]:
    if cell.unit != "%" or not _OF_A_WHOLE.search(name):
        return
    if guess := _guess(name, size):
        written = spoken(cell.value) if isinstance(cell.value, Decimal) else cell.raw
        message = f"“{name}”填的是{written}%，{guess}，请核对。"
        side = cell_side(cell.source, f"{written}%")
        yield Finding(Severity.WARNING, message, (side,))


def _guess(name: str, size: Decimal) -> str:
    """What seems to have gone wrong with a percentage of this size; "" where nothing does."""
    if 0 < size < 1 and not _MAY_BE_SMALL.search(name):
        return "像是没有乘以100"
    most = _FARTHEST if _MAY_EXCEED.search(name) else 100
    return "像是漏了小数点" if size > most else ""
