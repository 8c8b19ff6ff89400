"""Messages of the system reach the clerk in Chinese."""

from __future__ import annotations

import errno
import re

import pytest

from generator.model.errors import Problem, reason


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.EACCES, "没有权限"),
        (errno.ENOENT, "没有这个文件或文件夹"),
        (errno.EEXIST, "路径中间有一段不是文件夹"),
        (errno.EISDIR, "这是文件夹，不是文件"),
        (errno.ENOSPC, "磁盘满了"),
        (errno.EROFS, "这里只能读"),
        (errno.ELOOP, "这个链接指着自己，或者几个链接绕成了圈"),
        (errno.ENODEV, f"系统错误 {errno.ENODEV}"),
        (None, "系统错误 说不清"),
    ],
)
def test_reasons(code: int | None, told: str) -> None:
    error = OSError("说不清") if code is None else OSError(code, "Some English words")
    assert reason(error) == told and not re.search("[a-z]{3}", reason(error))


def test_a_path_without_end_is_cut_where_it_is_named() -> None:
    assert str(Problem("没有这个文件", "请核对", "甲" * 5000)) == (
        f"{'甲' * 300}…：没有这个文件。请核对。"
    )
    assert str(Problem("没有这个文件", "请核对", "甲" * 300)).startswith("甲" * 300 + "：")
