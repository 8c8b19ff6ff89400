"""Folder to workbook to folder: byte for byte; and the same draft from either, also after LibreOffice saved it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from support import invented
from support.made import FILES, run, workbook_of
from support.packages import ROOT

from generator.figures.plaintext import plain_text
from generator.jobs.compose import compose
from generator.jobs.workbook import workbook
from generator.package.read import load_package
from generator.package.read.folder import package_files
from generator.package.read.workbookfile import package_of

PACKAGES = [path.parent.name for path in sorted(ROOT.glob("data/*/report.yaml"))]


@pytest.mark.slow
@pytest.mark.parametrize("name", PACKAGES)
def test_every_package_comes_back_byte_for_byte(tmp_path: Path, name: str) -> None:
    package = ROOT / "data" / name
    shutil.copytree(package, tmp_path / name)
    before = package_files(tmp_path / name)
    workbook(tmp_path / name, tmp_path / "a.xlsx")
    workbook(tmp_path / "a.xlsx", tmp_path / "back")
    assert package_files(tmp_path / "back") == before
    workbook(tmp_path / "back", tmp_path / "b.xlsx")
    assert (tmp_path / "b.xlsx").read_bytes() == (tmp_path / "a.xlsx").read_bytes()


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """会宁 2022 as a workbook, beside last year's package."""
    folder = tmp_path_factory.mktemp("data")
    for name in ("huining-2021", "huining-2022"):
        shutil.copytree(ROOT / "data" / name, folder / name)
    workbook(folder / "huining-2022", folder / "huining-2022.xlsx")
    return folder


@pytest.mark.slow
def test_the_draft_from_the_workbook_is_the_same(beside: Path) -> None:
    folder, book = compose(beside / "huining-2022"), compose(beside / "huining-2022.xlsx")
    assert book.document == folder.document
    assert "均超过去年全年完成数" in plain_text(book.document)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
def test_the_draft_is_the_same_after_libreoffice_saved_the_workbook(
    beside: Path, tmp_path: Path
) -> None:
    saved = beside / "saved"
    made = subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(saved),
            str(beside / "huining-2022.xlsx"),
        ],
        capture_output=True,
        timeout=180,
        check=False,
    )
    if not (saved / "huining-2022.xlsx").exists():
        pytest.skip(f"LibreOffice has no Calc: {made.stderr.decode()[-80:]}")
    (beside / "saved.xlsx").write_bytes((saved / "huining-2022.xlsx").read_bytes())
    assert compose(beside / "saved.xlsx").document == compose(beside / "huining-2022").document
    files, remarks = package_of(beside / "saved.xlsx", None)
    assert files == package_files(beside / "huining-2022") and not remarks
    book = openpyxl.load_workbook(beside / "saved.xlsx")
    assert book["政策文件"].data_validations.dataValidation and book["年度统计表"].protection.sheet


ODD: list[tuple[str, dict[str, str | bytes | None]]] = [
    (
        "windows line ends",
        {
            "funds_csv": "键,名称,金额,用途,方向,列示,项目数\r\n甲,乙,1,丙,丁,逐项,1\r\n".encode(
                "utf-8-sig"
            )
        },
    ),
    (
        "gb18030",
        {
            "funds_csv": "键,名称,金额,用途,方向,列示,项目数\n甲,乙,1,丙,丁,逐项,1\n".encode(
                "gb18030"
            )
        },
    ),
    (
        "quotes where none are needed",
        {"funds_csv": '"键",名称,金额,用途,方向,列示,项目数\n"甲",乙,"1,286",丙,丁,逐项,1\n'},
    ),
    (
        "blank rows and no last line end",
        {"funds_csv": "键,名称,金额,用途,方向,列示,项目数\n\n甲,乙,1,丙,丁,逐项,1"},
    ),
    ("short rows", {"funds_csv": "键,名称,金额,用途,方向,列示,项目数\n甲,乙,1,丙,丁,逐项\n"}),
    (
        "other order of columns",
        {"funds_csv": "名称,键,用途,方向,列示,项目数,金额,备注\n乙,甲,丙,丁,逐项,1,2.50,记\n"},
    ),
    (
        "line break in a cell",
        {
            "documents_csv": '键,日期,发文机关,方式,标题,文号,内容,领域\n甲,,县政府,印发,"方\n案",,,综合\n'
        },
    ),
    (
        "numbers that are texts",
        {"funds_csv": "键,名称,金额,用途,方向,列示,项目数\n001,1e5,007.50,=1+1,-,逐项,1.0\n"},
    ),
    ("texts with odd blanks", {"text__lead_md": "\n\n甲\n\n\n\n乙 \n"}),
    ("text without an end", {"text__lead_md": "甲"}),
    ("empty text", {"text__lead_md": ""}),
    ("empty figures", {"figures_csv": "键,名称,数值,单位\n"}),
    ("codes out of order", {"indicators_csv": "代码,数值\n1.2,是\n1.1.1,120\n"}),
    ("comments in report.yaml", {"report_yaml": invented.REPORT + "# 尾注\n"}),
    ("a picture", {"图.png": b"\x89PNG\x00\x01\x02"}),
]


