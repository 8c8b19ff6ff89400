"""The page of a package, with what it does not say itself: the data it is of, whose text a line is,
what can be done about its findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from generator.figures.plaintext import lines
from generator.jobs.desk.accepted_findings import AcceptedItem, accepted_of
from generator.jobs.desk.basis import basis_of
from generator.jobs.desk.remarks_to_mend import FindingItem, items_of
from generator.jobs.desk.whereabouts import Whereabouts, whereabouts
from generator.jobs.desk.wording import wording_of
from generator.jobs.view import view_known
from generator.jobs.views.underlying import underlying
from generator.model.document import Document
from generator.package.fingerprint import fingerprint
from generator.report.trace import text_of_block

__all__ = ["Preview", "package_stamp", "preview"]


class Preview(Struct, frozen=True):
    """What a page does not say itself.

    ``lines`` are the texts of people (``TextItem.item``) by the number of the line as the page
    counts them, from 0; ``findings`` stand in the order of the page. ``texts`` are what people
    call the texts, ``where`` what they call cells; ``accepted`` are the findings that the page
    leaves out.
    """

    lines: Mapping[int, str]
    findings: tuple[FindingItem, ...]
    texts: Mapping[str, str]
    where: Whereabouts
    accepted: tuple[AcceptedItem, ...] = ()


def package_stamp(package: Path, *, templates: Path | None = None) -> str:
    """The stamp of all that the report of a package is made of: another one as soon as anything of
    it changes. Raises InputError where the package cannot be read.

    例：
        >>> seen = package_stamp(Path("清河-2023"))
        >>> _ = Path("清河-2023/text/lead.md").write_text("全面落实。", encoding="utf-8")
        >>> package_stamp(Path("清河-2023")) == seen
        False
    """
    return fingerprint(package, templates)


def preview(
    package: Path, target: Path, *, date: dt.datetime, templates: Path | None = None
) -> Preview:
    """Write the page of a package as ``view`` does, and tell what it does not say; the report is
    composed once for both. Raises as ``view``.

    例：
        >>> day = dt.datetime(2023, 11, 27, 9)
        >>> known = preview(Path("清河-2023"), Path("页.html"), date=day)
        >>> sorted(set(known.lines.values())), known.texts["lead"]
        (['innovations', 'lead', 'next_steps', 'problems'], '导语')
        >>> known.findings[0].rule, known.where.titles["figures.csv"]
        ('文表一致', '数据')
    """
    known = underlying(package, templates)
    view_known(known, target, date=date)
    basis = basis_of(package, templates)
    of_lines = _texts_by_line(known.draft.document)
    labels, where = known.draft.kind.texts, whereabouts(package, templates=templates)
    wording = wording_of(known.draft.dataset, known.draft.kind)
    return Preview(
        of_lines,
        items_of(basis, known.draft, known.state),
        {name: labels.get(name, name) for name in of_lines.values()},
        where,
        accepted_of(known.draft.dataset.settings.checks, wording, where),
    )


def _texts_by_line(document: Document) -> dict[int, str]:
    named = ((at, text_of_block(line.block)) for at, line in enumerate(lines(document)))
    return {at: name for at, name in named if name}
