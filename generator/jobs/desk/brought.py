"""带入: what the sheets of a department offer, side by side with what the package has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from generator.jobs.bring import bring
from generator.jobs.desk.wording import Wording, in_words, wording_at, wording_of
from generator.model import files
from generator.model.replacing import replace
from generator.package.bring.mapping import NOT_USED
from generator.package.bring.proposal import Offer, Proposal, RecordOffer, SheetProposal, Standing
from generator.package.bring.targets import CellTarget, targets_of
from generator.package.read import load_package

__all__ = ["NEVER", "BroughtCells", "BroughtRow", "CellChoice", "look_at_sheets", "take_sheets"]

NEVER = NOT_USED
"""What a person says of an item that is not to be asked again."""
_COMPUTED = "由程序算出"
"""What stands in a cell of the form that is not typed."""


class CellChoice(Struct, frozen=True):
    """A cell that an item may go to: ``ident`` is how it is chosen, ``label`` what it is called."""

    ident: str
    label: str


class BroughtRow(Struct, frozen=True):
    """An item of a sheet beside its cell.

    ``written`` is what the sheet says, ``source`` where; ``target`` the cell that it goes to, ""
    for none; ``now`` what stands there, "" for nothing; ``proposed`` what would. ``standing`` is
    one of 可取, 请定, 冲突, 已有, 没有去处, 不用; ``told`` why, line by line. ``choices`` are the
    cells that it may go to, the likeliest first; ``sheet`` is that of the cell in 填数, "" for none.
    """

    number: int
    standing: str
    written: str
    source: str
    target: str = ""
    now: str = ""
    proposed: str = ""
    told: tuple[str, ...] = ()
    choices: tuple[CellChoice, ...] = ()
    sheet: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether it is taken unless a person says no."""
        return self.standing == Standing.SURE.value

    @property
    def is_doubtful(self) -> bool:
        """Whether a person must say that it goes there; what cannot be read goes nowhere."""
        is_readable = bool(self.choices and self.proposed)
        return is_readable and self.standing == Standing.DOUBT.value


class BroughtCells(Struct, frozen=True):
    """All items of the sheets, in order, what was left out of them, and every cell that an item may
    be given to."""

    rows: tuple[BroughtRow, ...]
    remarks: tuple[str, ...]
    cells: tuple[CellChoice, ...]

    def of(self, *standings: str) -> list[BroughtRow]:
        """The rows that stand so."""
        return [row for row in self.rows if row.standing in standings]


def look_at_sheets(
    package: Path,
    sheets: Sequence[Path],
    confirmed: Mapping[int, str] | None = None,
    templates: Path | None = None,
) -> BroughtCells:
    """What workbooks, CSV files and tables of Word files offer; nothing is written.

    ``confirmed`` says of rows by number where they go (``CellChoice.ident``, or ``NEVER``). Raises
    what ``bring`` raises.

    例：
        >>> sheet = Path("就业局.csv")
        >>> _ = sheet.write_text("指标,数值\\n招聘活动,8场\\n", encoding="utf-8")
        >>> row = look_at_sheets(Path("清河-2023"), [sheet]).rows[0]
        >>> row.standing, row.target, row.now, row.proposed
        ('可取', '招聘活动', '', '8场')
    """
    with in_words(package, templates):
        proposal = bring(package, sheets, confirmed=confirmed, templates=templates).proposal
        dataset, kind = load_package(package, templates)
    wording = wording_of(dataset, kind)
    cells = targets_of(dataset, kind).all
    return BroughtCells(
        tuple(_row(offer, wording) for offer in proposal.offers),
        tuple(_remarks(proposal, wording)),
        _choices([cell for cell in cells if not cell.heading and not cell.closed], wording),
    )


def take_sheets(
    package: Path,
    sheets: Sequence[Path],
    numbers: Collection[int],
    confirmed: Mapping[int, str],
    templates: Path | None = None,
) -> tuple[str, ...]:
    """Write what is certain or was confirmed of these numbers; the titles of the sheets of the
    package that changed. Raises what ``bring`` raises.

    例：
        >>> sheet = Path("就业局.csv")
        >>> _ = sheet.write_text("指标,数值\\n招聘活动,8场\\n", encoding="utf-8")
        >>> take_sheets(Path("清河-2023"), [sheet], [1], {})
        ('数据',)
    """
    settled = {*numbers, *(number for number, said in confirmed.items() if said == NEVER)}
    with in_words(package, templates):
        result = bring(
            package, sheets, take=True, confirmed=confirmed, only=settled, templates=templates
        )
    wording = wording_at(package, templates)
    return tuple(map(wording.of, (name for name in result.written if name != files.MAPPING)))


def _row(offer: Offer | RecordOffer, wording: Wording) -> BroughtRow:
    standing = offer.standing.value
    if isinstance(offer, RecordOffer):
        cells = "，".join(f"{name} {text}" for name, text in offer.cells.items())
        target = f"{wording.of(offer.file)}：“{offer.key}”一行"
        told = tuple(map(wording.of, offer.reasons))
        return BroughtRow(offer.number, standing, cells, offer.source, target, told=told)
    told = (*offer.reasons, *offer.notes)
    row = BroughtRow(offer.number, standing, offer.written, offer.source)
    row = replace(row, told=tuple(map(wording.of, told)))
    if not offer.candidates:
        return row
    return _beside(row, offer, wording)


def _beside(row: BroughtRow, offer: Offer, wording: Wording) -> BroughtRow:
    """The row with its cell, and what stands there."""
    target = offer.target
    if target.file not in (files.INDICATORS, files.FIGURES):
        return replace(row, target=f"{wording.of(target.file)}的“{target.label}”一列")
    now = f"{target.qualifier}{target.written}{target.unit}" if target.written else ""
    now = _COMPUTED if target.written.strip() == "=" else now
    proposed = f"{offer.qualifier}{offer.value}{target.unit}" if offer.value else ""
    choices = _choices(offer.candidates, wording)
    return replace(
        row,
        target=wording.called(target),
        now=now,
        proposed=proposed,
        choices=choices,
        sheet=target.file,
    )


def _choices(cells: Sequence[CellTarget], wording: Wording) -> tuple[CellChoice, ...]:
    """The cells as they can be chosen; those that are called alike say what is above them."""
    return tuple(CellChoice(cell.ident, _label(cell, wording)) for cell in cells)


def _label(cell: CellTarget, wording: Wording) -> str:
    unit = f"（{cell.unit}）" if cell.unit else ""
    return f"{wording.called(cell)}{unit}"


def _remarks(proposal: Proposal, wording: Wording) -> Iterable[str]:
    """What was left out of the sheets, and files that have nothing for this package."""
    for sheet in proposal.sheets:
        yield from (f"{sheet.shown}：{wording.of(line)}" for line in sheet.remarks)
        if _is_empty(sheet):
            yield f"{sheet.shown}：{sheet.title}"
    for file in proposal.useless_files:
        yield f"{file} 里没有一项对得上，请核对是不是这个文件"


def _is_empty(sheet: SheetProposal) -> bool:
    return not sheet.offers and not sheet.remarks
