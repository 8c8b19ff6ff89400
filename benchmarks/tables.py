"""The tables of the plan in process: tree and writer alone, beside docxtpl and beside the floor.

    python benchmarks/tables.py [--sizes 20 200 2000 20000] [--docxtpl PYTHON]

The rows are those of data/mentougou-2021 grown to N projects: numbers, lists in cells, merged cells,
subtotals. nigao has read the package and composed its words; timed is what follows, to the bytes of
the file. docxtpl has the rows as lists; timed is loading its template, rendering and saving. The
floor joins the words of the finished rows with as few tags as a table needs, and zips them. Each
runs in a process of its own; times are CPU seconds, the least of several. PYTHON has docxtpl and
pandas (default: this one).
"""

from __future__ import annotations

import argparse
import io
import json
import math
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from grown import grow, peak

_REPEATS = {20: 9, 200: 5, 2000: 3}


def nigao(package: Path) -> Callable[[], object]:
    """Tree and writer of the appendix tables."""
    from generator.figures import FigureBook
    from generator.jobs.render import word_bytes
    from generator.package.read import load_package
    from generator.report.assemble import assemble_tables
    from generator.report.compose import compose_appendices
    from generator.report.parts import appendices_of

    dataset, kind = load_package(package)
    book = FigureBook(dataset, kind)
    composed = compose_appendices(dataset, kind, book)

    def run() -> bytes:
        appendices = appendices_of(composed, dataset, kind, book)
        return word_bytes(assemble_tables(appendices, dataset.settings), dataset)

    return run


def floor(package: Path) -> Callable[[], object]:
    """The words of the same rows between tags, zipped."""
    from generator.jobs.tables import compose_tables
    from generator.model.document import Table, plain

    document = compose_tables(package).document
    blocks = (block for section in document.sections for block in section.blocks)
    tables = [block for block in blocks if isinstance(block, Table)]
    rows = [
        [[plain(text) for text in cell.paragraphs] for cell in row.cells]
        for table in tables
        for row in table.rows
    ]

    def run() -> bytes:
        xml = "".join(_row(cells) for cells in rows)
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", xml)
        return file.getvalue()

    return run


def _row(cells: Sequence[Sequence[str]]) -> str:
    return "".join(["<w:tr>", *("<w:tc>" + _cell(cell) + "</w:tc>" for cell in cells), "</w:tr>"])


def _cell(texts: Sequence[str]) -> str:
    return "".join([f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in texts])


def docxtpl(package: Path) -> Callable[[], object]:
    """A template with the same table, loaded, rendered and saved."""
    import docx
    import pandas
    from docxtpl import DocxTemplate

    plan = pandas.read_csv(package / "projects.csv", dtype=str, keep_default_na=False)
    rows = plan.values.tolist()
    form = docx.Document()
    table = form.add_table(rows=4, cols=len(plan.columns))
    for cell, name in zip(table.rows[0].cells, plan.columns, strict=True):
        cell.text = name
    table.rows[1].cells[0].text = "{%tr for r in rows %}"
    for i, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ r[{i}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    path = package / "template.docx"
    form.save(str(path))

    def run() -> None:
        template = DocxTemplate(path)
        template.render({"rows": rows}, autoescape=True)
        template.save(io.BytesIO())

    return run


ENGINES = {"nigao": nigao, "docxtpl": docxtpl, "floor": floor}


def measure(engine: str, package: Path, repeats: int) -> dict[str, float]:
    """The least CPU seconds, and the peak memory of the process in MiB."""
    run = ENGINES[engine](package)
    times = []
    for _ in range(repeats):
        begun = time.process_time()
        run()
        times.append(time.process_time() - begun)
    return {"seconds": min(times), "mib": peak()}


def _apart(python: str, engine: str, package: Path, repeats: int) -> dict[str, float]:
    words = [python, __file__, "--engine", engine, str(package), str(repeats)]
    found: dict[str, float] = json.loads(
        subprocess.run(words, check=True, capture_output=True, text=True).stdout
    )
    return found


def show(sizes: Sequence[int], python: str) -> None:
    """Measure every size and print the table."""
    print(
        f"{'rows':>6}  {'nigao s':>8} {'MiB':>5}  {'docxtpl s':>9} {'÷ nigao':>7}  {'÷ floor':>7}  exponent"
    )
    before = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for n, count in enumerate(sizes):
            package, repeats = grow(count, Path(folder) / str(count)), _REPEATS.get(count, 1)
            ours = _apart(sys.executable, "nigao", package, repeats)
            theirs = _apart(python, "docxtpl", package, repeats)
            least = _apart(sys.executable, "floor", package, repeats)
            seconds = ours["seconds"]
            growth = (
                f"{math.log(seconds / before) / math.log(count / sizes[n - 1]):.2f}" if n else ""
            )
            print(
                f"{count:>6}  {seconds:>8.3f} {ours['mib']:>5.0f}  {theirs['seconds']:>9.3f} "
                f"{theirs['seconds'] / seconds:>7.1f}  {seconds / least['seconds']:>7.1f}  {growth}",
                flush=True,
            )
            before = seconds


def main() -> None:
    """Measure, or be one engine in a process of its own."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--sizes", type=int, nargs="+", default=[20, 200, 2000, 20000])
    arguments.add_argument("--docxtpl", default=sys.executable)
    arguments.add_argument("--engine", nargs=3, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.engine:
        engine, package, repeats = given.engine
        print(json.dumps(measure(engine, Path(package), int(repeats))))
    else:
        show(given.sizes, given.docxtpl)


if __name__ == "__main__":
    main()
