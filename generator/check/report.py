"""Findings as text for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from generator.check.finding import SEVERITIES, Finding
from generator.check.run import Result

_QUOTE = 60


def as_text(result: Result) -> str:
    """The findings, the gravest first, each with its places; then what was left out, with the reasons."""
    return "".join(f"{line}\n" for line in _lines(result))


def as_counts(result: Result, package: Path) -> str:
    """How many findings there are, in one line."""
    counts = [
        (label, sum(finding.severity == severity for finding in result.findings))
        for severity, label in SEVERITIES.items()
    ]
    told = "、".join(f"{label} {count}" for label, count in counts if count)
    return f"检查：{told}，详见 nigao check {package}" if told else "检查：没有发现问题"


def _lines(result: Result) -> Iterator[str]:
    number = 0
    for severity, label in SEVERITIES.items():
        group = [finding for finding in result.findings if finding.severity == severity]
        if group:
            yield f"{label} {len(group)}条"
        for finding in group:
            number += 1
            yield f"{number}. [{finding.rule}] {finding.message}"
            yield from (f"     {_side(side.place, side.quote)}" for side in finding.sides)
    if not result.findings:
        yield "没有发现问题"
    if result.suppressed:
        yield f"按 report.yaml 不提示 {len(result.suppressed)}条"
    for item in result.suppressed:
        what = item.finding.message if item.finding else "整条规则不查。"
        yield f"   [{item.rule}] {what}理由：{item.reason}"


def _side(place: str, quote: str) -> str:
    short = quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]}…"
    return "：".join(part for part in (place, f"“{short}”" if short else "") if part)


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects: rule, severity, message, expected, actual, keys, sides."""
    told = [
        {
            "rule": item.rule,
            "severity": item.severity,
            "message": item.message,
            "expected": item.expected or None,
            "actual": item.actual or None,
            "keys": list(item.keys),
            "sides": [asdict(side) for side in item.sides],
        }
        for item in findings
    ]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
