"""The texts that people write, with their figures as chips."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from generator.figures import Draft, FigureBook
from generator.figures.plaintext import Line, lines
from generator.jobs.carried import carried_from
from generator.jobs.compose import drafted
from generator.jobs.desk.basis import Basis, basis_of, stamp_of
from generator.jobs.desk.changing import change
from generator.jobs.desk.faults import each_problem, faults_now, hindering
from generator.jobs.desk.opened import open_sheet
from generator.jobs.desk.pieces import TextPiece, pieces_of, source_of, stray_braces
from generator.jobs.desk.values import CellEdit, CellMessage, EditRefusedError, Undo
from generator.jobs.output import replace_seen, stale
from generator.jobs.trial import loaded
from generator.model import files
from generator.model.digits import whole_number
from generator.model.document import AnnexLabel, Document, Heading, Paragraph, plain
from generator.model.errors import InputError, NigaoError, Problem
from generator.model.regex import regex
from generator.package.cellfile import EncodedText, encoded_text
from generator.package.newyear import confirmed
from generator.package.read import load_package
from generator.package.read.folder import inner_files, package_files
from generator.package.textfiles import with_unix_ends
from generator.report.compose.words.measures import MEASURES
from generator.report.trace import text_of_block

__all__ = [
    "TextItem",
    "texts",
    "undo_text",
    "write_text",
]

_SENTENCE = regex(r"[^。！？；]*[。！？；][”’」』）]*|[^。！？；]+$")
_OF_MEASURE = "文字"
_KEY = "键"
_DEEPEST = 4
"""The deepest level of headings (GB/T 9704-2012, 7.3.3)."""


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
    around = _Neighbours(known.draft) if known.draft else None
    own = [_text_item(basis, name, known, around) for name in _items_there(basis)]
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


def _items_there(basis: Basis) -> list[str]:
    """The texts of the kind, those of appendices, then others that the package has."""
    there = inner_files(basis.package, files.TEXTS, files.TEXT_ENDING)
    own = [file.name.removesuffix(files.TEXT_ENDING) for file in there]
    return list(dict.fromkeys((*basis.kind.texts, *_of_annexes(basis), *own)))


def _of_annexes(basis: Basis) -> list[str]:
    return [part.text for item in basis.settings.appendices for part in item.parts if part.text]


def _text_item(basis: Basis, name: str, known: _Readable, around: _Neighbours | None) -> TextItem:
    file = files.text_file(name)
    data = basis.data(file)
    source = with_unix_ends(_encoded(data, file).text)
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
        _is_carried(basis, name, source),
        _heading(basis, name, around),
    )


def _heading(basis: Basis, name: str, around: _Neighbours | None) -> str:
    """The mark of a heading in a text; as a rule of one below the outline's own where it is not
    printed."""
    level = around.level_below(name) if around else None
    if level is None:
        level = 1 if name in _of_annexes(basis) else 2
    return "#" * level if level <= _DEEPEST else ""


def _is_carried(basis: Basis, name: str, source: str) -> bool:
    """Whether a text is that of last year's package."""
    last = basis.earlier
    return last is not None and carried_from(last, name, source, basis.settings.year)


def _encoded(data: bytes | None, file: str) -> EncodedText:
    """The text of a file, a blank one where there is none. Raises InputError where it is none."""
    text = EncodedText("", bom=b"") if data is None else encoded_text(data)
    if text is None:
        todo = "请另存为 UTF-8"
        raise InputError(Problem("不是文字文件", todo, file, unreadable=True))
    return text


class _Neighbours:
    """What prints around the texts of a report."""

    def __init__(self, draft: Draft) -> None:
        self._lines = list(lines(draft.document))
        self._at: dict[str, tuple[int, int]] = {}
        self._levels: dict[str, int] = {}
        heads, level = _levels(draft.document), _DEEPEST
        for index, line in enumerate(self._lines):
            level = heads.get(line.block, level)
            name = text_of_block(line.block) or _wanted(line)
            if name:
                self._at[name] = (self._at.get(name, (index, index))[0], index)
                self._levels.setdefault(name, level + 1)

    def level_below(self, name: str) -> int | None:
        """The level of headings right below those above a text, past the deepest where none stands
        above it; None where it is not printed."""
        return self._levels.get(name)

    def of(self, name: str) -> tuple[str, str, str]:
        """The headings above a text, the sentence before it, the sentence after it."""
        if name not in self._at:
            return "", "", ""
        first, last = self._at[name]
        before = self._sentences(first - 1)
        after = self._sentences(last + 1)
        return self._lines[first].section, (before or [""])[-1], (after or [""])[0]

    def _sentences(self, index: int) -> list[str]:
        if not 0 <= index < len(self._lines):
            return []
        return [found[0] for found in _SENTENCE.finditer(plain(self._lines[index].text).strip())]


def _levels(document: Document) -> dict[str, int]:
    """The levels of headings that are no text's own, by the block that they stand in; an annex
    begins anew."""
    levels = {}
    for section in document.sections:
        for block in section.blocks:
            head = block.lead if isinstance(block, Paragraph) else block
            if isinstance(head, AnnexLabel):
                levels[block.id] = 0
            elif isinstance(head, Heading) and not text_of_block(head.id):
                levels[block.id] = head.level
    return levels


