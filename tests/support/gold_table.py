"""The known contradictions of the source documents against what ``nigao check`` finds.

``python tests/support/gold_table.py`` prints the table.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.check import Finding

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "check" / "gold.csv"
NO_RULE = "程序不判"


@dataclass(frozen=True)
class Known:
    """A known contradiction: where, how grave, how certain, the rule that should find it and words of the finding."""

    id: str
    package: str
    severity: str
    certainty: str
    rules: tuple[str, ...]
    words: str
    note: str


def known() -> list[Known]:
    """The rows of gold.csv."""
    with GOLD.open(encoding="utf-8-sig", newline="") as file:
        return [
            Known(
                row["编号"],
                row["数据包"],
                row["严重"],
                row["确定"],
                tuple(filter(None, row["规则"].split("|"))),
                row["字样"],
                row["说明"],
            )
            for row in csv.DictReader(file)
        ]


def found_by(item: Known, findings: Sequence[Finding]) -> Finding | None:
    """The gravest finding of its rules whose message, or else a quote, holds its words (a regular expression)."""
    own = [finding for finding in findings if finding.rule in item.rules]
    by_message = [finding for finding in own if re.search(item.words, finding.message)]
    by_quote = [finding for finding in own if re.search(item.words, _quotes(finding))]
    return next(iter(by_message + by_quote), None)


def _quotes(finding: Finding) -> str:
    return "".join(side.quote for side in finding.sides)


def belongs(item: Known, finding: Finding) -> bool:
    """Whether the finding tells of the known contradiction."""
    return finding.rule in item.rules and bool(
        re.search(item.words, finding.message + _quotes(finding))
    )


def table(package: str, findings: Sequence[Finding]) -> str:
    """A line for each known contradiction of a package: how grave, the rule, what it finds."""
    lines = ["| 编号 | 严重 | 确定 | 规则 | 结果 | 发现或原因 |", "|---|---|---|---|---|---|"]
    for item in known():
        if item.package == package:
            finding = found_by(item, findings)
            result = finding.severity if finding else NO_RULE if not item.rules else "未发现"
            words = finding.message if finding else item.note
            rule = finding.rule if finding else "、".join(item.rules)
            lines.append(
                f"| {item.id} | {item.severity} | {item.certainty} | {rule} | {result} | {words} |"
            )
    return "\n".join(lines)


def main() -> None:
    """Print the table of every package that is there."""
    from generator.jobs.check import check

    for package in dict.fromkeys(item.package for item in known()):
        if (ROOT / "data" / package / "report.yaml").is_file():
            print(f"## {package}\n\n{table(package, check(ROOT / 'data' / package).findings)}\n")


if __name__ == "__main__":
    main()