@pytest.mark.slow
@pytest.mark.parametrize("files", [case[1] for case in ODD], ids=[case[0] for case in ODD])
def test_an_odd_file_comes_back_byte_for_byte(
    tmp_path: Path, files: dict[str, str | bytes | None]
) -> None:
    path, kinds = workbook_of(tmp_path, **files)
    assert package_of(path, kinds)[0] == package_files(tmp_path / "清河")


@pytest.mark.parametrize(
    ("file", "twin"), [("funds.csv", "Funds.csv"), ("text/lead.md", "text/Lead.md")]
)
def test_of_files_that_differ_in_case_alone_the_one_that_is_read_is_carried(
    tmp_path: Path, file: str, twin: str
) -> None:
    _, kinds = workbook_of(tmp_path)
    package = tmp_path / "清河"
    read = (package / file).read_bytes()
    if (package / twin).exists():
        pytest.skip("the disk takes both names for one")
    (package / twin).write_bytes("键,名称\n".encode())
    made = workbook(package, tmp_path / "两个.xlsx", templates=kinds)
    assert made.remarks == (f"{twin} 没有带上：和另一个文件只差大小写",)
    back = package_of(tmp_path / "两个.xlsx", kinds)[0]
    assert (back.get(file), back.get(twin)) == (read, None)


def test_an_edit_changes_its_file_and_no_other(tmp_path: Path) -> None:
    def edit(book: object) -> None:
        book["资金"]["C2"] = 1300  # type: ignore[index]
        book["设置"]["B3"] = 2023  # type: ignore[index]

    path, kinds = workbook_of(tmp_path, edit)
    before, after = package_files(tmp_path / "清河"), package_of(path, kinds)[0]
    assert [name for name in before if before[name] != after[name]] == ["funds.csv"]
    assert after["funds.csv"] == before["funds.csv"].replace(b"1286", b"1300")


@pytest.mark.slow
def test_an_edited_setting_keeps_the_comments_around_it(tmp_path: Path) -> None:
    def edit(book: object) -> None:
        sheet = book["设置"]  # type: ignore[index]
        for row in range(2, sheet.max_row + 1):
            if sheet.cell(row, 3).value == "number":
                sheet.cell(row, 2).value = "清农领发〔2023〕13号"
            if sheet.cell(row, 3).value == "signature.date":
                sheet.cell(row, 2).value = "2023-11-21"

    path, kinds = workbook_of(tmp_path, edit, report_yaml="# 头注\n" + invented.REPORT)
    made = package_of(path, kinds)[0]["report.yaml"].decode()
    assert made == "# 头注\n" + invented.REPORT.replace("12号", "13号").replace(
        "], date: 2023-11-20", "], date: 2023-11-21"
    )


def test_a_new_setting_is_taken(tmp_path: Path) -> None:
    def edit(book: object) -> None:
        sheet = book["设置"]  # type: ignore[index]
        sheet.append(["抄送", "县委办公室", "imprint.copy_to.0"])

    path, kinds = workbook_of(tmp_path, edit)
    assert load_package(path, kinds)[0].settings.imprint.copy_to == ("县委办公室",)


def test_back_into_the_folder_keeps_a_copy_of_what_changes(tmp_path: Path) -> None:
    path, kinds = workbook_of(tmp_path, lambda book: book["资金"].__setitem__("C2", 1300))
    done = workbook(path, tmp_path / "清河", templates=kinds)
    assert (done.written, done.kept) == (("funds.csv",), ("funds.csv.bak",))
    assert (tmp_path / "清河" / "funds.csv.bak").read_text("utf-8") == FILES["funds_csv"]
    assert "funds.csv.bak" not in package_files(tmp_path / "清河")


