"""What a screen tells when a job of it could not be done."""

from __future__ import annotations

import asyncio
import errno

import pytest

from generator.model.errors import InputError, Problem
from generator.web import work


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (InputError([Problem("没有这一行", "请刷新"), Problem("也没有这一列", "请刷新")]), 2),
        (OSError(errno.ENOSPC, "full", "/tmp/x"), 1),
        (ZeroDivisionError(), 1),
    ],
)
def test_what_went_wrong_is_told_in_lines(
    monkeypatch: pytest.MonkeyPatch, error: Exception, told: int
) -> None:
    lines: list[str] = []
    monkeypatch.setattr(work, "tell_faults", lines.extend)

    async def fails() -> None:
        raise error

    assert asyncio.run(work.attempt(fails())) is None
    assert len(lines) == told
    assert "/tmp" not in "".join(lines)
    assert isinstance(error, OSError) == ("磁盘满了" in "".join(lines))
