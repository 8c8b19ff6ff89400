"""The table of places and indicators as an appendix of a new package of the level above."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import files
from generator.model.kind import Kind
from generator.model.regex import regex
from generator.model.rollup import RollUp
from generator.package.textfiles import TextFile, decoded, encoded

_LIST = regex(r"(?m)^appendices:[^\n]*\n(?:(?:[ \t#-][^\n]*)?\n)*?(?=\S|\Z)")
_NAME = "{{ place.name }}各县（市、区）主要指标情况表"


def with_county_table(package: Mapping[str, bytes], kind: Kind) -> dict[str, bytes]:
    """The package with the kind's table of the values of places as the last appendix; as it stands
    where the kind has no such table, or report.yaml no list of appendices."""
    table = county_table_name(kind)
    report = decoded(package[files.REPORT])
    found = _LIST.search(report.text) if report else None
    if report is None or found is None or not table:
        return dict(package)
    entry = f"  - name: '{_NAME}'\n    table: {table}\n"
    end = found.start() + len(found[0].rstrip()) + 1
    text = TextFile(report.text[:end] + entry + report.text[end:], report.style)
    return {**package, files.REPORT: encoded(text.text, text.style)}


def county_table_name(kind: Kind) -> str:
    """The kind's table of the values of counties; "" where it has none."""
    of_counties = [spec.name for spec in kind.records if spec.rollup is RollUp.VALUES]
    tables = (name for name, table in kind.tables.items() if table.records in of_counties)
    return next(tables, "")
