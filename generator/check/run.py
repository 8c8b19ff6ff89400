"""All rules over one subject: none stops another, and what a person has accepted is left out with its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.check.filled import best_form
from generator.check.finding import SEVERITIES, Finding, Side
from generator.check.passages import Passage, of_document
from generator.check.rules.table import RULES
from generator.check.subject import Subject
from generator.figures import Draft, FigureBook
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.kind import FormRow, Kind, Term
from generator.model.settings import Accepted
from generator.model.sheets import SheetLocations

_NUMBER = re.compile(r"(\d+(?:\.\d+)?)([^\d.]*)")


@dataclass(frozen=True)
class Suppressed:
    """A finding that report.yaml accepts or tolerates, with the reason; or a rule that it switches off (``finding`` is None)."""

    rule: str
    reason: str
    finding: Finding | None = None


@dataclass(frozen=True)
class Result:
    """What was found, the gravest first, and what was left out."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()

    @property
    def needs_person(self) -> bool:
        """Whether there is more than findings to know."""
        return any(finding.severity != "info" for finding in self.findings)


def check(dataset: Dataset, kind: Kind, book: FigureBook, document: Document) -> list[Finding]:
    """The findings of a package and its report, the gravest first, without those that report.yaml accepts."""
    return list(check_draft(Draft(dataset, kind, book, document)).findings)


def check_draft(draft: Draft) -> Result:
    """As ``check``, with what was suppressed."""
    settings = draft.dataset.settings
    wanted = settings.checks
    subject = Subject(
        of_document(draft.document),
        draft.kind.terms,
        settings.year,
        draft,
        {name: Decimal(str(value)) for name, value in wanted.tolerances.items()},
        tuple(name.text for name in draft.dataset.names),
        tuple(draft.kind.catalogue.values()),
    )
    result = _run(subject, {item.rule: item.reason for item in wanted.skip}, wanted.accept)
    sheets = draft.dataset.sheets
    if sheets is None:
        return result
    return replace(
        result, findings=tuple(_in_sheets(finding, sheets) for finding in result.findings)
    )


def _in_sheets(finding: Finding, sheets: SheetLocations) -> Finding:
    """The finding with the sheets and rows of a workbook instead of files."""
    return replace(finding, sides=tuple(_side(side, sheets) for side in finding.sides))


def _side(side: Side, sheets: SheetLocations) -> Side:
    location = sheets.of(side.file, side.row, side.column)
    if location is None:
        return side
    return replace(side, file=location.file, sheet=location.sheet, row=location.row)


def check_passages(
    passages: Sequence[Passage], terms: Sequence[Term], forms: Sequence[tuple[FormRow, ...]] = ()
) -> Result:
    """The findings of a text without data: what the text rules can tell.

    ``forms`` are the catalogues of the known kinds; a table of the text that follows one is read as that form.
    """
    form = best_form(passages, forms)
    return _run(Subject(tuple(passages), tuple(terms), _year(passages), form=form), {}, ())


def _year(passages: Sequence[Passage]) -> int | None:
    """The year in the first title that holds one."""
    found = (
        re.search(r"(20\d{2})年", re.sub(r"\s", "", passage.text))
        for passage in passages
        if passage.role == "title"
    )
    return next((int(match[1]) for match in found if match), None)


def _run(subject: Subject, off: Mapping[str, str], accept: Sequence[Accepted]) -> Result:
    found: list[Finding] = []
    suppressed = [Suppressed(rule, reason) for rule, reason in off.items()]
    for name, rule in RULES.items():
        if name not in off:
            for finding in rule(subject):
                reason = next(
                    (item.reason for item in accept if _accepted(item, name, finding)), None
                )
                if (
                    reason is None
                    and name in subject.tolerances
                    and _within(finding, subject.tolerances[name])
                ):
                    reason = f"相差不超过允许的{subject.tolerances[name]}"
                if reason is None:
                    found.append(replace(finding, rule=name))
                else:
                    suppressed.append(Suppressed(name, reason, finding))
    order = list(SEVERITIES)
    unique = list(dict.fromkeys(found))
    return Result(
        tuple(sorted(unique, key=lambda item: order.index(item.severity))), tuple(suppressed)
    )


def _within(finding: Finding, tolerance: Decimal) -> bool:
    """Whether what is expected and what stands there are numbers of one unit that differ by no more than this."""
    one, two = _NUMBER.fullmatch(finding.expected), _NUMBER.fullmatch(finding.actual)
    return bool(
        one and two and one[2] == two[2] and abs(Decimal(one[1]) - Decimal(two[1])) <= tolerance
    )


def _accepted(item: Accepted, rule: str, finding: Finding) -> bool:
    """Whether report.yaml accepts the finding: by rule, and by key or words where it names them."""
    if item.rule != rule:
        return False
    if item.key and item.key not in finding.keys:
        return False
    return (
        not item.quote
        or any(item.quote in side.quote for side in finding.sides)
        or item.quote in finding.message
    )
