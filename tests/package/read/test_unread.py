"""Files of a package that nothing reads are named by every command; a folder that cannot be read is an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from support import invented
from support.packages import ROOT

from generator.cli.main import main
from generator.jobs.compose import compose
from generator.jobs.unread import unread
from generator.model.errors import DataError, InputError


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("funds.xlsx", "funds.xlsx：没有读。是不是“funds.csv”？请另存为 CSV，用这个文件名。"),
        ("Funds.CSV", "Funds.CSV：没有读。是不是“funds.csv”？请改名。"),
        ("text/innovation.md", "text/innovation.md：没有读。是不是“text/innovations.md”？请改名。"),
        ("lead.md.txt", "lead.md.txt：没有读。是不是“text/lead.md”？请改名。"),
        ("text/lead.md.txt", "text/lead.md.txt：没有读。是不是“text/lead.md”？请改名。"),
        (
            "sections/reprot.md.j2",
            "sections/reprot.md.j2：没有读。是不是“sections/report.md.j2”？请改名。",
        ),
        ("Report.yml", "Report.yml：没有读。是不是“report.yaml”？请改名。"),
        (
            "记录.docx",
            "记录.docx：没有读。数据包里用不到它，请核对文件名，或移到数据包外面。",
        ),
        ("材料/甲.pdf", "材料/：里面1个文件没有读。数据包里用不到，请移到数据包外面。"),
    ],
)
def test_a_file_that_nothing_reads_is_named(tmp_path: Path, name: str, message: str) -> None:
    package = invented.package(tmp_path / "清河", **{name: "甲\n"})
    assert [str(problem) for problem in unread(package)] == [message]


@pytest.mark.parametrize(
    "name", ["README.md", "departments.csv", "mapping.yaml", ".nigao/x", "~$甲.xlsx", "a.csv.bak"]
)
def test_what_belongs_to_a_package_is_not_named(tmp_path: Path, name: str) -> None:
    assert unread(invented.package(tmp_path / "清河", **{name: "部门\n"})) == ()


def test_what_settings_texts_and_templates_ask_for_is_not_named(tmp_path: Path) -> None:
    parts = "\n- {name: 案例, parts: [{text: 案例甲}]}"
    package = invented.package(
        tmp_path / "清河",
        report_yaml=invented.REPORT.replace("\nimprint", parts + "\nimprint"),
        sections__report_md_j2=(
            '{% extends "report.md.j2" %}{% import "own.md.j2" as m %}'
            "{% block 导语 %}{{ text('开头') }}{% endblock %}"
        ),
        sections__own_md_j2="{% macro a() %}{% endmacro %}",
        text__案例甲_md="甲。\n\n![图](图/园区.png)\n",
        text__开头_md="乙。\n",
        **{"图/园区.png": "x"},
    )
    assert unread(package) == ()


@pytest.mark.parametrize("package", sorted(path.parent for path in ROOT.glob("data/*/report.yaml")))
def test_the_packages_of_the_project_hold_nothing_that_is_not_read(package: Path) -> None:
    assert unread(package) == ()


def test_every_command_names_them(tmp_path: Path) -> None:
    package = invented.package(tmp_path / "清河", indicators_csv="代码,数值\n", lead_txt="甲")
    for words in (["text"], ["trace"], ["check"], ["tables", "--only", "统计表"]):
        words = [words[0], str(package), *words[1:]]
        if words[0] == "tables":
            words += ["-o", str(tmp_path / "表.docx")]
        assert "提醒：lead_txt：没有读。" in CliRunner().invoke(main, words).stderr


def test_a_text_folder_that_cannot_be_read_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = invented.package(tmp_path / "清河", text__lead_md="甲。")
    real = Path.iterdir

    def refused(path: Path) -> object:
        if path.name == "text":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(InputError, match=r"text/：读不了（没有权限）。请检查有没有权限"):
        compose(package)


def test_a_file_in_place_of_the_text_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="text/：这是文件，不是文件夹"):
        compose(invented.package(tmp_path / "清河", text="甲。"))
