"""All commands see the same text of a Word file: the one that people see."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from support.commands import run as nigao
from support.crowded import crowded, plain
from support.invented import package as invented_package
from support.invented import templates
from support.wordfiles import package, paragraph, run

from generator.jobs.check import check
from generator.jobs.diff import diff
from generator.jobs.draft import draft
from generator.word.archive import with_parts
from generator.word.reader import read
from generator.word.revise.resolver import resolve
from generator.word.wordml import to_bytes


def _findings(path: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (finding.rule, finding.message, tuple(side.quote for side in finding.sides))
        for finding in check(path).findings
    ]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A crowded file and its plain copy."""
    paths = tmp_path / "改稿.docx", tmp_path / "清稿.docx"
    for path, data in zip(paths, (crowded(), plain()), strict=True):
        path.write_bytes(data)
    return paths


def test_the_same_findings_as_in_the_accepted_plain_copy(files: tuple[Path, Path]) -> None:
    found, expected = map(_findings, files)
    assert found == expected
    assert "分项合计" in {rule for rule, *_ in expected}


def test_diff_finds_the_plain_copy_alike(files: tuple[Path, Path]) -> None:
    assert diff(*files) == []


CHART = (
    '<w:drawing><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    "</a:graphicData></a:graphic></w:drawing>"
)
SMART_ART = CHART.replace("/chart", "/diagram").replace(":chart", ":relIds")
OLD_WORD_ART = (
    '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="超额3项"/>'
    "</v:shape></w:pict>"
)
NEW_WORD_ART = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    f'<mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback>{OLD_WORD_ART}</mc:Fallback>'
    "</mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ((CHART, CHART), "图表 2 处"),
        ((CHART, SMART_ART, OLD_WORD_ART), "图表 1 处、SmartArt 图形 1 处、艺术字 1 处"),
        ((NEW_WORD_ART,), None),
        ((), None),
    ],
)
def test_words_of_drawings_are_told_to_be_unread(
    tmp_path: Path, shown: tuple[str, ...], told: str | None
) -> None:
    """What is there for older programs alone is none: the text box that they show is read."""
    path, around = tmp_path / "稿.docx", "".join(f"<w:r>{drawing}</w:r>" for drawing in shown)
    deleted = f'<w:del w:id="1" w:author="甲"><w:r>{CHART}</w:r></w:del>'
    path.write_bytes(package(paragraph(run("全年完成5项。") + around + deleted)))
    lines = [line for line in check(path).undone if "读不到" in line]
    assert lines == ([f"{told}里的字和数读不到，没有查，请自己核对"] if told else [])


@pytest.mark.parametrize("text", ["旧的", "删行", "删格", "看不见的字", "——"])
def test_diff_does_not_see_what_is_gone(files: tuple[Path, Path], text: str) -> None:
    assert text not in "".join(read(files[0].read_bytes()).view.seen_texts)


def test_diff_tells_what_differs_in_a_box_a_field_and_a_note(tmp_path: Path) -> None:
    paths = tmp_path / "甲.docx", tmp_path / "乙.docx"
    changes = [("务工", "在外"), ("线上3场", "线上4场"), ("尾注共", "尾注有")]
    paths[0].write_bytes(crowded())
    data = _unzipped(crowded())
    for old, new in changes:
        data = {name: part.replace(old.encode(), new.encode()) for name, part in data.items()}
    paths[1].write_bytes(_zipped(data))
    found = nigao("diff", *paths)[2]
    assert "共 3 处不同" in found


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    """The report kinds that fit the invented package."""
    return templates(tmp_path / "种类")


@pytest.mark.slow
def test_check_of_a_regenerated_draft_is_that_of_its_accepted_copy(
    tmp_path: Path, kinds: Path
) -> None:
    source = invented_package(tmp_path / "包")
    written = tmp_path / "稿.docx"
    date = dt.datetime(2023, 11, 27)
    draft(source, written, date=date, templates=kinds)
    indicators = source / "indicators.csv"
    text = indicators.read_text(encoding="utf-8")
    indicators.write_text(text.replace("1.1.1,120", "1.1.1,133"), encoding="utf-8")
    regenerated = tmp_path / "新稿.docx"
    draft(source, regenerated, date=date, edited=written, templates=kinds)
    file = read(regenerated.read_bytes())
    assert b"<w:ins " in to_bytes(file.root)
    accepted = tmp_path / "清稿.docx"
    root = resolve(file.root, accept=True)
    accepted.write_bytes(with_parts(file.archive, {file.archive.main: to_bytes(root)}))
    assert _findings(regenerated) == _findings(accepted)
    assert diff(regenerated, accepted) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["报告.doc", "报告.wps", "报告.pdf", "报告.odt", "报告.DOCX"])
@pytest.mark.parametrize("command", ["check", "diff", "audit", "finalize", "draft"])
def test_what_is_no_word_file_is_one_line(tmp_path: Path, name: str, command: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"%PDF-1.7")
    source = invented_package(tmp_path / "包", indicators_csv=None)
    words = {
        "check": [path],
        "diff": [path, path],
        "audit": [path, source],
        "finalize": [path, "-o", tmp_path / "定稿.docx"],
        "draft": [source, "--edited", path, "-o", tmp_path / "新稿.docx"],
    }
    status, errors, _ = nigao(command, *words[command])
    assert status == 2
    assert len(errors) == 1 and "PDF" in errors[0] and "另存为 .docx" in errors[0]


def test_strict_open_xml_is_checked_and_not_written_into(tmp_path: Path) -> None:
    path = tmp_path / "严格.docx"
    data = _unzipped(
        package(
            paragraph(
                run("投入资金500万元，其中用于产业300万元，用于就业150万元，用于培训100万元。")
            )
        )
    )
    main = data["word/document.xml"]
    data["word/document.xml"] = main.replace(
        b"schemas.openxmlformats.org/wordprocessingml/2006", b"purl.oclc.org/ooxml/wordprocessingml"
    )
    path.write_bytes(_zipped(data))
    assert [finding.rule for finding in check(path).findings]
    status, errors, _ = nigao("finalize", path, "-o", tmp_path / "定稿.docx")
    assert status == 2 and len(errors) == 1 and "严格 Open XML" in errors[0]
    assert not (tmp_path / "定稿.docx").exists()


def _unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return stream.getvalue()
