"""Findings of one or several files as one page for a browser, which needs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from generator.check.finding import Finding, Side
from generator.check.report import beyond
from generator.check.run import Result
from generator.model.severity import Severity

_STYLE = """
body{font:16px/1.7 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:60em;margin:2em auto;
padding:0 1em;color:#222}
h1{font-size:1.4em}h2{font-size:1.2em;border-bottom:1px solid #bbb;margin-top:2em}
table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.2em .8em;text-align:left}
li{margin:.8em 0}.side{color:#555;margin-left:1em}.sort{font-weight:bold}
.error .sort{color:#b00020}.warning .sort{color:#a05a00}.info .sort{color:#3a5a8a}
"""


def as_page(results: Sequence[tuple[str, Result]]) -> str:
    """The page: a table with a line a file, then the findings of each file by its name."""
    return "".join(f"{line}\n" for line in _lines(results))


def _lines(results: Sequence[tuple[str, Result]]) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield f"<title>检查结果</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>检查结果</h1>"
    yield from _summary(results)
    for number, (name, result) in enumerate(results, 1):
        yield f'<h2 id="f{number}">{escape(name)}</h2>'
        yield from _list(result)
    yield "</body>\n</html>"


def _summary(results: Sequence[tuple[str, Result]]) -> Iterator[str]:
    heads = "".join(f"<th>{severity.label}</th>" for severity in Severity)
    yield f"<table>\n<tr><th>文件</th>{heads}</tr>"
    for number, (name, result) in enumerate(results, 1):
        cells = "".join(f"<td>{result.count(severity)}</td>" for severity in Severity)
        yield f'<tr><td><a href="#f{number}">{escape(name)}</a></td>{cells}</tr>'
    yield "</table>"


def _list(result: Result) -> Iterator[str]:
    if result.findings:
        yield "<ol>"
        yield from map(_item, result.findings)
        yield "</ol>"
    else:
        yield "<p>没有发现问题</p>"
    yield from (f'<p class="side">{escape(line)}</p>' for line in beyond(result))


def _item(finding: Finding) -> str:
    sides = "".join(map(_side, finding.sides))
    sort = f"{finding.severity.label}［{finding.rule}］"
    words = f'<span class="sort">{escape(sort)}</span>{escape(finding.message)}'
    return f'<li class="{finding.severity.value}">{words}{sides}</li>'


def _side(side: Side) -> str:
    quoted = f"“{side.quote}”" if side.quote else ""
    words = "：".join(part for part in (side.location, quoted) if part)
    return f'<div class="side">{escape(words)}</div>'
