"""The head of the screens: the state of the package stays there however often it is renewed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest

from generator.jobs.desk import PackageLine, PackageState
from generator.web import shell
from generator.web.session import Session, Workbench


class Place:
    """An element: what is made in it, and whether that is ended by clearing it."""

    inside: ClassVar[list[Place]] = []

    def __enter__(self) -> None:
        Place.inside.append(self)

    def __exit__(self, *_: object) -> None:
        Place.inside.pop()

    def clear(self) -> None:
        """What is in it is gone."""


def test_what_renews_the_head_is_not_cleared_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second change while the first state is asked for once left the head blank for good."""
    head, place = Place(), Place()
    timers: list[tuple[Place, Callable[[], Awaitable[None]]]] = []
    shown: list[str] = []
    session = Session(
        Workbench(tmp_path, tmp_path), "preview", PackageLine(tmp_path / "甲", "甲", "甲县")
    )
    renewing = shell._Renewing(session, head, place)  # type: ignore[arg-type]

    async def answer(*_: object) -> tuple[shell.StatePart, ...]:
        if not shown:
            renewing()
        return tuple(shell.state_parts(PackageState(3, 5), session))

    def timer(_: float, work: Callable[[], Awaitable[None]], once: bool) -> None:
        timers.append((Place.inside[-1], work))

    monkeypatch.setattr(shell, "run", SimpleNamespace(io_bound=answer))
    monkeypatch.setattr(shell, "ui", SimpleNamespace(timer=timer, run_javascript=lambda _: None))
    monkeypatch.setattr(shell, "_show", lambda part: shown.append(part.text))
    renewing()
    [(parent, work)] = timers
    asyncio.run(work())  # type: ignore[arg-type]
    assert parent is head
    assert shown.count("已填 3/5") == 2
