"""Runs all rules over one subject: none stops another, and what report.yaml accepts is left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.check.earlier import EarlierReport
from generator.check.filled import best_form
from generator.check.finding import Finding, Side
from generator.check.passages import Passage, of_document
from generator.check.rules.table import FAMILIES, OWN, RULES
from generator.check.subject import Rule, Subject
from generator.check.undone import undone
from generator.check.unjudged import Unjudged, unjudged
from generator.figures import Draft
from generator.model import files
from generator.model.kind import FormRow, Term
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.settings import Accepted, CheckSettings
from generator.model.severity import Severity
from generator.model.sheets import SheetLocations

_NUMBER_AND_UNIT = regex(r"(\d+(?:\.\d+)?)([^\d.]*)")
_GRAVEST_FIRST = list(Severity)
_MOST_SIDES = 6
"""So many places are named where the same words stand."""


class Suppressed(Struct, frozen=True):
    """A finding that report.yaml accepts or tolerates, with the reason.

    ``finding`` is None where report.yaml switches the whole rule off.
    """

    rule: str
    reason: str
    finding: Finding | None = None


class Result(Struct, frozen=True):
    """The findings, the gravest first, and what was left out, by which file.

    ``undone`` are the checks that had nothing to compare with, a line each with the reason;
    ``unjudged`` the sentences with numbers that no rule could judge.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    accepted_in: str = files.REPORT
    undone: tuple[str, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()

    @property
    def needs_person(self) -> bool:
        """Whether a finding is more than something to know."""
        return any(finding.severity is not Severity.INFO for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings are so grave."""
        return sum(finding.severity is severity for finding in self.findings)


def check_draft(draft: Draft, earlier: Sequence[EarlierReport] = ()) -> Result:
    """The findings of a package and its report, at the cells that a clerk sees; ``earlier`` are
    drafts of other places or years that came along with it."""
    return _checked(draft, of_document(draft.document), RULES, earlier)


def check_against(
    draft: Draft, passages: Sequence[Passage], earlier: Sequence[EarlierReport] = ()
) -> Result:
    """Whether the text of a Word file speaks of the place and the year of the package alone."""
    return _checked(draft, passages, FAMILIES[OWN], earlier)


def _checked(
    draft: Draft,
    passages: Sequence[Passage],
    rules: Mapping[str, Rule],
    earlier: Sequence[EarlierReport],
) -> Result:
    """The findings of rules in a text and its package, without what report.yaml leaves out."""
    dataset, settings = draft.dataset, draft.dataset.settings
    subject = Subject(
        passages=tuple(passages),
        terms=draft.kind.terms,
        year=settings.year,
        draft=draft,
        tolerances=_tolerances(settings.checks),
        names=tuple(name.text for name in dataset.names),
        form=tuple(draft.kind.catalogue.values()),
        earlier=tuple(earlier),
    )
    return _located(_run(subject, rules, settings.checks), dataset.sheets)


def _tolerances(checks: CheckSettings) -> dict[str, Decimal]:
    return {rule: Decimal(str(value)) for rule, value in checks.tolerances.items()}


def check_passages(
    passages: Sequence[Passage],
    terms: Sequence[Term],
    forms: Sequence[tuple[FormRow, ...]] = (),
    checks: CheckSettings | None = None,
) -> Result:
    """The findings of a text without data: what the text rules can tell.

    ``forms`` are the catalogues of the known kinds; a table of the text that follows one is read
    as that form. ``checks`` is what is left out, None for nothing.
    """
    checks = checks or CheckSettings()
    subject = Subject(
        passages=tuple(passages),
        terms=tuple(terms),
        year=_year(passages),
        tolerances=_tolerances(checks),
        form=best_form(passages, forms),
    )
    return _run(subject, RULES, checks)


def _year(passages: Sequence[Passage]) -> int | None:
    """The year in the first title that holds one; None where none does."""
    for passage in passages:
        title = re.sub(r"\s", "", passage.text) if passage.role == "title" else ""
        if match := re.search(r"(20\d{2})年", title):
            return int(match[1])
    return None


def _run(subject: Subject, rules: Mapping[str, Rule], checks: CheckSettings) -> Result:
    """The result of the rules without what ``checks`` leaves out."""
    off = {item.rule: item.reason for item in checks.skip if item.rule in rules}
    findings: list[Finding] = []
    suppressed = [Suppressed(rule, reason) for rule, reason in off.items()]
    accepted = list(checks.accept)
    for finding in _together(_all_findings(subject, rules, off)):
        reason = _reason_to_accept(finding, accepted) or _reason_to_tolerate(finding, subject)
        if reason:
            suppressed.append(Suppressed(finding.rule, reason, finding))
        else:
            findings.append(finding)
    return Result(
        tuple(sorted(findings, key=_gravity)),
        tuple(suppressed),
        undone=undone(subject),
        unjudged=unjudged(subject),
    )


def _together(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, the same words that stand in several places told once, with all of them."""
    together: dict[tuple[str, str, tuple[str, ...]], Finding] = {}
    for finding in dict.fromkeys(findings):
        key = (finding.rule, finding.message, tuple(side.quote for side in finding.sides))
        before = together.get(key)
        if before is not None:
            sides = tuple(dict.fromkeys((*before.sides, *finding.sides)))
            finding = replace(before, sides=sides[: max(_MOST_SIDES, len(before.sides))])
        together[key] = finding
    return list(together.values())


def _all_findings(
    subject: Subject, rules: Mapping[str, Rule], off: Collection[str]
) -> Iterator[Finding]:
    """What every rule that is not off finds, with the name of the rule."""
    for name, rule in rules.items():
        if name not in off:
            yield from (replace(finding, rule=name) for finding in rule(subject))


def _gravity(finding: Finding) -> int:
    return _GRAVEST_FIRST.index(finding.severity)


def _reason_to_accept(finding: Finding, accepted: list[Accepted]) -> str:
    """The reason of the first entry that accepts the finding; "" where none does.

    An entry that accepts once is used up.
    """
    item = next((item for item in accepted if _accepts(item, finding)), None)
    if item is not None and item.once:
        accepted.remove(item)
    return item.reason if item is not None else ""


def _accepts(item: Accepted, finding: Finding) -> bool:
    """Whether an entry of what is accepted holds for the finding.

    It names the rule; where it names a key or words too, the finding must hold them.
    """
    if item.rule != finding.rule or (item.key and item.key not in finding.keys):
        return False
    texts = (finding.message, *(side.quote for side in finding.sides))
    return any(item.quote in text for text in texts)


def _reason_to_tolerate(finding: Finding, subject: Subject) -> str:
    """The reason why the rule's tolerance covers the finding; "" where it does not."""
    tolerance = subject.tolerances.get(finding.rule)
    if tolerance is None or not _within(finding, tolerance):
        return ""
    return f"相差不超过允许的{tolerance}"


def _within(finding: Finding, tolerance: Decimal) -> bool:
    """Whether expected and actual are numbers of one unit that differ by no more than this."""
    expected = _NUMBER_AND_UNIT.fullmatch(finding.expected)
    actual = _NUMBER_AND_UNIT.fullmatch(finding.actual)
    if not expected or not actual or expected[2] != actual[2]:
        return False
    return abs(Decimal(expected[1]) - Decimal(actual[1])) <= tolerance


def _located(result: Result, sheets: SheetLocations | None) -> Result:
    """The result with the sheets and rows of the package's workbook; as it is for a folder."""
    if sheets is None:
        return result
    findings = [
        replace(finding, sides=tuple(_in_sheet(side, sheets) for side in finding.sides))
        for finding in result.findings
    ]
    return replace(result, findings=tuple(findings))


def _in_sheet(side: Side, sheets: SheetLocations) -> Side:
    location = sheets.of(side.file, side.row, side.column)
    if location is None:
        return side
    return replace(side, file=location.file, sheet=location.sheet, row=location.row)
