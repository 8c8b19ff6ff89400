"""The words that templates know: functions and filters over figures and records (see GLOSSARY.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from generator.figures import Figure, RecordSet, RowView
from generator.figures.figure import as_range, merged
from generator.figures.records import Group
from generator.model.cell import PartialDate
from generator.model.document import Mark
from generator.model.marks import escape, mark
from generator.report.compose.block_marks import anchor
from generator.report.compose.printing import Printer
from generator.standard.wording import change, dates, lists, numbers, numerals


def _number(figure: Figure) -> Decimal:
    number = figure.number
    if number is None:
        raise ValueError(f"“{figure.name}”没有数")
    return number


def _date(figure: Figure) -> PartialDate:
    if not isinstance(figure.value, PartialDate):
        raise ValueError(f"“{figure.name}”不是日期")
    return figure.value


def where(records: RecordSet, **wanted: Any) -> RecordSet:
    """The records whose fields hold these values."""
    return records.filtered(**wanted)


def group(records: RecordSet, field: str) -> tuple[Group, ...]:
    """The records by the values of a field, in file order."""
    return records.grouped(field)


def unit(figure: Figure, word: str) -> Figure:
    """The figure with another classifier (个 → 家)."""
    return figure.renamed(unit=word)


def num(figure: Figure) -> Figure:
    """The figure without its unit."""
    return figure.renamed(unit="")


def places(figure: Figure, digits: int) -> Figure:
    """The figure with so many decimals at most."""
    return figure.renamed(places=digits)


def together(figures: Iterable[Figure]) -> Figure:
    """One figure for several of the same value, told once: the cells of all of them are its sources."""
    first, *others = figures
    return first.renamed(sources=merged(first.sources, *(figure.sources for figure in others)))


def in_unit(figure: Figure, word: str) -> Figure:
    """The figure converted to another unit (万元 → 亿元), exactly."""
    value = None if figure.number is None else numbers.convert(figure.number, figure.unit, word)
    return figure.renamed(value=value, unit=word)


def helpers(
    printer: Printer, prev: Callable[[str], Figure]
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The global functions and the filters that need to print, for one report; ``prev`` gives last year's figures."""
    functions = _functions(printer, prev)

    def with_vs(figure: Figure) -> Markup:
        return Markup(printer(figure) + functions["vs"](figure))

    return functions, {
        **_filters(printer),
        "vs": with_vs,
        "where": where,
        "group": group,
        "unit": unit,
        "num": num,
        "places": places,
        "in_unit": in_unit,
    }


def _filters(printer: Printer) -> dict[str, Callable[..., Markup]]:
    year = printer.year

    def cn(figure: Figure) -> Markup:
        return printer.marked(figure, lambda f: numerals.count_word(int(_number(f)), f.unit))

    def money(figure: Figure, unit: str = "auto") -> Markup:
        def tell(shown: Figure) -> str:
            return numbers.money(
                numbers.convert(_number(shown), shown.unit, "万元"), unit=unit, places=shown.places
            )

        return printer.marked(figure, tell)

    def day(figure: Figure) -> Markup:
        return printer.marked(figure, lambda f: dates.day(_date(f), year))

    def month(figure: Figure) -> Markup:
        return printer.marked(figure, lambda f: dates.month(_date(f), year))

    def ym(figure: Figure) -> Markup:
        return printer.marked(figure, lambda f: dates.month(_date(f)))

    def full_day(figure: Figure) -> Markup:
        return printer.marked(figure, lambda f: dates.full_day(_date(f)))

    def title(figure: Figure | str) -> Markup:
        return Markup("《") + printer(figure) + Markup("》")

    return {
        "cn": cn,
        "money": money,
        "day": day,
        "month": month,
        "ym": ym,
        "full_day": full_day,
        "title": title,
    }


