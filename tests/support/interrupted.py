"""Commands that are killed, or find the disk full, at any of their calls of the file system.

Every job that writes runs in a child process whose calls are counted; at the one asked for the
child dies as a killed process does, or the call fails as on a full disk. What must hold then does
not know how the program writes: it looks at the folder alone.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import json
import os
import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.store import disk
from support import desk_writes
from support.packages import ROOT

PACKAGE = str(desk_writes.PACKAGE)
DESK = "workbench"
"""The first word of what the workbench writes; the second one says what."""
CALLS = ("replace", "rename", "link", "mkdir", "unlink", "rmdir", "chmod", "fsync")
"""Functions of ``os`` that change the disk."""


OWN = "旧稿.docx"
"""A draft as it was written."""


def commands() -> dict[str, list[str]]:
    """Every command that writes, as a person calls it in the folder of ``office``."""
    return {
        "draft": ["draft", PACKAGE, "-o", "稿.docx"],
        "draft again": ["draft", PACKAGE, "-o", "旧稿.docx"],
        "regenerate": ["draft", PACKAGE, "--edited", "改稿.docx", "--date", "2023-11-27"],
        "regenerate in place": [
            *("draft", PACKAGE, "--edited", "改稿.docx", "-o", "改稿.docx"),
            *("--date", "2023-11-27"),
        ],
        "tables": ["tables", "带表 2021", "-o", "附表.docx", "--xlsx", "附表.xlsx"],
        "workbook": ["workbook", PACKAGE, "-o", "数据.xlsx"],
        "workbook to a new folder": ["workbook", "别人.xlsx", "-o", "转回"],
        "workbook to a folder": ["workbook", "别人.xlsx", "-o", "已有"],
        "new": ["new", "下一年", "--from", PACKAGE, "--year", "2023"],
        "new and empty": [
            *("new", "空白", "--kind", "东西部协作自评", "--year", "2023", "--place", "清河县"),
            *("--partner", "东湖区"),
        ],
        "bring": ["bring", PACKAGE, "表.csv", "--take"],
        "finalize": ["finalize", "旧稿.docx", "-o", "定稿.docx"],
        "findings in a copy": ["check", "旧稿.docx", "-o", "批注稿.docx"],
        "findings as a page": ["check", PACKAGE, "--format", "html", "-o", "结果.html"],
        "view": ["view", PACKAGE, "-o", "页.html", "--date", "2023-11-27"],
        "handout": ["handout", PACKAGE, "-o", "发出"],
        "collect": [
            *("collect", PACKAGE, "报来.xlsx", "--take", "--send-back", "退"),
            *("--date", "2023-11-27"),
        ],
        "rollup": [
            *("rollup", "汇总", PACKAGE, "--table", "对照.xlsx", "--place", "甘南州"),
            *("--partner", "东海市"),
        ],
        "a new kind": ["kind", "new", "自评年报"],
    } | {f"{DESK}: {name}": [DESK, name] for name in desk_writes.WRITES}


SOURCE, WITH_TABLES = ROOT / "data" / "zhouqu-2022", ROOT / "data" / "jingyuan-2021"


def office(folder: Path) -> None:
    """A folder with a package, its draft, an edited draft of older data, and a workbook."""
    package = folder / PACKAGE
    shutil.copytree(SOURCE, package, ignore=shutil.ignore_patterns(".nigao"))
    shutil.copytree(WITH_TABLES, folder / "带表 2021", ignore=shutil.ignore_patterns(".nigao"))
    shutil.copy(SOURCE.parent / "names.csv", folder)
    _done(folder, ["draft", PACKAGE, "-o", "改稿.docx"])
    _edit(folder / "改稿.docx")
    _set(package, 5)
    _done(folder, ["draft", PACKAGE, "-o", "旧稿.docx"])
    _done(folder, ["workbook", PACKAGE, "-o", "别人.xlsx"])
    shutil.copy(package / "figures.csv", folder / desk_writes.EARLIER)
    shutil.copytree(package, folder / "已有", ignore=shutil.ignore_patterns(".nigao"))
    _set(folder / "已有", 9)
    _set(package, 6)
    (package / "departments.csv").write_text(
        "部门,负责\n县乡村振兴局,帮扶.新增\n", encoding="utf-8"
    )
    _done(folder, ["handout", PACKAGE, "-o", "."])
    (folder / "县乡村振兴局.xlsx").rename(folder / "报来.xlsx")
    (folder / "催报.txt").unlink()
    _fill(folder / "报来.xlsx")
    (folder / "表.csv").write_text("指标,单位,数值\n新增帮扶项目,个,3\n", encoding="utf-8")


def _fill(workbook: Path) -> None:
    """A department's number in its workbook."""
    import openpyxl

    book = openpyxl.load_workbook(workbook)
    book["填报"]["D5"] = 3
    book.save(workbook)


