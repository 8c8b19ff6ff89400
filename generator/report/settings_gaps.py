"""What report.yaml leaves open: 【待补：名称】 written there is a gap, like an unknown figure."""

from __future__ import annotations

from itertools import zip_longest

from markupsafe import Markup

from generator.model import files
from generator.model.cell import Source
from generator.model.document import Mark, Run, Text
from generator.model.marks import escape, mark
from generator.model.regex import regex

_GAP = regex(r"【待补：([^【】]+)】")
_NO_SERIAL = regex(r"(?<=[〕﹞\]）)])\s*第?\s*号$")


def with_gaps(template: str, item: str) -> str:
    """A template of report.yaml with its gaps marked; ``item`` is where it stands there."""
    return _GAP.sub(lambda gap: _marked(gap[1], item), template)


def value_with_gaps(value: str, item: str) -> str:
    """A value of report.yaml as templates get it: one that holds a gap is marked text, any other is
    itself."""
    pieces = _GAP.split(value)
    if len(pieces) == 1:
        return value
    gaps, words = pieces[1::2], pieces[::2]
    marked = [_marked(gap, item) for gap in gaps]
    parts = (escape(word) + gap for word, gap in zip_longest(words, marked, fillvalue=""))
    return Markup("".join(parts))


def runs_with_gaps(text: str, item: str, identity: Mark | None = None) -> Text:
    """A text of report.yaml as runs; what is no gap has the
    ``identity``."""
    pieces = _GAP.split(text)
    runs = []
    for index, piece in enumerate(pieces):
        if index % 2:
            runs.append(gap_run(piece, item))
        elif piece:
            runs.append(Run(piece, identity))
    return tuple(runs)


def with_serial(number: str) -> str:
    """A document number; one without its serial (农领发〔2022〕号) with a gap in the place of it."""
    return _NO_SERIAL.sub("【待补：发文顺序号】号", number)


def gap_run(name: str, item: str) -> Run:
    """The gap of that name."""
    return Run(f"【待补：{name}】", _mark(name, item))


def _marked(name: str, item: str) -> str:
    return mark(escape(f"【待补：{name}】"), _mark(name, item))


def _mark(name: str, item: str) -> Mark:
    return Mark("gap", f"公文.{name}", (Source(files.REPORT, 0, item),))
