"""What the page of a report asks for, and what it is told that it does not hold itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from generator.jobs.desk import FindingItem, GridLocation, Preview, Whereabouts
from generator.jobs.desk.brief import in_brief
from generator.jobs.desk.whereabouts import said_once
from generator.web.session import Session

_CELLS = 6
"""So many cells of one finding are offered."""
SAID = ("figure", "text", "mend", "accept", "ask")
"""What can be asked for: the cell of a figure, a text, the cell of a finding, that a finding is
accepted, what a department is to be asked."""


class PageRequest(NamedTuple):
    """A click in the page: one of ``SAID``, and of what (a key, a text, a number of a finding, with
    that of its cell)."""

    said: str
    what: str

    @property
    def number(self) -> int:
        """The finding, from 1; 0 for none."""
        return _number(self.what.partition(" ")[0])

    @property
    def cell(self) -> int:
        """The cell of the finding, from 0."""
        return _number(self.what.partition(" ")[2])


def request_of(message: object) -> PageRequest | None:
    """What a window says, None for anything that no page of ours says."""
    if not isinstance(message, Mapping):
        return None
    said, what = message.get("said"), message.get("what")
    if said not in SAID or not isinstance(what, str):
        return None
    return PageRequest(said, what)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() else 0


class PageAnswers(Struct, frozen=True):
    """What a page does not hold: what people call its places, the texts by what people call them,
    the texts by line, the findings in the order of the page."""

    places: Whereabouts
    titles: Mapping[str, str]
    lines: Mapping[int, str]
    findings: tuple[FindingItem, ...]

    def finding(self, number: int) -> FindingItem | None:
        """The finding of a number of the page, from 1."""
        return self.findings[number - 1] if 0 < number <= len(self.findings) else None

    def as_json(self) -> dict[str, object]:
        """As the script in the page takes it."""
        remarks = [self._remark(item) for item in self.findings]
        known = {**as_known(self.places), "titles": {**self.places.texts, **self.titles}}
        return {**known, "texts": dict(self.lines), "remarks": remarks}

    def _remark(self, item: FindingItem) -> dict[str, object]:
        cells = [self.places.of(cell) for cell in cells_offered(item)]
        text = self.titles.get(item.text) or self.places.texts.get(item.text, "")
        said = {
            "brief": in_brief(item.message),
            "said": said_once(self.places.said(item.message)),
            "gap": bool(item.gap),
            "outline": item.is_of_outline,
        }
        return {"cells": cells, "item": item.text, "text": text, **said}


def answers_of(known: Preview) -> PageAnswers:
    """What a page does not hold, of the data that it was made of."""
    return PageAnswers(known.where, known.texts, known.lines, known.findings)


def as_known(known: Whereabouts) -> dict[str, object]:
    """The names of places as the script in the page takes them."""
    return {
        "sheets": dict(known.titles),
        "rows": {sheet: dict(rows) for sheet, rows in known.rows.items()},
        "settings": dict(known.settings),
        "titles": dict(known.texts),
    }


def cells_offered(item: FindingItem) -> tuple[GridLocation, ...]:
    """The cells that a finding may be mended in, each once."""
    return tuple(dict.fromkeys(item.cells))[:_CELLS]


def cell_address(session: Session, cell: GridLocation) -> str:
    """Where 填数 shows a cell."""
    return session.address("fill", sheet=cell.sheet, row=str(cell.row), column=cell.column)
