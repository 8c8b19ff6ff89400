"""Findings as text for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import count
from pathlib import Path

from generator.check.finding import Finding, Side
from generator.check.run import Result, Suppressed
from generator.model.severity import Severity

_LONGEST_QUOTE = 60


def as_text(result: Result) -> str:
    """The findings, the gravest first, each with its sides; then what was left out, and why."""
    return "".join(f"{line}\n" for line in _lines(result))


def as_counts(result: Result, package: Path) -> str:
    """How many findings there are, in one line."""
    counts = [
        f"{severity.label} {len(group)}"
        for severity in Severity
        if (group := _of_severity(result, severity))
    ]
    if not counts:
        return "检查：没有发现问题"
    return f"检查：{'、'.join(counts)}，详见 nigao check {package}"


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects: rule, severity, message, expected, actual, keys, sides."""
    objects = [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "message": finding.message,
            "expected": finding.expected or None,
            "actual": finding.actual or None,
            "keys": list(finding.keys),
            "sides": [_as_object(side) for side in finding.sides],
        }
        for finding in findings
    ]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def _as_object(side: Side) -> dict[str, object]:
    """A side without the position in its passage, which says nothing outside of the program."""
    return {name: value for name, value in asdict(side).items() if name != "start"}


def _of_severity(result: Result, severity: Severity) -> list[Finding]:
    return [finding for finding in result.findings if finding.severity == severity]


def _lines(result: Result) -> Iterator[str]:
    numbers = count(1)
    for severity in Severity:
        group = _of_severity(result, severity)
        if group:
            yield f"{severity.label} {len(group)}条"
        for finding in group:
            yield from _numbered(finding, next(numbers))
    if not result.findings:
        yield "没有发现问题"
    yield from _left_out(result.suppressed)


def _numbered(finding: Finding, number: int) -> Iterator[str]:
    yield f"{number}. [{finding.rule}] {finding.message}"
    yield from (f"     {_side(side)}" for side in finding.sides)


def _left_out(suppressed: Sequence[Suppressed]) -> Iterator[str]:
    if suppressed:
        yield f"按 report.yaml 不提示 {len(suppressed)}条"
    for item in suppressed:
        message = item.finding.message if item.finding else "整条规则不查。"
        yield f"   [{item.rule}] {message}理由：{item.reason}"


def _side(side: Side) -> str:
    quote = side.quote
    if len(quote) > _LONGEST_QUOTE:
        quote = f"{quote[:_LONGEST_QUOTE]}…"
    quoted = f"“{quote}”" if quote else ""
    return "：".join(part for part in (side.location, quoted) if part)
