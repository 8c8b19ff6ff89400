"""The words that templates know: one function each, with an example in its docstring.

In: figures, records, texts, and what the report is (``TemplateScope``). Out: marked text, a figure,
or nothing. Must not know: how a template is found or parsed. ``docs/words.zh-CN.md`` is made of the
docstrings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from generator.model.settings import Settings
from generator.report.compose.words import (
    amounts,
    choosing,
    comparing,
    days,
    lookups,
    measures,
    series,
    shaping,
    values,
    weighing,
)
from generator.report.compose.words.scope import TemplateScope

# Templates call the words, which no checker sees: their arguments are checked where they are used.
Word = Callable[..., object]  # type: ignore[explicit-any]

PLAIN: Mapping[str, Word] = {
    "|unit": shaping.unit,
    "|num": shaping.num,
    "|places": shaping.decimals,
    "|in_unit": shaping.in_unit,
    "together": shaping.together,
    "growth": comparing.growth,
    "|where": choosing.where,
    "|group": choosing.group,
    "|by": choosing.by,
    "largest": weighing.largest,
    "equal": weighing.equal,
    "exceeds": weighing.exceeds,
    "adds_up": weighing.adds_up,
    "anchor": choosing.anchor,
}
"""Words that need nothing of the report."""

PRINTING: Mapping[str, Word] = {
    "|cn": amounts.cn,
    "|money": amounts.money,
    "pct": amounts.pct,
    "per": amounts.per,
    "|day": days.day,
    "|month": days.month,
    "|ym": days.ym,
    "|full_day": days.full_day,
    "drange": days.drange,
    "|title": amounts.title,
    "clause": series.clause,
    "jn": series.jn,
    "enum": series.enum,
    "breakdown": series.breakdown,
    "of_which": series.of_which,
    "mostly": weighing.mostly,
}
"""Words that print: their first parameter is the printer of the report."""

ASKING: Mapping[str, Word] = {
    "f": lookups.f,
    "prev": lookups.prev,
    "known": lookups.known,
    "zero": lookups.zero,
    "claim": lookups.claim,
    "text": lookups.text,
    "has_text": lookups.has_text,
    "table": lookups.table,
    "vs": comparing.vs,
    "|vs": comparing.with_vs,
    "unchanged": comparing.unchanged,
    "beat": comparing.beat,
    "task": weighing.task,
    "measures": measures.measures,
}
"""Words that ask the report for figures or texts: their first parameter is its scope."""

VALUES: Mapping[str, Word] = {
    "place": values.place,
    "partner": values.partner,
    "year": values.year,
    "next_year": values.next_year,
    "last_year": values.last_year,
    "cutoff": values.cutoff,
}
"""Words that stand for a value of report.yaml: templates write the name alone."""

WORDS: Mapping[str, Word] = {**ASKING, **PRINTING, **PLAIN, **VALUES}
"""Every word by its name in templates; a filter has | before it."""


def functions(scope: TemplateScope) -> dict[str, Word]:
    """The words that templates of one report call, ready to be called."""
    return {name: word for name, word in _bound(scope).items() if not name.startswith("|")}


def filters(scope: TemplateScope) -> dict[str, Word]:
    """The words that templates of one report write after |, ready to be called."""
    return {name[1:]: word for name, word in _bound(scope).items() if name.startswith("|")}


def values_of(settings: Settings) -> dict[str, object]:
    """The values of report.yaml that templates name."""
    return {name: value(settings) for name, value in VALUES.items()}


def _bound(scope: TemplateScope) -> dict[str, Word]:
    return {
        **PLAIN,
        **{name: partial(word, scope.printer) for name, word in PRINTING.items()},
        **{name: partial(word, scope) for name, word in ASKING.items()},
    }
