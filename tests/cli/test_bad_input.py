"""Packages that are none, links that lead out of one, what is no file: told in one Chinese line."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support import invented
from support.bad_input import FIGURES, HEAD
from support.commands import run

from generator.package.read import load_package


def _link_text(package: Path) -> None:
    (package / "text").mkdir()
    (package / "text" / "lead.md").symlink_to(package.parent / "外面.md")


def _link_folder(package: Path) -> None:
    (package / "text").symlink_to(package.parent)


def _link_table(package: Path) -> None:
    (package / "figures.csv").symlink_to("/dev/zero")


def _pipe(package: Path) -> None:
    os.mkfifo(package / "figures.csv")


def _link_inside(package: Path) -> None:
    (package / "figures.csv").symlink_to("甲.txt")


# what is done to the package, what the one line says
LINKS: list[tuple[str, Callable[[Path], None], str]] = [
    ("text", _link_text, "text/lead.md：是链接，指到数据包外面去了。请把文件本身放进数据包。"),
    ("folder of texts", _link_folder, "text：是链接，指到数据包外面去了。"),
    ("device", _link_table, "figures.csv：是链接，指到数据包外面去了。"),
    ("pipe", _pipe, "figures.csv：这是管道，不是普通文件。"),
    (
        "link to itself",
        lambda path: (path / "names.csv").symlink_to("names.csv"),
        "names.csv：读不了（这个链接指着自己，或者几个链接绕成了圈）",
    ),
]


@pytest.mark.parametrize(("spoil", "told"), [c[1:] for c in LINKS], ids=[c[0] for c in LINKS])
def test_links_that_lead_out_and_what_is_no_file(
    tmp_path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    (tmp_path / "外面.md").write_text("口令", encoding="utf-8")
    package = invented.package(tmp_path / "清河", indicators_csv=HEAD + "1.1.1,2\n")
    spoil(package)
    code, lines, printed = run("text", package)
    assert (code, printed) == (2, "")
    assert any(line.startswith(f"错误：{told}") for line in lines), lines
    assert "口令" not in "".join(lines)


def test_a_link_inside_and_a_registry_beside_are_read(tmp_path: Path) -> None:
    (tmp_path / "名册.csv").write_text("名称,类别\n王一鸣,人员\n", encoding="utf-8")
    report = invented.REPORT + "names: ../名册.csv\n"
    package = invented.package(
        tmp_path / "清河", report_yaml=report, indicators_csv=HEAD + "1.1.1,2\n"
    )
    (package / "甲.txt").write_text(FIGURES + "甲,甲,1,个,\n", encoding="utf-8")
    _link_inside(package)
    code, lines, _ = run("text", package)
    assert (code, lines) == (0, [])


# the word for the package, what the line says
NAMES = [
    ("长" * 300, "文件名太长"),
    ("a\0b", "写法不对"),
    ("没有", "没有这个数据包"),
    ("报告.txt", "不是数据包文件夹"),
    ("管道.xlsx", "这是管道，不是普通文件"),
    ("文件夹.xlsx", "这是文件夹，不是文件"),
    ("链接.xlsx", "读不了（"),
]


@pytest.mark.parametrize(("name", "told"), NAMES)
def test_a_package_that_is_none(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "报告.txt").write_text("报告", encoding="utf-8")
    os.mkfifo(tmp_path / "管道.xlsx")
    (tmp_path / "文件夹.xlsx").mkdir()
    (tmp_path / "链接.xlsx").symlink_to("链接.xlsx")
    code, lines, _ = run("text", tmp_path / name)
    assert code == 2
    assert len(lines) == 1
    assert told in lines[0]


@pytest.mark.slow
def test_a_hundred_thousand_keys_are_read_in_their_time(tmp_path: Path) -> None:
    """As long for each as for ten thousand; a quadratic reader takes ten times as long for each."""
    spent = []
    for count in (10_000, 100_000):
        rows = "".join(f"键{n},名{n},{n},个,\n" for n in range(count))
        package = invented.package(tmp_path / f"{count}", figures_csv=FIGURES + rows)
        start = time.process_time()
        load_package(package, invented.templates(tmp_path / "templates"))
        spent.append((time.process_time() - start) / count)
    assert spent[1] < 4 * spent[0]