def _set(package: Path, meetings: int) -> None:
    figures = package / "figures.csv"
    before = figures.read_text(encoding="utf-8")
    number = before.partition("政府常务会议,")[2].partition(",")[0]
    assert number
    after = before.replace(f"政府常务会议,{number},", f"政府常务会议,{meetings},").rstrip("\n")
    if "新增帮扶项目" not in after:
        after += "\n帮扶.新增,新增帮扶项目,,个,,,,,\n"
    figures.write_text(after, encoding="utf-8")


def _done(folder: Path, words: list[str]) -> None:
    code, output = run(folder, words)
    assert code == 0, output


def _edit(path: Path) -> None:
    """A person's words in a draft."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    before, body = "工作".encode(), parts["word/document.xml"]
    assert before in body
    parts["word/document.xml"] = body.replace(before, "各项工作".encode(), 1)
    with zipfile.ZipFile(path, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)


def run(folder: Path, words: list[str]) -> tuple[int, str]:
    """The command in this process, in that folder: exit status and what it printed."""
    from generator.cli.main import main

    out = io.StringIO()
    said = contextlib.redirect_stdout(out), contextlib.redirect_stderr(out)
    with contextlib.chdir(folder), said[0], said[1]:
        if words[0] == DESK:
            return desk_writes.do(words[1]), out.getvalue()
        try:
            main(words)
        except SystemExit as left:
            return int(left.code or 0), out.getvalue()
    return 0, out.getvalue()


@dataclass(frozen=True)
class End:
    """How a child ended: killed, or its exit status and what it printed; the calls that it made."""

    killed: bool
    code: int
    output: str
    calls: int


def child(folder: Path, words: list[str], at: int | None, *, full: bool = False) -> End:
    """The command in a child; at call ``at`` (even: before it, odd: behind it) it dies.

    With ``full`` every call from ``at`` on that needs space fails instead.
    """
    report = Path(tempfile.mkstemp(prefix="nigao-test-")[1])
    pid = os.fork()
    if pid == 0:
        _in_child(folder, words, at, full, report)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    content = json.loads(report.read_text(encoding="utf-8") or "{}")
    report.unlink()
    return End(status == 137, status, content.get("output", ""), content.get("calls", 0))


def _in_child(folder: Path, words: list[str], at: int | None, full: bool, report: Path) -> None:
    count = 0

    def counted(call: Callable[..., object], needs_space: bool) -> Callable[..., object]:
        def counting(*args: object, **options: object) -> object:
            nonlocal count
            if full and at is not None and count >= at and needs_space:
                raise OSError(errno.ENOSPC, "full")
            if not full and at == count:
                os._exit(137)
            try:
                result = call(*args, **options)
            except FileExistsError:
                count += 2
                raise
            if not full and at == count + 1:
                os._exit(137)
            count += 2
            return result

        return counting

    def half(file: io.BufferedWriter, data: bytes) -> None:
        """The content in two writes: a kill between them leaves half of it."""
        written(file, data[: len(data) // 2])
        written(file, data[len(data) // 2 :])

    written = counted(lambda file, data: (file.write(data), file.flush()), True)
    try:
        for name in CALLS:
            setattr(os, name, counted(getattr(os, name), name in ("mkdir", "link", "fsync")))
        tempfile.mkstemp = counted(tempfile.mkstemp, True)  # type: ignore[assignment]
        disk._write = half
        code, output = run(folder, words)
        content = json.dumps({"output": output, "calls": count})
        with io.FileIO(report, "w") as file:
            file.write(content.encode())
        os._exit(code)
    finally:
        os._exit(99)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but those of the store."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in paths
        if ".nigao" not in path.relative_to(folder).parts
    }


def lost(before: dict[str, bytes], folder: Path, words: list[str]) -> list[str]:
    """The files of people whose bytes stand nowhere in the folder any more.

    A draft that nobody changed is the program's own: a new one takes its place; so does a sheet
    that a person changes in the workbench, but it must be there.
    """
    now = contents(folder)
    there = {hashlib.sha256(data).digest() for data in now.values()}
    replaced = _replaced(words)
    return [
        name
        for name, data in before.items()
        if (name not in now if name in replaced else hashlib.sha256(data).digest() not in there)
    ]


def _replaced(words: list[str]) -> set[str]:
    if words[0] != DESK:
        return {OWN}
    return {OWN, *(f"{PACKAGE}/{name}" for name in desk_writes.WRITES[words[1]].changes)}


def half_written(folder: Path, whole: dict[str, set[bytes]]) -> list[str]:
    """Files under a name of theirs with a content that no whole run gives, and unreadable ones.

    Names that begin with ``.nigao-`` are the program's own and may hold anything. A backup holds
    what stood under its name without ``.bak``: two runs at once may each keep one.
    """
    return [
        name
        for name, data in contents(folder).items()
        if not any(part.startswith(".nigao-") for part in Path(name).parts)
        and data not in whole.get(_without_bak(name), set()) | whole.get(name, set())
        and not _sound(name, data)
    ]


def _without_bak(name: str) -> str:
    return re.sub(r"(\.\d+)?\.bak$", "", name)


def _sound(name: str, data: bytes) -> bool:
    """Whether a Word file or workbook opens; any other file must be one of the whole runs'."""
    if not name.endswith((".docx", ".xlsx")):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return file.testzip() is None
    except zipfile.BadZipFile:
        return False


