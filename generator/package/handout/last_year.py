"""Last year's numbers that a department changed: told to a person and never taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model.errors import excerpt
from generator.model.kind import FieldSpec, FieldType
from generator.model.replacing import replace
from generator.package.bring.targets import CellTarget, Targets
from generator.package.handout.additions import Addition
from generator.package.handout.answers import AnsweredCell
from generator.package.handout.owed import LAST
from generator.package.handout.row_labels import RowLabels
from generator.package.intake.celltext import cell_text
from generator.package.intake.grid import RawCell
from generator.package.intake.numbers import CellError, read_number
from generator.package.intake.unclear import UnclearCellError
from generator.standard.wording.numbers import num


def changed_last_year(
    cells: Sequence[AnsweredCell], targets: Targets, labels: RowLabels
) -> Iterator[Addition]:
    """Last year's numbers that are others than those of the package; not of a row that may be
    another one's, for there all are."""
    for cell in cells:
        target, typed = targets.of(cell.ident), cell.last
        if target is None or typed is None or _says_nothing(typed.cell, target):
            continue
        if not _is_same(typed.cell, target) and not any(labels.doubts(cell, target)):
            yield Addition(typed.location, f"{_as_written(typed.cell)}，{_as_known(target)}")


def _says_nothing(cell: RawCell, target: CellTarget) -> bool:
    """Whether nothing stands there, or a mere stroke or 无 where there is no last year's number."""
    return cell.blank or (target.last is None and not re.search(r"\d", cell.text))


def _is_same(cell: RawCell, target: CellTarget) -> bool:
    """Whether a cell says what a handout prints there, however it writes it."""
    try:
        text = cell_text(_seen(cell), FieldSpec(LAST, FieldType.NUMBER, target.unit), 0)
        return target.last is not None and read_number(text, target.unit).value == target.last
    except (UnclearCellError, CellError):
        return False


def _seen(cell: RawCell) -> RawCell:
    """A cell without what is crossed out in it; one that is crossed out as a whole holds nothing
    that could be compared."""
    return cell if cell.looks is None else replace(cell, value=cell.looks.left, looks=None)


def _as_written(cell: RawCell) -> str:
    written = _seen(cell).text.strip() or cell.formula
    return f"上年数写成了“{excerpt(written)}”" if written else "上年数划掉了"


def _as_known(target: CellTarget) -> str:
    return "数据包里没有上年数" if target.last is None else f"数据包里是“{num(target.last)}”"
