"""How far a package is: what is filled, missing, filled but not printed, and who owes it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.check import Result, check_draft
from generator.check.finding import Severity
from generator.figures import Draft
from generator.jobs.compose import compose
from generator.model.sheets import SheetLocations
from generator.report import status_lines
from generator.report.status import Status, status_of

__all__ = ["StatusReport", "as_json", "as_text", "missing", "status", "summary"]

Table = tuple[Sequence[str], Sequence[Sequence[str]]]


@dataclass(frozen=True)
class StatusReport:
    """The state of a package, and the findings of the check that are open."""

    status: Status
    findings: Result
    sheets: SheetLocations | None = None

    @property
    def tables(self) -> tuple[Table, ...]:
        """Head and rows of the table by section, and of that by department where any is named."""
        by_department = status_lines.department_table(self.status)
        tables = (status_lines.section_table(self.status), by_department)
        return tables if by_department[1] else tables[:1]


def status(package: Path, *, templates: Path | None = None) -> StatusReport:
    """What is filled, missing, filled but not printed, vanished for lack of data, and owed by whom.

    Nothing is written. Raises what ``compose`` raises.

    例：
        >>> result = status(Path("清河-2023"))
        >>> item = result.status.items[0]
        >>> item.label, item.state, item.section
        ('常委会', 'printed', '附件')
    """
    draft = compose(package, templates=templates)
    return StatusReport(status_of(draft), check_draft(draft), draft.dataset.sheets)


def as_text(report: StatusReport) -> str:
    """What is missing, not printed, vanished and found, in lines below the tables.

    例：
        >>> print(as_text(status(Path("清河-2023"))).splitlines()[0])
        缺的：134项
    """
    lines = [*status_lines.lines(report.status, report.sheets), _findings_line(report.findings)]
    return "".join(f"{line}\n" for line in lines)


def _findings_line(result: Result) -> str:
    found = Counter(finding.severity for finding in result.findings)
    counts = "、".join(f"{severity.label} {found[severity]}" for severity in Severity)
    return f"检查：{counts}（详见 nigao check）"


def as_json(report: StatusReport) -> str:
    """Counts, sections, departments, and lists of what is missing, not printed and vanished.

    例：
        >>> sorted(json.loads(as_json(status(Path("清河-2023"))))["counts"])
        ['missing', 'printed', 'unprinted']
    """
    found = Counter(finding.severity for finding in report.findings.findings)
    content = {
        **status_lines.as_dict(report.status, report.sheets),
        "findings": {severity.value: found[severity] for severity in Severity},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def summary(draft: Draft) -> str:
    """One line at the end of a draft: how much is missing, how much is filled and printed nowhere.

    例：
        >>> summary(compose(Path("清河-2023")))
        '数据包：填了没有印的 0 项，缺 134 项（详见 nigao status）'
    """
    state = status_of(draft)
    unprinted, missing = len(state.of("unprinted")), len(state.of("missing"))
    return f"数据包：填了没有印的 {unprinted} 项，缺 {missing} 项（详见 nigao status）"


def missing(draft: Draft) -> str:
    """What is blank in the package of a draft, by section and by department, then each in a line;
    "" where nothing is.

    例：
        >>> missing(compose(Path("清河-2023"))).splitlines()[0]
        '空着的 134 项'
    """
    items = status_of(draft).of("missing")
    lines = status_lines.missing_lines(items, draft.dataset.sheets)
    return "".join(f"{line}\n" for line in lines)
