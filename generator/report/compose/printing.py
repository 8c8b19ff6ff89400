"""How a value is printed: its text by ``wording``, its identity by ``marks``; what is unknown
vanishes or leaves a gap."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from types import FrameType
from typing import cast

from jinja2 import Template
from markupsafe import Markup

from generator.figures import Figure
from generator.figures.sandbox import text_of
from generator.figures.truth import Undecided
from generator.model import files
from generator.model.cell import DateRange, PartialDate, Source
from generator.model.document import Mark, Origin
from generator.model.marks import escape, mark
from generator.standard.wording import dates, lists, numbers


def worth_telling(figure: Figure) -> bool:
    """Whether a figure stands in a list or a series: it is known, and more than nothing."""
    return figure.known and not figure.zero


class Vanish(Exception):  # noqa: N818 - no error: the clause around it disappears
    """An unknown figure was printed inside an optional clause."""


class Printer:
    """Prints figures for one report of ``year``.

    ``points`` is how a series is told (see ``lists.enumerate_points``): headings 一是 leave it no
    numbers.
    """

    def __init__(self, year: int, range_style: str, points: lists.PointStyle = "inline") -> None:
        self.year, self.range_style, self.points = year, range_style, points
        self._clauses: list[bool] = []

    def __call__(self, value: object) -> Markup:
        """The value as composed text: a figure marked, a text escaped, None as nothing. Raises
        ValueError for what has no text: a list, a function."""
        if isinstance(value, Figure):
            return self.marked(value, self.text)
        if isinstance(value, Undecided):
            return self.gap(value.figure)
        if value is None:
            return Markup("")
        if hasattr(value, "__html__"):
            return Markup(value)
        return Markup(escape(text_of(value)))

    def marked(
        self, figure: Figure, tell: Callable[[Figure], str], kind: Origin = "bound"
    ) -> Markup:
        """``figure`` as ``tell`` words it, with its mark; a gap or nothing where it is unknown. A
        clause that is to tell of nothing, a 0, vanishes too."""
        if not figure.known:
            return self.gap(figure)
        if figure.zero and self._clauses and not self._clauses[-1]:
            raise Vanish
        return Markup(
            mark(escape(tell(figure)), Mark(kind, figure.key, figure.sources, figure.formula))
        )

    def gap(self, figure: Figure) -> Markup:
        """【待补：名称】; inside an optional clause the clause vanishes instead."""
        if self._clauses:
            raise Vanish
        return Markup(
            mark(escape(f"【待补：{figure.name}】"), Mark("gap", figure.key, (template_line(),)))
        )

    def clause(self, caller: Callable[[], Markup], *, zero: bool = False) -> Markup:
        """The content of an optional clause; nothing where a figure in it is unknown, or is 0 and
        ``zero`` does not ask for that."""
        self._clauses.append(zero)
        try:
            return Markup(caller())
        except Vanish:
            return Markup("")
        finally:
            self._clauses.pop()

    def text(self, figure: Figure) -> str:
        """The value in words: a number with unit and qualifier, a date, a list, a text."""
        value = figure.value
        match value:
            case bool():
                return "是" if value else "否"
            case Decimal():
                return numbers.qty(value, figure.unit, figure.qualifier, places=figure.places)
            case PartialDate():
                return dates.day(value, self.year)
            case DateRange():
                return self.date_range(figure, self.range_style)
            case tuple():
                return lists.join(value)
            case _:
                return lists.in_one_line(str(value))

    def date_range(self, figure: Figure, style: str) -> str:
        """A span of dates in the given style; a single date where there is no end."""
        if isinstance(figure.value, DateRange):
            short = style.endswith("短")
            dash = cast(dates.Dash, style.removesuffix("短"))
            span = figure.value
            return dates.date_range(span.start, span.end, self.year, style=dash, short=short)
        if isinstance(figure.value, PartialDate):
            return dates.day(figure.value, self.year)
        raise ValueError(f"“{figure.name}”不是日期")

    def known_items(self, items: Iterable[object]) -> list[Markup]:
        """What there is of a list: unknown figures, zeros and empty texts are passed over."""
        there = (item for item in items if not isinstance(item, Figure) or worth_telling(item))
        return [text for text in map(self, there) if text.strip()]


def template_line() -> Source:
    """The template and line that is being rendered just now."""
    for template, frame in _rendering():
        line = template.get_corresponding_lineno(frame.f_lineno)
        return Source(_name_of(template), line)
    return Source("")


def in_own_words() -> bool:
    """Whether what is being rendered just now is the package's own: a block, a text or a line of
    report.yaml that a person wrote, whichever macros these call."""
    for template, frame in _rendering():
        if frame.f_code.co_name != _MACRO:
            return _name_of(template).startswith((files.SECTIONS, files.TEXTS, files.REPORT))
    return False


_MACRO = "macro"
"""What Jinja2 calls the function that it makes of a macro, and of what ``call`` hands to one."""


def _name_of(template: Template) -> str:
    """What a template is called; one without a name is a line of report.yaml."""
    return template.name or files.REPORT


def _rendering() -> Iterator[tuple[Template, FrameType]]:
    """The templates that are being rendered, each with a function that runs, the innermost
    first."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            yield template, frame
        frame = frame.f_back
