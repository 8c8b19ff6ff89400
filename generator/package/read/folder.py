"""The files of a package folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.model import files, limits
from generator.model.errors import InputError, Problem, raise_all, reason
from generator.model.inputs import is_folder, leading_out, read_file, size_text, stands
from generator.model.leftovers import files_ending, is_leftover
from generator.package.filenames import doubles, name_fault, quoted

_COPY = ".bak"


def package_files(folder: Path) -> dict[str, bytes]:
    """The files of a package folder by their path in it; copies (.bak), what nigao keeps for itself
    and names that no package can carry are left out.

    Raises InputError where a file cannot be read, leads out of the package, or all are too large.
    """
    paths = _paths(folder)
    raise_all(_links_out(folder, paths))
    package: dict[str, bytes] = {}
    size = 0
    for name in paths.keys() - dict(_faulty_names(paths)).keys():
        package[name] = read_file(paths[name], limits.TEXT_BYTES, name)
        size += len(package[name])
        if size > limits.PACKAGE_BYTES:
            message = f"文件合计超过{size_text(limits.PACKAGE_BYTES)}，不读"
            raise InputError(Problem(message, "请把不属于数据包的文件移走", str(folder)))
    return {name: package[name] for name in paths if name in package}


def not_carried(folder: Path) -> tuple[str, ...]:
    """What a person should know of files whose names no package can carry."""
    faults = _faulty_names(_paths(folder))
    return tuple(f"{quoted(name)} 没有带上：{fault}" for name, fault in faults)


def _faulty_names(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The names that a file of a package may not have, and why; of names that differ in case alone
    the one in small letters may stand, which is the one that is read."""
    names = sorted(names, key=lambda name: (name != name.lower(), name))
    same = set(doubles(names))
    for name in names:
        fault = "和另一个文件只差大小写" if name in same else name_fault(name)
        if fault:
            yield name, fault


def refuse_links_out(folder: Path) -> None:
    """Raise InputError where a table, text or settings of the package is a link that leads out of
    it."""
    found = [folder / files.REPORT, *files_ending(folder, files.TABLE_ENDING)]
    for inner, ending in (
        (files.TEXTS, files.TEXT_ENDING),
        (files.SECTIONS, files.TEMPLATE_ENDING),
    ):
        found += [folder / inner, *inner_files(folder, inner, ending)]
    raise_all(_links_out(folder, {path.relative_to(folder).as_posix(): path for path in found}))


def inner_files(folder: Path, inner: str, ending: str) -> list[Path]:
    """The files with that ending in a folder of the package, by name; none where there is none.

    Raises InputError where the folder cannot be read or is a file.
    """
    path = folder / inner
    if not stands(path, inner):
        return []
    if not is_folder(path, inner):
        message, todo = "这里应当是文件夹", "请改名或移走这个文件"
        raise InputError(Problem(message, todo, inner.rstrip("/"), unreadable=True))
    try:
        found = sorted(path.iterdir())
    except OSError as error:
        raise _no_folder(error, inner) from None
    return [file for file in found if file.name.endswith(ending) and not is_leftover(file.name)]


def all_files(folder: Path) -> list[str]:
    """The files in a package folder and in the folders below by their path in it, those of nigao
    and of Office left out; a folder that cannot be read, or lies too deep, is passed over."""
    found = []
    for root, inner, names in os.walk(folder):
        inner[:] = (name for name in inner if not is_leftover(name))
        above = Path(root).relative_to(folder).as_posix()
        place = "" if above == "." else f"{above}/"
        if place.count("/") >= limits.FOLDER_DEPTH:
            inner.clear()
        found += [f"{place}{name}" for name in names if not _is_left_out(name)]
    return sorted(found)


def _is_left_out(name: str) -> bool:
    """Whether a file is a copy of ours, or one that systems and Office leave behind."""
    return is_leftover(name) or name.endswith(_COPY)


def _links_out(folder: Path, paths: dict[str, Path]) -> Iterator[Problem]:
    names = {path: name for name, path in sorted(paths.items())}
    for path in leading_out(folder, names):
        message, todo = "是链接，指到数据包外面去了", "请把文件本身放进数据包"
        yield Problem(message, todo, quoted(names[path]), unreadable=True)


def _paths(folder: Path) -> dict[str, Path]:
    """The regular files of the folder, and links, by their path in it. Raises InputError."""
    return {name: folder / name for name in sorted(_names(folder, ""))}


def _names(folder: Path, above: str) -> Iterator[str]:
    """The same in a folder of it and in the folders below; ``above`` is the path of that folder,
    with a slash behind."""
    if above.count("/") > limits.FOLDER_DEPTH:
        message = f"文件夹套了超过{limits.FOLDER_DEPTH}层，不读"
        raise InputError(Problem(message, "请把不属于数据包的移走", above.partition("/")[0]))
    try:
        with os.scandir(folder / above) as found:
            entries = list(found)
    except OSError as error:
        raise _no_folder(error, str(error.filename)) from None
    for entry in entries:
        if is_leftover(entry.name):
            continue
        is_link = entry.is_symlink()
        if not is_link and entry.is_dir():
            yield from _names(folder, f"{above}{entry.name}/")
        elif (is_link or entry.is_file()) and not entry.name.endswith(_COPY):
            yield f"{above}{entry.name}"


def _no_folder(error: OSError, shown: str) -> InputError:
    message, todo = f"读不了（{reason(error)}）", "请检查有没有权限"
    return InputError(Problem(message, todo, shown, unreadable=True))