def _functions(printer: Printer, prev: Callable[[str], Figure]) -> dict[str, Callable[..., Any]]:
    def clause(caller: Callable[[], Markup]) -> Markup:
        return printer.clause(caller)

    def drange(start: Figure, end: Figure, style: str = printer.range_style) -> Markup:
        return printer.marked(as_range(start, end), lambda f: printer.date_range(f, style))

    def jn(
        items: Sequence[Any], sep: str = "、", last: str | None = None, etc: bool = False
    ) -> Markup:
        return Markup(lists.join(printer.known_items(items), sep=sep, last=last, etc=etc))

    def enum(items: Sequence[Any], style: Any = printer.points, sep: str = "。") -> Markup:
        return Markup(lists.enumerate_points(printer.known_items(items), style=style, sep=sep))

    def of_which(
        whole: Any,
        parts: Sequence[tuple[str, Figure]],
        style: Any = "，其中",
        compare: bool = False,
    ) -> Markup:
        def tell(figure: Any) -> Markup:
            return printer(figure) + (
                vs(figure) if compare and isinstance(figure, Figure) else Markup("")
            )

        told = [escape(label) + tell(part) for label, part in parts if part.known]
        return Markup(lists.of_which(tell(whole), told, style=style))

    def vs(figure: Figure, style: str = "（）") -> Markup:
        told = _against(figure, prev(figure.key))
        return (
            told
            if not told
            else Markup("（") + told + Markup("）")
            if style == "（）"
            else Markup(escape(style)) + told
        )

    def unchanged(figures: Sequence[Figure]) -> Markup:
        return _unchanged([(figure, prev(figure.key)) for figure in figures])

    def beat(items: Sequence[tuple[str, Figure]], said: str, better: Any = "gt") -> Markup:
        sides = [(label, now.number_or_none, prev(now.key).number_or_none) for label, now in items]
        return Markup(escape(change.compare_all(sides, claim=said, better=better)))

    def breakdown(items: Sequence[tuple[Any, Any]], outer: str = "；", inner: str = "、") -> Markup:
        told = [
            (
                printer(text),
                printer.known_items(children)
                if isinstance(children, list | tuple)
                else printer(children),
            )
            for text, children in items
        ]
        return Markup(lists.breakdown(told, outer=outer, inner=inner))

    def pct(part: Figure, whole: Figure, digits: int = 2) -> Markup:
        ratio = (part / whole * 100).renamed(
            key=f"{part.key}占{whole.key}",
            name=f"{part.name}占{whole.name}的比例",
            unit="%",
            places=digits,
        )
        return printer(ratio)

    def growth(
        now: Figure, base: Figure, kind: Any = "rate", label: str = "", digits: int = 2
    ) -> Markup:
        return _growth(printer, now, base, kind, label, digits)

    def per(each: Figure, word: str) -> Markup:
        return printer(each.renamed(unit=f"{each.unit}/{word}"))

    def row_anchor(row: RowView) -> Markup:
        return Markup(anchor(row.key))

    return {
        "clause": clause,
        "drange": drange,
        "jn": jn,
        "enum": enum,
        "of_which": of_which,
        "breakdown": breakdown,
        "pct": pct,
        "growth": growth,
        "per": per,
        "anchor": row_anchor,
        "together": together,
        "vs": vs,
        "beat": beat,
        "unchanged": unchanged,
    }


def _growth(
    printer: Printer, now: Figure, base: Figure, kind: Any, label: str, digits: int
) -> Markup:
    """增长71.16% as one marked segment; nothing where it cannot be told (no base, zero base, change of sign)."""
    if not now.known or not base.known:
        return Markup("")
    told = change.growth(_number(now), _number(base), kind=kind, places=digits, unit=now.unit)
    if not told:
        return Markup("")
    identity = Mark(
        "bound",
        f"{now.key}较{base.key}",
        merged(now.sources, base.sources),
        f"({{{now.key}}}-{{{base.key}}})",
    )
    return Markup(escape(label) + mark(escape(told), identity))


def _against(now: Figure, base: Figure) -> Markup:
    """较上年增长30.14% as one marked segment; nothing where one is unknown, no number or only about right."""
    if (
        now.number_or_none is None
        or base.number_or_none is None
        or now.qualifier
        or base.qualifier
        or now.unit == "年"
    ):
        return Markup("")
    here, there = _number(now), _in_unit_of(now, base)
    kind = change.kind_of_change(here, there, now.unit)
    told = change.growth(
        here, there, kind=kind, places=None if kind == "abs" else 2, unit=now.unit, label="较上年"
    )
    if not told:
        return Markup("")
    identity = Mark(
        "bound",
        f"{now.key}较上年",
        merged(now.sources, base.sources),
        f"({{{now.key}}}-{{{base.key}}})",
    )
    return Markup(mark(escape(told), identity))


def _unchanged(pairs: Sequence[tuple[Figure, Figure]]) -> Markup:
    """均与上年持平 as one marked segment, for several figures that can all be compared and are all as last year; else
    nothing, and each tells its own change."""
    if len(pairs) < 2 or any(
        not _against(now, base) or _number(now) != _in_unit_of(now, base) for now, base in pairs
    ):
        return Markup("")
    sources = merged(*(figure.sources for pair in pairs for figure in pair))
    return Markup(mark("均与上年持平", Mark("bound", f"{pairs[-1][0].key}较上年", sources)))


def _in_unit_of(now: Figure, base: Figure) -> Decimal:
    """The value of ``base`` in the unit of ``now`` where it converts (亿元, 万元), else as it stands (个, 家)."""
    try:
        return numbers.convert(_number(base), base.unit, now.unit) or Decimal(0)
    except ValueError:
        return _number(base)
