"""What somebody accepts in a check, added to the text of a file of that form; what stands there,
comments too, stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from generator.model.regex import regex
from generator.model.settings import Accepted

_LIST = regex(r"^accept:[ ]*(?:\[\s*\])?[ ]*(?P<remark>#.*)?$", re.M)
_CHECKS = regex(r"^checks:[ ]*(?:#[^\n]*)?\n(?P<body>(?:[ ]+[^\n]*(?:\n|\Z)|\n)*)", re.M)
_GOES_ON = regex(r"(?:#[^\n]*\n|\n)+[ ]")
"""A remark at the margin, and more of the block below it."""
_STEP = "  "
_ITEM = regex(r"^(?P<indent>[ ]*)-[ ]", re.M)


def with_accepted(text: str, entries: Sequence[Accepted]) -> str:
    """The text of NAME.checks.yaml with entries more, before those that are there.

    ``text`` is "" where there is no file. Raises ValueError where the list stands in a form that
    lines cannot be added to (``accept: [{…}]``).
    """
    found = _LIST.search(text)
    if found is None:
        if re.search(r"^accept\s*:", text, re.M):
            raise ValueError("accept is no list of lines")
        ending = "" if not text or text.endswith("\n") else "\n"
        return f"{text}{ending}accept:\n{_lines(entries, '')}"
    remark = f"  {found['remark']}" if found["remark"] else ""
    behind = text[found.end() :]
    item = _ITEM.match(behind.lstrip("\n"))
    indent = item["indent"] if item else ""
    return (
        f"{text[: found.start()]}accept:{remark}\n{_lines(entries, indent)}{behind.lstrip(chr(10))}"
    )


def with_accepted_in_settings(text: str, entries: Sequence[Accepted]) -> str:
    """The text of report.yaml with entries more under its ``checks``; lines end with ``\\n``.

    Raises ValueError as ``with_accepted``.
    """
    found = _CHECKS.search(text)
    if found is None or _GOES_ON.match(text[found.end() :]):
        if re.search(r"^checks\s*:", text, re.M):
            raise ValueError("checks is no block of lines")
        ending = "" if not text or text.endswith("\n") else "\n"
        return f"{text}{ending}checks:\n{_indented(with_accepted('', entries), _STEP)}"
    first = re.match(r"\n*([ ]+)", found["body"])
    step = first[1] if first else _STEP
    own = re.sub(f"^{step}", "", found["body"], flags=re.M)
    changed = _indented(with_accepted(own, entries), step)
    return text[: found.start("body")] + changed + text[found.end("body") :]


def _indented(text: str, step: str) -> str:
    return re.sub(r"^(?=.)", step, text, flags=re.M)


def _lines(entries: Sequence[Accepted], indent: str) -> str:
    """The entries as lines of YAML."""
    items = [_item(entry) for entry in entries]
    written = yaml.safe_dump(items, allow_unicode=True, sort_keys=False, width=1000)
    return "".join(f"{indent}{line}\n" for line in written.splitlines())


def _item(entry: Accepted) -> dict[str, object]:
    item: dict[str, object] = {"rule": entry.rule}
    if entry.quote:
        item["quote"] = entry.quote
    if entry.once:
        item["once"] = True
    return {**item, "reason": entry.reason}
