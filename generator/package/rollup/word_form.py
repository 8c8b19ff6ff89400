"""The form in a Word file as a package of the level below: what is sure is read, what is not is
named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from generator.model import files
from generator.model.cell import Cell, Source
from generator.model.dataset import Dataset, IndicatorRow, Records
from generator.model.errors import Problem
from generator.model.kind import Kind
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.settings import Settings
from generator.package.bring import BroughtSheet, Offer, propose
from generator.package.bring.proposal import Standing
from generator.package.intake.values import parse_cell
from generator.package.rollup.county import County

_TITLE = regex(r"([\u4e00-\u9fff]{1,8}?[县市区旗])\s*((?:19|20)[0-9]{2})年")
"""A title that begins with a place and a year: 清河县2023年东西部协作年度统计表."""
_IN_NAME = regex(r"[\u4e00-\u9fff]{1,8}?[县市区旗]")
_FEWEST = 5
"""Cells of the form that a table must have to be the form."""


class WordTitle(NamedTuple):
    """What a Word file says of itself; "" and None for what it does not say."""

    place: str = ""
    year: int | None = None


def word_title(sheets: Sequence[BroughtSheet], lines: Sequence[str], file: str) -> WordTitle:
    """The place and the year that a Word file is of: by the titles above its tables, by the first
    of its ``lines`` that begins so, or by its name."""
    titles = [title for sheet in sheets for title in sheet.above]
    for text in (*titles, *lines):
        found = _TITLE.match(text.strip())
        if found:
            return WordTitle(found[1], int(found[2]))
    named = _IN_NAME.search(PurePath(file).stem)
    return WordTitle(named[0] if named else "")


def county_of_word(
    sheets: Sequence[BroughtSheet], shown: str, settings: Settings, kind: Kind
) -> County | None:
    """The form in a Word file, as a package of these settings; None where it has none."""
    blank = _blank(shown, settings, kind)
    offers = [list(_of_form(propose([sheet], blank, kind).offers)) for sheet in sheets]
    best = max(offers, key=len, default=[])
    if len(best) < _FEWEST:
        return None
    sure = {offer.target.ident: offer for offer in best if _is_sure(offer)}
    doubts = {offer.target.ident: _doubt(offer) for offer in best if not _is_sure(offer)}
    rows = tuple(_filled(row, sure.get(row.form.code), settings.year) for row in blank.indicators)
    remarks = tuple(remark for offer in sure.values() for remark in _remarks(offer))
    dataset = replace(blank, indicators=rows, remarks=remarks)
    return County(shown, dataset, kind, doubts, form_only=True)


def _is_sure(offer: Offer) -> bool:
    return offer.standing is Standing.SURE


def _remarks(offer: Offer) -> Iterator[Problem]:
    """What was converted, at its cell."""
    return (Problem(note, "", offer.source, 0, "") for note in offer.notes)


def _of_form(offers: Sequence[object]) -> Iterator[Offer]:
    """The offers for cells of the form."""
    for offer in offers:
        if not isinstance(offer, Offer) or not offer.candidates:
            continue
        if offer.target.file == files.INDICATORS and not offer.target.heading:
            yield offer


def _blank(shown: str, settings: Settings, kind: Kind) -> Dataset:
    """A package with nothing filled in."""
    rows = tuple(
        IndicatorRow(form, Cell("", None, Source(files.INDICATORS), form.unit))
        for form in kind.catalogue.values()
    )
    records = {spec.name: Records(spec, ()) for spec in kind.records}
    return Dataset(shown, settings, rows, (), records)


def _filled(row: IndicatorRow, offer: Offer | None, year: int) -> IndicatorRow:
    if offer is None or not offer.value:
        return row
    value = parse_cell(offer.value, offer.target.spec, year)
    return replace(row, cell=Cell(offer.value, value, Source(offer.source), row.form.unit))


def _doubt(offer: Offer) -> str:
    reasons = "，".join(offer.reasons) or "看不准是哪一格"
    return f"{offer.source} 写的是“{offer.written}”，没有读准：{reasons}"
