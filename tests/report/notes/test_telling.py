"""Notes as lines: the weightiest first, twelve lines at most."""

from __future__ import annotations

import pytest

from generator.report.notes import NoteSort, WriterNote, by_heading, in_short

LENGTH = WriterNote(NoteSort.LENGTH, "任务／就业", "偏长", "题_就业")
FALL = WriterNote(NoteSort.FALL, "任务／就业", "少了", "题_就业")
UNUSED = WriterNote(NoteSort.UNUSED, "", "没有用上1项")


@pytest.mark.parametrize(
    ("notes", "lines"),
    [
        ([], []),
        (
            [LENGTH, UNUSED, FALL],
            [
                "给撰稿人的提示 3 条（不印进正文）：",
                "  [比上年少] 就业：少了",
                "  [篇幅] 就业：偏长",
                "  [没有用上] 没有用上1项",
            ],
        ),
    ],
)
def test_the_weightiest_come_first(notes: list[WriterNote], lines: list[str]) -> None:
    assert in_short(notes, "nigao status 清河") == lines


@pytest.mark.parametrize(
    ("count", "last"), [(10, "  [篇幅] 就业：偏长"), (13, "  其余 3 条，详见 nigao status 清河")]
)
def test_there_are_twelve_lines_at_most(count: int, last: str) -> None:
    lines = in_short([LENGTH] * count, "nigao status 清河")
    assert (len(lines), lines[-1]) == (min(count + 1, 12), last)


def test_the_notes_of_a_heading_stand_together() -> None:
    assert by_heading([LENGTH, UNUSED, FALL]) == {
        "题_就业": ["篇幅：偏长", "比上年少：少了"],
        "": ["没有用上：没有用上1项"],
    }
