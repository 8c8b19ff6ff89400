"""What the formulas of a workbook give, written beside them.

openpyxl writes formulas without values: whoever opens the file in a program that does not compute
would see blanks.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from decimal import Decimal

Values = Mapping[str, Decimal]
"""What the cells of a sheet with a formula give, by address."""
_FORMULA = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v\s*(?:/>|></v>)')


def sheets_with_values(workbook: bytes, values: Sequence[Values]) -> dict[str, bytes]:
    """The parts of a workbook just saved that change, by name; ``values`` has an item a sheet."""
    result: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(workbook)) as file:
        for number, known in enumerate(values, start=1):
            if known:
                name = f"xl/worksheets/sheet{number}.xml"
                result[name] = _with_values(file.read(name), known)
    return result


def _with_values(sheet: bytes, values: Values) -> bytes:
    def valued(match: re.Match[bytes]) -> bytes:
        value = values.get(match[2].decode())
        return match[0] if value is None else match[1] + f"<v>{float(value)!r}</v>".encode()

    return _FORMULA.sub(valued, sheet)
