"""Drafts edited in LibreOffice Writer as a person would, regenerated after the data changed, read back by LibreOffice.

Skipped where there is no LibreOffice or no Python that knows UNO.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from conftest import drafted

from generator import pipeline
from generator.docx_reader import OBJECT, read, read_root
from generator.docx_reader.names import AUTHOR, qn
from generator.refresh import laws
from generator.refresh.audit import Audit, audit
from generator.refresh.base import draft_of
from generator.refresh.plan import merge
from generator.refresh.regenerate import Fresh, regenerate
from generator.regeneration import fresh

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("office.py")
WORDS = "人工补写的话"
DATE = "2021-11-27T09:00:00Z"

TOUCHED = {
    "figure_part": 1, "figure_whole": 1, "figure_backspaced": 1, "figure_deleted": 1, "cell_typed": 1, "row_deleted": 1,
    "tracked": 1, "paragraph_deleted": 8, "paragraph_emptied": 8, "retype_paragraph": 4, "many_retyped": 21,
    "field_added": 1, "everything": 5,
}
"""How many figures each edit itself takes out of the data's hands; 0 where it is not named."""
TYPED = ("replace_words", "retype_paragraph", "figure_edge", "paragraph_after", "paragraph_before", "many_retyped", "tracked",
         "row_added", "everything")
EDITS = (
    "replace_words", "retype_paragraph", "figure_part", "figure_whole", "figure_edge", "figure_front", "figure_backspaced",
    "figure_deleted", "paragraph_after", "paragraph_before", "paragraph_deleted", "paragraph_emptied", "bold",
    "font_of_all", "split_paragraph", "merge_paragraphs", "join_previous", "move_paragraph", "move_up", "copy_paragraph",
    "style_changed", "many_retyped", "tracked", "cell_typed", "row_deleted", "row_added", "comment_added",
    "footnote_added", "line_break", "field_added", "page_break", "everything")
SEEN_BY_OFFICE = ("everything", "tracked", "split_paragraph", "retype_paragraph", "row_added")
"""The files whose changes LibreOffice itself accepts and rejects."""

pytestmark = [pytest.mark.xdist_group("office")]


@cache
def python_with_uno() -> str | None:
    """A Python that can speak to LibreOffice."""
    if not shutil.which("soffice"):
        return None
    beside = Path(shutil.which("soffice") or "").resolve().with_name("python")
    for name in ("/usr/bin/python3", str(beside), "python3"):
        try:
            done = subprocess.run([name, "-c", "import uno"], capture_output=True, timeout=60, check=False)
        except OSError:
            continue
        if done.returncode == 0:
            return name
    return None


def office(folder: Path, jobs: list[dict[str, str]]) -> None:
    """Do some jobs in one LibreOffice."""
    python = python_with_uno()
    if python is None:
        pytest.skip("no LibreOffice with UNO")
    path = folder / "jobs.json"
    path.write_text(json.dumps(jobs), encoding="utf-8")
    done = subprocess.run([python, str(SCRIPT), str(path)], capture_output=True, text=True, timeout=900, check=True)
    assert json.loads(done.stdout) == {}, done.stdout


@dataclass(frozen=True)
class Round:
    """One edit: the file as LibreOffice saved it, and the file after regeneration."""

    edited: bytes
    result: bytes
    audit: Audit


@dataclass(frozen=True)
class Session:
    """A draft, the next one, and every edit between them."""

    folder: Path
    rounds: dict[str, Round]
    untouched: int


