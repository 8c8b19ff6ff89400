"""The workbench: all that a screen shows of a package and all that is done on it.

In: the folder of a package, what a person typed, pasted or chose, with the stamp of what that
person saw. Out: frozen values that a screen shows as they are, messages at their cells, what takes
a change back. Must not know a screen, a browser or the clock; a change is written whole or not at
all, and never over what somebody else wrote meanwhile.
"""

from generator.jobs.desk.changing import add_row, add_setting, change, delete_rows, undo
from generator.jobs.desk.figure_choices import FigureChoice, figures_to_insert
from generator.jobs.desk.homepage import PackageLine, PackageState, find_package, home, state
from generator.jobs.desk.locating import GridLocation, cells_of
from generator.jobs.desk.next_steps import next_steps
from generator.jobs.desk.pieces import TextPiece
from generator.jobs.desk.previewing import Preview, package_stamp, preview
from generator.jobs.desk.remarks_to_mend import (
    FindingItem,
    Inquiry,
    accept_finding,
    ask_about,
    ask_for_missing,
    findings,
)
from generator.jobs.desk.settinglists import SettingList, setting_lists
from generator.jobs.desk.sheets import grid, sheets
from generator.jobs.desk.texts import TextItem, texts
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
from generator.jobs.desk.whereabouts import Whereabouts, whereabouts
from generator.jobs.desk.writing_texts import undo_text, write_text

__all__ = [
    "CellEdit",
    "CellMessage",
    "Changed",
    "EditRefusedError",
    "FigureChoice",
    "FindingItem",
    "GridColumn",
    "GridLocation",
    "GridRow",
    "Inquiry",
    "PackageLine",
    "PackageState",
    "Preview",
    "SettingList",
    "SheetGrid",
    "SheetInfo",
    "TextItem",
    "TextPiece",
    "Undo",
    "Whereabouts",
    "accept_finding",
    "add_row",
    "add_setting",
    "ask_about",
    "ask_for_missing",
    "cells_of",
    "change",
    "delete_rows",
    "figures_to_insert",
    "find_package",
    "findings",
    "grid",
    "home",
    "next_steps",
    "package_stamp",
    "preview",
    "setting_lists",
    "sheets",
    "state",
    "texts",
    "undo",
    "undo_text",
    "whereabouts",
    "write_text",
]
