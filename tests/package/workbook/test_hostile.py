"""Workbooks that somebody crafted or a disk damaged: one line, nothing written, no time lost."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from support import invented

from generator.jobs.workbook import workbook
from generator.model import limits
from generator.model.errors import InputError, NigaoError
from generator.package.filenames import name_fault


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented.templates(tmp_path_factory.mktemp("kinds"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, kinds: Path) -> bytes:
    """The workbook of a small package."""
    folder = tmp_path_factory.mktemp("sound")
    package = invented.package(
        folder / "清河", text__lead_md="导语。\n", figures_csv="键,名称,数值,单位\n甲,甲,1,个\n"
    )
    workbook(package, folder / "清河.xlsx", templates=kinds)
    return (folder / "清河.xlsx").read_bytes()


def _saved(sound: bytes, path: Path, change: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.load_workbook(io.BytesIO(sound))
    change(book)
    book.save(path)
    return path


def _refused(path: Path, kinds: Path) -> list[str]:
    """What is said of the workbook; nothing may be written."""
    target = path.parent / "转回"
    with pytest.raises(NigaoError) as raised:
        workbook(path, target, templates=kinds)
    assert not target.exists()
    return [str(problem) for problem in raised.value.problems]


NAMES = [
    (".git/config", "文件名里有空的一段，或以点、空格开头或结尾"),
    (".bashrc", "以点、空格开头或结尾"),
    (".nigao/written.json", "以点、空格开头或结尾"),
    ("text/.lead.md", "以点、空格开头或结尾"),
    ("../外面.md", "以点、空格开头或结尾"),
    ("/etc/甲.md", "文件名里有空的一段"),
    ("甲/../../乙.md", "以点、空格开头或结尾"),
    ("C:/甲.md", "Windows 不能用的字符或名字"),
    ("甲\\乙.md", "Windows 不能用的字符或名字"),
    ("text/CON.md", "Windows 不能用的字符或名字"),
    ("lpt1.md", "Windows 不能用的字符或名字"),
    ("运行.bat", "扩展名只能是"),
    ("甲.md/乙.md", "扩展名只能是"),
    ("没有扩展名", "扩展名只能是"),
    ("长" * 70 + ".md", "文件名太长"),
    ("report.yaml", "这个文件有自己的工作表"),
    ("Figures.csv", "这个文件有自己的工作表"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "why"), NAMES)
def test_a_workbook_names_only_files_of_a_package(
    tmp_path: Path, sound: bytes, kinds: Path, name: str, why: str
) -> None:
    def put(book: openpyxl.Workbook) -> None:
        book["其他文件"]["A2"], book["其他文件"]["C2"] = name, "甲"

    lines = _refused(_saved(sound, tmp_path / "清河.xlsx", put), kinds)
    assert len(lines) == 1
    assert lines[0].startswith("清河.xlsx 工作表“其他文件” 第2行“文件”列：文件名“")
    assert why in lines[0]


def test_names_that_a_package_may_have() -> None:
    names = ["README.md", "text/lead.md", "sections/report.md.j2", "shared/名册.csv", "照片/甲.JPG"]
    assert [name_fault(name) for name in names] == [""] * 5


@pytest.mark.slow
def test_the_hidden_sheet_names_only_files_of_a_package(
    tmp_path: Path, sound: bytes, kinds: Path
) -> None:
    def put(book: openpyxl.Workbook) -> None:
        sheet = book["_nigao"]
        content = json.loads("".join(str(row[0].value) for row in sheet.iter_rows()))
        nothing = "e3b0c44298fc1c14"
        content["whole"] = {".git/config": ["W2NvcmVd", nothing]}
        sheet.delete_rows(1, sheet.max_row)
        sheet["A1"] = json.dumps(content)

    lines = _refused(_saved(sound, tmp_path / "清河.xlsx", put), kinds)
    assert lines == [
        "清河.xlsx 工作表“_nigao”：隐藏的工作表“_nigao”里有不能用的文件名“.git/config”。"
        "请删去这张工作表，再核对转出的文件。"
    ]


META = [
    ("no json", "{"),
    ("a list", "[]"),
    ("deep", "[" * 20_000),
    (
        "encoding",
        '{"files":{"a.md":{"style":{"encoding":"idna"},"head":[],"order":[]}},"settings":"","whole":{}}',
    ),
    ("settings", '{"files":{},"settings":[1],"whole":{}}'),
    ("half a character", '{"files":{},"settings":"\\ud800","whole":{}}'),
    ("yaml", '{"files":{},"settings":"a: &a [*a]","whole":{}}'),
]


@pytest.mark.slow
@pytest.mark.parametrize("text", [case[1] for case in META], ids=[case[0] for case in META])
def test_a_hidden_sheet_that_was_changed_is_forgotten(
    tmp_path: Path, sound: bytes, kinds: Path, text: str
) -> None:
    def put(book: openpyxl.Workbook) -> None:
        book["_nigao"].delete_rows(1, 100)
        book["_nigao"]["A1"] = text

    path = _saved(sound, tmp_path / "清河.xlsx", put)
    workbook(path, tmp_path / "转回", templates=kinds)
    assert "甲,甲,1,个" in (tmp_path / "转回" / "figures.csv").read_text("utf-8-sig")


@pytest.mark.slow
def test_the_last_cell_of_a_sheet_costs_nothing(tmp_path: Path, sound: bytes, kinds: Path) -> None:
    def put(book: openpyxl.Workbook) -> None:
        for sheet in (book["数据"], book["文字"], book["年度统计表"]):
            sheet.cell(1_048_576, 16_384, "远")

    lines = _refused(_saved(sound, tmp_path / "清河.xlsx", put), kinds)
    assert lines == [
        "清河.xlsx 工作表“数据” 第1048576行：XFD列没有标题，却填了东西。请补上标题，或删去。"
    ]


@pytest.mark.slow
def test_a_merge_and_a_link_of_a_whole_sheet_cost_nothing(
    tmp_path: Path, sound: bytes, kinds: Path
) -> None:
    whole = "A5:XFD1048576"
    ranges = (
        f'<mergeCells><mergeCell ref="{whole}"/></mergeCells>'
        f'<hyperlinks><hyperlink ref="{whole}" location="a"/></hyperlinks>'
    )
    parts = _parts(sound)
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = parts[name].replace(b"</sheetData>", b"</sheetData>" + ranges.encode())
    path = tmp_path / "清河.xlsx"
    path.write_bytes(_zipped(parts))
    assert _refused(path, kinds) == [
        "清河.xlsx 工作表“年度统计表” 第5行“A”列：填数的格子和左边的格子合并了。请取消合并，数填在数值列。"
    ]


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


CELLS: list[tuple[str, str, str]] = [
    ("endless number", "<c r='C2'><v>1e400</v></c>", "第2行“数值”列：存的数是“inf”"),
    ("no number", "<c r='C2'><v>NaN</v></c>", "不是能读的 .xlsx 工作簿，或者已经损坏"),
    (
        "digits",
        f"<c r='C2'><v>{'9' * 400}</v></c>",
        "第2行“数值”列：写的是“999999999999999999999999…”",
    ),
    ("5000 digits", f"<c r='C2'><v>{'9' * 5000}</v></c>", "不是能读的 .xlsx 工作簿，或者已经损坏"),
    ("no such text", "<c r='C2' t='s'><v>99999</v></c>", "不是能读的 .xlsx 工作簿，或者已经损坏"),
    ("no such cell", "<c r='C0'><v>1</v></c>", "不是能读的 .xlsx 工作簿，或者已经损坏"),
    (
        "long",
        f"<c r='C2' t='inlineStr'><is><t>{'长' * 32_768}</t></is></c>",
        "工作表“数据” 第2行“C”列：有32768字，一格最多32767字",
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(("cell", "told"), [c[1:] for c in CELLS], ids=[c[0] for c in CELLS])
def test_a_cell_that_no_program_writes(
    tmp_path: Path, sound: bytes, kinds: Path, cell: str, told: str
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sound))
    index = book.sheetnames.index("数据") + 1
    parts = _parts(sound)
    name = f"xl/worksheets/sheet{index}.xml"
    start = parts[name].index(b'<c r="C2"')
    end = min(parts[name].index(mark, start) + len(mark) for mark in (b"</c>",))
    parts[name] = parts[name][:start] + cell.encode() + parts[name][end:]
    path = tmp_path / "清河.xlsx"
    path.write_bytes(_zipped(parts))
    with pytest.raises(NigaoError) as raised:
        from generator.package.read import load_package

        load_package(path, kinds)
    assert any(told in str(problem) for problem in raised.value.problems), str(raised.value)


DAMAGED: list[tuple[str, Callable[[bytes], bytes], str]] = [
    ("empty", lambda data: b"", "不是能读的 .xlsx 工作簿，或者已经损坏"),
    ("cut", lambda data: data[: len(data) // 2], "不是能读的 .xlsx 工作簿，或者已经损坏"),
    ("old", lambda data: b"\xd0\xcf\x11\xe0" + bytes(512), "是旧格式（.xls）或加了密码的工作簿"),
    ("text", lambda data: "键,名称\n".encode(), "不是能读的 .xlsx 工作簿，或者已经损坏"),
    (
        "entities",
        lambda data: _zipped(
            {**_parts(data), "xl/sharedStrings.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><sst/>'}
        ),
        "里面的 xl/sharedStrings.xml 定义了实体（ENTITY），不读",
    ),
    (
        "bomb",
        lambda data: _zipped({**_parts(data), "xl/media/a.bin": bytes(limits.PART_BYTES + 1)}),
        "里面的 xl/media/a.bin 解开后超过 64 MB，不读",
    ),
]


@pytest.mark.parametrize(("spoil", "told"), [c[1:] for c in DAMAGED], ids=[c[0] for c in DAMAGED])
def test_a_damaged_workbook_is_one_line(
    tmp_path: Path, sound: bytes, kinds: Path, spoil: Callable[[bytes], bytes], told: str
) -> None:
    path = tmp_path / "清河.xlsx"
    path.write_bytes(spoil(sound))
    lines = _refused(path, kinds)
    assert len(lines) == 1
    assert lines[0].startswith("清河.xlsx：")
    assert told in lines[0]


def test_flipped_bits_are_a_line_or_nothing(tmp_path: Path, sound: bytes, kinds: Path) -> None:
    rng = random.Random(2026)
    path = tmp_path / "清河.xlsx"
    refused = 0
    for number in range(30):
        spoilt = bytearray(sound)
        spoilt[rng.randrange(len(spoilt))] ^= 1 << rng.randrange(8)
        path.write_bytes(spoilt)
        try:
            workbook(path, tmp_path / f"{number}", templates=kinds)
        except InputError as error:
            refused += 1
            assert "清河.xlsx" in str(error)
    assert refused > 15
