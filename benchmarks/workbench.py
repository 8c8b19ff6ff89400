"""填数 and 预览 in a real browser: how long a sheet of 2,000 rows takes to open, a block and a cell to
be saved, and the page of the report to follow a change.

    python benchmarks/workbench.py [ROWS]

data/huining-2021 is copied, its documents.csv grown to ROWS rows (default 2,000), and served by
``nigao open``. Prints for the small sheet and the large one, median and range of five: seconds from
the address to rows that can be typed into, from Enter to the saved cell, from the paste of 500 rows
to the saved block; for 预览 from the write of a file to the new page, ready in its frame, and of a
cell in another window. Wall clock, with the load of the machine, and CPU seconds of the server.
"""

# ruff: noqa: E402 (the paths are set before the imports)
from __future__ import annotations

import csv
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.workbench import Served, Sheet, browsing, serve

DOCUMENTS = "documents.csv"
ROUNDS = 5
PASTED = 500


def main() -> None:
    """Measure both sheets and print a line each."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "packages"
        for name, count in (("small", 0), ("large", rows)):
            shutil.copytree(ROOT / "data" / "huining-2021", folder / name)
            _grow(folder / name / DOCUMENTS, count)
        served = serve(folder)
        try:
            with browsing() as new_window:
                page = new_window().page
                page.goto(served.address)
                for name in ("small", "large"):
                    _measure(served, Sheet(page), name)
                _follow(served, new_window().page, Sheet(page), folder / "small")
        finally:
            served.stop()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def _grow(path: Path, count: int) -> None:
    """Make the file ``count`` rows long, of those that it has; 0 leaves it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    grown = [[f"文件{at}", *rows[at % len(rows)][1:]] for at in range(count)] or rows
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, *grown])


def _measure(served: Served, sheet: Sheet, name: str) -> None:
    opening = [_timed(lambda: sheet.open(served, name, DOCUMENTS)) for _ in range(ROUNDS)]
    used = _cpu(served)
    typing = [_until_saved(sheet, lambda at=at: _type(sheet, at)) for at in range(ROUNDS)]
    used = (_cpu(served) - used) / ROUNDS
    line = f"{name}: open {_shown(opening)}, cell {_shown(typing)} ({used:.2f} CPU s)"
    if name == "large":
        pasting = [_until_saved(sheet, lambda at=at: _paste(sheet, at)) for at in range(ROUNDS)]
        line += f", {PASTED} rows {_shown(pasting)}"
    print(line, flush=True)


def _follow(served: Served, reader: Any, sheet: Sheet, package: Path) -> None:
    """How long the page takes to follow a text that is written, and a cell in another window."""
    reader.goto(served.to("preview", package=package.name))
    _await_page(reader, 1)
    sheet.open(served, package.name, DOCUMENTS)
    versions = iter(range(2, 2 + 2 * ROUNDS))
    used = _cpu(served)
    texts = [_until_shown(reader, next(versions), lambda: _write(package)) for _ in range(ROUNDS)]
    used = (_cpu(served) - used) / ROUNDS
    cells = [
        _until_shown(reader, next(versions), lambda at=at: _type(sheet, at + 50))
        for at in range(ROUNDS)
    ]
    print(f"page: text {_shown(texts)} ({used:.2f} CPU s), cell {_shown(cells)}", flush=True)


def _until_shown(reader: Any, version: int, act: Callable[[], None]) -> float:
    act()
    begun = time.perf_counter()
    _await_page(reader, version)
    taken = time.perf_counter() - begun
    time.sleep(2)
    return taken


_SHOWN = """version => new Promise(done => {
    const room = document.querySelector(".page-room");
    const look = () => room.dataset.shown === version && done();
    new MutationObserver(look).observe(room, { attributes: true });
    look();
})"""
"""Waits for a version of the page as it comes: Playwright itself looks twice a second."""


def _await_page(reader: Any, version: int) -> None:
    reader.wait_for_selector(".page-room", state="attached")
    reader.evaluate(_SHOWN, str(version))


def _write(package: Path) -> None:
    path = package / "text" / "lead.md"
    path.write_text(
        path.read_text(encoding="utf-8").rstrip("\n") + "全力推进。\n", encoding="utf-8"
    )


def _cpu(served: Served) -> float:
    """CPU seconds of the server so far."""
    fields = Path(f"/proc/{served.process.pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def _type(sheet: Sheet, at: int) -> None:
    sheet.type(2, "文号", f"会农领发〔2021〕{at + 100}号")


def _paste(sheet: Sheet, at: int) -> None:
    lines = (f"会农领发〔2021〕{at}—{row}号\t第{at}次写的第{row}行" for row in range(PASTED))
    sheet.paste(2, "文号", "\n".join(lines))


def _until_saved(sheet: Sheet, act: Callable[[], None]) -> float:
    """Seconds from the last key to the state that the window then shows."""
    before = sheet.page.evaluate("nigao.stateOf()")
    act()
    begun = time.perf_counter()
    sheet.page.wait_for_function("before => nigao.stateOf() > before", arg=before)
    taken = time.perf_counter() - begun
    assert not sheet.page.query_selector(".ag-cell.wrong")
    time.sleep(2)
    return taken


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _shown(taken: list[float]) -> str:
    return f"{median(taken):.2f} s ({min(taken):.2f} to {max(taken):.2f})"


if __name__ == "__main__":
    main()
