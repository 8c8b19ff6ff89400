"""Drafts of every package edited in LibreOffice Writer as a person would, regenerated after the data changed, read back.

Skipped where there is no LibreOffice or no Python that knows UNO. Each package gets a third of the edits, those with tables
every edit once. NIGAO_OFFICE=all makes every edit to every package and lets LibreOffice accept and reject the changes of
every file, not only of those in SEEN.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path

import pytest
from support.faults import faults
from support.office import DETOURS, EDITS, WORDS
from support.packages import drafted
from support.small import Person, draft, regenerated

from generator.figures import Draft
from generator.jobs.compose import recompose
from generator.jobs.regenerate import fresh
from generator.model.cell import Cell
from generator.model.dataset import Dataset, Record, Records
from generator.model.replacing import replace
from generator.regenerate.apply import Fresh
from generator.regenerate.prove.audit import Audit, AuditedFigure, audit
from generator.regenerate.steps import merge, regenerate
from generator.word.reader import OBJECT, View, WordFile, read, read_root
from generator.word.revise.resolver import resolve
from generator.word.wordml import AUTHOR, qn

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).parents[1] / "support" / "office.py"
DATE = "2021-11-27T09:00:00Z"
NO_TABLE = dict.fromkeys(
    ("cell_typed", "cell_filled", "row_deleted", "row_added", "column_added", "table_inside"),
    "no table",
)
ONE_SECTION = {"section_break_deleted": "one section only"}
PACKAGES = {
    "mentougou-2021": {},
    "huining-2021": ONE_SECTION,
    "jingyuan-2021": ONE_SECTION,
    "huining-2022": NO_TABLE | ONE_SECTION,
    "zhouqu-2022": NO_TABLE | ONE_SECTION,
}
"""The packages, and the edits that cannot be made to them, with the reason. The longest come first."""
TASKS = (*EDITS, *DETOURS)
ALL = os.environ.get("NIGAO_OFFICE") == "all"
SEEN = (
    "everything",
    "tracked",
    "tracked_across",
    "tracked_paragraph",
    "split_paragraph",
    "merge_paragraphs",
    "retype_paragraph",
    "copy_paragraph",
    "figure_bold",
    "link_added",
    "row_added",
    "table_inside",
    "cell_filled",
    "by_rtf",
)
"""The files whose changes LibreOffice itself accepts and rejects."""
AGAIN = (
    "everything",
    "tracked",
    "tracked_across",
    "split_paragraph",
    "copy_paragraph",
    "row_added",
    "by_rtf",
)
"""The files that go through a third draft after LibreOffice accepted or rejected our changes."""
FLAT = ("pasted_as_text",)
"""Where tables have become lines: their figures are listed as absent, not updated."""
PATIENCE = 60
"""So many seconds a job of LibreOffice may take on a machine that does other work, too: three to eight where it does."""
STEP = 10
"""Added to every second number of the data: 47余 and 近3600 stay true."""


@cache
def python_with_uno() -> str | None:
    """A Python that can speak to LibreOffice."""
    if not shutil.which("soffice"):
        return None
    beside = Path(shutil.which("soffice") or "").resolve().with_name("python")
    for name in ("/usr/bin/python3", str(beside), "python3"):
        try:
            done = subprocess.run(
                [name, "-c", "import uno"], capture_output=True, timeout=60, check=False
            )
        except OSError:
            continue
        if done.returncode == 0:
            return name
    return None


def office(folder: Path, jobs: list[tuple[str, str, str]]) -> dict[str, tuple[str, str]]:
    """Do some jobs (task, source, target) in one LibreOffice; gives what was not done and why, by target."""
    python = python_with_uno()
    assert python is not None
    path = folder / "jobs.json"
    path.write_text(
        json.dumps(
            [
                {"task": task, "source": str(folder / source), "target": str(folder / target)}
                for task, source, target in jobs
            ]
        ),
        encoding="utf-8",
    )
    done = subprocess.run(
        [python, str(SCRIPT), str(path)],
        capture_output=True,
        text=True,
        timeout=PATIENCE * (1 + len(jobs)),
        check=True,
    )
    return {
        Path(target).name: (state, why) for target, (state, why) in json.loads(done.stdout).items()
    }


def changed(dataset: Dataset) -> Dataset:
    """The data with every second number another one; the numbers of a record all or none, so that a
    part stays below its whole and the words around them the same."""
    count = 1

    def another() -> bool:
        nonlocal count
        count += 1
        return count % 2 == 0

    def cell(old: Cell, is_other: bool | None = None) -> Cell:
        if not isinstance(old.value, Decimal) or not (another() if is_other is None else is_other):
            return old
        return replace(old, value=old.value + STEP, raw=str(old.value + STEP))

    def record(old: Record) -> Record:
        is_other = another()
        cells = {column: cell(value, is_other) for column, value in old.cells.items()}
        return Record(old.key, old.source, cells)

    return replace(
        dataset,
        indicators=tuple(
            row if row.computed else replace(row, cell=cell(row.cell)) for row in dataset.indicators
        ),
        figures=tuple(replace(row, cell=cell(row.cell)) for row in dataset.figures),
        records={
            name: Records(records.spec, tuple(record(row) for row in records))
            for name, records in dataset.records.items()
        },
    )


@dataclass(frozen=True)
class Round:
    """One edit: the file as LibreOffice saved it and after regeneration, both with all changes accepted."""

    edited: View
    accepted: View
    before: Audit
    after: Audit
    base: str


@dataclass(frozen=True)
class Session:
    """The draft of a package, the next one, every edit between them, and what could not be done."""

    folder: Path
    old: Draft
    new: Draft
    base: Fresh
    next: Fresh
    undone: dict[str, tuple[str, str]]
    rounds: dict[str, Round] = field(default_factory=dict)

    def round(self, name: str) -> Round:
        """The regeneration after an edit."""
        if name not in self.rounds:
            data = (self.folder / f"{name}.docx").read_bytes()
            edited = read(data).view
            plan = merge(self.base.draft, self.next.draft, edited)
            result = regenerate(data, plan, self.next, DATE)
            (self.folder / f"{name}.out.docx").write_bytes(result)
            accepted = resolved(read(result), accept=True)
            self.rounds[name] = Round(
                edited,
                accepted,
                audit(self.old.document, edited),
                audit(self.new.document, accepted),
                plan.next.base.id if plan.next else self.next.draft.id,
            )
        return self.rounds[name]

    def file(self, name: str) -> WordFile:
        """A file of the folder; it is not kept: hundreds of them would fill the memory."""
        return read((self.folder / f"{name}.docx").read_bytes())

    @cached_property
    def third(self) -> tuple[Draft, Fresh]:
        """The draft after the next one, made once for all edits."""
        draft = recompose(self.new, changed(self.new.dataset))
        return draft, fresh(draft)[0]

    @cached_property
    def numbers(self) -> set[str]:
        """The numbers of the first draft."""
        return _numbers(self.base.read().file.view)


def resolved(file: WordFile, *, accept: bool) -> View:
    """What a file says with all changes of everybody accepted or rejected."""
    return read_root(file.archive, resolve(file.root, accept=accept)).view


def _numbers(view: View) -> set[str]:
    return {number for para in view.paras for number in re.findall(r"\d[\d.]*", para.text)}


def _texts(view: View) -> list[str]:
    lines = (
        line.replace(OBJECT, "").strip() for para in view.paras for line in para.text.split("\n")
    )
    return [line for line in lines if line]


def _without_numbers(view: View) -> list[str]:
    """What a regeneration after a change of numbers leaves alone."""
    return [
        re.sub(
            r"[\d.,一二三四五六七八九十百两]*[\d一二三四五六七八九十百两](万|亿)?", "#", para.text
        )
        for para in view.paras
    ]


def tasks(package: str) -> list[str]:
    """The edits that are made to a package."""
    return list(TASKS) if ALL else list(TASKS[list(PACKAGES).index(package) % 3 :: 3])


def made(name: str, folder: Path) -> Session:
    """The draft of a package with every edit made to it."""
    old = drafted(name)
    new = recompose(old, changed(old.dataset))
    base, data = fresh(old)
    (folder / "base.docx").write_bytes(data)
    undone = office(folder, [(task, "base.docx", f"{task}.docx") for task in tasks(name)])
    return Session(folder, old, new, base, fresh(new)[0], undone)


def stays(session: Session, name: str) -> None:
    """The two laws are checked by ``regenerate`` itself; here: all but numbers is as the person left it, numbers that
    the person typed stand, and every figure that the person left alone says what the data now say."""
    found = session.round(name)
    assert _without_numbers(found.accepted) == _without_numbers(found.edited)
    assert _numbers(found.edited) - session.numbers <= _numbers(found.accepted)
    if name in EDITS:
        assert any(WORDS in para.text for para in found.accepted.paras) == EDITS[name].typed
    assert _lost(name, found.before, found.after) == []
    if name in EDITS and not EDITS[name].figures:
        assert [item for item in found.before.figures if item.state != "ok"] == []


def _no_longer_right(before: Audit, after: Audit) -> list[AuditedFigure]:
    """The figures that are not what the data say, of keys that were right at every place before."""
    wrong = {item.key for item in before.figures if item.state != "ok"}
    right = {item.key for item in before.figures} - wrong
    return [item for item in after.figures if item.key in right and item.state != "ok"]


def _lost(name: str, before: Audit, after: Audit) -> list[AuditedFigure]:
    """The figures that are no longer right; those of tables that are lines now are told as absent."""
    lost = _no_longer_right(before, after)
    flat = [item for item in lost if name in FLAT and item.location.startswith("附件")]
    assert [item for item in flat if item.state != "absent"] == []
    return [item for item in lost if item not in flat]


def _wanted(found: Audit) -> set[tuple[str, str]]:
    """The keys with what the data say of them."""
    return {(item.key, item.wanted) for item in found.figures}


def sound(session: Session, name: str) -> None:
    """No fault that LibreOffice's own file had not; the marks are all of the next base; a second run finds nothing."""
    base = session.round(name).base
    edited, result = session.file(name), session.file(f"{name}.out")
    assert Counter(faults(result.root)) - Counter(faults(edited.root)) == Counter()
    marks = [item.get(qn("name"), "") for item in result.root.iter(qn("bookmarkStart"))]
    assert all(mark.startswith(f"_RG{base}_") for mark in marks if mark.startswith("_RG"))
    assert merge(session.next.draft, session.next.draft, result.view).nothing
    assert any(item.get(AUTHOR) == "拟稿" for item in result.root.iter(qn("ins")))


