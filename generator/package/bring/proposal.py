"""What is proposed for the items of the sheets: where each goes, what would be written there, and
why it is not sure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from generator.model.errors import Reading
from generator.package.bring.mapping import Mapped
from generator.package.bring.targets import CellTarget


class Standing(Enum):
    """How an offer stands; the value is what a person sees."""

    SURE = "可取"
    DOUBT = "请定"
    CONFLICT = "冲突"
    SAME = "已有"
    HOMELESS = "没有去处"
    NOT_USED = "不用"


NEEDS_PERSON = (Standing.DOUBT, Standing.CONFLICT)


class Offer(Struct, frozen=True):
    """An item of a sheet and the cell that it may go to.

    ``number`` counts the offers of a call in the order of the files. ``source`` is where the item
    stands, ``written`` its label and number as the sheet has them. ``candidates`` are the cells
    that it may go to, the likeliest first. ``value`` and ``qualifier`` are what is written, in the
    unit of the first candidate. ``notes`` tell what was converted, ``reasons`` why a person is
    asked, ``readings`` what an unclear cell may mean. ``mapped`` is what the mapping file keeps.
    """

    number: int
    source: str
    written: str
    candidates: tuple[CellTarget, ...]
    value: str
    standing: Standing
    mapped: Mapped
    qualifier: str = ""
    notes: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def target(self) -> CellTarget:
        """The cell that it goes to."""
        return self.candidates[0]


class RecordOffer(Struct, frozen=True):
    """A row of a sheet that is a record: the file it goes to, its cells by heading, its key.

    ``there`` is what the record of that key says where it says something else.
    """

    number: int
    source: str
    file: str
    key: str
    cells: Mapping[str, str]
    standing: Standing
    reasons: tuple[str, ...] = ()
    there: Mapping[str, str] = field(default_factory=dict)


class SheetProposal(Struct, frozen=True):
    """What one sheet of a file offers: its name and title, its offers in order, and what was left
    out."""

    file: str
    shown: str
    title: str
    offers: tuple[Offer | RecordOffer, ...]
    remarks: tuple[str, ...] = ()

    @property
    def says_nothing(self) -> bool:
        """Whether nothing of the sheet belongs anywhere in the package."""
        return all(offer.standing is Standing.HOMELESS for offer in self.offers)


class Proposal(Struct, frozen=True):
    """What all sheets of a call offer."""

    sheets: tuple[SheetProposal, ...]

    @property
    def offers(self) -> tuple[Offer | RecordOffer, ...]:
        """All offers by number."""
        return tuple(offer for sheet in self.sheets for offer in sheet.offers)

    @property
    def needs_person(self) -> bool:
        """Whether somebody must say where something goes, mend a sheet or choose between values."""
        in_doubt = any(offer.standing in NEEDS_PERSON for offer in self.offers)
        return in_doubt or bool(self.useless_files)

    @property
    def useless_files(self) -> tuple[str, ...]:
        """The files of which no sheet has anything that belongs into the package."""
        useful = {sheet.file for sheet in self.sheets if not sheet.says_nothing}
        return tuple(dict.fromkeys(s.file for s in self.sheets if s.file not in useful))

    def count(self, standing: Standing) -> int:
        """How many offers stand so."""
        return sum(offer.standing is standing for offer in self.offers)


def nothing_in(file: str) -> SheetProposal:
    """What a file without a filled table offers."""
    return SheetProposal(file, file, "没有填了东西的表", ())
