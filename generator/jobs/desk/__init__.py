"""The workbench: all that a screen shows of a package and all that is done on it.

In: the folder of a package, what a person typed, pasted or chose, with the stamp of what that person
saw. Out: frozen values that a screen shows as they are, messages at their cells, what takes a change
back. Must not know a screen, a browser or the clock; a change is written whole or not at all, and
never over what somebody else wrote meanwhile.
"""

from generator.jobs.desk.changing import add_row, change, delete_rows, undo
from generator.jobs.desk.sheets import grid, sheets
from generator.jobs.desk.values import (
    CellEdit,
    CellMessage,
    Changed,
    EditRefusedError,
    GridColumn,
    GridRow,
    SheetGrid,
    SheetInfo,
    Undo,
)

__all__ = [
    "CellEdit",
    "CellMessage",
    "Changed",
    "EditRefusedError",
    "GridColumn",
    "GridRow",
    "SheetGrid",
    "SheetInfo",
    "Undo",
    "add_row",
    "change",
    "delete_rows",
    "grid",
    "sheets",
    "undo",
]
