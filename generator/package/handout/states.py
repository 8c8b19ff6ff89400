"""What became of what a department owes: columns of departments.csv."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from generator.model import files
from generator.model.dataset import State
from generator.package.bring.filling import open_table
from generator.package.tablespecs import DEPARTMENTS


def with_states(
    package: Mapping[str, bytes], states: Mapping[str, State], who: str, when: dt.datetime
) -> dict[str, bytes]:
    """departments.csv with new states by department; empty where there are none.

    ``who`` is the person that took or returned a workbook. Raises DataError where the file cannot
    be written as it stands.
    """
    if not states:
        return {}
    table = open_table(package, DEPARTMENTS)
    for name, state in states.items():
        row = table.find("部门", name)
        if row is not None:
            table.set(row, "状态", state.value)
            table.set(row, "经手", who)
            table.set(row, "时间", when.strftime("%Y-%m-%d %H:%M"))
    return {files.DEPARTMENTS: table.bytes()}
