from __future__ import annotations

import pytest
from support.sample import table, text

from generator.model.document import Column, Table, TableCell, TableRow
from generator.word.writer.style_ids import TABLE_SIZES
from generator.word.writer.tables.measure import CELL_SIDE
from generator.word.writer.tables.widths import fit


def rows(*lines: tuple[str, ...], columns: tuple[Column, ...] = ()) -> Table:
    cells = [
        TableRow(
            f"r{n}", tuple(TableCell(f"r{n}c{m}", (text(cell),)) for m, cell in enumerate(line))
        )
        for n, line in enumerate(lines)
    ]
    return Table("t", columns or tuple(Column() for _ in lines[0]), tuple(cells))


@pytest.mark.parametrize(
    "made",
    [
        table(20),
        rows(("甲", "乙")),
        rows(("指标" * 40, "1"), ("甲", "12345.67")),
        rows(tuple("甲乙丙丁戊己庚辛壬癸子丑寅卯辰")),
        rows(("甲" * 300, "乙" * 300)),
        rows(("甲", "乙"), columns=(Column(width=30), Column())),
    ],
)
def test_columns_fill_the_text_width(made: Table) -> None:
    size, widths = fit(made, 442.2)
    assert sum(widths) == pytest.approx(442.2)
    assert min(widths) > 2 * CELL_SIDE
    assert size in TABLE_SIZES


def test_a_fixed_width_is_kept() -> None:
    assert fit(rows(("甲", "乙"), columns=(Column(width=30), Column())), 442.2)[1][
        0
    ] == pytest.approx(30 * 72 / 25.4)


def test_a_number_is_not_broken() -> None:
    size, widths = fit(rows(("长" * 200, "1234567890.12"), ("长" * 200, "1")), 442.2)
    assert widths[1] >= 13 * size / 2 + 2 * CELL_SIDE


@pytest.mark.parametrize(
    ("made", "size"),
    [
        (rows(("指标", "数值")), 14),
        (rows(*(("东" * 30, "西" * 4, "12345.6") for _ in range(5))), 10.5),
    ],
)
def test_type_is_as_large_as_the_text_allows(made: Table, size: float) -> None:
    assert fit(made, 442.2)[0] >= size


def test_one_long_cell_gets_room_from_columns_that_need_less() -> None:
    made = rows(("指" * 14, "个", "值" * 60), *((("指" * 14), "个", "1") for _ in range(30)))
    _, widths = fit(made, 442.2)
    assert widths[2] > widths[1] * 2
