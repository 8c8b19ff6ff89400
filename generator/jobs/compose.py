"""A data package to a draft: the stages of the report in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.figures import Draft, FigureBook
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.errors import DataError, NigaoError, Problem
from generator.model.kind import Kind
from generator.package.read import load_package
from generator.report import compose as texts
from generator.report import trace
from generator.report.assemble import assemble
from generator.report.parts import parts_of
from generator.report.status import StatusItem, counts, status_of

__all__ = ["compose", "gaps", "recompose"]

_STRICT_TODO = "请在数据里补上，或不用 --strict 先出稿"


def compose(package: Path, *, strict: bool = False, templates: Path | None = None) -> Draft:
    """Compose the report of a package (a folder or a workbook); write nothing.

    ``templates`` is the folder of the report kinds, None for those of nigao. ``strict`` makes an
    error of each unknown figure that a sentence needs, with key, template and line, and of each
    blank cell that the catalogue says must be filled; then what else is blank is counted.

    Raises InputError where there is no package or it cannot be read, DataError where its data or
    templates are faulty: all problems at once.

    例：
        >>> draft = compose(Path("清河-2023"))
        >>> draft.document.properties.title
        '关于报送《清河县2023年东西部协作工作自评报告》的报告'
    """
    dataset, kind = load_package(package, templates)
    draft = _drafted(dataset, kind)
    if strict:
        with sheets_named(dataset):
            _refuse_missing(draft)
    return draft


def recompose(draft: Draft, dataset: Dataset) -> Draft:
    """The draft of a changed dataset of the same kind. Raises DataError as ``compose`` does.

    例：
        >>> draft = compose(Path("清河-2023"))
        >>> untold = recompose(draft, replace(draft.dataset, figures=()))
        >>> untold.document.properties.draft == draft.document.properties.draft
        False
    """
    return _drafted(dataset, draft.kind)


def gaps(draft: Draft) -> list[str]:
    """The unknown figures that the report shows as 【待补：…】, a line for each place.

    例：
        >>> draft = compose(Path("清河-2023"))
        >>> gaps(draft)
        []
        >>> gaps(recompose(draft, replace(draft.dataset, texts={})))[0]
        '【待补：导语】  键 text/lead  （标题前）'
    """
    return [
        f"{gap.text}  键 {gap.mark.key}  {gap.line.section or '（标题前）'}"
        for gap in trace.gaps(draft.document)
    ]


def _drafted(dataset: Dataset, kind: Kind) -> Draft:
    book = FigureBook(dataset, kind)
    with sheets_named(dataset):
        return Draft(dataset, kind, book, _document(dataset, kind, book))


def _document(dataset: Dataset, kind: Kind, book: FigureBook) -> Document:
    composed = texts.compose(dataset, kind, book)
    parts = parts_of(composed, dataset, kind, book)
    return assemble(parts, dataset.settings)


@contextmanager
def sheets_named(dataset: Dataset) -> Iterator[None]:
    """Make errors inside name the sheets that a clerk sees, where the package is a workbook."""
    try:
        yield
    except NigaoError as error:
        if dataset.sheets is None:
            raise
        raise type(error)(dataset.sheets.problems(error.problems)) from None


def _refuse_missing(draft: Draft) -> None:
    """Raise DataError where a gap or a blank cell that must be filled stands."""
    missing = status_of(draft).of("missing")
    owners = {item.what: item.department for item in missing}
    problems = [
        *(_gap(gap, owners.get(gap.mark.key, "")) for gap in trace.gaps(draft.document)),
        *(_required(item) for item in missing if item.required and not item.gap),
    ]
    others = [item for item in missing if not item.required and not item.gap]
    if problems and others:
        problems.append(_others(others))
    if problems:
        raise DataError(problems)


def _gap(gap: trace.Occurrence, department: str) -> Problem:
    source = gap.mark.sources[0]
    section = gap.line.section or "标题前"
    owner = f"，归{department}" if department else ""
    return Problem(
        f"缺“{gap.mark.key}”（{gap.text}），在“{section}”{owner}",
        _STRICT_TODO,
        source.file,
        source.row or None,
    )


def _required(item: StatusItem) -> Problem:
    owner = f"，归{item.department}" if item.department else ""
    message = f"必填的“{item.label}”没有填，在“{item.section}”{owner}"
    source = item.source
    return Problem(message, _STRICT_TODO, source.file, source.row or None, source.column or None)


def _others(items: Sequence[StatusItem]) -> Problem:
    """One line that counts what else is blank."""
    listed = (
        "、".join(f"{name or '没有写明部门的'}{row['missing']}项" for name, row in counted.items())
        for counted in (counts(items, "section"), counts(items, "department"))
    )
    by_section, by_department = listed
    message = f"另有空着的{len(items)}项，不拦：按部分，{by_section}；按部门，{by_department}"
    return Problem(message, "逐项见 nigao status")
