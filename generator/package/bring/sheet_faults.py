"""Why a sheet as a whole may not belong into a package: it is of another place or another year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.regex import regex
from generator.model.settings import Settings
from generator.package.bring.sheet_columns import of_year
from generator.package.bring.sheet_layout import SheetLayout
from generator.standard.divisions import mentions

_OWNER = regex(r"([\u4e00-\u9fff]{1,8}?[县市区旗])\s*(?:19|20)[0-9]{2}年")
"""A title that begins with a county, whether there is one of that name or not."""
_YEAR = regex("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def sheet_faults(layout: SheetLayout, settings: Settings) -> Iterator[str]:
    """What speaks against a sheet: the place and the year of its title, or of its name and file
    where it has none."""
    titles = layout.titles or (layout.title, layout.sheet.file)
    yield from _other_owners(titles, settings)
    yield from _other_years(titles, layout, settings.year)


def _other_years(titles: Sequence[str], layout: SheetLayout, year: int) -> Iterator[str]:
    """The years of titles, where neither they nor a heading name that of the report."""
    heads = {head for texts in layout.heads.values() for head in texts}
    years = {int(stated) for title in titles for stated in _YEAR.findall(title)}
    if years and year not in years and not heads & of_year(year):
        stated = "、".join(map(str, sorted(years)))
        yield f"表题写的是{stated}年，报告是{year}年的"


def _other_owners(titles: Sequence[str], settings: Settings) -> Iterator[str]:
    """The counties, districts and cities of titles that are neither the place nor its partner, nor
    above them."""
    own = "、".join((*settings.place.values(), *settings.partner.values()))
    for title in titles:
        begins = _OWNER.match(title)
        named = [title[mention.start : mention.end] for mention in mentions(title)]
        foreign = [
            name for name in (*(begins.groups() if begins else ()), *named) if name not in own
        ]
        if foreign:
            yield f"表题写的是{foreign[0]}"
            return