def leftovers(folder: Path) -> list[str]:
    """What killed runs left and no later run removed."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob(".nigao-*"))


def faults(template: Path, words: list[str], at: int, folder: Path, *, full: bool) -> Iterator[str]:
    """What is wrong after one interruption in a copy of ``template``, and after the next run."""
    shutil.copytree(template, folder)
    before = contents(folder)
    end = child(folder, words, at, full=full)
    whole = whole_run(template, words)
    if full and "Traceback" in end.output:
        yield f"traceback: {end.output[-300:]}"
    if full and end.code not in (0, 1, 2):
        yield f"left with {end.code}"
    known = {name: {data} for name, data in before.items()}
    for name, data in whole.items():
        known.setdefault(name, set()).add(data)
    yield from (f"lost {name}" for name in lost(before, folder, words))
    yield from (f"half {name}" for name in half_written(folder, known))
    again, output = run(folder, words)
    if "Traceback" in output or (again == 2 and "程序出错" in output):
        yield f"the next run: {output[-300:]}"
    after = contents(folder)
    yield from (
        f"next run: {name} differs" for name, data in whole.items() if after.get(name) != data
    )
    yield from (f"left behind {name}" for name in leftovers(folder))


_WHOLE: dict[tuple[Path, tuple[str, ...]], dict[str, bytes]] = {}


def whole_run(template: Path, words: list[str]) -> dict[str, bytes]:
    """What stands in the folder after a run that nobody interrupts."""
    key = (template, tuple(words))
    if key not in _WHOLE:
        with tempfile.TemporaryDirectory() as there:
            folder = Path(there) / "whole"
            shutil.copytree(template, folder)
            run(folder, words)
            _WHOLE[key] = contents(folder)
    return _WHOLE[key]


def calls(template: Path, words: list[str], folder: Path) -> int:
    """How many places a run can be interrupted at."""
    shutil.copytree(template, folder)
    end = child(folder, words, None)
    assert end.calls, (end, sys.platform)
    return end.calls