def same_in_office(session: Session, name: str) -> None:
    """LibreOffice accepts and rejects as we do."""
    found = session.round(name)
    accepted, rejected = (session.file(f"{name}.{task}").view for task in ("accept", "reject"))
    is_recorded = (session.folder / f"{name}.before.docx").exists()
    handed_in = session.file(f"{name}.before").view if is_recorded else found.edited
    assert _texts(accepted) == _texts(found.accepted)
    assert _texts(rejected) == _texts(handed_in)


def next_cycle(session: Session, name: str) -> None:
    """After LibreOffice accepted or rejected our changes the data change again: the wording stays; every figure that was
    right is right again; what was rejected stays rejected."""
    third, newest = session.third
    for task in ("accept", "reject") if name in AGAIN or ALL else ():
        data = (session.folder / f"{name}.{task}.docx").read_bytes()
        view = read(data).view
        plan = merge(session.next.draft, newest.draft, view)
        result = read(regenerate(data, plan, newest, DATE))
        accepted = resolved(result, accept=True)
        assert _without_numbers(accepted) == _without_numbers(view)
        if task == "accept":
            was = audit(session.new.document, view)
            assert _lost(name, was, audit(third.document, accepted)) == []
        elif name in EDITS and not EDITS[name].figures:
            found, now = session.round(name), audit(session.old.document, accepted)
            other = _wanted(found.before) - _wanted(found.after)
            wrong = [item for item in now.figures if item.state != "ok"]
            assert [item for item in wrong if (item.key, item.wanted) in other] == []


