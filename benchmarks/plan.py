"""Whole processes on the plan of N projects, beside docxtpl.

    python benchmarks/plan.py [--sizes 200 2000 20000] [--many] [--docxtpl PYTHON]

Each command of nigao runs as a process of its own on data/mentougou-2021 grown to N projects, in
thirteen groups or (``--many``) in many; ``--edited`` on the same data and on data with ten cells
changed. docxtpl runs as a process, too: it reads the same CSV files
with pandas and fills a template with 60 paragraphs and the same table, without identities, base or
check. One line a command: size, CPU seconds, peak memory, ratio to docxtpl at that size, exponent
since the size before. PYTHON has docxtpl and pandas (default: this one).
"""

from __future__ import annotations

import argparse
import math
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from grown import Cost, change_cells, cost, grow

NIGAO = (sys.executable, "-m", "generator")
_EDITED_SAME, _EDITED_NEW = "draft --edited", "--edited, new data"
_DEFLATED = zipfile.ZIP_DEFLATED
_EDITED = ("西城区", "西城区城区")
"""Words of the letter, and what a person makes of them."""


def peer(package: Path, target: Path) -> None:
    """What a user of docxtpl would write."""
    import docx
    import pandas
    from docxtpl import DocxTemplate

    plan = pandas.read_csv(package / "projects.csv", dtype=str, keep_default_na=False)
    form = docx.Document()
    for i in range(60):
        figures = "，".join(f"指标{{{{ f[{i * 3 + k}] }}}}万元" for k in range(3))
        form.add_paragraph(f"第{i}段：{figures}。")
    table = form.add_table(rows=4, cols=len(plan.columns))
    for cell, name in zip(table.rows[0].cells, plan.columns, strict=True):
        cell.text = name
    table.rows[1].cells[0].text = "{%tr for r in rows %}"
    for i, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ r[{i}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    path = target.with_suffix(".template.docx")
    form.save(str(path))
    template = DocxTemplate(path)
    template.render({"f": list(range(203)), "rows": plan.values.tolist()}, autoescape=True)
    template.save(target)


def edited(source: Path, target: Path) -> Path:
    """A draft with a word changed in each of its paragraphs that hold it."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", _DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(*(word.encode() for word in _EDITED))
            new.writestr(name, part)
    return target


def commands(package: Path, folder: Path) -> dict[str, tuple[str | Path, ...]]:
    """The commands, in an order in which each finds what it needs."""
    draft, again = folder / "draft.docx", folder / "again.docx"
    return {
        "draft": ("draft", package, "-o", draft),
        "tables": ("tables", package, "-o", folder / "tables.docx"),
        "tables --xlsx": ("tables", package, "--xlsx", folder / "tables.xlsx"),
        "check": ("check", package),
        "text": ("text", package),
        "workbook": ("workbook", package, "-o", folder / "package.xlsx"),
        "diff": ("diff", package, folder / "other"),
        _EDITED_SAME: ("draft", package, "--edited", folder / "edited.docx", "-o", again),
        _EDITED_NEW: ("draft", package, "--edited", folder / "edited.docx", "-o", again),
    }


def measured(count: int, many: bool, python: str, folder: Path) -> dict[str, Cost]:
    """What docxtpl and each command take."""
    folder.mkdir()
    package = grow(count, folder / "plan", many=many)
    shutil.copytree(package, folder / "other")
    costs = {"docxtpl": cost(python, __file__, "--peer", package, folder / "peer.docx")}
    for name, words in commands(package, folder).items():
        if name == _EDITED_SAME:
            edited(folder / "draft.docx", folder / "edited.docx")
        if name == _EDITED_NEW:
            change_cells(package)
        costs[name] = cost(*NIGAO, *words)
    return costs


def show(sizes: Sequence[int], many: bool, python: str) -> None:
    """Measure every size and print the table."""
    before: dict[str, float] = {}
    print(f"{'rows':>6}  {'':<18} {'CPU s':>7} {'MiB':>5} {'÷ docxtpl':>9} {'exponent':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for n, count in enumerate(sizes):
            costs = measured(count, many, python, Path(folder) / str(count))
            for name, it in costs.items():
                ratio = it.cpu / costs["docxtpl"].cpu
                growth = (
                    f"{math.log(it.cpu / before[name]) / math.log(count / sizes[n - 1]):8.2f}"
                    if name in before
                    else ""
                )
                print(
                    f"{count:>6}  {name:<18} {it.cpu:>7.2f} {it.mib:>5.0f} {ratio:>9.2f} {growth}"
                )
                before[name] = it.cpu
            sys.stdout.flush()


def main() -> None:
    """Measure, or be the process of docxtpl."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--sizes", type=int, nargs="+", default=[200, 2000, 20000])
    arguments.add_argument("--many", action="store_true")
    arguments.add_argument("--docxtpl", default=sys.executable)
    arguments.add_argument("--peer", type=Path, nargs=2, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.peer:
        peer(*given.peer)
    else:
        show(given.sizes, given.many, given.docxtpl)


if __name__ == "__main__":
    main()
