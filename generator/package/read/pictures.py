"""The pictures that the texts of a package show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from generator.model import files, limits
from generator.model.dataset import Prose
from generator.model.errors import NigaoError, Problem, excerpt
from generator.model.inputs import inside, read_file, stands
from generator.package import prose_marks
from generator.word.picture import is_picture

_QUOTED = 40


def read_pictures(
    folder: Path, texts: Iterable[Prose], problems: list[Problem]
) -> Mapping[str, bytes]:
    """The files of the pictures, by their names as the texts write them: seen from the package or
    from its folder of texts. What is wrong goes to ``problems``."""
    pictures: dict[str, bytes] = {}
    for prose in texts:
        for mark in prose_marks.pictures(prose.text):
            if mark.file in pictures:
                continue
            data = _data(folder, mark.file)
            if isinstance(data, bytes):
                pictures[mark.file] = data
            else:
                problems.append(Problem(*data, prose.source.file, mark.row))
    return pictures


def _data(folder: Path, name: str) -> bytes | tuple[str, str]:
    """The bytes of a picture, or what is wrong and what to do."""
    shown = excerpt(name, _QUOTED)
    parts = PurePosixPath(name).parts
    if not name or name.startswith("/") or ".." in parts or "\\" in name or ":" in name:
        return f"图“{shown}”不在数据包里", "请把图放进数据包，写成 图/文件名.png"
    try:
        ways = (folder / name, folder / files.TEXTS / name)
        path = next((way for way in ways if stands(way, name)), None)
        if path is None:
            return f"没有图“{shown}”", "请核对文件名，或把图放进数据包"
        if not inside(folder, path):
            return f"图“{shown}”是链接，指到数据包外面去了", "请把文件本身放进数据包"
        data = read_file(path, limits.PICTURE_BYTES, name)
    except NigaoError as error:
        return f"图“{shown}”{error.problems[0].message}", error.problems[0].todo
    if not is_picture(data):
        return f"“{shown}”不是图，或图坏了", "只能用 PNG 和 JPG，请另存后再放进来"
    return data