def resolve_in_office(session: Session, names: list[str]) -> None:
    """Let LibreOffice accept and reject all changes of some results, and reject those of people."""
    undone = office(
        session.folder,
        [
            *(
                (task, f"{name}.out.docx", f"{name}.{task}.docx")
                for name in names
                for task in ("accept", "reject")
            ),
            *(
                ("reject", f"{name}.docx", f"{name}.before.docx")
                for name in names
                if name in EDITS and EDITS[name].changes
            ),
        ],
    )
    assert undone == {}


@pytest.mark.skipif(python_with_uno() is None, reason="no LibreOffice with UNO")
@pytest.mark.parametrize("package", PACKAGES)
def test_edits(package: str, tmp_path: Path) -> None:
    """One session a package; every edit that failed is told."""
    session = made(package, tmp_path)
    wanted = tasks(package)
    assert session.undone == {
        f"{name}.docx": ("skipped", why)
        for name, why in PACKAGES[package].items()
        if name in wanted
    }
    done = [name for name in wanted if f"{name}.docx" not in session.undone]
    assert len([name for name in done if name in EDITS]) >= (30 if ALL else 10)
    old = audit(session.old.document, session.base.read().file.view)
    new = audit(session.new.document, session.next.read().file.view)
    assert len(_wanted(old) - _wanted(new)) >= 20
    faulty = [
        told for name in done for check in (stays, sound) for told in fault_of(check, session, name)
    ]
    names = [name for name in done if name in SEEN or ALL]
    resolve_in_office(session, names)
    faulty += [
        told
        for name in names
        for check in (same_in_office, next_cycle)
        for told in fault_of(check, session, name)
    ]
    assert faulty == []


