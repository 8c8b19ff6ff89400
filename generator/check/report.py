"""Findings as text for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import count
from pathlib import Path

from generator.check.finding import Finding, Side
from generator.check.run import Result
from generator.check.unjudged import counted
from generator.model.severity import Severity

_LONGEST_QUOTE = 60


def as_text(result: Result) -> str:
    """The findings, the gravest first, each with its sides; then what was left out, what was not
    done and what could not be judged, and why."""
    return "".join(f"{line}\n" for line in _lines(result))


def as_counts(result: Result, package: Path) -> str:
    """How many findings there are, in one line."""
    counted = _counted(result)
    return f"检查：{counted}，详见 nigao check {package}" if counted else "检查：没有发现问题"


def _counted(result: Result) -> str:
    """How many findings of each severity there are; "" for none."""
    counts = {severity.label: result.count(severity) for severity in Severity}
    return "、".join(f"{label} {count}" for label, count in counts.items() if count)


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects: rule, severity, message, expected, actual, keys, sides."""
    return _json(_objects(findings))


def as_json_of_files(results: Sequence[tuple[str, Result]]) -> str:
    """A list of objects, one a file: file, findings, undone (checks that had nothing to compare
    with), unjudged (sentences whose numbers no rule could judge, with the reason)."""
    return _json([_of_file(name, result) for name, result in results])


def _of_file(name: str, result: Result) -> dict[str, object]:
    return {
        "file": name,
        "findings": _objects(result.findings),
        "undone": list(result.undone),
        "unjudged": [{"reason": item.reason, **_as_object(item.side)} for item in result.unjudged],
    }


def matters_as_json(read: Sequence[tuple[str, Sequence[tuple[str, Side]]]]) -> str:
    """A list of objects, one a file: file, matters (what a person should read, and where)."""
    return _json([_matters_of_file(name, found) for name, found in read])


def _matters_of_file(name: str, found: Sequence[tuple[str, Side]]) -> dict[str, object]:
    matters = [{"matter": matter, **_as_object(side)} for matter, side in found]
    return {"file": name, "matters": matters}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _objects(findings: Sequence[Finding]) -> list[dict[str, object]]:
    return [
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


def _as_object(side: Side) -> dict[str, object]:
    """A side without the position in its passage, which says nothing outside of the program."""
    return {name: value for name, value in asdict(side).items() if name != "at"}


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
    yield from _left_out(result)
    yield from beyond(result)


def beyond(result: Result) -> Iterator[str]:
    """What was not done and what could not be judged, a line each, with the reason."""
    yield from result.undone
    if result.unjudged:
        yield counted(result.unjudged)


def _numbered(finding: Finding, number: int) -> Iterator[str]:
    yield f"{number}. [{finding.rule}] {finding.message}"
    yield from (f"     {_side(side)}" for side in finding.sides)


def _left_out(result: Result) -> Iterator[str]:
    if result.suppressed:
        yield f"按 {result.accepted_in} 不提示 {len(result.suppressed)}条"
    for item in result.suppressed:
        message = item.finding.message if item.finding else "整条规则不查。"
        yield f"   [{item.rule}] {message}理由：{item.reason}"


def _side(side: Side) -> str:
    quote = side.quote
    if len(quote) > _LONGEST_QUOTE:
        quote = f"{quote[:_LONGEST_QUOTE]}…"
    quoted = f"“{quote}”" if quote else ""
    return "：".join(part for part in (side.location, quoted) if part)
