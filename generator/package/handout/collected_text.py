"""A text of a workbook that came back, against the package."""

from __future__ import annotations

from msgspec import Struct

from generator.package.bring.proposal import Standing


class CollectedText(Struct, frozen=True):
    """A text that came back: its number among the offers, where it goes, how it stands."""

    number: int
    source: str
    name: str
    text: str
    standing: Standing
    reasons: tuple[str, ...] = ()
