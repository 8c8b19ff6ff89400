"""A change told from its new lines alone says what reading the whole package says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st
from support import desks

from generator.jobs.desk import (
    CellEdit,
    EditRefusedError,
    SheetGrid,
    add_row,
    change,
    delete_rows,
    grid,
    trying,
    undo,
)
from generator.jobs.desk.basis import Basis, basis_of
from generator.jobs.desk.new_lines import Lines, layout_if_right
from generator.jobs.desk.opened import opened
from generator.jobs.desk.sheets import laid_out, table_grid
from generator.model.errors import Problem
from generator.model.kind import RecordSpec
from generator.package.intake.notes import ReadNotes
from generator.package.read.tables import read_records

HEAD = "键,名称,金额,用途,方向,列示,项目数"
ROWS = ("大棚,蔬菜大棚,12,产业,产业开发,逐项,2", "培训,技能培训,5,就业,劳务协作,逐项,1")
LINES = (
    *ROWS,
    "道路,道路硬化,8,产业,产业开发,概述,3",
    "道路,另一条路,6,产业,产业开发,概述,3",
    '"道路",桥,6,产业,产业开发,概述,3',
    '水渠,"水渠，修缮",7,产业,产业开发,逐项,1',
    '学校,"学校\n修缮",9,产业,产业开发,逐项,1',
    '医院,"医院修缮,9,产业,产业开发,逐项,1',
    '诊所,"诊"所,9,产业,产业开发,逐项,1',
    '林场,林"场,9,产业,产业开发,逐项,1',
    "茶园,茶园,约9,产业,产业开发,逐项,1",
    "果园,果园,九万,产业,产业开发,逐项,1",
    "羊场,羊场,3,养羊,产业开发,逐项,1",
    "猪场,猪场,3,产业,产业开发,逐项,1,多",
    "牛场,牛场,3",
    "合计,,17,,,,3",
    "小计,,99,,,,",
    "计划,计划编制,4,产业,产业开发,逐项,1",
    "注：以上为到位资金,,,,,,",
    ",,,,,,",
    "",
    HEAD,
    "#REF!,坏,1,产业,产业开发,逐项,1",
)
"""Lines of a file, right and wrong, alone and together."""
MANY = tuple(f"项目{n},道路{n}段,{n},产业,产业开发,逐项,1" for n in range(70))


@pytest.fixture(scope="module")
def basis(tmp_path_factory: pytest.TempPathFactory) -> Basis:
    return basis_of(desks.package(tmp_path_factory.mktemp("package")), None)


def spec_of(basis: Basis) -> RecordSpec:
    return next(spec for spec in basis.kind.records if spec.file == "funds.csv")


def text_of(lines: Sequence[str]) -> bytes:
    return "\n".join([HEAD, *lines, ""]).encode()


def faults(basis: Basis, data: bytes) -> list[Problem]:
    notes = ReadNotes()
    with TemporaryDirectory() as folder:
        (Path(folder) / "funds.csv").write_bytes(data)
        read_records(Path(folder), spec_of(basis), basis.settings.year, notes)
    return notes.problems


def told_right(basis: Basis, before: bytes, after: bytes) -> SheetGrid | None:
    """The grid that is made of the new lines; None where all is to be read."""
    table = basis.spec("funds.csv")
    lines = Lines(
        opened(basis, table, before),
        opened(basis, table, after),
        table_grid(basis, opened(basis, table, before), ()),
    )
    layout = layout_if_right(basis, lines, spec_of(basis))
    return layout and laid_out(lines.after, layout, (), "")


def read_whole(basis: Basis, data: bytes) -> SheetGrid:
    return table_grid(basis, opened(basis, basis.spec("funds.csv"), data), ())


FILES = st.lists(st.sampled_from(LINES), max_size=6)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(before=FILES, after=FILES, long=st.booleans())
@example(before=[*ROWS], after=[ROWS[0], LINES[2], LINES[3]], long=True)
@example(before=[ROWS[0]], after=[ROWS[0], ROWS[0]], long=False)
@example(before=[ROWS[0], "合计,,12,,,,2"], after=["合计,,12,,,,2"], long=False)
def test_what_is_told_right_is_right(
    basis: Basis, before: list[str], after: list[str], long: bool
) -> None:
    rest = MANY if long else ()
    files = text_of([*rest, *before]), text_of([*rest, *after])
    if faults(basis, files[0]):
        return
    told = told_right(basis, *files)
    event(f"told right: {told is not None}")
    assert told is None or not faults(basis, files[1])
    assert told is None or told == read_whole(basis, files[1])


@pytest.mark.parametrize(
    ("before", "after", "right"),
    [
        ((ROWS[0],), ROWS, True),
        (ROWS, (ROWS[1],), True),
        (ROWS, tuple(reversed(ROWS)), True),
        ((*MANY, ROWS[0]), (*MANY, ROWS[1]), True),
        (ROWS, (*ROWS, LINES[5]), True),
        ((*MANY, ROWS[0]), (*MANY, "项目3,又一条,1,产业,产业开发,逐项,1"), False),
        ((*MANY, ROWS[0]), (*MANY, LINES[11]), False),
        ((*MANY, ROWS[0]), (*MANY, LINES[13]), False),
        ((*MANY, ROWS[0]), (*MANY, LINES[6]), False),
        ((*MANY, ROWS[0]), (*MANY, ROWS[0], "合计,,2427,,,,72"), False),
    ],
    ids=[
        "a row more",
        "a row less",
        "another order",
        "a far row",
        "a comma in quotes",
        "a key twice",
        "a word for a number",
        "a cell too many",
        "a line break: the whole is read",
        "a total: the whole is read",
    ],
)
def test_what_new_lines_tell(
    basis: Basis, before: tuple[str, ...], after: tuple[str, ...], right: bool
) -> None:
    assert (told_right(basis, text_of(before), text_of(after)) is not None) is right


def test_another_head_is_read_with_the_whole(basis: Basis) -> None:
    after = text_of(ROWS).replace("项目数".encode(), "数目".encode())
    assert told_right(basis, text_of(ROWS), after) is None


# --- on the desk ----------------------------------------------------------------------------------

READ = "the whole package was read"


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is noted each time that the whole package is tried."""
    noted: list[str] = []
    whole = trying.faults_of

    def noting(*given: object) -> tuple[Problem, ...]:
        noted.append(READ)
        return whole(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(trying, "faults_of", noting)
    return noted


def test_a_right_change_of_a_right_package_reads_new_lines_alone(
    tmp_path: Path, readings: list[str]
) -> None:
    package = desks.package(tmp_path)
    shown = grid(package, "funds.csv")
    taken = change(package, "funds.csv", shown.stamp, [CellEdit(2, "金额", "13")], shown=shown)
    more = add_row(
        package,
        "funds.csv",
        taken.grid.stamp,
        {"名称": "路", "金额": "3", "用途": "产业", "方向": "产业开发", "列示": "概述"},
        shown=taken.grid,
    )
    less = delete_rows(package, "funds.csv", more.grid.stamp, [2], shown=more.grid)
    back = undo(package, less.undo, shown=less.grid)
    assert not readings
    assert back.grid == more.grid == grid(package, "funds.csv")
    assert back.grid.rest == shown.rest


@pytest.mark.parametrize("file", ["figures.csv", "report.yaml", "text/lead.md", "departments.csv"])
def test_what_was_written_elsewhere_is_read(tmp_path: Path, readings: list[str], file: str) -> None:
    package = desks.package(tmp_path, departments_csv=desks.DEPARTMENTS)
    shown = grid(package, "funds.csv")
    path = package / file
    path.write_bytes(path.read_bytes() + b"\n")
    change(package, "funds.csv", shown.stamp, [CellEdit(2, "金额", "13")], shown=shown)
    assert readings == [READ]


def test_a_package_with_a_fault_is_read_whole(tmp_path: Path, readings: list[str]) -> None:
    package = desks.package(tmp_path, figures_csv="键,名称,数值,单位\n期数,培训班,三,期\n")
    shown = grid(package, "funds.csv")
    assert shown.rest == ""
    taken = change(package, "funds.csv", shown.stamp, [CellEdit(2, "金额", "13")], shown=shown)
    assert readings == [READ]
    assert taken.grid.rest == ""


def test_what_is_wrong_is_refused_with_the_same_words(tmp_path: Path) -> None:
    edits = [CellEdit(2, "金额", "九万"), CellEdit(3, "键", "大棚")]
    said = []
    for name, keeps in (("a", True), ("b", False)):
        package = desks.package(tmp_path / name)
        shown = grid(package, "funds.csv")
        with pytest.raises(EditRefusedError) as refused:
            change(package, "funds.csv", shown.stamp, edits, shown=shown if keeps else None)
        said.append((refused.value.messages, refused.value.problems))
    assert said[0] == said[1]
    assert {message.row for message in said[0][0]} == {2, 3}


def test_a_kind_that_was_changed_meanwhile_is_read(tmp_path: Path, readings: list[str]) -> None:
    package = desks.package(tmp_path)
    shown = grid(package, "funds.csv")
    beside = package.parent / "templates" / "shared"
    beside.mkdir(parents=True)
    (beside / "terms.csv").write_text(
        "原词,应为,级别,说明,除非,起始年,依据,启用\n", encoding="utf-8"
    )
    change(package, "funds.csv", shown.stamp, [CellEdit(2, "金额", "13")], shown=shown)
    assert readings == [READ]


MEETINGS = (
    "键,名称,次数键,来源\n会,县委常委会会议,培训.期数,县就业局.xlsx\n联席,联席会议,培训.期数,\n"
)
OWED = "部门,联系人,电话,期限,负责\n县就业局,李四,1234,2023-11-10,培训 meetings.csv\n"


@pytest.fixture(scope="module")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with a record file that holds keys and has owners."""
    folder = tmp_path_factory.mktemp("meetings")
    return desks.package(folder, meetings_csv=MEETINGS, departments_csv=OWED)


def changed(package: Path, shown: SheetGrid, step: tuple[str, int, str, str]) -> SheetGrid:
    """The sheet after a change; as it was where that is refused."""
    how, at, column, text = step
    row = shown.rows[at % len(shown.rows)].row if shown.rows else 2
    about = (package, shown.sheet, shown.stamp)
    try:
        if how == "write":
            return change(*about, [CellEdit(row, column, text)], shown=shown).grid
        if how == "add":
            cells = {"名称": text, "次数键": "培训班", column: text}
            return add_row(*about, cells, below=row, shown=shown).grid
        taken = delete_rows(*about, [row], shown=shown)
        return undo(package, taken.undo, shown=taken.grid).grid if how == "back" else taken.grid
    except EditRefusedError:
        return shown


STEPS = st.tuples(
    st.sampled_from(["write", "write", "add", "add", "delete", "back"]),
    st.integers(0, 3),
    st.sampled_from(["键", "名称", "次数键", "来源"]),
    st.sampled_from(
        ["会", "联席", "培训班", "培训.期数", "一,二", "一\n二", '"', "合计", "", "无"]
    ),
)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(steps=st.lists(STEPS, max_size=4))
@example(steps=[("add", 0, "键", "会"), ("add", 0, "来源", "一,二"), ("back", 1, "键", "")])
def test_a_sheet_that_was_changed_is_the_sheet_read_anew(
    meetings: Path, steps: list[tuple[str, int, str, str]]
) -> None:
    (meetings / "meetings.csv").write_text(MEETINGS, encoding="utf-8")
    shown = grid(meetings, "meetings.csv")
    assert shown.rest
    for step in steps:
        shown = changed(meetings, shown, step)
        anew = grid(meetings, "meetings.csv")
        assert (shown, shown.rest) == (anew, anew.rest)


def test_rows_that_were_not_changed_are_those_of_the_grid(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    shown = grid(package, "funds.csv")
    edits = [CellEdit(2, "金额", "13")]
    taken = change(package, "funds.csv", shown.stamp, edits, shown=shown).grid
    assert taken.rows[1] is shown.rows[1]
    assert taken == grid(package, "funds.csv")


def test_a_grid_of_another_state_of_the_file_is_not_believed(
    tmp_path: Path, readings: list[str]
) -> None:
    package = desks.package(tmp_path)
    shown = grid(package, "funds.csv")
    now = change(package, "funds.csv", shown.stamp, [CellEdit(2, "金额", "13")], shown=shown).grid
    edits = [CellEdit(3, "金额", "6")]
    taken = change(package, "funds.csv", now.stamp, edits, shown=shown)
    assert readings == [READ]
    assert taken.grid == grid(package, "funds.csv")
