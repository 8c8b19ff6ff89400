"""A text that people write, written into its file and taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.jobs.compose import drafted
from generator.jobs.desk.basis import Basis, basis_of, stamp_of
from generator.jobs.desk.changing import change
from generator.jobs.desk.faults import each_problem, faults_now, hindering
from generator.jobs.desk.pieces import TextPiece, source_of, stray_braces
from generator.jobs.desk.texts import OF_MEASURE, encoded, is_carried, items_there
from generator.jobs.desk.values import CellEdit, CellMessage, EditRefusedError, Undo
from generator.jobs.output import replace_seen, stale
from generator.jobs.trial import loaded
from generator.model import files
from generator.model.digits import whole_number
from generator.model.errors import InputError, NigaoError, Problem
from generator.package.newyear import confirmed
from generator.package.read.folder import package_files
from generator.package.textfiles import with_unix_ends

__all__ = ["undo_text", "write_text"]


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
        >>> from generator.jobs.desk import figures_to_insert, texts
        >>> lead = texts(Path("清河-2023"))[0]
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
        edit = CellEdit(number, OF_MEASURE, source)
        return change(package, sheet, stamp, [edit], templates=templates).undo
    if item not in items_there(basis):
        raise InputError(Problem("没有这段文字", "请从目录里选", item))
    if is_carried(basis, item, source):
        source = confirmed(source, basis.settings.year)
    return _write(basis, files.text_file(item), stamp, source)


def _write(basis: Basis, file: str, stamp: str, source: str) -> Undo:
    before = basis.data(file)
    if stamp_of(before) != stamp:
        raise stale(file)
    style = encoded(before, file)
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
        >>> from generator.jobs.desk import texts
        >>> lead = texts(Path("清河-2023"))[0]
        >>> taken = write_text(
        ...     Path("清河-2023"), "lead", lead.stamp, [TextPiece("words", "全面落实。")]
        ... )
        >>> _ = undo_text(Path("清河-2023"), taken)
        >>> texts(Path("清河-2023"))[0] == lead
        True
    """
    basis = basis_of(package, templates)
    if taken.sheet not in map(files.text_file, items_there(basis)):
        raise InputError(Problem("没有这段文字", "请从目录里选", taken.sheet))
    now = basis.data(taken.sheet)
    if stamp_of(now) != taken.stamp:
        raise stale(taken.sheet)
    replace_seen(package, taken.sheet, now, taken.before)
    return Undo(taken.sheet, stamp_of(taken.before), now)
