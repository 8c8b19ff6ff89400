"""Notes for the writer as comments: in a draft, after a regeneration, in the copy to issue."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from support import invented

from generator.jobs.draft import Drafted, draft
from generator.jobs.finalize import finalize
from generator.regenerate.notes import NOTE
from generator.word.archive import with_parts
from generator.word.reader import read
from generator.word.revise.comments import comments_of, write_comments
from generator.word.wordml import P, T, qn, to_bytes

NOW = dt.datetime(2023, 11, 27)
FALL = "【提示】比上年少：“帮助就业人数”150人，上年200人，请核对；要写就写明原因，也可写进存在问题"
FORM = "代码,数值\n1.1,=\n1.1.1,{}\n1.1.2,80\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package whose employment fell from 200 to 150."""
    monkeypatch.chdir(tmp_path)
    earlier = invented.REPORT.replace("year: 2023", "year: 2022")
    invented.package(tmp_path / "去年", report_yaml=earlier, indicators_csv=FORM.format(120))
    texts: dict[str, str | bytes | None] = {
        f"text__{name}_md": "清河县与东湖区认真开展协作。\n"
        for name in ("innovations", "problems", "next_steps")
    }
    return invented.package(
        tmp_path / "今年",
        report_yaml=f"previous: ../去年\n{invented.REPORT}",
        indicators_csv=FORM.format(70),
        text__lead_md="我县认真开展协作。\n",
        **texts,
    )


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return invented.templates(tmp_path / "kinds")


def _notes(file: Path) -> list[str]:
    comments = comments_of(read(file.read_bytes()).archive)
    lines = [line for comment in comments for line in comment.lines]
    return [line for line in lines if line.startswith(NOTE)]


def _noted_paragraph(file: Path, line: str) -> str:
    """The text of the paragraph where the comment with that line stands."""
    word = read(file.read_bytes())
    root = word.archive.tree("word/comments.xml")
    assert root is not None
    (ident,) = (
        item.get(qn("id"))
        for item in root
        if line in ["".join(node.text or "" for node in para.iter(T)) for para in item.iter(P)]
    )
    (paragraph,) = (
        paragraph
        for paragraph in word.root.iter(P)
        if any(start.get(qn("id")) == ident for start in paragraph.iter(qn("commentRangeStart")))
    )
    return "".join(node.text or "" for node in paragraph.iter(T))


def _fill(file: Path) -> None:
    """A person writes something wherever 【待补】 stands."""
    word = read(file.read_bytes())
    for node in word.root.iter(T):
        node.text = re.sub("【待补[^】]*】", "已经落实", node.text or "")
    file.write_bytes(with_parts(word.archive, {word.archive.main: to_bytes(word.root)}))


def _edit(file: Path, old: str, new: str) -> None:
    """A person types over a word."""
    word = read(file.read_bytes())
    (node,) = (node for node in word.root.iter(T) if old in (node.text or ""))
    node.text = (node.text or "").replace(old, new)
    file.write_bytes(with_parts(word.archive, {word.archive.main: to_bytes(word.root)}))


def _drafted(package: Path, kinds: Path, **options: bool) -> Drafted:
    return draft(package, Path("稿.docx"), date=NOW, templates=kinds, **options)


@pytest.mark.slow
def test_notes_stand_at_their_headings_only_where_they_are_asked_for(
    package: Path, kinds: Path
) -> None:
    _drafted(package, kinds)
    assert _notes(Path("稿.docx")) == []
    told = _drafted(package, kinds, notes=True)
    assert told.written is not None and told.written.new
    assert FALL in _notes(Path("稿.docx"))
    assert len(_notes(Path("稿.docx"))) == len(told.status.notes)
    assert "就业" in _noted_paragraph(Path("稿.docx"), FALL)
    _drafted(package, kinds)
    assert _notes(Path("稿.docx")) == []


def test_the_same_draft_of_the_same_date_has_the_same_bytes(package: Path, kinds: Path) -> None:
    _drafted(package, kinds, notes=True)
    before = Path("稿.docx").read_bytes()
    again = _drafted(package, kinds, notes=True)
    assert again.written is not None and not again.written.new
    assert Path("稿.docx").read_bytes() == before


def test_the_copy_to_issue_drops_notes_and_is_not_refused_for_them(
    package: Path, kinds: Path
) -> None:
    _drafted(package, kinds, notes=True)
    _fill(Path("稿.docx"))
    issued = finalize(Path("稿.docx"), Path("定稿.docx"))
    assert (issued.comments > 0, issued.others) == (True, ())
    assert comments_of(read(Path("定稿.docx").read_bytes()).archive) == []


@pytest.mark.parametrize("asked", [False, True])
def test_a_regeneration_takes_old_notes_out_and_makes_them_anew_where_asked(
    package: Path, kinds: Path, *, asked: bool
) -> None:
    _drafted(package, kinds, notes=True)
    _edit(Path("稿.docx"), "我县认真", "我县扎实")
    (package / "indicators.csv").write_text(FORM.format(60), encoding="utf-8")
    result = _drafted(package, kinds, notes=asked)
    assert result.regenerated is not None and result.regenerated.written is not None
    notes = _notes(Path("稿.docx"))
    assert FALL not in notes
    assert (FALL.replace("150人", "140人") in notes) is asked
    assert bool(notes) is asked


@pytest.mark.slow
def test_notes_alone_are_reason_to_write(package: Path, kinds: Path) -> None:
    """Nothing changed in the data: the notes come, and go again."""
    _drafted(package, kinds)
    shutil.copy("稿.docx", "改稿.docx")
    _edit(Path("改稿.docx"), "我县认真", "我县扎实")
    for asked in (True, False):
        edited = Path("改稿.docx") if asked else Path("新稿.docx")
        result = draft(
            package, Path("新稿.docx"), date=NOW, edited=edited, templates=kinds, notes=asked
        )
        assert result.regenerated is not None and result.regenerated.written is not None
        assert bool(_notes(Path("新稿.docx"))) is asked


def test_other_comments_of_ours_stay_beside_notes(package: Path, kinds: Path) -> None:
    _drafted(package, kinds)
    word = read(Path("稿.docx").read_bytes())
    every = {index: ["【请定】甲还是乙"] for index in range(len(word.paragraphs))}
    paragraphs = [paragraph.elements for paragraph in word.paragraphs]
    changed = write_comments(word.archive, paragraphs, (), every, "2023-11-27T00:00:00Z")
    main = {word.archive.main: to_bytes(word.root)}
    Path("稿.docx").write_bytes(with_parts(word.archive, {**changed, **main}))
    result = _drafted(package, kinds, notes=True)
    assert result.regenerated is not None
    lines = [
        line
        for item in comments_of(read(Path("稿.docx").read_bytes()).archive)
        for line in item.lines
    ]
    assert lines.count("【请定】甲还是乙") == len(every)
    assert FALL in lines