def _wanted(line: Line) -> str:
    """The text whose gap a line prints, "" for none."""
    keys = (run.mark.key for run in line.text if run.mark and run.mark.origin == "gap")
    return next((k.removeprefix(files.TEXTS) for k in keys if k.startswith(files.TEXTS)), "")


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
            tuple(pieces_of(cells.get(_OF_MEASURE, ""), known.book, basis.settings.year)),
            sheet.stamp,
            messages=tuple(map(str, said)),
            record=key if keys[key] == 1 else "",
        )


# --- writing --------------------------------------------------------------------------------------


def write_text(
    package: Path,
    item: str,
    stamp: str,
    pieces: Sequence[TextPiece],
    *,
    templates: Path | None = None,
) -> Undo:
    """Write a text of these pieces (a chip of ``figures_to_insert`` among them); gives what takes
    that back (``undo_text``, for a measure ``undo``). The report is composed with it first.

    What is last year's and is saved as it stands gets a note that it still holds: it counts as
    looked at from then on.

    Raises EditRefusedError with what would be wrong in it, StaleError where its file is another one
    meanwhile, InputError where there is no such text, OutputError where it cannot be written.

    例：
        >>> lead = texts(Path("清河-2023"))[0]
        >>> from generator.jobs.desk import figures_to_insert
        >>> [choice] = figures_to_insert(Path("清河-2023"), "常委会 3")
        >>> said = [TextPiece("words", "召开常委会"), choice.piece, TextPiece("words", "。")]
        >>> taken = write_text(Path("清河-2023"), "lead", lead.stamp, said)
        >>> [piece.value for piece in texts(Path("清河-2023"))[0].pieces]
        ['', '3次', '']
        >>> undo_text(Path("清河-2023"), taken).sheet
        'text/lead.md'
    """
    basis = basis_of(package, templates)
    stray = stray_braces(pieces)
    if stray:
        message, todo = "文字里不能有花括号", "要写数，请用“插入数字”；其他请用别的括号"
        said = CellMessage(0, "", f"{message}：“{stray[0]}”。{todo}。")
        raise EditRefusedError([Problem(message, todo, item)], [said])
    source = source_of(pieces)
    sheet, _, row = item.partition("#")
    number = whole_number(row)
    if number is not None:
        edit = CellEdit(number, _OF_MEASURE, source)
        return change(package, sheet, stamp, [edit], templates=templates).undo
    if item not in _items_there(basis):
        raise InputError(Problem("没有这段文字", "请从目录里选", item))
    if _is_carried(basis, item, source):
        source = confirmed(source, basis.settings.year)
    return _write(basis, files.text_file(item), stamp, source)


def _write(basis: Basis, file: str, stamp: str, source: str) -> Undo:
    before = basis.data(file)
    if stamp_of(before) != stamp:
        raise stale(file)
    style = _encoded(before, file)
    newline = "\r\n" if "\r\n" in style.text else "\n"
    has_end = before is None or with_unix_ends(style.text).endswith("\n")
    ending = "\n" if has_end and source.strip() else ""
    data = style.with_text((source + ending).replace("\n", newline))
    _try(basis, file, data)
    if data != before:
        replace_seen(basis.package, file, before, data)
    return Undo(file, stamp_of(data), before)


def _try(basis: Basis, file: str, data: bytes) -> None:
    """Raise EditRefusedError where the text would make the package faulty."""
    package = package_files(basis.package)
    after = _faults({**package, file: data}, basis)
    if not after:
        return
    before = faults_now(basis.package, basis.templates) or _faults(package, basis)
    own = {(fault.row or 0, fault.column or "") for fault in after if fault.file == file}
    hinders = hindering(before, after, file, own)
    if hinders:
        said = [CellMessage(fault.row or 0, "", str(fault)) for fault in hinders]
        raise EditRefusedError(hinders, said)


def _faults(package: Mapping[str, bytes], basis: Basis) -> tuple[Problem, ...]:
    """What is wrong with a package of these files, or with the report that is made of it."""
    try:
        drafted(*loaded(package, basis.package, basis.templates))
    except NigaoError as error:
        return tuple(each_problem(error.problems))
    return ()


def undo_text(package: Path, taken: Undo, *, templates: Path | None = None) -> Undo:
    """Take the writing of a text back: its file is byte for byte what it was. What this gives takes
    that back. Raises StaleError where the file changed since.

    例：
        >>> lead = texts(Path("清河-2023"))[0]
        >>> taken = write_text(
        ...     Path("清河-2023"), "lead", lead.stamp, [TextPiece("words", "全面落实。")]
        ... )
        >>> _ = undo_text(Path("清河-2023"), taken)
        >>> texts(Path("清河-2023"))[0] == lead
        True
    """
    basis = basis_of(package, templates)
    if taken.sheet not in map(files.text_file, _items_there(basis)):
        raise InputError(Problem("没有这段文字", "请从目录里选", taken.sheet))
    now = basis.data(taken.sheet)
    if stamp_of(now) != taken.stamp:
        raise stale(taken.sheet)
    replace_seen(package, taken.sheet, now, taken.before)
    return Undo(taken.sheet, stamp_of(taken.before), now)
