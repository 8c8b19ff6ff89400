"""A rendered page as numbers: its lines of text and its ink, in mm from the upper left corner of
the sheet.

LibreOffice renders, poppler reads (``pdftotext -bbox``, ``pdftoppm``). Nothing here knows the
generator.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TOOLS = ("soffice", "pdftotext", "pdftoppm", "fc-match")
DPI = 200
_POINT = 25.4 / 72
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', re.S
)


@cache
def missing_tools() -> list[str]:
    """The programs that are needed and not installed; and a 仿宋 face, since what is measured depends
    on the face.
    """
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not missing:
        face = subprocess.run(
            ["fc-match", "-f", "%{family}", "仿宋_GB2312"],
            check=True,
            capture_output=True,
            text=True,
        )
        missing += [] if re.search("fang|仿宋", face.stdout, re.I) else ["a 仿宋 face"]
    return missing


def to_pdf(docx: Path, folder: Path) -> Path:
    """The file as LibreOffice lays it out."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                str(docx),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
    return folder / (docx.stem + ".pdf")


@dataclass(frozen=True)
class Box:
    """A rectangle: left, top, right, bottom in mm."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def center(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    @property
    def width(self) -> float:
        return self.x1 - self.x0


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all."""
    x0, y0, x1, y1 = zip(*((b.x0, b.y0, b.x1, b.y1) for b in boxes), strict=True)
    return Box(min(x0), min(y0), max(x1), max(y1))


@dataclass(frozen=True)
class Word:
    """What stands between two blanks."""

    text: str
    box: Box


@dataclass(frozen=True)
class Line:
    """The words that stand beside each other, from the left."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return "".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box:
        return union(word.box for word in self.words)

    @property
    def characters(self) -> float:
        """Width in 字: a Latin character counts ½."""
        return sum(
            1.0 if unicodedata.east_asian_width(char) in "FWA" else 0.5 for char in self.text
        )


@dataclass(frozen=True)
class Page:
    """A page: its size in mm, its lines from the top, and its file for the ink."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    pdf: Path

    @cached_property
    def pixels(self) -> NDArray[np.uint8]:
        """Rows of pixels of three colours."""
        command = [
            "pdftoppm",
            "-r",
            str(DPI),
            "-f",
            str(self.number),
            "-l",
            str(self.number),
            str(self.pdf),
        ]
        data = subprocess.run(command, check=True, capture_output=True).stdout
        _, size, _, body = data.split(b"\n", 3)
        columns, rows = map(int, size.split())
        return np.frombuffer(body, np.uint8).reshape(rows, columns, 3)

    @cached_property
    def dark(self) -> NDArray[np.bool_]:
        """Where there is ink that is not red."""
        return np.asarray(self.pixels.max(axis=2) < 140)

    @cached_property
    def red(self) -> NDArray[np.bool_]:
        """Where there is red ink."""
        return np.asarray((self.pixels[:, :, 0] > 180) & (self.pixels[:, :, 1:].max(axis=2) < 120))

    def ink(self, where: Box, red: bool = False) -> Box | None:
        """The box of the ink in a part of the page; None where there is none."""
        scale = DPI / 25.4
        top, left = round(where.y0 * scale), round(where.x0 * scale)
        part = (self.red if red else self.dark)[
            top : round(where.y1 * scale), left : round(where.x1 * scale)
        ]
        rows, columns = np.nonzero(part.any(axis=1))[0], np.nonzero(part.any(axis=0))[0]
        if not len(rows):
            return None
        return Box(
            (left + columns[0]) / scale,
            (top + rows[0]) / scale,
            (left + columns[-1] + 1) / scale,
            (top + rows[-1] + 1) / scale,
        )

    def ink_of(self, line: Line, red: bool = False) -> Box:
        """The ink of a line of text."""
        box = line.box
        return self.ink(Box(box.x0 - 1, box.y0, box.x1 + 1, box.y1), red) or box

    def rules(self, red: bool = False, least: float = 100.0) -> list[Box]:
        """Horizontal rules that are at least so long, from the top."""
        scale = DPI / 25.4
        found: list[Box] = []
        for row, pixels in enumerate(self.red if red else self.dark):
            columns = np.nonzero(pixels)[0]
            if len(columns) < least * scale or len(columns) < 0.98 * (columns[-1] - columns[0] + 1):
                continue
            box = Box(columns[0] / scale, row / scale, (columns[-1] + 1) / scale, (row + 1) / scale)
            if found and box.y0 - found[-1].y1 < 0.01:
                found[-1] = union((found[-1], box))
            else:
                found.append(box)
        return found


def pages(pdf: Path) -> list[Page]:
    """The pages of a PDF."""
    text = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True
    ).stdout.decode()
    result = []
    for number, found in enumerate(_PAGE.finditer(text), start=1):
        width, height, body = found.groups()
        result.append(
            Page(number, float(width) * _POINT, float(height) * _POINT, tuple(_lines(body)), pdf)
        )
    return result


def _lines(body: str) -> Iterator[Line]:
    words = []
    for found in _WORD.finditer(body):
        *numbers, text = found.groups()
        words.append(
            Word(html.unescape(text), Box(*(float(number) * _POINT for number in numbers)))
        )
    words.sort(key=lambda word: (word.box.center[1], word.box.x0))
    row: list[Word] = []
    for word in words:
        if row and word.box.center[1] - row[-1].box.center[1] > 1.5:
            yield _line(row)
            row = []
        row.append(word)
    if row:
        yield _line(row)


def _line(words: Sequence[Word]) -> Line:
    return Line(tuple(sorted(words, key=lambda word: word.box.x0)))
