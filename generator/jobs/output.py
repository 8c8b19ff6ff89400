"""What may be written over what: every file that a job writes goes through here.

In: bytes and where they should stand. Out: what was written and what was kept beside it. Must not
know the format of a file; ``store`` does the writing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from generator import store
from generator.model import files
from generator.model.errors import InputError, OutputError, Problem, StaleError, reason
from generator.model.inputs import inside, is_folder, resolved, stands

__all__ = ["Written"]


class Written(Struct, frozen=True):
    """A file that stands where it should; ``new`` is False where the same bytes stood there before.

    ``warnings`` are sentences for a person.
    """

    path: Path
    new: bool
    warnings: tuple[str, ...] = ()


class WrittenFolder(Struct, frozen=True):
    """The names of the files that are new or changed, and of the copies of what stood there."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def require_ending(target: Path, ending: str) -> None:
    """Raise InputError where the name of a file does not end so (``.docx``)."""
    if target.suffix.lower() != ending:
        raise InputError(Problem(f"输出的文件名要以 {ending} 结尾", "请改文件名", str(target)))


def default_target(package: Path, ending: str) -> Path:
    """Where a file goes that nobody named: output/PACKAGE with the ending (``-附表.docx``)."""
    return Path("output") / f"{resolved(package).name.removesuffix('.xlsx')}{ending}"


def replace_own(target: Path, data: bytes, package: Path) -> Written:
    """Write what was made of a package, over a file only where that was made of it too.

    Raises OutputError where a person made or changed the file, or where it cannot be written.
    """
    present = store.present(target)
    if present is not None and present != data and not store.written_by_us(package, present):
        raise OutputError(
            Problem(
                "已有这个文件，而且有人改过（或不是拟稿写的），没有覆盖它",
                "请用 -o 换一个文件名，或先把它移走",
                str(target),
            )
        )
    if present != data:
        store.write_over(target, data)
    return Written(target, present != data, _recorded(package, data))


def _recorded(package: Path, data: bytes) -> tuple[str, ...]:
    """Remember that these bytes were written; a warning where that is not possible."""
    try:
        store.remember(package, data)
    except OSError as error:
        return (f"没有记下这一稿（{reason(error)}）；下次写同名文件时会请您换名",)
    return ()


def foreign_content(target: Path, package: Path) -> bytes | None:
    """The content of a file that a person made, or changed after it was written for the package.

    None where there is no such file, or it cannot be read: writing it will say so.
    """
    try:
        content = store.present(target)
    except OutputError:
        return None
    return None if content is None or store.written_by_us(package, content) else content


def replace_edited(target: Path, data: bytes, package: Path, edited: bytes) -> Path | None:
    """Write a regenerated file over whatever stands there; what a person made is kept beside it.

    ``edited`` is the content of the edited file: it is kept even where nobody changed it. Gives the
    copy (NAME.前稿N.docx), None where none was needed. Raises OutputError.
    """
    if store.present(target) is None:
        store.write_over(target, data)
        return None
    present = store.read_edited(target)
    if present == data:
        return None
    a_persons = present == edited or not store.written_by_us(package, present)
    kept = store.keep_copy(target, present) if a_persons else None
    store.write_over(target, data)
    return kept


def replace_with_copy(target: Path, data: bytes) -> Path:
    """Write over a file that a person made; what stood there is kept beside it as NAME.bak.

    Gives the copy. Raises OutputError; InputError where an office program has it open.
    """
    store.refuse_open(target)
    try:
        kept = store.keep_backup(target, target.read_bytes())
        store.replace_file(target, data)
    except OSError as error:
        message, todo = f"写不进去（{reason(error)}）", "请检查是否被占用、有没有写权限和空间"
        raise OutputError(Problem(message, todo, str(target))) from None
    return kept


def write_beside(target: Path, data: bytes) -> Path | None:
    """Write a file that can be made anew; what else stood there is kept beside it as NAME.bak.

    Gives the copy, None where none was needed. Raises OutputError.
    """
    if store.present(target) is None:
        store.write_over(target, data)
    elif store.present(target) != data:
        return replace_with_copy(target, data)
    return None


