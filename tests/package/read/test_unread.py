"""Every file of a package is read, or named with the name that was probably meant."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support import invented
from support.commands import run
from support.pictures import image

from generator.model.errors import InputError
from generator.package.read import load_package

FORM = "代码,数值\n1.1.1,2\n"
RECORDS = "键,名称,金额,用途,方向,列示,项目数\n大棚,大棚,12,产业,产业,逐项,1\n"


def remarks(package: Path) -> list[str]:
    """What is said of the package, without what is always said after it."""
    return [str(remark) for remark in load_package(package)[0].remarks]


def with_file(folder: Path, name: str, content: bytes = b"") -> Path:
    """A package of 清河县 with one file more."""
    package = invented.package(
        folder / "清河", indicators_csv=FORM, text__lead_md="甲。\n", funds_csv=RECORDS
    )
    (package / name).parent.mkdir(parents=True, exist_ok=True)
    (package / name).write_bytes(content)
    return package


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "todo"),
    [
        ("funds.xlsx", "读的是 funds.csv；内容都在那里的话，请把这个移走"),
        ("visits.xls", "是不是 visits.csv？请在 Excel 里另存为这个 CSV 文件"),
        ("互访.et", "是不是 visits.csv？请在 Excel 里另存为这个 CSV 文件"),
        ("年度统计表.xlsx", "读的是 indicators.csv；内容都在那里的话，请把这个移走"),
        ("visits.csv.txt", "是不是 visits.csv？请改名"),
        ("visits.txt", "是不是 visits.csv？请改名"),
        ("VISITS.CSV", "是不是 visits.csv？请改名"),
        ("text/visits.csv", "是不是 visits.csv？请改名"),
        ("text/innovation.md", "是不是 text/innovations.md？请改名"),
        ("text/problems.md.txt", "是不是 text/problems.md？请改名"),
        ("text/problems.txt", "是不是 text/problems.md？请改名"),
        ("text/Problems.md", "是不是 text/problems.md？请改名"),
        ("text/problems - 副本.md", "是不是 text/problems.md？请改名"),
        ("text/problems(1).md", "是不是 text/problems.md？请改名"),
        ("text/next_step.md", "是不是 text/next_steps.md？请改名"),
        ("text/当前存在问题.md", "是不是 text/problems.md？请改名"),
        ("text/problems.docx", "是不是 text/problems.md？请把文字另存为这个纯文本文件"),
        ("problems.md", "是不是 text/problems.md？请改名"),
        ("text/problems", "是不是 text/problems.md？请改名"),
        ("lead.md.txt", "读的是 text/lead.md；内容都在那里的话，请把这个移走"),
        ("sections/reports.md.j2", "是不是 sections/report.md.j2？请改名"),
        ("sections/report.j2", "是不是 sections/report.md.j2？请改名"),
        ("department.xlsx", "是不是 departments.csv？请在 Excel 里另存为这个 CSV 文件"),
        ("report.yml", "读的是 report.yaml；内容都在那里的话，请把这个移走"),
        ("扫描件.jpg", "数据包里没有这个名字的文件；写错了名字请改正，不要的请移走"),
    ],
)
def test_a_file_that_is_not_read_is_named(tmp_path: Path, name: str, todo: str) -> None:
    assert remarks(with_file(tmp_path, name)) == [f"{name}：没有读这个文件。{todo}。"]


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "readme.txt",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "~$funds.xlsx",
        "~$funds.csv",
        ".~funds.csv",
        "._funds.csv",
        ".~lock.funds.csv#",
        "text/._lead.md",
        "text/~$lead.md",
        "sections/._report.md.j2",
        ".nigao/drafts/ab.json",
        "funds.csv.bak",
        "text/lead.md.bak",
        "mapping.yaml",
        "稿.docx",
        "清河.前稿1.docx",
        "output/清河.docx",
        "output/清河-附表.xlsx",
        "text/innovations.md",
        "text/case_1.md",
        "text/大棚.md",
    ],
)
def test_what_is_read_or_written_by_the_program_is_not_named(tmp_path: Path, name: str) -> None:
    assert remarks(with_file(tmp_path, name, "甲。\n".encode())) == []


@pytest.mark.parametrize("name", ["text/~$lead.md", "sections/._report.md.j2"])
def test_a_lock_beside_a_text_is_no_text(tmp_path: Path, name: str) -> None:
    package = with_file(tmp_path, name, b"\x00\x05\x16\x07")
    dataset = load_package(package)[0]
    assert (list(dataset.texts), list(dataset.sections)) == (["lead"], [])


def test_a_text_that_a_section_asks_for_is_read(tmp_path: Path) -> None:
    package = with_file(tmp_path, "text/closing.md", "完。\n".encode())
    assert len(remarks(package)) == 1
    (package / "sections").mkdir()
    (package / "sections" / "report.md.j2").write_text(
        "{% extends 'report.md.j2' %}{% block 下一步 %}\n{{ text('closing', '结束语') }}\n{% endblock %}",
        encoding="utf-8",
    )
    assert remarks(package) == []


def test_pictures_that_texts_use_are_read(tmp_path: Path) -> None:
    package = with_file(tmp_path, "text/lead.md", "![图](图/a.png)\n".encode())
    for name in ("图/a.png", "text/图/a.png"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_bytes(image())
    assert remarks(package) == []
    (package / "图" / "b.png").write_bytes(b"")
    assert [line.partition("。")[0] for line in remarks(package)] == [
        "图/：没有读这个文件夹里的 1 个文件"
    ]


def test_a_folder_is_one_line(tmp_path: Path) -> None:
    package = with_file(tmp_path, "佐证材料/1/a.pdf")
    with_file(tmp_path, "佐证材料/b.pdf")
    [line] = remarks(package)
    assert line.startswith("佐证材料/：没有读这个文件夹里的 2 个文件。")
    with_file(tmp_path, "佐证材料/visits.csv")
    [line] = remarks(package)
    assert "佐证材料/visits.csv 是不是 visits.csv？" in line


def test_a_registry_inside_the_package_is_read(tmp_path: Path) -> None:
    package = with_file(tmp_path, "名册.csv", "名称,类别\n王五,人员\n".encode())
    (package / "名册.csv").rename(package / "名册.txt")
    (package / "report.yaml").write_text(invented.REPORT + "names: 名册.txt\n", encoding="utf-8")
    assert remarks(package) == []


@pytest.mark.slow
def test_every_command_names_it_and_keeps_its_exit_status(tmp_path: Path) -> None:
    package = with_file(tmp_path, "visits.xlsx")
    line = (
        "提醒：visits.xlsx：没有读这个文件。是不是 visits.csv？请在 Excel 里另存为这个 CSV 文件。"
    )
    draft = tmp_path / "稿.docx"
    calls = (
        ("draft", package, "-o", draft),
        ("text", package),
        ("trace", package),
        ("trace", package, "会议.常委会"),
        ("tables", package, "-o", tmp_path / "表.docx"),
        ("audit", draft, package),
        ("diff", package, package),
        ("workbook", package, "-o", tmp_path / "清河.xlsx"),
        ("new", tmp_path / "清河-2024", "--from", package, "--year", "2024"),
    )
    for words in calls:
        code, lines, _ = run(*words)
        assert (code, lines) == (0, [line]), words
    assert run("check", package)[1] == [line]
    assert run("draft", package, "--strict", "-o", draft)[1][0] == line


def test_a_folder_of_texts_that_cannot_be_read_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = with_file(tmp_path, "text/lead.md", "甲。\n".encode())
    listed = Path.iterdir

    def refused(self: Path) -> object:
        if self.name == "text":
            raise PermissionError(13, "Permission denied", str(self))
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", refused)
    assert run("text", package)[:2] == (2, ["错误：text/：读不了（没有权限）。请检查有没有权限。"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    package = with_file(tmp_path, "text/lead.md", "甲。\n".encode())
    (package / "text").chmod(0o000)
    with pytest.raises(InputError, match="text"):
        load_package(package)
    (package / "text").chmod(0o700)


def test_a_file_in_the_place_of_the_folder_of_texts(tmp_path: Path) -> None:
    package = invented.package(tmp_path / "清河", indicators_csv="代码,数值\n")
    (package / "text").write_bytes(b"")
    assert run("text", package)[:2] == (2, ["错误：text：这里应当是文件夹。请改名或移走这个文件。"])
