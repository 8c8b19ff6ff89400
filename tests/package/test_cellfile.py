"""A CSV file by its cells: what is written stands there, and every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.package.cellfile import CellFile, cell_file
from generator.package.intake.csvtext import csv_grid
from generator.package.textfiles import text_of

HEADINGS = ("键", "名称", "金额")
TEXT = '键,名称,金额\n大棚,"蔬菜，\n大棚",12\n培训,"说""好""",3\n'


def read(data: bytes) -> CellFile:
    cells = cell_file(data, HEADINGS)
    assert cells is not None
    return cells


@pytest.mark.parametrize(
    ("before", "cell", "text", "after"),
    [
        ("键,名称\n甲,乙\n", (2, 2), "丙", "键,名称\n甲,丙\n"),
        ("键,名称\r\n甲,乙\r\n", (2, 1), "丙", "键,名称\r\n丙,乙\r\n"),
        ("键,名称\n甲,乙", (2, 2), "丙", "键,名称\n甲,丙"),
        ("键,名称\n甲,\n", (2, 2), "丙", "键,名称\n甲,丙\n"),
        ("键,名称,金额\n甲\n", (2, 3), "5", "键,名称,金额\n甲,,5\n"),
        ('键,名称\n甲,"乙\n丙"\n丁,戊\n', (3, 2), "己", '键,名称\n甲,"乙\n丙"\n丁,己\n'),
        ('键,名称\n甲,"乙"\n', (2, 2), "a,b", '键,名称\n甲,"a,b"\n'),
        ("键;名称\n甲;乙\n", (2, 2), "a;b", '键;名称\n甲;"a;b"\n'),
        ("键\t名称\n甲\t乙\n", (2, 2), "a,b", "键\t名称\n甲\ta,b\n"),
        ("sep=;\n键;名称\n甲;乙\n", (3, 2), "丙", "sep=;\n键;名称\n甲;丙\n"),
        ("键,名称\n甲,乙\n", (2, 2), '他说"好"', '键,名称\n甲,"他说""好"""\n'),
        ("键,名称\n甲,乙\n", (2, 2), "上\n下", '键,名称\n甲,"上\n下"\n'),
        ("键,名称\n\n甲,乙\n", (3, 1), "丙", "键,名称\n\n丙,乙\n"),
        ('键,名称\n甲,"乙\n丁,戊\n', (2, 2), "乙", "键,名称\n甲,乙\n丁,戊\n"),
        ('键,名称\n甲,"乙"丙\n', (2, 2), "乙丙", "键,名称\n甲,乙丙\n"),
        ("键,名称\n甲,\u3000乙 \n丁, 戊\n", (3, 1), "己", "键,名称\n甲,\u3000乙 \n己, 戊\n"),
    ],
)
def test_a_cell_is_written_where_it_stands(
    before: str, cell: tuple[int, int], text: str, after: str
) -> None:
    assert read(before.encode()).with_cells({cell: text}, {}).decode() == after


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("gb18030", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
    ],
)
def test_the_encoding_stays(encoding: str, bom: bytes) -> None:
    data = bom + TEXT.encode(encoding)
    changed = read(data).with_cells({(3, 3): "4"}, {})
    assert changed == bom + TEXT.replace('"说""好""",3', '"说""好""",4').encode(encoding)


@pytest.mark.parametrize(
    ("before", "below", "after"),
    [
        ("键,名称\n甲,乙\n", 2, "键,名称\n甲,乙\n丙,丁\n"),
        ("键,名称\n甲,乙", 2, "键,名称\n甲,乙\n丙,丁"),
        ("键,名称\r\n甲,乙\r\n", 1, "键,名称\r\n丙,丁\r\n甲,乙\r\n"),
    ],
)
def test_a_line_is_added_below_another(before: str, below: int, after: str) -> None:
    assert read(before.encode()).with_cells({}, {below: [["丙", "丁"]]}).decode() == after


def test_a_wider_line_and_a_new_line_at_the_end_of_a_file_without_line_end() -> None:
    cells = read("键,名称,金额\n甲,".encode())
    changed = cells.with_cells({(2, 2): "乙", (2, 3): "1"}, {2: [["丙"]]})
    assert changed.decode() == "键,名称,金额\n甲,乙,1\n丙"


def test_lines_are_taken_out() -> None:
    assert read(TEXT.encode()).without_rows([2]).decode() == '键,名称,金额\n培训,"说""好""",3\n'


def test_no_text_has_no_cells() -> None:
    assert cell_file(b"PK\x03\x04\x00\x00\xff\xfe\x81", HEADINGS) is None


cell_texts = st.text(alphabet='甲乙1 ,"\n;', max_size=6)


@settings(deadline=None)
@given(
    st.lists(st.lists(cell_texts, min_size=3, max_size=3), min_size=1, max_size=5),
    st.data(),
    st.sampled_from(["\n", "\r\n"]),
)
def test_only_the_written_cells_change(
    rows: list[list[str]], data: st.DataObject, newline: str
) -> None:
    """Read by the reader of packages before and after: the cells written say what was written, all
    others what they said."""
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows]
    lines = [",".join(HEADINGS), *(",".join(row) for row in quoted)]
    cells = read((newline.join(lines) + newline).encode())
    wanted = data.draw(
        st.dictionaries(
            st.tuples(st.integers(2, len(rows) + 1), st.integers(1, 3)), cell_texts, max_size=6
        )
    )
    changed = read(cells.with_cells(wanted, {}))
    for row in range(2, len(rows) + 2):
        for column in (1, 2, 3):
            said = wanted.get((row, column), rows[row - 2][column - 1])
            assert changed.texts(row)[column - 1] == (said if said.strip() else "")


@settings(deadline=None)
@given(st.lists(st.lists(cell_texts, min_size=1, max_size=4), max_size=6))
def test_the_cells_are_those_of_the_reader_of_packages(rows: list[list[str]]) -> None:
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows]
    data = "\n".join([",".join(HEADINGS), *(",".join(row) for row in quoted)]).encode()
    cells, text = read(data), text_of(data)
    assert text is not None
    grid = csv_grid(text[0], "x.csv", [], HEADINGS)
    for line in cells.lines:
        shown = dict(enumerate(cells.texts(line.row), 1))
        there = {at: cell.text for at, cell in grid.row(line.row).items()}
        assert {at: said for at, said in shown.items() if said} == there
