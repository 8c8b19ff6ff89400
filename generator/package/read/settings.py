"""report.yaml: what the letter, the report and the file need to know besides figures."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import fields

from generator.model import files
from generator.model.errors import DataError, Problem, raise_all
from generator.model.kind import Kind, Party
from generator.model.settings import CheckSettings, Settings
from generator.package import yamltext
from generator.package.intake.numbers import CellError
from generator.package.intake.values import parse_date
from generator.package.read.format_faults import format_faults
from generator.package.read.schema.shape_faults import ShapeError, shaped
from generator.package.read.schema.slips import slips_of_keys
from generator.package.read.yamlfile import (
    problems_of_shape,
    read_yaml,
    slips_behind,
    yaml_content,
    yaml_words,
)
from generator.standard.gbt9704 import Fonts

_DATES = {"cutoff", "date"}
"""Items of report.yaml that are days."""


def read_settings(folder: Path, load: Callable[[str], object] = yamltext.load) -> Settings:
    """The settings of the package in ``folder``; ``load`` reads the text of their file.

    Raises InputError or DataError, all faults at once.
    """
    text = yaml_words(folder / files.REPORT, files.REPORT)
    content = yaml_content(text, files.REPORT, load)
    if not isinstance(content, dict):
        message, todo = "应当是“项: 值”的清单", "请照 data/ 里的样例写"
        slips = list(slips_of_keys(text, files.REPORT))
        raise DataError(slips or [Problem(message, todo, files.REPORT)])
    problems = list(_font_problems(content.get("fonts")))
    try:
        settings = shaped(_with_dates(_without_blank_dates(content)), Settings)
    except ShapeError as error:
        slips = slips_behind(error.faults, text, files.REPORT)
        faults = slips or problems_of_shape(error.faults, files.REPORT)
        raise DataError([*faults, *problems]) from None
    raise_all([*problems, *format_faults(settings)])
    return settings


def read_checks(path: Path, shown: str) -> CheckSettings:
    """What a file of that form (accept, skip, tolerances) leaves out; ``shown`` names it.

    Raises InputError or DataError, all faults at once.
    """
    content = read_yaml(path, shown)
    try:
        return shaped({} if content is None else content, CheckSettings)
    except ShapeError as error:
        raise DataError(problems_of_shape(error.faults, shown)) from None


def _with_dates(content: Mapping[str, object]) -> dict[str, object]:
    """The content with its dates as YAML writes them: 2023/12/1 and 2023年12月1日 are days too."""
    dated = {
        key: _with_dates(value) if isinstance(value, dict) else value
        for key, value in content.items()
    }
    for key in _DATES & dated.keys():
        dated[key] = _day(dated[key])
    return dated


def is_day(path: str) -> bool:
    """Whether the item of report.yaml at ``path`` is a day."""
    return path.rpartition(".")[2] in _DATES


def day_of(written: str) -> dt.date | None:
    """The day that a text of report.yaml means, None where it means none."""
    day = _day(written.strip())
    return day if isinstance(day, dt.date) else None


def _day(written: object) -> object:
    """The day that a text means; what means none as it stands."""
    if not isinstance(written, str) or not re.match("[0-9０-９]{4}", written):
        return written
    try:
        date = parse_date(written, 0)
    except CellError:
        return written
    return date.date if date.day else written


def _font_problems(fonts: object) -> Iterator[Problem]:
    """Uses of a font that the layout does not know."""
    uses = [field.name for field in fields(Fonts)]
    named = fonts if isinstance(fonts, dict) else {}
    unknown = [str(use) for use in named if use not in uses]
    if unknown:
        message = f"没有“{'、'.join(unknown)}”这种用途的字体，可用：{'、'.join(uses)}"
        yield Problem(message, "请改正", files.REPORT, column="fonts")


def _without_blank_dates(content: Mapping[str, object]) -> dict[str, object]:
    """The content with a blank text in place of a date, as a workbook leaves it, made None."""
    settings = {name: _without_blank_date(value) for name, value in content.items()}
    return settings | ({"cutoff": None} if settings.get("cutoff") == "" else {})


def _without_blank_date(value: object) -> object:
    if isinstance(value, dict) and value.get("date") == "":
        return {**value, "date": None}
    return value


def party_problems(settings: Settings, kind: Kind) -> Iterator[Problem]:
    """What report.yaml does not say of those whom every report of the kind speaks of."""
    given = {
        Party.PLACE: ("place.name", settings.place.get("name")),
        Party.UNIT: ("organs", settings.organs),
        Party.PARTNER: ("partner.name", settings.partner.get("name")),
    }
    for party in kind.parties:
        item, value = given[party]
        if not value:
            todo = f"“{kind.name}”要写明{party.value}，请补上"
            yield Problem("缺少这一项", todo, files.REPORT, column=item)
