"""What is offered as certain is right: parts of the form in any selection, with strangers between."""

from __future__ import annotations

import random

import pytest
from support.brought import Row, county, offers, sheet

from generator.model.kind import FieldType
from generator.package.bring import BroughtSheet, Standing

STRANGERS = ("其中：女性", "另建驿站数", "吸纳就业", "其中：困难户", "县城")


def part_of_form(seed: int) -> tuple[BroughtSheet, dict[str, str]]:
    """A sheet with some rows of the form, no row without the one above it; labels and units as
    people change them. With the code of each number."""
    chance = random.Random(seed)
    rows: list[Row] = [("指标", "单位", "数值")]
    codes: dict[str, str] = {}
    kept: set[str] = set()
    share = chance.choice([0.3, 0.6, 0.9])
    for number, form in enumerate(county()[1].catalogue.values(), 1000):
        if chance.random() > share or (form.parent and form.parent not in kept):
            continue
        kept.add(form.code)
        label = form.label_of(2023).lstrip(chance.choice(["", "0123456789.①②③"]))
        label = label.replace(chance.choice(["其中：", "数", "　"]), "")
        unit = form.unit if chance.random() < 0.8 else None
        is_number = form.type is FieldType.NUMBER
        rows.append((label, unit, number if is_number else None))
        if is_number:
            codes[f"表.xlsx“Sheet1”C{len(rows)}"] = form.code
        if chance.random() < 0.15:
            rows.append((chance.choice(STRANGERS), chance.choice(["人", "个", None]), 9000))
    return sheet(*rows), codes


@pytest.mark.parametrize("seed", range(8))
def test_what_is_certain_is_right(seed: int) -> None:
    brought, codes = part_of_form(seed)
    for offer in offers(brought):
        if offer.standing in (Standing.SURE, Standing.CONFLICT, Standing.SAME):
            assert codes.get(offer.source) == offer.target.ident, offer.written
