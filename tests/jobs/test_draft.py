"""``draft`` chooses the file, decides between writing and regenerating, and stops where it must."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from support import invented

from generator import store
from generator.jobs import draft as job
from generator.jobs import regenerate
from generator.model.errors import DataError

NOW = dt.datetime(2023, 11, 27)
FIGURES = "键,名称,数值,单位,公式\n会议.常委会,常委会,{},次,\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package in the working folder."""
    monkeypatch.chdir(tmp_path)
    return invented.package(
        Path("清河"), indicators_csv="代码,数值\n1.1.1,3\n", figures_csv=FIGURES.format(3)
    )


def files() -> set[str]:
    """The files of the working folder, beside those of the package."""
    paths = (path for path in Path().rglob("*") if path.is_file())
    return {path.as_posix() for path in paths if "清河/" not in path.as_posix()}


def test_a_draft_goes_to_output(package: Path) -> None:
    result = job.draft(package, date=NOW)
    assert result.written is not None and result.regenerated is None
    assert files() == {"output/清河.docx"} == {result.target.as_posix()}
    base = result.draft.document.properties.draft
    assert [base in text for _, text in store.stored_bases(package)] == [True]


def test_a_dry_run_writes_nothing(package: Path) -> None:
    result = job.draft(package, date=NOW, dry_run=True)
    assert (result.written, result.regenerated) == (None, None)
    assert files() == set() and list(store.stored_bases(package)) == []


@pytest.mark.slow
def test_an_edited_file_is_regenerated_beside_it(package: Path) -> None:
    job.draft(package, Path("稿.docx"), date=NOW)
    (package / "figures.csv").write_text(FIGURES.format(4), encoding="utf-8")
    result = job.draft(package, edited=Path("稿.docx"), date=NOW)
    assert result.written is None and result.regenerated is not None
    assert result.regenerated.written == result.target == Path("稿.新稿.docx")
    assert files() == {"稿.docx", "稿.新稿.docx"}


def test_a_file_that_nobody_changed_is_written_anew(package: Path) -> None:
    for count in (3, 4):
        (package / "figures.csv").write_text(FIGURES.format(count), encoding="utf-8")
        result = job.draft(package, Path("稿.docx"), date=NOW)
        assert result.written is not None and result.written.new
    assert files() == {"稿.docx"}


def test_the_same_file_written_for_another_package_is_not_regenerated(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its content is what would be written: there is nothing that a person did to it."""
    job.draft(package, Path("稿.docx"), date=NOW)
    shutil.rmtree(package / ".nigao" / "written")

    def never(*_: object, **__: object) -> None:
        raise AssertionError("regenerated")

    monkeypatch.setattr(regenerate, "regenerate", never)
    result = job.draft(package, Path("稿.docx"), date=NOW)
    assert result.written is not None and not result.written.new


def test_strict_stops_at_gaps_and_at_errors(package: Path) -> None:
    with pytest.raises(DataError, match="缺“text/lead”"):
        job.draft(package, date=NOW, strict=True)
    for name in ("lead", "innovations", "problems", "next_steps"):
        (package / "text").mkdir(exist_ok=True)
        (package / "text" / f"{name}.md").write_text(f"甲{name}。\n", encoding="utf-8")
    (package / "figures.csv").write_text(FIGURES.format(5), encoding="utf-8")
    with pytest.raises(DataError, match=r"\[文表一致\] “常委会”正文（figures.csv 第2行）是5次"):
        job.draft(package, date=NOW, strict=True)
    assert files() == set()
