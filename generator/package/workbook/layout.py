"""What a workbook is made of: the sheets that hold no table of the package, and a table to
write."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from generator.model.kind import FieldSpec

GUIDE, SETTINGS, PROSE, OTHERS, META = "说明", "设置", "文字", "其他文件", "_nigao"


class FilledTable(Struct, frozen=True):
    """A table of records or figures to be written: columns, rows of text, and what each cell holds.

    ``last`` is a column of last year's values, None for none.
    """

    columns: Sequence[FieldSpec]
    rows: Sequence[Sequence[str]]
    fields: Sequence[Sequence[FieldSpec]]
    last: Sequence[str] | None = None
