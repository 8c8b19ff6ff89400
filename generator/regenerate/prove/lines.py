"""The lines of a report as the data give them, and the lines of a Word file, told alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct
from rapidfuzz import fuzz, process

from generator.figures.plaintext import Line
from generator.model.document import Mark
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.view import SeenRow, View
from generator.regenerate.match.tokens import bare

DIGIT = regex(r"\d")
_TABS = regex(r"\t+")
_SET_APART = regex(r"[⁰¹²³⁴-⁹₀-₉]")
_NOTE_MARK = regex(r"(?<=\d)(?<!(?<!\d)10)[⁰¹²³⁴-⁹₀-₉]+")
"""Digits above or below the line behind a number; those behind 10 are a power."""
_ALIKE, _SURELY_ALIKE, _PART_ALIKE = 55, 70, 85
"""Least likeness (0 to 100) of a line, of one that needs no other look, of a part of a line."""
_WORDS = regex("[\u4e00-\u9fff]{4}")
_NAMED, _SAME_LABEL = 4, 75
"""A row has a name where so many characters stand before its first figure; least likeness of two
names of one row."""
_LONG = 8
"""A text of so many characters is looked for inside other lines, or as a part of a line."""


class WantedFigure(NamedTuple):
    """A bound figure that holds a number: where it stands in its line, its key and words."""

    start: int
    end: int
    key: str
    text: str


class WantedLine(Struct, frozen=True):
    """A line that the data give, and the figures in it."""

    text: str
    figures: tuple[WantedFigure, ...]


_Part = tuple[str, Mark | None]
_Scorer = Callable[..., float]


def wanted_line(line: Line) -> WantedLine:
    """A line of the report."""
    return _line((_plain(run.text), run.mark) for run in line.text)


def without_empty_cells(line: Line) -> WantedLine:
    """A row of the report without its empty cells: for a table to which people added columns."""
    dense_line = _line(_without_doubled_tabs(line))
    return replace(dense_line, text=dense_line.text.rstrip("\t"))


def _without_doubled_tabs(line: Line) -> Iterator[_Part]:
    """The parts of a line without tabs at its beginning or behind tabs."""
    before = "\t"
    for run in line.text:
        part = _plain(run.text)
        if part != "\t" or not before.endswith("\t"):
            yield part, run.mark
            before = part or before


def _line(parts: Iterable[_Part]) -> WantedLine:
    text = ""
    figures: list[WantedFigure] = []
    for part, mark in parts:
        key = mark.key if mark and mark.origin == "bound" else None
        if key is not None and DIGIT.search(part):
            figures.append(WantedFigure(len(text), len(text) + len(part), key, part))
        text += part
    return WantedLine(text, tuple(figures))


def dense(row: str) -> str:
    """A row without its empty cells."""
    return _TABS.sub("\t", row).strip("\t")


def _said(row: str) -> str:
    """What a row says, its cells apart, however its numbers are spelled."""
    return bare(dense(row).replace("\t", "|"))


def _plain(text: str) -> str:
    return text.replace("\n", "")


def without_note_marks(text: str) -> str:
    """What a file says, without the marks of notes that stand within its figures (3586¹万元)."""
    return _NOTE_MARK.sub("", text) if _SET_APART.search(text) else text


def file_lines(view: View) -> Iterator[str]:
    """What people see of a file, paragraph by paragraph; a row is one line, with tabs in it.

    The paragraphs of a cell stand apart by tabs, too, as in the report's lines.
    """
    for block in view.seen:
        if isinstance(block, SeenRow):
            yield "\t".join(_as_figures(text) for cell in block.cells for text in cell.texts)
        elif block.text.strip():
            yield _as_figures(block.text)


def _as_figures(text: str) -> str:
    return without_note_marks(_plain(text))


class FileLines:
    """The lines of a Word file, in which a line of the report is looked for by its words."""

    def __init__(self, view: View) -> None:
        self._lines = tuple(file_lines(view))
        self._known = frozenset(self._lines)

    @cached_property
    def _said(self) -> frozenset[str]:
        return frozenset(map(_said, self._lines))

    @cached_property
    def _masked(self) -> tuple[str, ...]:
        return tuple(map(_masked, self._lines))

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Where each line stands first that is another when all digits are the same."""
        places: dict[str, int] = {}
        for at, masked in enumerate(self._masked):
            places.setdefault(masked, at)
        return places

    @cached_property
    def _different(self) -> tuple[str, ...]:
        return tuple(self._places)

    def find(self, wanted: WantedLine, *, is_row: bool) -> str | None:
        """The line that says what ``wanted`` says, as far as people left it; None for none."""
        if wanted.text in self._known or _said(wanted.text) in self._said:
            return wanted.text
        return self._row(wanted) if is_row else self._most_alike(wanted.text)

    def _row(self, wanted: WantedLine) -> str | None:
        """The row with the same label, else the most alike one unless its label is another.

        People fill cells with so much that the rest is not alike.
        """
        label = _label_of(wanted)
        if len(label) < _NAMED:
            return self._most_alike(wanted.text)
        same = self._rows_labelled(label)
        if len(same) == 1:
            return same[0]
        best = self._most_alike(wanted.text)
        return best if best and _is_labelled(best, label) else None

    def _rows_labelled(self, label: str) -> list[str]:
        return [text for text in self._lines if "\t" in text and text.startswith(label)]

    def _most_alike(self, text: str) -> str | None:
        """The line with the most alike words; a line that was split is looked for by its parts."""
        wanted = _masked(text)
        best = self._best(wanted, fuzz.ratio, _ALIKE)
        if best is not None and best[1] >= _SURELY_ALIKE:
            return self._with_neighbours(wanted, best[0])
        alike = self._lines[best[0]] if best is not None else None
        return self._longer_line(wanted) or self._parts(wanted) or alike

    def _with_neighbours(self, wanted: str, at: int) -> str:
        """A line, or the line with the one before or after it where it was split."""
        before, after = self._lines[max(at - 1, 0) : at + 1], self._lines[at : at + 2]
        options = [self._lines[at], "".join(before), "".join(after)]
        return max(options, key=lambda option: fuzz.ratio(wanted, _masked(option)))

    def _longer_line(self, wanted: str) -> str | None:
        """The line that holds words like these among others."""
        if len(wanted) <= _LONG:
            return None
        best = self._best(wanted, fuzz.partial_ratio, _PART_ALIKE)
        if best is None or len(self._lines[best[0]]) <= len(wanted):
            return None
        return self._lines[best[0]]

    def _best(self, wanted: str, scorer: _Scorer, least: int) -> tuple[int, float] | None:
        """Where the first of the most alike lines stands, and its likeness; lines that differ in
        digits alone are looked at once."""
        best = process.extractOne(wanted, self._different, scorer=scorer, score_cutoff=least)
        return None if best is None else (self._places[best[0]], best[1])

    def _parts(self, wanted: str) -> str | None:
        """The lines that are parts of these words, if there are several."""
        alike = {
            masked
            for masked in self._different
            if _LONG <= len(masked) < len(wanted)
            and fuzz.partial_ratio(masked, wanted) >= _PART_ALIKE
        }
        if not alike:
            return None
        lines = zip(self._lines, self._masked, strict=True)
        parts = [line for line, masked in lines if masked in alike]
        return "".join(parts) if len(parts) > 1 else None


def _label_of(wanted: WantedLine) -> str:
    """The words of a row before its first number: words with a number in them (2.其他申请) are no
    figure that would end them."""
    numbers = (figure.start for figure in wanted.figures if not _WORDS.search(figure.text))
    return wanted.text[: next(numbers, wanted.figures[0].start)]


def _is_labelled(row: str, label: str) -> bool:
    """Whether a row has a label, as far as people left it."""
    return fuzz.partial_ratio(_masked(label), _masked(row)) >= _SAME_LABEL


def _masked(text: str) -> str:
    """A text in which all digits are the same."""
    return DIGIT.sub("0", text)
