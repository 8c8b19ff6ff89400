"""Whether names of files are read as they are: not where the locale is none of UTF-8 and Python was
told to follow it."""

from __future__ import annotations

import os
import sys

from generator.model.errors import InputError, Problem


def require_readable_disk() -> None:
    """Raise InputError where the Chinese names of what ships with the program are misread: no
    report kind would be found."""
    encoding = sys.getfilesystemencoding()
    if encoding == "utf-8":
        return
    from generator.model.files import templates_root

    if any(_is_misread(path.name) for path in templates_root().iterdir()):
        message = f"系统按 {encoding} 读文件名，认不出程序自带的中文文件夹"
        todo = "请设环境变量 PYTHONUTF8=1 再运行（Linux 上也可以设 LANG=C.UTF-8）"
        raise InputError(Problem(message, todo))


def _is_misread(name: str) -> bool:
    """Whether a name stands on the disk in UTF-8 and is taken for another."""
    try:
        return os.fsencode(name).decode() != name
    except UnicodeError:
        return False
