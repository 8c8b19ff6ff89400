"""A data package to a draft: the stages of the report in a row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.figures import Draft, FigureBook
from generator.model.dataset import Dataset
from generator.model.errors import NigaoError
from generator.model.kind import Kind
from generator.package.read import load_package
from generator.report import compose as texts
from generator.report import trace
from generator.report.assemble import assemble
from generator.report.parts import parts_of

__all__ = ["compose", "gaps", "recompose"]


def compose(package: Path, *, templates: Path | None = None) -> Draft:
    """Compose the report of a package (a folder or a workbook); write nothing.

    ``templates`` is the folder of the report kinds, None for those of nigao.

    Raises InputError where there is no package or it cannot be read, DataError where its data or
    templates are faulty: all problems at once.

    例：
        >>> draft = compose(Path("清河-2023"))
        >>> draft.document.properties.title
        '关于报送《清河县2023年东西部协作工作自评报告》的报告'
    """
    dataset, kind = load_package(package, templates)
    return drafted(dataset, kind)[0]


def recompose(draft: Draft, dataset: Dataset) -> Draft:
    """The draft of a changed dataset of the same kind. Raises DataError as ``compose`` does.

    例：
        >>> draft = compose(Path("清河-2023"))
        >>> untold = recompose(draft, replace(draft.dataset, figures=()))
        >>> untold.document.properties.draft == draft.document.properties.draft
        False
    """
    return drafted(dataset, draft.kind)[0]


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


def drafted(dataset: Dataset, kind: Kind) -> tuple[Draft, str]:
    """The draft of a package, and the text of its report as composed, before what says nothing is
    dropped. Raises DataError as ``compose`` does."""
    book = FigureBook(dataset, kind)
    with sheets_named(dataset):
        composed = texts.compose(dataset, kind, book)
        parts = parts_of(composed, dataset, kind, book)
        document = assemble(parts, dataset.settings)
    return Draft(dataset, kind, book, document), composed.report


@contextmanager
def sheets_named(dataset: Dataset) -> Iterator[None]:
    """Make errors inside name the sheets that a clerk sees, where the package is a workbook."""
    try:
        yield
    except NigaoError as error:
        if dataset.sheets is None:
            raise
        raise type(error)(dataset.sheets.problems(error.problems)) from None
