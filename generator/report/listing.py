"""What ``nigao trace`` prints: figures, places and counts in lines that a clerk can read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.model.cell import Source
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.kind import Kind
from generator.report import trace
from generator.report.trace import KINDS, Occurrence

_SNIPPET = 18


HEAD = ("键", "印成", "次数", "来源")


def figures(document: Document, dataset: Dataset) -> list[tuple[str, str, str, str]]:
    """A row for each figure of the report: key, what is printed, number of places, sources."""
    by_key: dict[str, list[Occurrence]] = defaultdict(list)
    for found in trace.occurrences(document):
        by_key[found.mark.key].append(found)
    return [
        (key, _told(found), f"{len(found)}处", _sources(found, dataset))
        for key, found in by_key.items()
    ]


def remarks(document: Document, dataset: Dataset, kind: Kind) -> str:
    """What is filled and printed nowhere, and the counts of numbers by who vouches for them."""
    return "".join(
        f"{line}\n"
        for line in ["", *_unplaced(document, dataset, kind), "", *_counts(document, dataset)]
    )


def one_key(document: Document, dataset: Dataset, key: str) -> str | None:
    """One figure: formula, sources, and every place with the words around it. None where the report has no such key."""
    found = [item for item in trace.occurrences(document) if item.mark.key == key]
    if not found:
        return None
    lines = [f"键    {key}"]
    if formula := next((item.mark.formula for item in found if item.mark.formula), ""):
        lines.append(f"算法  {formula}")
    lines += [
        f"来源  {_shown(source, dataset)}"
        for source in dict.fromkeys(source for item in found for source in item.mark.sources)
    ]
    lines += [
        f"印在  {item.line.section or '（标题前）'} 第{item.line.number}段：{_snippet(item)}"
        f"{'（人工写入）' if item.mark.kind == 'claimed' else ''}"
        for item in found
    ]
    return "".join(f"{line}\n" for line in lines)


def similar(document: Document, key: str) -> list[str]:
    """Keys of the report that hold the wanted text."""
    keys = dict.fromkeys(found.mark.key for found in trace.occurrences(document))
    return [there for there in keys if key in there][:8]


def _told(found: Sequence[Occurrence]) -> str:
    return " / ".join(
        dict.fromkeys(
            item.text if len(item.text) <= _SNIPPET else f"{item.text[:_SNIPPET]}…"
            for item in found
        )
    )


def _shown(source: Source, dataset: Dataset) -> str:
    """A cell as a clerk sees it: in a workbook by its sheet."""
    return str(source) if dataset.sheets is None else dataset.sheets.shown(source)


def _sources(found: Iterable[Occurrence], dataset: Dataset) -> str:
    """The cells, a column of one file given as a span of rows."""
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    sources = dict.fromkeys(source for item in found for source in item.mark.sources)
    if dataset.sheets is not None:
        return "；".join(_shown(source, dataset) for source in sources)
    for source in sources:
        cells[source.file, source.column].append(source.row)
    return "；".join(_span(file, column, rows) for (file, column), rows in cells.items())


def _span(file: str, column: str, rows: list[int]) -> str:
    if len(rows) == 1:
        return str(Source(file, rows[0], column))
    return f"{file} 第{'、'.join(map(str, sorted(rows)))}行" + (f"“{column}”" if column else "")


def _unplaced(document: Document, dataset: Dataset, kind: Kind) -> Iterator[str]:
    there = trace.unplaced(dataset, kind, document)
    yield f"数据包里填了而报告没有印的：{len(there)}项" if there else "数据包里填了的全部印进了报告"
    for item in there:
        yield f"  {item.what}\t{_shown(item.source, dataset)}\t{item.reason}"


def _counts(document: Document, dataset: Dataset) -> Iterator[str]:
    numbers = list(trace.numbers(document, dataset.names))
    counts = Counter(number.kind for number in numbers)
    yield f"报告共有数字 {len(numbers)} 个：" + "，".join(
        f"{label} {counts[kind]}" for kind, label in KINDS.items()
    )
    for number in numbers:
        if number.kind == "literal":
            yield f"  无来源：{number.text}\t{number.line.section}"


def _snippet(item: Occurrence) -> str:
    """The figure with some words before and after it."""
    before, after, there = "", "", False
    for run in item.line.text:
        if run.mark is item.mark and not there:
            there = True
        elif there:
            after += run.text
        else:
            before += run.text
    return f"{'…' if len(before) > _SNIPPET else ''}{before[-_SNIPPET:]}〖{item.text}〗{after[:_SNIPPET]}".replace(
        "\t", " "
    )