@pytest.mark.slow
def test_a_workbook_that_a_person_changed_is_not_overwritten(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data" / "zhouqu-2022", tmp_path / "舟曲")
    assert run("workbook", tmp_path / "舟曲", "-o", tmp_path / "舟曲.xlsx")[0] == 0
    assert run("workbook", tmp_path / "舟曲", "-o", tmp_path / "舟曲.xlsx")[2].startswith(
        "没有变化"
    )
    book = openpyxl.load_workbook(tmp_path / "舟曲.xlsx")
    book.save(tmp_path / "舟曲.xlsx")
    code, lines, _ = run("workbook", tmp_path / "舟曲", "-o", tmp_path / "舟曲.xlsx")
    assert code == 1 and [line for line in lines if "没有覆盖它" in line]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("无", "a.xlsx", "没有这个数据包"),
        ("舟曲", "a.docx", "要以 .xlsx 结尾"),
        ("舟曲.xlsx", "b.xlsx", "工作簿要写成文件夹"),
    ],
)
def test_a_wrong_call(tmp_path: Path, source: str, target: str, told: str) -> None:
    shutil.copytree(ROOT / "data" / "zhouqu-2022", tmp_path / "舟曲")
    run("workbook", tmp_path / "舟曲", "-o", tmp_path / "舟曲.xlsx")
    code, lines, _ = run("workbook", tmp_path / source, "-o", tmp_path / target)
    assert (code, len(lines)) == (2, 1) and told in lines[0]


@pytest.mark.parametrize(
    "arguments", [["--help"], pytest.param(["text", "data/huining-2021"], marks=pytest.mark.slow)]
)
def test_neither_help_nor_a_draft_from_csv_files_loads_openpyxl(arguments: list[str]) -> None:
    code = (
        "import sys; from generator.cli.main import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "assert 'openpyxl' not in sys.modules"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, check=False
        ).returncode
        == 0
    )


def test_the_workbook_is_made_for_a_clerk(tmp_path: Path) -> None:
    path, _ = workbook_of(tmp_path)
    book = openpyxl.load_workbook(path)
    assert (
        book.sheetnames[:5] == ["说明", "设置", "年度统计表", "数据", "会议"]
        and "文字" in book.sheetnames
    )
    assert book["_nigao"].sheet_state == "hidden"
    form = book["年度统计表"]
    assert [form.cell(2, column).value for column in range(1, 6)] == [
        "代码",
        "指标",
        "单位",
        "2023年",
        "2022年",
    ]
    assert [form.cell(5, column).value for column in range(1, 5)] == [
        "1.1.1",
        "其中：赴东部就业",
        "人",
        120,
    ]
    assert (
        form["A5"].protection.locked and not form["D5"].protection.locked and form.protection.sheet
    )
    assert "各“合计”项相加应等于 1.1" in form["D5"].comment.text
    assert [
        rule.formula1 for rule in form.data_validations.dataValidation if "D7" in rule.sqref
    ] == ['"是,否"']
    funds = book["资金"]
    assert (
        funds["C1"].value == "金额（万元）"
        and funds["C2"].value == 1286
        and funds["C3"].number_format == "0.0"
    )
    assert (
        funds.freeze_panes == "B2"
        and funds["C1"].comment
        and funds["A2"].fill.fgColor.rgb == "00FFFBE6"
    )
    assert [rule.formula1 for rule in funds.data_validations.dataValidation] == ['"逐项,概述"']
    texts = book["文字"]
    assert (
        texts["C2"].value == "第一段。"
        and texts.column_dimensions["C"].width > 80
        and texts["C2"].alignment.wrap_text
    )


@pytest.mark.slow
def test_last_year_stands_beside_this_year(beside: Path) -> None:
    book = openpyxl.load_workbook(beside / "huining-2022.xlsx")
    values = {
        row[0].value: (row[3].value, row[4].value)
        for row in book["年度统计表"].iter_rows(min_row=3)
    }
    assert values["2.1.2.1"] == (None, 225)
    figures = {
        row[0].value: row[-1].value for row in book["数据"].iter_rows(min_row=2) if row[0].value
    }
    assert figures["就业.赴东部"] == 225
