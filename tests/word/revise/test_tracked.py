"""Edits in runs that hold several texts: words with line breaks between them stand in one run."""

from __future__ import annotations

import pytest
from support import plainword
from support.wordfiles import package, paragraph

from generator.word.archive import with_parts
from generator.word.reader import read
from generator.word.revise.pen import Ids, Pen
from generator.word.revise.tracked import NewText, Replacement, apply_edits
from generator.word.wordml import to_bytes

RUN = "<w:r><w:t>项目</w:t><w:br/><w:t>总投资</w:t></w:r>"


def edited(*edits: tuple[int, int, str]) -> bytes:
    """A file whose one paragraph has edits of ours."""
    file = read(package(paragraph(RUN)))
    texts = [
        Replacement(start, end, (NewText(text),) if text else ()) for start, end, text in edits
    ]
    apply_edits(file.paragraphs[0], texts, Pen(Ids(file.root), "2023-11-27T09:00:00Z"))
    return with_parts(file.archive, {file.archive.main: to_bytes(file.root)})


@pytest.mark.parametrize(
    ("edits", "text"),
    [
        ([(0, 5, "计划"), (6, 6, "额")], "计划资额"),
        ([(0, 3, ""), (3, 3, "年度"), (6, 6, "额")], "年度总投资额"),
        ([(1, 4, "与"), (5, 5, "入")], "项与投入资"),
    ],
)
def test_an_edit_before_another_in_the_same_run(
    edits: list[tuple[int, int, str]], text: str
) -> None:
    data = edited(*edits)
    assert "".join("".join(plainword.accepted(data).texts).split()) == text
    assert "".join("".join(plainword.rejected(data).texts).split()) == "项目总投资"
