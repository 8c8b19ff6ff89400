"""Messages of the system reach the clerk in Chinese."""

from __future__ import annotations

import errno
import re

import pytest

from generator.model.errors import reason


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.EACCES, "没有权限"),
        (errno.ENOENT, "没有这个文件或文件夹"),
        (errno.EISDIR, "这是文件夹，不是文件"),
        (errno.ENOSPC, "磁盘满了"),
        (errno.EROFS, "这里只能读"),
        (errno.ELOOP, f"系统错误 {errno.ELOOP}"),
        (None, "系统错误 说不清"),
    ],
)
def test_reasons(code: int | None, told: str) -> None:
    error = OSError("说不清") if code is None else OSError(code, "Some English words")
    assert reason(error) == told and not re.search("[a-z]{3}", reason(error))
