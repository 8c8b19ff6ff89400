"""A package with all that a page says of it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from generator.check import check_draft
from generator.figures import Draft
from generator.jobs.bases import earlier_reports
from generator.jobs.compose import drafted
from generator.jobs.statuses.known_status import Status, of_draft
from generator.package.fingerprint import fingerprint
from generator.package.read import load_package


class Underlying(Struct, frozen=True):
    """The name of a package, its report with its status, and the hash of its data."""

    package: str
    draft: Draft
    state: Status
    made_of: str


def underlying(package: Path, templates: Path | None) -> Underlying:
    """The package as its page needs it. Raises InputError and DataError as reading it does."""
    dataset, kind = load_package(package, templates)
    draft, report = drafted(dataset, kind)
    findings = check_draft(draft, earlier_reports(draft))
    state = of_draft(package, draft, report, findings)
    return Underlying(package.name, draft, state, fingerprint(package, templates))