def changed_package(source: Path, target: Path) -> None:
    """A copy of a package in which every second number is another one."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(".nigao"))
    for name in ("figures.csv", "indicators.csv"):
        path = target / name
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        column = rows[0].index("数值")
        for row in rows[1::2]:
            if re.fullmatch(r"\d+", row[column]):
                row[column] = str(int(row[column]) + 7)
        stream = io.StringIO()
        csv.writer(stream, lineterminator="\n").writerows(rows)
        path.write_text("\ufeff" + stream.getvalue(), encoding="utf-8")


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    if python_with_uno() is None:
        pytest.skip("no LibreOffice with UNO")
    folder = tmp_path_factory.mktemp("office")
    made = drafted("huining-2021")
    old, data = fresh(made)
    (folder / "base.docx").write_bytes(data)
    office(folder, [{"task": name, "source": str(folder / "base.docx"), "target": str(folder / f"{name}.docx")}
                    for name in EDITS]
           + [{"task": "detour", "ending": ending, "source": str(folder / "base.docx"),
               "target": str(folder / f"detour{ending}.docx")} for ending in (".doc", ".odt")])
    changed_package(ROOT / "data" / "huining-2021", folder / "package")
    next_ = pipeline.draft(folder / "package")
    new = fresh(next_)[0]
    base = draft_of(made.document, old.file.view)[0]
    rounds = {name: _round(base, new, next_, (folder / f"{name}.docx").read_bytes())
              for name in (*EDITS, "detour.doc", "detour.odt")}
    for name, found in rounds.items():
        (folder / f"{name}.out.docx").write_bytes(found.result)
    edits = merge(base, new.draft, read(data).view).edits
    return Session(folder, rounds, sum(map(len, edits.values())))


def _round(base: object, new: Fresh, made: pipeline.Draft, data: bytes) -> Round:
    plan = merge(base, new.draft, read(data).view)  # type: ignore[arg-type]
    result = regenerate(data, plan, new, DATE)
    file = read(result)
    view = read_root(file.package, laws.resolve(file.root, accept=True)).view
    return Round(data, result, audit(made.document, view))


@pytest.mark.parametrize("name", [*EDITS, "detour.doc", "detour.odt"])
def test_edit_stays_and_untouched_figures_follow(session: Session, name: str) -> None:
    """The two laws are checked by ``regenerate`` itself; here: what was typed, and every figure against the data."""
    found = session.rounds[name]
    text = "\n".join(para.text for para in read(found.result).view.paras)
    off = [*found.audit.of("differs"), *found.audit.of("absent")]
    assert len(off) <= TOUCHED.get(name, 0), off
    assert len(found.audit.of("ok")) > 200
    assert (WORDS in text) == (name in TYPED)
    if name == "figure_whole":
        assert "77777人" in text
    changes = [item for item in read(found.result).root.iter(qn("ins")) if item.get(AUTHOR) == "拟稿"]
    assert len(changes) >= session.untouched - 12


def _office_texts(session: Session, task: str, name: str) -> list[str]:
    text = (session.folder / f"{name}.{task}.txt").read_text(encoding="utf-8")
    return [line for line in (item.replace(OBJECT, "").strip() for item in text.split("\n")) if line]


@pytest.fixture(scope="module")
def seen(session: Session) -> Session:
    office(session.folder, [
        {"task": task, "source": str(session.folder / f"{name}.docx"), "target": str(session.folder / f"{name}.{task}.txt")}
        for stem in SEEN_BY_OFFICE for task, name in (("accept", f"{stem}.out"), ("reject", f"{stem}.out"), ("reject", stem))])
    return session


@pytest.mark.parametrize("name", SEEN_BY_OFFICE)
def test_libreoffice_accepts_and_rejects_as_we_do(seen: Session, name: str) -> None:
    file = read(seen.rounds[name].result)
    view = read_root(file.package, laws.resolve(file.root, accept=True)).view
    ours = [line for para in view.paras for line in para.text.replace(OBJECT, "").split("\n") if line.strip()]
    theirs = _office_texts(seen, "accept", f"{name}.out")
    assert theirs == [line.strip() for line in ours][:len(theirs)] and len(ours) - len(theirs) <= 1  # 版记 is a frame
    assert _office_texts(seen, "reject", f"{name}.out") == _office_texts(seen, "reject", name)
