"""Where report kinds and the words of terms.csv are found: first wins, by name alone, nothing that leads out."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.errors import NigaoError
from generator.package.read import load_package, shared_terms
from generator.package.read.homes import (
    HomeOrigin,
    KindHome,
    homes_of,
    kind_folder,
    user_folder,
)

GIVEN, PACKAGE, BESIDE, USER, PROGRAM = HomeOrigin


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[HomeOrigin, Path]:
    """A folder for each home but the program's; none is there yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    work = tmp_path / "work"
    (work / "清河").mkdir(parents=True)
    return {
        GIVEN: tmp_path / "given",
        PACKAGE: work / "清河" / "templates",
        BESIDE: work / "templates",
        USER: user_folder(),
    }


def kind(folder: Path, name: str = "简报") -> Path:
    """A folder with a kind.yaml, which is all that makes a kind be found."""
    path = folder / name
    path.mkdir(parents=True)
    (path / "kind.yaml").write_text("name: 简报\n", encoding="utf-8")
    return path


# where the kind lies, which of them is taken
FIRST_WINS = [
    ((GIVEN, PACKAGE, BESIDE, USER), GIVEN),
    ((PACKAGE, BESIDE, USER), PACKAGE),
    ((BESIDE, USER), BESIDE),
    ((USER,), USER),
]


@pytest.mark.parametrize(("lies_in", "taken"), FIRST_WINS, ids=lambda value: str(value))
def test_the_first_home_that_has_a_kind_gives_it(
    folders: dict[HomeOrigin, Path], lies_in: tuple[HomeOrigin, ...], taken: HomeOrigin
) -> None:
    for origin in lies_in:
        kind(folders[origin])
    given = folders[GIVEN] if GIVEN in lies_in else None
    homes = homes_of(folders[PACKAGE].parent, given)
    assert kind_folder(homes, "简报") == folders[taken] / "简报"
    assert [home.origin for home in homes] == [*lies_in, PROGRAM]


def test_the_program_gives_what_no_other_home_has(folders: dict[HomeOrigin, Path]) -> None:
    homes = homes_of(folders[PACKAGE].parent, None)
    assert kind_folder(homes, "东西部协作自评").parent == homes[-1].folder


def outside(folders: dict[HomeOrigin, Path]) -> Path:
    return kind(folders[GIVEN].parent / "elsewhere")


def link_to_a_kind(folders: dict[HomeOrigin, Path]) -> str:
    folders[BESIDE].mkdir(parents=True)
    (folders[BESIDE] / "简报").symlink_to(outside(folders))
    return "简报/kind.yaml：是链接，指到报告种类外面去了"


def link_to_a_file(folders: dict[HomeOrigin, Path]) -> str:
    (kind(folders[BESIDE]) / "records.yaml").symlink_to(outside(folders) / "kind.yaml")
    return "简报/records.yaml：是链接，指到报告种类外面去了"


def link_to_a_home(folders: dict[HomeOrigin, Path]) -> str:
    folders[BESIDE].symlink_to(outside(folders).parent)
    return "templates：是链接，指到外面去了"


def misspelt(folders: dict[HomeOrigin, Path]) -> str:
    kind(folders[BESIDE], "简报表")
    return "report.yaml“kind”：没有“简报”这种报告，相近的是“简报表”"


def too_many_files(folders: dict[HomeOrigin, Path]) -> str:
    path = kind(folders[BESIDE])
    for number in range(1001):
        (path / f"{number}.txt").touch()
    return "简报：报告种类里超过1000个文件"


def a_fifo(folders: dict[HomeOrigin, Path]) -> str:
    os.mkfifo(kind(folders[BESIDE]) / "records.yaml")
    return "简报/records.yaml：这是管道，不是普通文件"


def larger_than_any(folders: dict[HomeOrigin, Path]) -> str:
    (kind(folders[BESIDE]) / "kind.yaml").write_text("a: b\n" * 200_000, encoding="utf-8")
    return "简报/kind.yaml：文件超过 512 KB"


@pytest.mark.parametrize(
    "lay",
    [
        link_to_a_kind,
        link_to_a_file,
        link_to_a_home,
        misspelt,
        too_many_files,
        a_fifo,
        larger_than_any,
    ],
    ids=lambda lay: lay.__name__,
)
def test_what_is_no_kind_is_refused_in_a_line(
    folders: dict[HomeOrigin, Path], lay: Callable[[dict[HomeOrigin, Path]], str]
) -> None:
    line = lay(folders)
    package = folders[PACKAGE].parent
    (package / "report.yaml").write_text(
        "kind: 简报\nyear: 2023\nplace: {name: 清河县}\n", encoding="utf-8"
    )
    with pytest.raises(NigaoError) as caught:
        load_package(package)
    assert line in str(caught.value)


@pytest.mark.parametrize(
    "name", ["../elsewhere/简报", "./简报", "templates/简报", "/etc", "", "shared"]
)
def test_a_kind_is_a_name_and_no_path(folders: dict[HomeOrigin, Path], name: str) -> None:
    outside(folders)
    kind(folders[BESIDE])
    with pytest.raises(NigaoError):
        kind_folder(homes_of(folders[PACKAGE].parent, None), name)


def test_a_folder_that_is_not_there_is_told() -> None:
    with pytest.raises(NigaoError, match="没有这个文件夹"):
        homes_of(Path("清河"), Path("没有"))


# which lists hold the word, what becomes of it: the words that are looked for, with what is right
TERMS = [
    ({}, "脱贫户"),
    ({BESIDE: "贫困户,脱贫人口,提醒,,,,,是"}, "脱贫人口"),
    ({USER: "贫困户,脱贫群众,提醒,,,,,是"}, "脱贫群众"),
    ({BESIDE: "贫困户,脱贫人口,提醒,,,,,是", USER: "贫困户,脱贫群众,提醒,,,,,是"}, "脱贫人口"),
    ({BESIDE: "贫困户,,提醒,,,,,否"}, None),
    ({BESIDE: "别的词,好词,提醒,,,,,是"}, "脱贫户"),
]


@pytest.mark.parametrize(("lists", "right"), TERMS)
def test_a_word_of_an_earlier_list_hides_that_of_a_later(
    folders: dict[HomeOrigin, Path], lists: dict[HomeOrigin, str], right: str | None
) -> None:
    program = folders[GIVEN].parent / "program"
    paths = {**folders, PROGRAM: program}
    for origin, row in {**lists, PROGRAM: "贫困户,脱贫户,提醒,,,,,是"}.items():
        (paths[origin] / "shared").mkdir(parents=True)
        (paths[origin] / "shared" / "terms.csv").write_text(
            f"原词,应为,级别,说明,除非,起始年,依据,启用\n{row}\n", encoding="utf-8"
        )
    *near, _ = homes_of(folders[PACKAGE].parent, None)
    terms = shared_terms((*near, KindHome(PROGRAM, program)))
    assert {term.wrong: term.right for term in terms}.get("贫困户") == right
