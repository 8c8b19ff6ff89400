"""What ``nigao trace`` prints: figures, places and counts in lines that a clerk can read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.model.cell import Source
from generator.model.dataset import Dataset
from generator.model.document import Document, plain
from generator.model.kind import Kind
from generator.report import trace
from generator.report.trace import VOUCHERS, Occurrence

_SNIPPET = 18
"""Characters printed of a long figure, and on each side of one."""
HEAD = ("键", "印成", "次数", "来源")


def figures(document: Document, dataset: Dataset) -> list[tuple[str, str, str, str]]:
    """A row for each figure of the report: key, what is printed, number of places, sources."""
    by_key: dict[str, list[Occurrence]] = defaultdict(list)
    for item in trace.occurrences(document):
        by_key[item.mark.key].append(item)
    return [
        (key, _printed(items), f"{len(items)}处", _sources(items, dataset))
        for key, items in by_key.items()
    ]


def remarks(document: Document, dataset: Dataset, kind: Kind) -> str:
    """What is filled and printed nowhere, and the counts of numbers by who vouches for them."""
    lines = ["", *_unplaced(document, dataset, kind), "", *_counts(document, dataset)]
    return "".join(f"{line}\n" for line in lines)


def one_key(document: Document, dataset: Dataset, key: str) -> str | None:
    """One figure: formula, sources, and every place with the words around it. None where the report
    has no such key."""
    items = [item for item in trace.occurrences(document) if item.mark.key == key]
    if not items:
        return None
    lines = [f"键    {key}", *_about(items, dataset)]
    return "".join(f"{line}\n" for line in lines)


def _about(items: Sequence[Occurrence], dataset: Dataset) -> Iterator[str]:
    """How a figure was computed, what it was made of, where it stands."""
    formulas = [item.mark.formula for item in items if item.mark.formula]
    if formulas:
        yield f"算法  {formulas[0]}"
    for source in _sources_of(items):
        yield f"来源  {_shown(source, dataset)}"
    for item in items:
        yield f"印在  {_location(item)}"


def similar(document: Document, key: str) -> list[str]:
    """Keys of the report that hold the wanted text, eight at most."""
    keys = dict.fromkeys(item.mark.key for item in trace.occurrences(document))
    return [there for there in keys if key in there][:8]


def _printed(items: Iterable[Occurrence]) -> str:
    """What is printed of a figure, each wording once, long ones cut."""
    return " / ".join(dict.fromkeys(_cut(item.text) for item in items))


def _cut(text: str) -> str:
    return text if len(text) <= _SNIPPET else f"{text[:_SNIPPET]}…"


def _location(item: Occurrence) -> str:
    """Where a figure stands, with the words around it."""
    section, number = item.line.section or "（标题前）", item.line.number
    claimed = "（人工写入）" if item.mark.origin == "claimed" else ""
    return f"{section} 第{number}段：{_snippet(item)}{claimed}"


def _sources_of(items: Iterable[Occurrence]) -> dict[Source, None]:
    """The cells of some occurrences, each once, in order."""
    return dict.fromkeys(source for item in items for source in item.mark.sources)


def _shown(source: Source, dataset: Dataset) -> str:
    """A cell as a clerk sees it: in a workbook by its sheet."""
    return str(source) if dataset.sheets is None else dataset.sheets.shown(source)


def _sources(items: Iterable[Occurrence], dataset: Dataset) -> str:
    """The cells, a column of one file given as a span of rows."""
    sources = _sources_of(items)
    if dataset.sheets is not None:
        return "；".join(_shown(source, dataset) for source in sources)
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for source in sources:
        cells[source.file, source.column].append(source.row)
    return "；".join(_span(file, column, rows) for (file, column), rows in cells.items())


def _span(file: str, column: str, rows: list[int]) -> str:
    if len(rows) == 1:
        return str(Source(file, rows[0], column))
    return f"{file} 第{'、'.join(map(str, sorted(rows)))}行" + (f"“{column}”" if column else "")


def _unplaced(document: Document, dataset: Dataset, kind: Kind) -> Iterator[str]:
    there = trace.unplaced(dataset, kind, trace.printed_sources(document))
    yield f"数据包里填了而报告没有印的：{len(there)}项" if there else "数据包里填了的全部印进了报告"
    for item in there:
        yield f"  {item.what}\t{_shown(item.source, dataset)}\t{item.reason}"


def _counts(document: Document, dataset: Dataset) -> Iterator[str]:
    numbers = list(trace.numbers(document, dataset.names))
    counts = Counter(number.voucher for number in numbers)
    listed = "，".join(f"{label} {counts[voucher]}" for voucher, label in VOUCHERS.items())
    yield f"报告共有数字 {len(numbers)} 个：{listed}"
    for number in numbers:
        if number.voucher == "literal":
            yield f"  无来源：{number.text}\t{number.line.section}"


def _snippet(item: Occurrence) -> str:
    """The figure with some words before and after it."""
    runs = item.line.text
    index = next(index for index, run in enumerate(runs) if run.mark is item.mark)
    before, after = plain(runs[:index]), plain(runs[index + 1 :])
    dots = "…" if len(before) > _SNIPPET else ""
    snippet = f"{dots}{before[-_SNIPPET:]}〖{item.text}〗{after[:_SNIPPET]}"
    return snippet.replace("\t", " ")
