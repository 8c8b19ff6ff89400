"""The texts that people write, with their figures as chips."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from generator.figures import Draft, FigureBook
from generator.jobs.carried import carried_from
from generator.jobs.compose import drafted
from generator.jobs.desk.basis import Basis, basis_of, stamp_of
from generator.jobs.desk.opened import open_sheet
from generator.jobs.desk.pieces import TextPiece, pieces_of
from generator.jobs.desk.text_neighbours import DEEPEST, TextNeighbours
from generator.model import files
from generator.model.errors import InputError, NigaoError, Problem
from generator.package.cellfile import EncodedText, encoded_text
from generator.package.read import load_package
from generator.package.read.folder import inner_files
from generator.package.textfiles import with_unix_ends
from generator.report.compose.words.measures import MEASURES

__all__ = ["TextItem", "texts"]

OF_MEASURE = "文字"
"""The column of the measures that holds their words."""
_KEY = "键"


class TextItem(Struct, frozen=True):
    """A text of a package, or the words of a measure: ``item`` is what the other functions call it,
    ``title`` what a clerk does; ``guidance`` is what it is to say.

    ``pieces`` are what stands in it, ``stamp`` that of its file ("" for none yet); ``section`` are
    the headings above it in the report, ``before`` and ``after`` the sentences around it as they
    print, "" where it is not printed or the data are faulty. ``messages`` are what is wrong in it.
    A ``carried`` one is last year's, and nobody has looked at it for this year. ``heading`` is what
    a line begins with that is a heading right below those above the text (##), "" where there is
    to be none. ``record`` is the key of the measure, "" where none or not it alone has one.
    """

    item: str
    title: str
    guidance: str
    pieces: tuple[TextPiece, ...]
    stamp: str
    section: str = ""
    before: str = ""
    after: str = ""
    messages: tuple[str, ...] = ()
    carried: bool = False
    heading: str = ""
    record: str = ""

    @property
    def lasting(self) -> str:
        """What it is called even when rows above it come and go: by the key of its record."""
        sheet, _, _ = self.item.partition("#")
        return f"{sheet} {self.record}" if self.record else self.item

    @property
    def written(self) -> bool:
        """Whether a person wrote something: notes alone are not written yet."""
        return any(piece.text.strip() for piece in self.pieces if piece.sort != "note")


def texts(package: Path, *, templates: Path | None = None) -> tuple[TextItem, ...]:
    """The texts of a package in the order of its kind, those that are not there yet too, then the
    measures. Raises InputError or DataError where report.yaml is faulty.

    例：
        >>> found = texts(Path("清河-2023"))
        >>> [item.item for item in found][:2], found[0].title
        (['lead', 'innovations'], '导语')
        >>> found[0].pieces[0].text
        '清河县全面落实协作任务。'
    """
    basis = basis_of(package, templates)
    known = _known(package, templates)
    around = TextNeighbours(known.draft) if known.draft else None
    own = [_text_item(basis, name, known, around) for name in items_there(basis)]
    return (*own, *_measures(basis, known))


class _Readable(Struct, frozen=True):
    """What is known of a package for its texts: figures and report, None where they are faulty, and
    the faults."""

    book: FigureBook | None
    draft: Draft | None
    faults: tuple[Problem, ...]


def _known(package: Path, templates: Path | None) -> _Readable:
    try:
        dataset, kind = load_package(package, templates)
    except NigaoError as error:
        return _Readable(None, None, error.problems)
    try:
        draft, _ = drafted(dataset, kind)
    except NigaoError as error:
        return _Readable(FigureBook(dataset, kind), None, error.problems)
    return _Readable(draft.book, draft, ())


def items_there(basis: Basis) -> list[str]:
    """The texts of the kind, those of appendices, then others that the package has."""
    there = inner_files(basis.package, files.TEXTS, files.TEXT_ENDING)
    own = [file.name.removesuffix(files.TEXT_ENDING) for file in there]
    return list(dict.fromkeys((*basis.kind.texts, *_of_annexes(basis), *own)))


def _of_annexes(basis: Basis) -> list[str]:
    return [part.text for item in basis.settings.appendices for part in item.parts if part.text]


def _text_item(
    basis: Basis, name: str, known: _Readable, around: TextNeighbours | None
) -> TextItem:
    file = files.text_file(name)
    data = basis.data(file)
    source = with_unix_ends(encoded(data, file).text)
    section, before, after = around.of(name) if around else ("", "", "")
    return TextItem(
        name,
        basis.kind.texts.get(name, name),
        basis.kind.guidance.get(name, ""),
        tuple(pieces_of(source.removesuffix("\n"), known.book, basis.settings.year)),
        stamp_of(data),
        section,
        before,
        after,
        tuple(str(fault) for fault in known.faults if fault.file == file),
        is_carried(basis, name, source),
        _heading(basis, name, around),
    )


def _heading(basis: Basis, name: str, around: TextNeighbours | None) -> str:
    """The mark of a heading in a text; as a rule of one below the outline's own where it is not
    printed."""
    level = around.level_below(name) if around else None
    if level is None:
        level = 1 if name in _of_annexes(basis) else 2
    return "#" * level if level <= DEEPEST else ""


def is_carried(basis: Basis, name: str, source: str) -> bool:
    """Whether a text is that of last year's package."""
    last = basis.earlier
    return last is not None and carried_from(last, name, source, basis.settings.year)


def encoded(data: bytes | None, file: str) -> EncodedText:
    """The text of a file, a blank one where there is none. Raises InputError where it is none."""
    text = EncodedText("", bom=b"") if data is None else encoded_text(data)
    if text is None:
        todo = "请另存为 UTF-8"
        raise InputError(Problem("不是文字文件", todo, file, unreadable=True))
    return text


# --- measures -------------------------------------------------------------------------------------


def _measures(basis: Basis, known: _Readable) -> Iterator[TextItem]:
    """The rows of the measures, each a short text."""
    spec = next((spec for spec in basis.kind.filled_records if spec.name == MEASURES), None)
    if spec is None or basis.data(spec.file) is None:
        return
    sheet = open_sheet(basis, spec.file)
    keys = Counter(sheet.row(row).get(_KEY, "").strip() for row in sheet.rows)
    for row in sheet.rows:
        cells = sheet.row(row)
        title = "·".join(filter(None, (cells.get("节", ""), cells.get("类型", ""))))
        key = cells.get(_KEY, "").strip()
        said = (f for f in known.faults if (f.file, f.row) == (spec.file, row))
        yield TextItem(
            f"{spec.file}#{row}",
            title or spec.name,
            "",
            tuple(pieces_of(cells.get(OF_MEASURE, ""), known.book, basis.settings.year)),
            sheet.stamp,
            messages=tuple(map(str, said)),
            record=key if keys[key] == 1 else "",
        )
