"""新建: a package of a kind with nothing filled in, or next year's out of one that is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nicegui import ui

from generator.jobs.desk import PackageLine
from generator.jobs.kind import kind as known_kinds
from generator.jobs.new import Parties, new, start
from generator.web.dropping import plain_name
from generator.web.session import Session
from generator.web.work import tell_faults, work

_PARTIES = (
    ("place", "县（区、市）全称，如 青禾县"),
    ("city", "所在的市（州）"),
    ("province", "所在的省（区、市）"),
    ("partner", "结对的县（区、市）全称；没有就空着"),
    ("partner_city", "结对方所在的市"),
    ("organ", "发文机关全称；空着就按惯例"),
)
_BLANK, _LAST_YEAR = "空白的", "由上年的来"


async def offer_new(session: Session, there: Sequence[PackageLine]) -> None:
    """Ask what the new package is to be, and make it."""
    kinds = await work(_choices, session.bench.folder, session.templates)
    if kinds is None:
        return
    with ui.dialog(value=True) as dialog, ui.card().classes("question"):
        ui.label("新建数据包").classes("strong")
        ways = [_BLANK, _LAST_YEAR] if there else [_BLANK]
        way = ui.radio(ways, value=_BLANK).props("inline")
        with ui.column().bind_visibility_from(way, "value", value=_BLANK):
            kind = ui.select(kinds, label="报告种类", value=kinds[0] if kinds else None)
            fields = {name: ui.input(label) for name, label in _PARTIES}
        with ui.column().bind_visibility_from(way, "value", value=_LAST_YEAR):
            source = ui.select({item.name: item.name for item in there}, label="上年的数据包")
        year = ui.number("年度", precision=0)
        folder = ui.input("数据包的名称（文件夹），如 青禾-2024")
        with ui.row():
            ui.button("做好", on_click=lambda: _make(session, form(), there))
            ui.button("不做了", on_click=dialog.close).props("outline")

    def form() -> _Wanted:
        parties = Parties(**{name: (field.value or "").strip() for name, field in fields.items()})
        from_package = (source.value or "") if way.value == _LAST_YEAR else ""
        return _Wanted(
            str(kind.value or ""),
            from_package,
            int(year.value or 0),
            (folder.value or "").strip(),
            parties,
        )


@dataclass(frozen=True)
class _Wanted:
    """What a person wrote; ``source`` is the name of a package, "" for a blank one."""

    kind: str
    source: str
    year: int
    folder: str
    parties: Parties


def _choices(folder: Path, templates: Path | None) -> list[str]:
    known = known_kinds(folder, templates=templates)
    return [item.name for item in known if not item.hidden_by and not item.fault]


async def _make(session: Session, form: _Wanted, there: Sequence[PackageLine]) -> None:
    lacking = list(_lacking(form))
    if lacking:
        tell_faults(lacking)
        return
    target = session.bench.folder / form.folder
    source = next((item.package for item in there if item.name == form.source), None)
    if source is None:
        made = await work(
            start, target, form.kind, form.year, form.parties, templates=session.templates
        )
    else:
        made = await work(new, target, source, form.year, templates=session.templates)
    if made is not None:
        opened = PackageLine(target, form.folder, form.folder)
        ui.navigate.to(Session(session.bench, "", opened).address("fill"))


def _lacking(form: _Wanted) -> list[str]:
    """What a person has to write before anything can be made."""
    lines = []
    if not form.year:
        lines.append("年度还没有写。")
    if not form.folder:
        lines.append("数据包的名称还没有写。")
    elif plain_name(form.folder) != form.folder:
        lines.append("数据包的名称里不能有斜线、冒号、星号等符号。")
    return lines
