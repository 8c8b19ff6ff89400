"""The drafts kept with a package: those of another place or year, which a copy by hand brings along, are never used."""

from __future__ import annotations

import datetime as dt
import lzma
import re
import shutil
from pathlib import Path

import pytest
from support import invented

from generator.jobs.bases import stored_bases
from generator.jobs.compose import compose
from generator.jobs.draft import draft, write
from generator.jobs.status import status
from generator.model.errors import DataError
from generator.model.settings import Settings

DATE = dt.datetime(2023, 11, 27)


def settings(place: str, year: int) -> Settings:
    return Settings(kind=invented.KIND, year=year, place={"name": place})


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """清河县 of 2023, drafted once as 稿.docx."""
    folder = invented.package(tmp_path / "清河-2023", indicators_csv=None)
    write(compose(folder), tmp_path / "稿.docx")
    return folder


def store_of(package: Path) -> list[Path]:
    return list((package / ".nigao" / "drafts").glob("*.json*"))


@pytest.mark.parametrize(
    ("place", "year", "is_own"),
    [("清河县", 2023, True), ("清河县", 2024, False), ("沙岭县", 2023, False)],
)
def test_a_draft_says_for_whom_it_was_written(
    package: Path, place: str, year: int, is_own: bool
) -> None:
    stored = stored_bases(package, settings(place, year))
    assert (len(stored.own), len(stored.foreign)) == ((1, 0) if is_own else (0, 1))


@pytest.mark.parametrize(
    ("place", "year", "is_own"),
    [("清河县", 2023, True), ("清河县", 2035, False), ("沙岭县", 2023, False)],
)
def test_one_of_an_earlier_version_is_known_by_its_words(
    package: Path, place: str, year: int, is_own: bool
) -> None:
    (path,) = store_of(package)
    text = lzma.decompress(path.read_bytes()).decode()
    old = text.replace(', "place": "清河县", "year": 2023', "")
    name = path.name.partition(".")[0]
    assert old.startswith(f'{{"id": "{name}", "blocks"')
    path.with_name(f"{name}.json").write_text(old, encoding="utf-8")
    path.unlink()
    stored = stored_bases(package, settings(place, year))
    assert (len(stored.own), len(stored.foreign)) == ((1, 0) if is_own else (0, 1))


@pytest.fixture
def copied(package: Path, tmp_path: Path) -> Path:
    """The package copied by hand with its store, then given another county."""
    folder = tmp_path / "沙岭-2023"
    shutil.copytree(package, folder)
    report = (folder / "report.yaml").read_text("utf-8")
    (folder / "report.yaml").write_text(report.replace("清河县", "沙岭县"), encoding="utf-8")
    return folder


def test_a_copied_package_does_not_regenerate_the_other_countys_draft(
    copied: Path, tmp_path: Path
) -> None:
    with pytest.raises(DataError) as error:
        draft(copied, tmp_path / "新稿.docx", edited=tmp_path / "稿.docx", date=DATE)
    (problem,) = error.value.problems
    assert problem.message == "存着的底稿有 1 份是别的地方或年度的（清河县2023年），没有用"
    assert not (tmp_path / "新稿.docx").exists()


@pytest.mark.slow
def test_beside_its_own_draft_the_others_are_named(copied: Path, tmp_path: Path) -> None:
    own = tmp_path / "沙岭稿.docx"
    write(compose(copied), own)
    (copied / "text").mkdir(exist_ok=True)
    (copied / "text" / "lead.md").write_text("新的导语。\n", encoding="utf-8")
    result = draft(copied, tmp_path / "新稿.docx", edited=own, date=DATE)
    assert result.regenerated is not None and result.regenerated.written is not None
    assert [note for note in result.regenerated.summary.notes if re.search("清河县2023年", note)]


HEAD = '{"id": "a", "place": "清河县", "year": 2023, "blocks": '
HOSTILE = [
    ("drafts/a.json", HEAD + "[" * 100_000),
    ("drafts/a.json", '{"id": "a", "place": "清河县", "year": 1e999, "blocks": []}'),
    ("drafts/a.json", HEAD + r'[["x\ud800", "paragraph", 1, null, [["甲"]]]]}'),
    ("drafts/a.json", HEAD + r'[["x", "paragraph", 1, null, [["甲\u0000乙\u0001", "键", 1]]]]}'),
    ("drafts/a.json", HEAD + '[["x", "cell", 1, [["t"], "r", 1], [["甲"]]]]}'),
    (
        "drafts/a.json",
        HEAD + '[["t", "r", [[1, "b", [[["甲"]]]]]], ["u", "r", [[1, "c", [[["乙"]]]]]]]}',
    ),
    ("drafts/a.json", '{"id": "a", "place": "\\ud800", "year": 2023, "blocks": []}'),
    ("open/{}.json", "[" * 100_000),
    ("open/{}.json", r'{"matters": [{"line": "\ud800"}], "settled": ["\ud800"]}'),
    ("written.json", "[" * 100_000),
]
"""A file of the store, {} being the id of the draft that is there, and what anybody wrote into it."""


@pytest.mark.slow
@pytest.mark.parametrize(("name", "content"), HOSTILE)
def test_what_others_wrote_into_the_store_ends_no_regeneration(
    package: Path, tmp_path: Path, name: str, content: str
) -> None:
    (kept,) = store_of(package)
    file = package / ".nigao" / name.format(kept.name.partition(".")[0])
    file.parent.mkdir(exist_ok=True)
    file.write_text(content, encoding="utf-8")
    (package / "text").mkdir(exist_ok=True)
    (package / "text" / "lead.md").write_text("新的导语。\n", encoding="utf-8")
    result = draft(package, tmp_path / "新稿.docx", edited=tmp_path / "稿.docx", date=DATE)
    assert result.regenerated is not None and result.regenerated.written is not None
    assert (tmp_path / "新稿.docx").exists()
    assert status(package).findings is not None
