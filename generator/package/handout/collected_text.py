"""A text of a workbook that came back, against the package."""

from __future__ import annotations

from dataclasses import dataclass

from generator.package.bring.proposal import Standing


@dataclass(frozen=True)
class CollectedText:
    """A text that came back: its number among the offers, where it goes, how it stands."""

    number: int
    source: str
    name: str
    text: str
    standing: Standing
    reasons: tuple[str, ...] = ()
