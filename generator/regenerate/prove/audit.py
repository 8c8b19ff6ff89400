"""Every figure of the data against a Word file, by a path of its own: no bookmark, no base, no alignment of the merge.

A line of the report is looked for by its words; in it each figure by the words before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from generator.figures.plaintext import Line, lines
from generator.model.document import Document
from generator.word.reader import View

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LAST = re.compile(r"[^\s，。；：、（）“”]*\d[^\s，。；：、（）“”]{0,6}$")
_LOOSE = re.compile(r"\s|(?<=\d),(?=\d{3})")
_TABS = re.compile(r"\t+")
_ALIKE = 55
"""Least likeness (0 to 100) of a line's words."""
_NAMED, _SAME_LABEL = 4, 75
"""A row has a name where so many characters stand before its first figure; least likeness of two names of one row."""
_LABEL = 10
_SLACK = 6
"""So many characters may stand between the words before a figure and the figure."""

State = Literal["ok", "differs", "absent"]


@dataclass(frozen=True)
class Checked:
    """A figure: its key, what the data say, what the file says ("" where it says nothing), and where it belongs."""

    state: State
    key: str
    wanted: str
    seen: str
    place: str


@dataclass(frozen=True)
class Audit:
    """All figures of a report, in its order."""

    figures: tuple[Checked, ...]

    def of(self, state: State) -> list[Checked]:
        """The figures of one state."""
        return [figure for figure in self.figures if figure.state == state]

    @property
    def needs_person(self) -> bool:
        """Whether a figure differs or is absent."""
        return any(figure.state != "ok" for figure in self.figures)


def audit(document: Document, view: View) -> Audit:
    """Compare every figure that the data give with what the file says in the view with all changes accepted."""
    theirs = list(_lines_of(view))
    known, dense = set(theirs), {_dense(text) for text in theirs}
    masked = [_masked(text) for text in theirs]
    result: list[Checked] = []
    for line in lines(document):
        wanted = _wanted(line)
        if not wanted.figures:
            continue
        found: str | None = wanted.text
        if found not in known and _dense(wanted.text) not in dense:
            found = (
                _row_of(wanted, theirs, masked)
                if line.cells
                else _most_alike(wanted.text, theirs, masked)
            )
        if found and found.count("\t") > wanted.text.count("\t"):
            wanted, found = _wanted(line, dense=True), _dense(found)
        result += _checked(wanted, line.section or "（标题前）", found)
    return Audit(tuple(result))


@dataclass(frozen=True)
class _Wanted:
    """A line that the data give, and its bound figures that hold a number: start, end, key, text."""

    text: str
    figures: tuple[tuple[int, int, str, str], ...]


def _dense(row: str) -> str:
    """A row without its empty cells."""
    return _TABS.sub("\t", row).strip("\t")


def _wanted(line: Line, *, dense: bool = False) -> _Wanted:
    """A line of the report; ``dense``: without its empty cells, for a table to which people added columns."""
    text = ""
    figures: list[tuple[int, int, str, str]] = []
    for run in line.text:
        part = _plain(run.text)
        if dense and part == "\t" and (not text or text.endswith("\t")):
            continue
        if run.mark and run.mark.kind == "bound" and _DIGIT.search(part):
            figures.append((len(text), len(text) + len(part), run.mark.key, part))
        text += part
    return _Wanted(text.rstrip("\t") if dense else text, tuple(figures))


def _plain(text: str) -> str:
    return text.replace("\n", "")


def _lines_of(view: View) -> Iterator[str]:
    """The paragraphs; the cells of a row are one line, with tabs between them."""
    row: list[tuple[int, str]] = []
    place: tuple[int, int] | None = None
    for para in view.paras:
        here = (para.cell.table, para.cell.row) if para.cell else None
        if row and here != place:
            yield _joined(row)
            row = []
        place = here
        if para.cell:
            row.append((para.cell.column, _plain(para.text)))
        elif para.text.strip():
            yield _plain(para.text)
    if row:
        yield _joined(row)


def _joined(row: Sequence[tuple[int, str]]) -> str:
    cells: dict[int, str] = {}
    for column, text in row:
        cells[column] = (
            f"{cells[column]}\t{text}" if column in cells else text
        )  # as the report's own lines are
    return "\t".join(cells[column] for column in sorted(cells))


def _masked(text: str) -> str:
    return _DIGIT.sub("0", text)


def _row_of(wanted: _Wanted, theirs: Sequence[str], masked: Sequence[str]) -> str | None:
    """The row with the same label (people fill cells with so much that the rest is not alike), else the most alike one,
    unless its label is another."""
    label = wanted.text[: wanted.figures[0][0]]
    if len(label) < _NAMED:
        return _most_alike(wanted.text, theirs, masked)
    found = [text for text in theirs if "\t" in text and text.startswith(label)]
    if len(found) == 1:
        return found[0]
    best = _most_alike(wanted.text, theirs, masked)
    return (
        best if best and fuzz.partial_ratio(_masked(label), _masked(best)) >= _SAME_LABEL else None
    )