@pytest.mark.skipif(python_with_uno() is None, reason="no LibreOffice with UNO")
def test_new_and_dropped_paragraphs_stay_apart(tmp_path: Path) -> None:
    """Changes at the end of a paragraph and a whole paragraph behind it are two for LibreOffice, too."""
    lines = [
        ("甲", "完成就业{甲:1286人}，成效良好"),
        ("乙", "到位资金{乙:5600万元}，使用规范，其余另报"),
        ("丙", "此段将删去，共{丙:35对}。"),
        ("丁", "结对关系稳定。"),
    ]
    old = draft("1111", *lines)
    new = draft(
        "2222",
        (lines[0][0], lines[0][1] + "，受到好评"),
        ("新", "新增一段，说明机制{新:3项}。"),
        (lines[1][0], lines[1][1].removesuffix("，其余另报")),
        lines[3],
    )
    found = regenerated(old, new, Person.with_file(old).file())
    (tmp_path / "out.docx").write_bytes(found.data)
    assert (
        office(tmp_path, [(task, "out.docx", f"{task}.docx") for task in ("accept", "reject")])
        == {}
    )
    for task, texts in (("accept", found.accepted), ("reject", found.rejected)):
        assert _texts(read((tmp_path / f"{task}.docx").read_bytes()).view) == texts
        assert len(texts) == 4


def fault_of(check: Callable[[Session, str], None], session: Session, name: str) -> list[str]:
    """What a check has to say of an edit."""
    try:
        check(session, name)
    except AssertionError as error:
        return [f"{check.__name__} {name}: {str(error)[:2000]}"]
    return []
