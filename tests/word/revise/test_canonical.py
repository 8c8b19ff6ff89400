"""Two documents read and look the same, however their runs are cut; nothing else is passed over."""

from __future__ import annotations

import pytest
from support.wordfiles import W, change, paragraph, run

from generator.word.revise.canonical import alike, canonical, pieces
from generator.word.wordml import parse

BOLD = "<w:b/>"


def lines_of(*paragraphs: str) -> list[object]:
    body = "".join(paragraphs)
    return [*canonical(parse(f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (run("就业人口"), run("就业") + run("人口")),
        (run("就业人口", BOLD), run("就", BOLD) + run("业人", BOLD) + run("口", BOLD)),
        (run("就业"), run("就") + run("") + run("业")),
        (run("就业"), run("就") + '<w:bookmarkStart w:id="1" w:name="a"/>' + run("业")),
        (run("就业"), run("就") + "<w:r><w:lastRenderedPageBreak/></w:r>" + run("业")),
        (
            change("ins", run("就业人口"), 1),
            change("ins", run("就业"), 2) + change("ins", run("人口"), 3),
        ),
        (
            change("ins", run("就\t业"), 1),
            change("ins", run("就\t"), 2) + change("ins", run("业"), 3),
        ),
    ],
)
def test_it_does_not_matter_how_runs_are_cut(one: str, other: str) -> None:
    assert lines_of(paragraph(one)) == lines_of(paragraph(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (run("就业人口"), run("就业") + run("人囗")),
        (run("就业"), run("就") + run("业", BOLD)),
        (run("就业", BOLD), run("就业", "<w:i/>")),
        (run("就业"), change("ins", run("就业"), 1)),
        (run("就业"), "<w:r><w:delText>就业</w:delText></w:r>"),
        (run("就\t业"), run("就业")),
        (run("就") + run("\t业"), run("就") + run("业\t")),
        (
            change("ins", run("就业"), 1),
            change("ins", run("就"), 2) + change("ins", run("业"), 3, author="李四"),
        ),
        (change("ins", run("就"), 1) + run("业"), change("ins", run("就业"), 1)),
    ],
)
def test_another_word_look_or_change_is_another_document(one: str, other: str) -> None:
    assert lines_of(paragraph(one)) != lines_of(paragraph(other))


def test_words_do_not_run_from_one_paragraph_into_the_next() -> None:
    together, apart = paragraph(run("就业")), paragraph(run("就")) + paragraph(run("业"))
    assert lines_of(together) != lines_of(apart)


@pytest.mark.parametrize(("cut", "same"), [("就业" + "人口", True), ("就业" + "人囗", False)])
def test_pieces_with_other_runs_are_looked_into(cut: str, same: bool) -> None:
    def text(*runs: str) -> bytes:
        content = paragraph("".join(map(run, runs)))
        return f"<w:document {W}><w:body>{content}</w:body></w:document>".encode()

    one = list(pieces(parse(text("就业人口"))))
    assert alike(one, lambda: pieces(parse(text(cut[:2], cut[2:])))) is same