def _most_alike(text: str, theirs: Sequence[str], masked: Sequence[str]) -> str | None:
    """The line with the most alike words; None where there is none. A line that was split is looked for by its parts."""
    best = process.extractOne(_masked(text), masked, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    if best is not None and best[1] >= 70:
        return _with_neighbours(text, theirs, best[2])
    part = (
        process.extractOne(_masked(text), masked, scorer=fuzz.partial_ratio, score_cutoff=85)
        if len(text) > 8
        else None
    )
    if part is not None and len(theirs[part[2]]) > len(text):
        return theirs[part[2]]
    halves = [
        theirs[at]
        for at, other in enumerate(masked)
        if 8 <= len(other) < len(text) and fuzz.partial_ratio(other, _masked(text)) >= 85
    ]
    if len(halves) > 1:
        return "".join(halves)
    return theirs[best[2]] if best is not None else None


def _with_neighbours(text: str, theirs: Sequence[str], at: int) -> str:
    """A line, or the line with the one before or after it where it was split."""
    options = [theirs[at], "".join(theirs[max(at - 1, 0) : at + 1]), "".join(theirs[at : at + 2])]
    return max(options, key=lambda option: fuzz.ratio(_masked(text), _masked(option)))


def _checked(wanted: _Wanted, place: str, found: str | None) -> Iterator[Checked]:
    last = 0
    behind = 0
    for start, end, key, text in wanted.figures:
        if found is None:
            yield Checked("absent", key, text, "", place)
            continue
        if found == wanted.text:
            yield Checked("ok", key, text, text, place)
            continue
        state, seen, behind = _look(wanted.text, last, start, end, found, behind)
        last = end
        yield Checked(state, key, text, seen, place)


def _look(
    text: str, last: int, start: int, end: int, found: str, behind: int
) -> tuple[State, str, int]:
    """The figure behind the words that stand before it, else before the words that stand behind it."""
    wanted, label = text[start:end], text[last:start][-_LABEL:]
    for length in range(len(label), 1, -1):
        at = found.find(label[-length:], behind)
        if at < 0 and found.count(label[-length:]) == 1:
            at = found.find(label[-length:])
        if at >= 0:
            return _read(found, at + length, wanted)
    if len(label) < 2 and behind and found[behind : behind + len(label)] == label:
        return _read(found, behind + len(label), wanted)
    following = text[end : end + _LABEL]
    for length in range(len(following), 1, -1):
        at = found.find(following[:length])
        if at <= 0:
            continue
        if _same(found[max(0, at - len(wanted)) : at], wanted):
            return "ok", wanted, at
        seen = _LAST.search(found[:at])
        if length > 2 and not label and seen:
            return "differs", seen[0], at
    if _stands(wanted, found):
        return "ok", wanted, behind
    number = _NUMBER.search(found) if not label and not following else None
    return ("differs", number[0], behind) if number else ("absent", "", behind)


def _read(found: str, at: int, wanted: str) -> tuple[State, str, int]:
    """What is printed where the figure belongs; in a row, in the same cell."""
    edge = found.find("\t", at) if "\t" in found[at:] else len(found)
    for begin in range(at, min(at + _SLACK, edge) + 1):
        for end in range(begin + len(wanted), begin + len(wanted) + 3):
            if _same(found[begin:end], wanted) and not _cuts(found, begin, end):
                return "ok", wanted, end
        if begin < len(found) and found[begin].isdigit():
            break
    number = _NUMBER.search(found, at, min(at + len(wanted) + 8, edge))
    if number and number.start() - at <= _SLACK:
        return (
            "differs",
            found[at : number.end()] + _unit(wanted, found[number.end() :]),
            number.end(),
        )
    if _stands(wanted, found):
        return "ok", wanted, at
    return "absent", "", at


def _unit(wanted: str, following: str) -> str:
    unit = wanted[max((match.end() for match in _NUMBER.finditer(wanted)), default=0) :]
    return unit if following.startswith(unit) else ""


def _same(one: str, other: str) -> bool:
    return _LOOSE.sub("", one) == _LOOSE.sub("", other)


def _stands(wanted: str, found: str) -> bool:
    at = found.find(wanted)
    return at >= 0 and not _cuts(found, at, at + len(wanted))


def _cuts(text: str, start: int, end: int) -> bool:
    """Whether a stretch cuts a number in two."""
    left = start > 0 and end > start and text[start - 1].isdigit() and text[start].isdigit()
    right = end < len(text) and end > start and text[end - 1].isdigit() and text[end].isdigit()
    return left or right
