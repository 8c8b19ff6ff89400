"""新建: a package of a kind with nothing filled in, or next year's out of one that is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from nicegui import ui

from generator.jobs.desk import PackageLine
from generator.jobs.desk.wording import wording_at
from generator.jobs.kind import kind as known_kinds
from generator.jobs.new import Parties, new, start
from generator.model.disknames import disk_name
from generator.model.errors import NigaoError, Problem
from generator.model.replacing import replace
from generator.web.buttons import Button
from generator.web.fields import field
from generator.web.next_steps import show_steps
from generator.web.session import Session
from generator.web.work import tell_faults, work

_PARTIES = (
    ("place", "县（区、市）", "全称，如 青禾县"),
    ("partner", "结对的县（区、市）", "全称；没有就空着"),
    ("city", "所在的市（州）", "如 云山市"),
    ("partner_city", "结对方所在的市", "如 海门市"),
    ("province", "所在的省（区、市）", "如 北原省"),
    ("organ", "发文机关", "全称；空着就按惯例"),
)
"""Whom a report may speak of: the field of ``Parties``, its label, what to write."""
_READY = "做好了。接下来要做的（以后按右上角的“要做的事”再看）："
_BLANK, _LAST_YEAR = "空白的", "由上年的来"
_SORT, _YEAR = "报告种类", "年度"
_OPTIONS = {
    "--partner-city": "“结对方所在的市”",
    "--kind": f"“{_SORT}”",
    "--year": f"“{_YEAR}”",
    **{f"--{name}": f"“{label}”" for name, label, _ in _PARTIES if "_" not in name},
}
"""What the job calls an answer, and what the screen does."""


async def offer_new(session: Session, there: Sequence[PackageLine]) -> None:
    """Ask what the new package is to be, and make it."""
    kinds = await work(_choices, session.bench.folder, session.templates)
    if kinds is None:
        return
    with ui.dialog(value=True).props("persistent") as dialog, ui.card().classes("form"):
        ui.label("新建数据包").classes("strong")
        form = _NewForm(kinds, there)
        with ui.element("div").classes("bar"):
            Button("做好", on_click=lambda: _make(session, form.wanted()))
            Button("不做了", on_click=dialog.close).props("outline")
    dialog.on("hide", dialog.delete)


class Wanted(Struct, frozen=True):
    """What a person wants: from the package ``source``, None for a blank one."""

    kind: str
    source: Path | None
    year: int
    folder: str
    parties: Parties


class _NewForm:
    """The questions, and what a person answered."""

    def __init__(self, kinds: Sequence[str], there: Sequence[PackageLine]) -> None:
        self._known = {item.name: item for item in there if not item.fault}
        ways = [_BLANK, _LAST_YEAR] if self._known else [_BLANK]
        self._way = ui.radio(ways, value=_BLANK).props("inline dense")
        with ui.element("div").classes("fields"):
            with field(_SORT) as kind:
                self._kind = ui.select(list(kinds), value=next(iter(kinds), ""))
            with field("上年的数据包") as source:
                self._source = ui.select(list(self._known), on_change=self._suggest)
            with field(_YEAR):
                self._year = ui.number(precision=0, placeholder="如 2024")
            named = dict(self._questions())
            with field("数据包的名称"):
                self._name = ui.input(placeholder="如 青禾-2024")
        self._parties = named
        source.bind_visibility_from(self._way, "value", value=_LAST_YEAR)
        for element in (kind, *self._wrappers):
            element.bind_visibility_from(self._way, "value", value=_BLANK)

    def _questions(self) -> Iterator[tuple[str, ui.input]]:
        self._wrappers: list[ui.element] = []
        for name, label, hint in _PARTIES:
            with field(label) as wrapper:
                yield name, ui.input(placeholder=hint)
            self._wrappers.append(wrapper)

    def _suggest(self) -> None:
        """The year after last year's, and a name with it."""
        last = self._known.get(str(self._source.value))
        if last is not None and last.year:
            self._year.value = last.year + 1
            self._name.value = last.name.replace(str(last.year), str(last.year + 1))

    def wanted(self) -> Wanted:
        """What was answered."""
        source = self._known.get(str(self._source.value))
        parties = {name: (item.value or "").strip() for name, item in self._parties.items()}
        from_package = self._way.value == _LAST_YEAR
        return Wanted(
            str(self._kind.value or "") if not from_package else "",
            source.package if source and from_package else None,
            int(self._year.value or 0),
            (self._name.value or "").strip(),
            Parties(**parties),
        )


def _choices(folder: Path, templates: Path | None) -> list[str]:
    known = known_kinds(folder, templates=templates)
    read = [item.name for item in known if not item.hidden_by and not item.fault]
    return [name for name in read if not name.endswith(".csv")]


async def _make(session: Session, wanted: Wanted) -> None:
    lacking = list(lacking_in(wanted))
    if lacking:
        tell_faults(lacking)
        return
    target = session.bench.folder / wanted.folder
    steps = await work(_create, target, wanted, session.templates)
    if steps is not None:
        opened = PackageLine(target, wanted.folder, wanted.folder)
        address = Session(session.bench, "", opened).address("fill")
        show_steps(_READY, steps, "去填数", lambda: ui.navigate.to(address))


def _create(target: Path, wanted: Wanted, templates: Path | None) -> list[str]:
    """Make the package, and say what is left to do; all that is told is in words of the screen."""
    try:
        if wanted.source is None:
            made = start(target, wanted.kind, wanted.year, wanted.parties, templates=templates)
        else:
            made = new(target, wanted.source, wanted.year, templates=templates)
    except NigaoError as error:
        raise type(error)(map(_in_words, error.problems)) from None
    wording = wording_at(target, templates)
    return [wording.step(step) for step in made.todo]


def _in_words(problem: Problem) -> Problem:
    """A problem that speaks of options of the command line, by the labels of the form."""
    message, todo = problem.message, problem.todo
    for option, label in _OPTIONS.items():
        message, todo = message.replace(option, label), todo.replace(option, label)
    column = _OPTIONS.get(problem.column or "", problem.column or "").strip("“”")
    return replace(problem, message=message, todo=todo, column=column or None)


def lacking_in(wanted: Wanted) -> Iterator[str]:
    """What a person has to write before anything can be made."""
    if not wanted.kind and wanted.source is None:
        yield "还没有选报告种类，或上年的数据包。"
    if wanted.kind and not wanted.parties.place:
        yield "县（区、市）还没有写。"
    if not wanted.year:
        yield "年度还没有写。"
    if not wanted.folder:
        yield "数据包的名称还没有写。"
    elif disk_name(wanted.folder) != wanted.folder:
        yield "数据包的名称里不能有斜线、冒号、星号等符号。"
