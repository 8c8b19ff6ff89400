"""One package of a batch, made from beginning to end: the same function in a process of this
machine and on another one."""

from __future__ import annotations

import datetime as dt
import hashlib
import time
import warnings
from enum import Enum
from pathlib import Path

from msgspec import Struct

from generator.check import Result
from generator.jobs import check as checking
from generator.jobs.batches.entry import BatchEntry, Outcome
from generator.jobs.draft import draft, gaps
from generator.jobs.tables import tables
from generator.model.errors import NigaoError, PassedOver, of_system
from generator.model.inputs import is_old_workbook, is_workbook, stands
from generator.model.replacing import replace
from generator.model.severity import Severity
from generator.model.storable import encoded
from generator.package.fingerprint import fingerprint
from generator.package.read.workbookfile import is_package


class Part(Enum):
    """What is made of each package."""

    DRAFT = "draft"
    CHECK = "check"
    TABLES = "tables"

    @property
    def ending(self) -> str:
        """How the file ends that it is written to: the name of the package, and this."""
        return {"draft": ".docx", "check": ".检查.html", "tables": "-附表.docx"}[self.value]


class Task(Struct, frozen=True):
    """One package and what is to be made of it.

    ``package`` and ``output`` are absolute, so that a process with another working folder finds
    them; ``name`` is the package's path in the folder of the batch, ``file`` that of what is
    written, in ``output``. ``date`` stands on tracked changes, in a file that people changed.
    ``program`` is a hash of the version and of the report kinds; ``before`` what the manifest says
    of the package, None where it says nothing.
    """

    package: Path
    name: str
    output: Path
    file: str
    part: Part
    date: dt.datetime
    program: str
    templates: Path | None = None
    before: BatchEntry | None = None

    @property
    def target(self) -> Path:
        """The file to write."""
        return self.output / self.file


def make(task: Task) -> BatchEntry:
    """Make what a task asks for and say what became of it; whatever happens is an entry.

    Nothing is made where the manifest has the package, made of the same files by the same program,
    and the file stands as it was written.
    """
    begun = time.perf_counter()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", PassedOver)
        entry = _tried(task)
    passed_over = [str(item.message) for item in caught if item.category is PassedOver]
    return replace(
        entry,
        seconds=time.perf_counter() - begun,
        message=entry.message or _first(passed_over),
    )


def _tried(task: Task) -> BatchEntry:
    try:
        made_of = f"{fingerprint(task.package, task.templates)}-{task.program}"
        digest = hashlib.sha256(encoded(made_of)).hexdigest()
        if _stands_already(task, digest):
            return _as_before(task)
        entry = _MAKERS[task.part](task)
        return replace(entry, made_of=digest, content=_hash(task.target))
    except NigaoError as error:
        return _failed(task, error)
    except OSError as error:
        return BatchEntry(task.name, Outcome.FAILED, message=of_system(error))
    except Exception as error:  # the next package must not wait for a fault in this one
        message = f"程序出错（{type(error).__name__}）；单独运行这一个，可以得到记录"
        return BatchEntry(task.name, Outcome.FAILED, message=message)


def _stands_already(task: Task, made_of: str) -> bool:
    before = task.before
    if before is None or before.failed or before.made_of != made_of:
        return False
    return before.file == task.file and before.content == _hash(task.target)


def _as_before(task: Task) -> BatchEntry:
    """What the manifest says of a package that is done, as a run says it that finds it so."""
    assert task.before is not None
    return replace(task.before, outcome=Outcome.SAME)


def _hash(file: Path) -> str:
    """The hash of a file, "" where there is none."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if stands(file) else ""


def _failed(task: Task, error: NigaoError) -> BatchEntry:
    """A package that is faulty, or a workbook that is no package."""
    is_book = is_workbook(task.package) and not is_package(task.package)
    is_foreign = is_book or is_old_workbook(task.package)
    outcome = Outcome.FOREIGN if is_foreign else Outcome.FAILED
    return BatchEntry(task.name, outcome, message=_first(list(map(str, error.problems))))


def _first(lines: list[str]) -> str:
    """The first of several lines, and how many more there are; "" for none."""
    if not lines:
        return ""
    more = f"（另有{len(lines) - 1}条）" if len(lines) > 1 else ""
    return f"{lines[0]}{more}"


def _drafted(task: Task) -> BatchEntry:
    task.target.parent.mkdir(parents=True, exist_ok=True)
    made = draft(task.package, task.target, date=task.date, templates=task.templates)
    entry = BatchEntry(task.name, Outcome.SAME, task.file, gaps=len(gaps(made.draft)))
    if made.written and made.written.new:
        entry = replace(entry, outcome=Outcome.WRITTEN)
    if made.regenerated and made.regenerated.written:
        asked = len(made.regenerated.summary.conflicts)
        entry = replace(entry, outcome=Outcome.REVISED, asked=asked)
    return _counting(entry, made.findings)


def _checked(task: Task) -> BatchEntry:
    task.target.parent.mkdir(parents=True, exist_ok=True)
    result = checking.check(task.package, templates=task.templates)
    checking.write_page(task.target, [(task.name, result)])
    return _counting(BatchEntry(task.name, Outcome.WRITTEN, task.file), result)


def _counting(entry: BatchEntry, findings: Result) -> BatchEntry:
    """The entry with how many findings there are."""
    return replace(
        entry,
        errors=findings.count(Severity.ERROR),
        warnings=findings.count(Severity.WARNING),
        infos=findings.count(Severity.INFO),
    )


def _tabled(task: Task) -> BatchEntry:
    task.target.parent.mkdir(parents=True, exist_ok=True)
    [written] = tables(task.package, task.target, templates=task.templates)
    outcome = Outcome.WRITTEN if written.new else Outcome.SAME
    return BatchEntry(task.name, outcome, task.file)


_MAKERS = {Part.DRAFT: _drafted, Part.CHECK: _checked, Part.TABLES: _tabled}
