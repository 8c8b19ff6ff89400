"""What earlier versions left behind still regenerates: ``VERSION/`` holds a package with its store and an edited file.

The file and the store are read here by code of this test alone, so that it holds whatever becomes of the program.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import main

VERSIONS = sorted(path.parent.name for path in Path(__file__).parent.glob("*/edited.docx"))
CHANGES = {
    "figures.csv": (("1232", "1450.5"), (",18,", ",19,"), (",300,", ",280,")),
    "indicators.csv": (("1.1.1,6", "1.1.1,7"), ("2.1.2.1,120", "2.1.2.1,150")),
}
"""The data of the next week: by file, old and new."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
IDENTITIES = {
    "word/document.xml": re.compile(r"<w:bookmark(?:Start|End)\b[^>]*/>"),
    "docProps/custom.xml": re.compile(r"<p:property\b.*?</p:property>", re.DOTALL),
}
"""Where a draft leaves its identities in a Word file, by part."""


@dataclass(frozen=True)
class Regenerated:
    """What came out: the file with all changes accepted, what the comments say, and the words of the command."""

    texts: list[str]
    comments: str
    output: str


def regenerated(version: str, folder: Path, *, marks: bool) -> Regenerated:
    """Change the data and regenerate into the edited file."""
    kept = Path(__file__).parent / version
    package = folder / "package"
    shutil.copytree(kept / "package", package)
    for name, changes in CHANGES.items():
        change(package / name, changes)
    edited, result = folder / "edited.docx", folder / "result.docx"
    copy(kept / "edited.docx", edited, marks=marks)
    words = ["draft", package, "--edited", edited, "-o", result, "--date", "2021-11-27"]
    run = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exists(), run.output
    return Regenerated(texts_of(result), comments_of(result), run.output)


def change(path: Path, changes: tuple[tuple[str, str], ...]) -> None:
    """Replace each old value once."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def copy(source: Path, target: Path, *, marks: bool) -> None:
    """Copy the Word file; without ``marks`` as a program saves it that drops bookmarks and custom properties."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if not marks and name in IDENTITIES:
                text, count = IDENTITIES[name].subn("", content.decode())
                assert count, name
                content = text.encode()
            new.writestr(name, content)


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as file:
        return file.read(name).decode() if name in file.namelist() else ""


def texts_of(path: Path) -> list[str]:
    """The paragraphs with every change accepted: what is struck stands in w:delText, never in w:t."""
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", part(path, "word/document.xml"), re.DOTALL)
    return ["".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", text)) for text in paragraphs]


def comments_of(path: Path) -> str:
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", part(path, "word/comments.xml")))


def test_there_is_what_the_first_version_left() -> None:
    assert "0.1.0" in VERSIONS


@pytest.mark.parametrize("marks", [True, False], ids=["bookmarks", "no bookmarks"])
@pytest.mark.parametrize("version", VERSIONS)
def test_an_edited_file_of_an_earlier_version_regenerates(
    version: str, marks: bool, tmp_path: Path
) -> None:
    result = regenerated(version, tmp_path, marks=marks)
    whole = "\n".join(result.texts)

    # New figures arrive, in sentences, in sums and in the table.
    assert "县委常委会会议7次" in whole
    assert "1920人" in whole and "就业150人" in whole
    assert "销售额1450.5万元" in whole
    assert "1890" not in whole and "1232" not in whole
    assert result.texts.count("1920") == 1 and result.texts.count("150") == 1

    # What people wrote stays, beside figures that follow the data.
    assert "各项任务有序推进，群众满意度明显提升。" in whole
    assert "由驻村干部轮流值守" in whole
    assert "此段为县乡村振兴局补写。" in result.texts
    assert "企业用工缺口280人。" in result.texts

    # What people struck stays struck; a figure typed over stays and a comment says what the data say.
    assert "产业链条偏短" not in whole
    assert "全年组织直播带货20场，销售农特产品86.5万余元。" in result.texts
    assert "19场" in result.comments
