"""The head of the screens stays however often it is renewed; what files are called that people
save, what a new package lacks."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from importlib.resources import files as resources
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest

from generator.jobs.desk import PackageLine, PackageState
from generator.jobs.desk.issuing import TableName
from generator.jobs.new import Parties
from generator.web import shell
from generator.web.screens.fresh import Wanted, lacking_in
from generator.web.screens.tables import table_file
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


def test_the_state_is_asked_for_once_a_person_pauses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, asked, pauses = [0.0], [], []
    works: list[Callable[[], Awaitable[None]]] = []
    opened = PackageLine(tmp_path / "甲", "甲", "甲县")
    session = Session(Workbench(tmp_path, tmp_path), "fill", opened)
    renewing = shell._Renewing(session, Place(), Place())  # type: ignore[arg-type]

    async def sleep(seconds: float) -> None:
        """In the first pause the person types on after half of it."""
        pauses.append(seconds)
        now[0] += seconds / 2
        if len(pauses) == 1:
            renewing()
        now[0] += seconds / 2

    async def answer(*_: object) -> tuple[shell.StatePart, ...]:
        asked.append(now[0])
        return ()

    monkeypatch.setattr(shell, "asyncio", SimpleNamespace(sleep=sleep))
    monkeypatch.setattr(shell, "time", SimpleNamespace(monotonic=lambda: now[0]))
    monkeypatch.setattr(shell, "run", SimpleNamespace(io_bound=answer))
    scripts = SimpleNamespace(
        timer=lambda _, work, once: works.append(work), run_javascript=lambda _: None
    )
    monkeypatch.setattr(shell, "ui", scripts)
    renewing()
    asyncio.run(works[0]())  # type: ignore[arg-type]
    assert (pauses, asked) == ([1.0, 0.5], [1.5])


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (PackageState(3, 5), ["已填 3/5"]),
        (PackageState(3, 5, required=1), ["已填 3/5", "必填未填 1"]),
        (PackageState(3, 5, errors=2), ["已填 3/5", "错误 2"]),
        (PackageState(3, 5, warnings=2), ["已填 3/5", "提醒 2"]),
    ],
)
def test_what_there_is_none_of_is_not_in_the_head(
    tmp_path: Path, state: PackageState, told: list[str]
) -> None:
    opened = PackageLine(tmp_path / "甲", "甲", "甲县")
    session = Session(Workbench(tmp_path, tmp_path), "fill", opened)
    assert [part.text for part in shell.state_parts(state, session)] == told


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (TableName("附件2：", "青禾县2024年统计表"), "附件2 青禾县2024年统计表"),
        (TableName("", "清单"), "清单"),
        (TableName("", ""), "附表"),
    ],
)
def test_the_file_of_a_table_is_called_by_report_and_table(
    tmp_path: Path, item: TableName, name: str
) -> None:
    opened = PackageLine(tmp_path / "甲", "甲", "青禾县2024年", "东西部协作自评")
    session = Session(Workbench(tmp_path, tmp_path), "tables", opened)
    assert table_file(session, item, ".xlsx") == f"青禾县2024年东西部协作自评.{name}.xlsx"
    assert session.file_name(".初稿.docx") == "青禾县2024年东西部协作自评.初稿.docx"


@pytest.mark.parametrize(
    ("kind", "lacking"),
    [
        ("东西部协作自评", ["县（区、市）还没有写。", "年度还没有写。", "数据包的名称还没有写。"]),
        ("", ["还没有选报告种类，或上年的数据包。", "年度还没有写。", "数据包的名称还没有写。"]),
    ],
)
def test_a_new_package_tells_at_once_all_that_it_lacks(kind: str, lacking: list[str]) -> None:
    assert list(lacking_in(Wanted(kind, None, 0, "", Parties()))) == lacking


def test_no_lone_sign_stands_at_the_edge_while_the_server_is_away() -> None:
    """The notice covers the window; the sign that comes with it would be over the navigation."""
    style = (resources("generator.web") / "assets" / "office.css").read_text("utf-8")
    assert "#popup > span:first-child::before { content: none; }" in style
