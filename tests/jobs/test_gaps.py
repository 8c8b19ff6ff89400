"""【待补】 in Word: shaded where it stands, gone where a value took its place, never in a copy that is issued."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import pytest
from support import invented

from generator.jobs.draft import draft
from generator.jobs.finalize import finalize
from generator.model.errors import DataError

DATE = dt.datetime(2023, 11, 27)
FIGURES = "键,名称,数值,单位\n培训,培训人数,{},人\n"
SHADED = '<w:rStyle w:val="Gap"/>'


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kinds = invented.templates(tmp_path_factory.mktemp("kinds"))
    invented.outline(kinds, "{% block 甲 %}\n{{ text('lead') }}\n{% endblock %}\n")
    return kinds


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def package(folder: Path, value: str) -> Path:
    figures = FIGURES.format(value)
    return invented.package(folder, figures_csv=figures, text__lead_md="培训{{ f('培训') }}，好。")


def shaded(path: Path) -> list[str]:
    """The texts of the runs in the style of gaps."""
    runs = re.findall(r"<w:r[ >].*?</w:r>", parts(path)["word/document.xml"])
    return ["".join(re.findall(r"<w:t[^>]*>(.*?)</w:t>", run)) for run in runs if SHADED in run]


def test_a_gap_is_shaded_by_a_character_style(tmp_path: Path, kinds: Path) -> None:
    target = tmp_path / "稿.docx"
    draft(package(tmp_path / "清河", ""), target, date=DATE, templates=kinds)
    assert shaded(target) == ["【待补：培训人数】"]
    styles = parts(target)["word/styles.xml"]
    style = re.search(r'<w:style [^>]*w:styleId="Gap".*?</w:style>', styles)
    assert style and 'w:type="character"' in style[0] and "<w:shd " in style[0]


def test_a_value_that_takes_its_place_is_not_shaded_and_can_be_issued(
    tmp_path: Path, kinds: Path
) -> None:
    folder, first, second = tmp_path / "清河", tmp_path / "稿.docx", tmp_path / "新稿.docx"
    draft(package(folder, ""), first, date=DATE, templates=kinds)
    with pytest.raises(DataError, match="待补"):
        finalize(first, tmp_path / "定稿.docx")
    draft(package(folder, "80"), second, date=DATE, edited=first, plain=True, templates=kinds)
    assert "80人" in parts(second)["word/document.xml"]
    assert shaded(second) == []
    finalize(second, tmp_path / "定稿.docx")
    assert (tmp_path / "定稿.docx").is_file()


def test_a_figure_that_becomes_a_gap_is_shaded(tmp_path: Path, kinds: Path) -> None:
    folder, first, second = tmp_path / "清河", tmp_path / "稿.docx", tmp_path / "新稿.docx"
    draft(package(folder, "80"), first, date=DATE, templates=kinds)
    draft(package(folder, ""), second, date=DATE, edited=first, plain=True, templates=kinds)
    assert shaded(second) == ["【待补：培训人数】"]


def test_the_shading_does_not_survive_where_a_person_typed_over_it(
    tmp_path: Path, kinds: Path
) -> None:
    target, typed = tmp_path / "稿.docx", io.BytesIO()
    draft(package(tmp_path / "清河", ""), target, date=DATE, templates=kinds)
    with zipfile.ZipFile(typed, "w") as file:
        for name, content in parts(target).items():
            file.writestr(name, content.replace("【待补：培训人数】", "九十人"))
    target.write_bytes(typed.getvalue())
    assert shaded(target) == ["九十人"]
    finalize(target, tmp_path / "定稿.docx")
    issued = parts(tmp_path / "定稿.docx")
    assert "九十人" in issued["word/document.xml"] and shaded(tmp_path / "定稿.docx") == []
    assert 'w:styleId="Gap"' not in issued["word/styles.xml"]
