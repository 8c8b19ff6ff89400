"""report.yaml of the new year."""

from __future__ import annotations

import os
from pathlib import Path

from generator.model.regex import regex
from generator.package import settings_text
from generator.package.newyear.roll import YEAR, Roll
from generator.package.origin import with_origin
from generator.package.settings_text import DATE, SettingItem

_SERIAL = regex(r"\d+(?=号)")
_DIGITS_OF_YEAR = regex(r"^\d{4}")
_YEAR_LINE = regex(r"(?m)^(year:.*)$")


def rolled_settings(text: str, roll: Roll) -> str:
    """report.yaml of the new year: year words and dates rolled, the number's serial blank, last
    year linked, the origin said; files beside last year's package are found from the new one."""
    values = {item.path: _setting(item, roll) for item in settings_text.items(text)}
    values["year"] = str(roll.year)
    if values.get("names"):
        beside = os.path.normpath(Path(roll.origin.package) / values["names"])
        values["names"] = Path(beside).as_posix()
    if values.get("reference", "").startswith("../"):
        there = os.path.normpath(Path(roll.origin.package) / values["reference"])
        values["reference"] = Path(there).as_posix()
    is_linked = "previous" in values
    if is_linked:
        values["previous"] = roll.previous
    rolled = settings_text.with_values(text, values)
    if roll.previous and not is_linked:
        rolled = _YEAR_LINE.sub(
            lambda year: f"{year[1]}\nprevious: {roll.previous}", rolled, count=1
        )
    return with_origin(rolled, roll.origin)


def _setting(item: SettingItem, roll: Roll) -> str:
    years = roll.year - roll.old
    if item.tag == DATE:
        later = _DIGITS_OF_YEAR.sub(lambda year: str(int(year[0]) + years), item.text)
        return later.replace("-02-29", "-02-28")
    if item.path == "number":
        return _SERIAL.sub("", item.text.replace(f"〔{roll.old}〕", f"〔{roll.year}〕"))
    return YEAR.sub(lambda year: roll.rolled(year[1]), item.text)
