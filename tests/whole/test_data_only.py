"""A package without sections/ and text/: the kind's own wording says all that the data hold, and asks people for their part."""

from __future__ import annotations

from functools import cache

import pytest
from support.packages import BROKEN, drafted

from generator.figures import Draft
from generator.figures.plaintext import plain_text
from generator.jobs.compose import recompose
from generator.model.replacing import replace
from generator.report.trace import NO_REASON, gaps, numbers, printed_sources, unplaced

PACKAGES = ["huining-2021", "jingyuan-2021", "huining-2022", "zhouqu-2022"]
every_package = pytest.mark.parametrize("package", PACKAGES)


@cache
def bare(package: str) -> Draft:
    made = drafted(package)
    return recompose(made, replace(made.dataset, texts={}, sections={}))


@every_package
def test_only_peoples_parts_are_missing(package: str) -> None:
    missing = {found.mark.key for found in gaps(bare(package).document)}
    assert {"text/lead", "text/problems", "text/next_steps"} <= missing
    assert [key for key in missing if not key.startswith("text/")] == []


@every_package
def test_sentences_are_whole(package: str) -> None:
    text = plain_text(bare(package).document)
    known = set(BROKEN.findall(plain_text(drafted(package).document)))
    assert [found for found in BROKEN.findall(text) if found not in known] == []


@every_package
def test_what_is_not_printed_has_its_reason(package: str) -> None:
    made = bare(package)
    assert [
        item
        for item in unplaced(made.dataset, made.kind, printed_sources(made.document))
        if item.reason == NO_REASON
    ] == []


@every_package
def test_the_wording_of_the_kind_types_no_number(package: str) -> None:
    made = bare(package)
    assert [
        number
        for number in numbers(made.document, made.dataset.names)
        if number.voucher == "literal"
    ] == []
