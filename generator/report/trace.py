"""Where every figure comes from and where it stands; and what in the report nobody vouches for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from generator.figures.plaintext import Line, lines
from generator.model import files
from generator.model.cell import Source
from generator.model.dataset import Dataset, Name, Records
from generator.model.document import Document, Mark, Text, plain
from generator.model.kind import FieldType, Kind
from generator.model.regex import regex
from generator.model.rollup import RollUp

Voucher = Literal["bound", "claimed", "name", "literal"]
VOUCHERS: dict[Voucher, str] = {
    "bound": "随数据",
    "claimed": "人工写入并指明键",
    "name": "名称、编号",
    "literal": "无来源",
}

CLASSIFIERS = "个名家项次期座处所对位条件类种户栋亩株台套批轮场篇份倍"
_NUMBER = regex(rf"\d+(?:\.\d+)?|[一二三四五六七八九十百千万亿两]+(?=[{CLASSIFIERS}])")
_NAME_PATTERNS = (
    regex(r"《[^《》]*》"),
    regex(r"〔\d{4}〕\d+号"),
    regex(r"第(?:\d+|[一二三四五六七八九十百]+)"),
)
ARRANGING = (FieldType.KEY, FieldType.FIGURE_KEY, FieldType.CHOICE, FieldType.FLAG)
"""The types of columns that are not printed."""
_TEXT_BLOCK = regex(rf"[^/]*/{files.TEXTS}([^\[~#]+)")
"""How the id of a block begins in which a people's text stands, and the name of the text."""
NO_REASON = "提纲和本地文字都没有用到它"


class Occurrence(Struct, frozen=True):
    """A figure in the report: what is printed, its identity, and the line it stands in."""

    text: str
    mark: Mark
    line: Line


class Number(Struct, frozen=True):
    """A number in the report, who vouches for it, and at which character of its line it begins."""

    text: str
    voucher: Voucher
    line: Line
    start: int = 0


class Unplaced(Struct, frozen=True):
    """A filled cell that the report prints nowhere, and why."""

    what: str
    source: Source
    reason: str


def occurrences(document: Document) -> Iterator[Occurrence]:
    """Every bound, claimed or missing figure, in the order of the report."""
    for line in lines(document):
        for run in line.text:
            if run.mark and run.mark.origin != "name":
                yield Occurrence(run.text, run.mark, line)


def gaps(document: Document) -> list[Occurrence]:
    """The unknown figures that a sentence could not do without."""
    return [
        Occurrence(run.text, run.mark, line)
        for line in lines(document)
        for run in line.text
        if run.mark and run.mark.origin == "gap"
    ]


def numbers(document: Document, names: Sequence[Name]) -> Iterator[Number]:
    """Every number that the report prints, by who vouches for it."""
    for line in lines(document):
        yield from numbers_of(line, names)


def numbers_of(line: Line, names: Sequence[Name]) -> Iterator[Number]:
    """The numbers of one line."""
    text = plain(line.text)
    owners = _owners(line.text)
    named = _named(text, names)
    for match in _NUMBER.finditer(text):
        voucher = _voucher(match.start(), owners, named)
        yield Number(match[0], voucher, line, match.start())


def _voucher(
    position: int, owners: Sequence[Mark | None], named: Iterable[tuple[int, int]]
) -> Voucher:
    """Who vouches for the number at a position of the line."""
    mark = owners[position]
    if mark is None:
        inside = any(start <= position < end for start, end in named)
        return "name" if inside else "literal"
    if mark.origin == "gap":  # it prints the name of what is missing
        return "name"
    return mark.origin


def _owners(text: Text) -> list[Mark | None]:
    """The mark of each character."""
    return [run.mark for run in text for _ in run.text]


def _named(text: str, names: Iterable[Name]) -> list[tuple[int, int]]:
    """The spans of titles, document numbers, ordinals and registered names."""
    spans = [match.span() for pattern in _NAME_PATTERNS for match in pattern.finditer(text)]
    for name in names:
        start = text.find(name.text)
        while start >= 0:
            spans.append((start, start + len(name.text)))
            start = text.find(name.text, start + 1)
    return spans


def unplaced(dataset: Dataset, kind: Kind, printed: Container[Source]) -> list[Unplaced]:
    """Every filled indicator, figure and record cell, and every text, that is not ``printed``
    (``printed_sources``), with the reason: the kind's, else the note in figures.csv."""
    notes = {figure.key: figure.note for figure in dataset.figures}
    return [
        Unplaced(what, source, _reason(what, kind) or notes.get(what) or NO_REASON)
        for what, source in filled(dataset)
        if source not in printed
    ]


def text_of_block(block: str) -> str:
    """The name of the people's text that a block of the report holds, "" for none."""
    match = _TEXT_BLOCK.match(block)
    return match[1] if match else ""


def printed_sources(document: Document) -> dict[Source, str]:
    """Every cell and text that the report prints, and the headings above its first place."""
    printed: dict[Source, str] = {}
    for line in lines(document):
        text = text_of_block(line.block)
        if text:
            printed.setdefault(Source(files.text_file(text)), line.section)
        for run in line.text:
            if run.mark and run.mark.origin != "name":
                for source in run.mark.sources:
                    printed.setdefault(source, line.section)
    return printed


Filled = Iterator[tuple[str, Source]]
"""What is filled: its key and its cell."""


def filled(dataset: Dataset) -> Filled:
    """What is filled in the package; the values of places below are filled there."""
    yield from _filled_indicators(dataset)
    yield from _filled_figures(dataset)
    for name, records in dataset.records.items():
        if records.spec.rollup is not RollUp.VALUES:
            yield from _filled_fields(name, records)
    for prose in dataset.texts.values():
        if prose.written:
            yield prose.source.file, prose.source


def _filled_indicators(dataset: Dataset) -> Filled:
    """A computed cell says nothing of its own: what it is computed of is filled or not."""
    for row in dataset.indicators:
        if row.cell.raw and not row.computed:
            yield row.form.key or row.form.code, row.cell.source


def _filled_figures(dataset: Dataset) -> Filled:
    for figure in dataset.figures:
        if figure.cell.raw or figure.formula:
            yield figure.key, figure.cell.source


def _filled_fields(file: str, records: Records) -> Filled:
    """The filled cells of a record file. Keys and choices only arrange, they are not printed."""
    fields = [field.name for field in records.spec.fields if field.type not in ARRANGING]
    for record in records:
        for field in fields:
            if record.cells[field].raw:
                yield f"{file}[{record.key}].{field}", record.cells[field].source


def _reason(what: str, kind: Kind) -> str:
    """The kind's reason for the key, its record file or its field; "" where it gives none."""
    record, _, field = what.partition("[")
    names = (what, f"{record}.{field.partition('].')[2]}", record)
    return next((kind.outside[name] for name in names if name in kind.outside), "")