def replace_seen(package: Path, name: str, before: bytes | None, data: bytes | None) -> None:
    """Write a file of a package that a person edits in place, without a copy, or remove it
    (``data`` None); ``before`` is what that person saw, None where there was no file.

    Raises StaleError where something else stands there, OutputError where it cannot be written.
    """
    try:
        written = store.replace_unchanged(package, package / name, before, data)
    except OSError as error:
        message, todo = f"写不进去（{reason(error)}）", "请检查是否被占用、有没有写权限和空间"
        raise OutputError(Problem(message, todo, name)) from None
    if not written:
        raise stale(name)


def stale(name: str) -> StaleError:
    """What is said where a file is not what a person saw."""
    message = "这个文件刚被别的程序或窗口改过，没有写"
    return StaleError(Problem(message, "请重新打开这张表，再改一次", name))


def write_once(target: Path, data: bytes) -> None:
    """Write a file where none stands, or the same one. Raises OutputError."""
    if store.present(target) not in (None, data):
        raise OutputError(
            Problem("已有这个文件，没有覆盖它", "请换一个文件名，或先把它移走", str(target))
        )
    store.write_over(target, data)


def create_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder, whole or not at all.

    Raises OutputError where a file, or a folder that is not empty, has this name, or where it
    cannot be written.
    """
    require_free_folder(folder)
    for name in files:
        _inside(folder, name)
    try:
        store.create_folder(folder, files)
    except OSError as error:
        require_free_folder(folder)  # another run may have written it meanwhile
        raise _no_folder(folder, error) from None


def require_free_folder(folder: Path) -> None:
    """Raise OutputError where a file or a folder that is not empty has this name."""
    try:
        taken = stands(folder) and (not is_folder(folder) or any(folder.iterdir()))
    except OSError as error:
        raise _no_folder(folder, error) from None
    except InputError as error:
        raise OutputError(error.problems) from None
    if taken:
        store.sweep(folder.parent)
        raise OutputError(
            Problem("已经有这个文件夹，没有覆盖它", "请换一个名字，或先把它移走", str(folder))
        )


def require_folder_name(folder: Path) -> None:
    """Raise OutputError where a file has the name of this folder, or of one that it lies in."""
    there = next((path for path in (folder, *folder.parents) if stands(path)), folder)
    if stands(there) and not is_folder(there):
        message = "已有这个名字的文件，不是文件夹"
        raise OutputError(Problem(message, "请用 -o 换一个名字", str(there)))


def require_outside(folder: Path, what: str) -> None:
    """Raise InputError where ``what`` (成品) would lie in a package, whose files are all its own."""
    there = resolved(folder)
    if any(stands(outer / files.REPORT) for outer in (there, *there.parents)):
        todo = "请用 -o 另给一个文件夹"
        raise InputError(Problem(f"这是一个数据包，{what}不能写到里面", todo, str(folder)))


def write_folder(folder: Path, files: Mapping[str, bytes]) -> WrittenFolder:
    """Write the files that differ; what stood there is kept beside as NAME.bak.

    Raises OutputError where a file cannot be written or its name leads out of the folder;
    InputError where an office program has one of those open that differ: then none is written.
    """
    if not stands(folder):
        create_folder(folder, files)
        return WrittenFolder(tuple(files), ())
    for name, data in files.items():
        if store.present(_inside(folder, name)) not in (None, data):
            store.refuse_open(folder / name)
    store.sweep(folder.parent)
    written: list[str] = []
    kept: list[str] = []
    try:
        for name, data in files.items():
            path = _inside(folder, name)
            present = store.present(path)
            if present == data:
                continue
            if present is not None:
                kept.append(store.keep_backup(path, present).name)
            path.parent.mkdir(parents=True, exist_ok=True)
            store.replace_file(path, data)
            written.append(name)
    except OSError as error:
        raise _no_folder(folder, error) from None
    return WrittenFolder(tuple(written), tuple(kept))


def _inside(folder: Path, name: str) -> Path:
    path = folder / name
    if not inside(folder, path):
        raise OutputError(
            Problem("文件名指到数据包外面去了", "请改“文字”“其他文件”里的文件名", name)
        )
    return path


def _no_folder(folder: Path, error: OSError) -> OutputError:
    return OutputError(
        Problem(
            f"写不进去（{reason(error)}）",
            "请检查文件夹是否存在、有没有写权限和空间",
            str(folder),
        )
    )
