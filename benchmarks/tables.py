"""How fast large tables are written: nigao against docxtpl, the same report through both.

Run by a person: ``python benchmarks/tables.py`` (needs docxtpl: ``pip install -e .[bench]``). The
workload is neutral: six headings and 60 paragraphs with 203 figures, a table of 115 rows, and a
project table of 15 columns and N rows with a subtotal row after every ten and a total at the end.
All figures are finished texts for both, so that no formatting is counted. Each engine runs in a
process of its own; what is timed is building and writing one document, data loaded, the median of
several. nigao builds its document tree and writes every identity; docxtpl loads its template and
renders. Peak memory is that of the whole process. Both outputs must say the same, paragraph by
paragraph.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

SIZES = (20, 200, 2000, 20000)
REPEATS = {20: 20, 200: 9, 2000: 5, 20000: 3}
COLUMNS = (
    "序号",
    "项目名称",
    "项目类别",
    "建设性质",
    "实施地点",
    "建设内容",
    "总投资",
    "财政资金",
    "社会资金",
    "受益村",
    "受益户",
    "受益人口",
    "责任单位",
    "完成时限",
    "项目效益",
)
MERGED = 6
SUMMED = COLUMNS[:1] + COLUMNS[MERGED:]
FORM = ("指标", "单位", "数值")
TITLE = "年度工作报告"


@dataclass(frozen=True)
class Workload:
    """The data of the report: its paragraphs as pieces of text and figures in turn, the rows of
    both tables.

    A row of ``projects`` is (kind, cells): a summary has its merged cells as one.
    """

    headings: tuple[str, ...]
    paragraphs: tuple[tuple[str, ...], ...]
    form: tuple[tuple[str, ...], ...]
    projects: tuple[tuple[str, tuple[str, ...]], ...]


def workload(rows: int) -> Workload:
    """The report with ``rows`` projects."""
    headings = tuple(
        f"{number}、{topic}"
        for number, topic in zip(
            "一二三四五六",
            ("组织领导", "资金支持", "产业合作", "劳务协作", "消费帮扶", "人才支援"),
            strict=True,
        )
    )
    paragraphs = tuple(_paragraph(n) for n in range(60))
    form = tuple(
        (
            f"{n + 1}.东西部协作年度指标名称第{n + 1}项",
            "万元" if n % 2 else "人",
            f"{n * 37 % 9973}.{n % 7}",
        )
        for n in range(115)
    )
    return Workload(headings, paragraphs, form, tuple(_projects(rows)))


def _paragraph(n: int) -> tuple[str, ...]:
    """Text and figures in turn: three figures, four in 23 of the paragraphs (203 in all)."""
    words = (
        "全年坚持把协作工作摆在重要位置，统筹谋划、压茬推进，健全联席会议、联络专班、信息通报等工作机制，共召开专题会议",
        "次，研究解决资金拨付、项目建设、人才选派等方面的问题",
        "个，落实帮扶资金",
        "万元，用于支持产业发展、劳务协作、消费帮扶和乡村建设，"
        "带动脱贫群众稳定增收，群众的获得感、幸福感不断增强，协作机制更加完善，各项任务按时间节点有序推进",
    )
    figures = [f"{n * 7 % 97 + 3}", f"{n * 13 % 89 + 2}", f"{n * 1031 % 9973}.{n % 10}"]
    pieces = [words[0], figures[0], words[1], figures[1], words[2], figures[2], words[3]]
    return (*pieces, "，较上年增长", f"{n * 17 % 300 / 10}%", "。") if n < 23 else (*pieces, "。")


def _projects(rows: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    for n in range(rows):
        money = f"{n * 7919 % 50000 / 10:g}"
        yield (
            "row",
            (
                f"{n + 1}",
                f"第{n + 1}号村集体经济产业发展项目",
                ("产业", "就业", "教育")[n % 3],
                ("新建", "续建")[n % 2],
                f"第{n % 17 + 1}镇第{n % 31 + 1}村",
                f"新建标准化日光温室大棚{n % 40 + 1}座，配套水肥一体化设施和卷帘机，硬化园区道路{n % 9 + 1}公里，架设供电线路"
                f"{n % 5 + 1}公里，建成后产权归村集体所有，由合作社统一经营管理",
                money,
                f"{n * 31 % 3000}",
                f"{n * 17 % 900}",
                f"{n % 12 + 1}",
                f"{n * 3 % 400}",
                f"{n * 11 % 1500}",
                f"县第{n % 9 + 1}局",
                f"{n % 12 + 1}月底前",
                f"项目建成后可带动{n % 70 + 3}户脱贫户稳定增收，每年增加村集体经济收入{n % 20 + 1}万元，吸纳务工{n % 30 + 1}人，按保底加分红"
                "的方式联结农户，收益用于公益岗位和困难群众帮扶",
            ),
        )
        if n % 10 == 9:
            yield (
                "sum",
                (
                    f"小计（第{n // 10 + 1}组）",
                    *(f"{n * k % 100000}" for k in range(1, 7)),
                    "",
                    "",
                    "",
                ),
            )
    yield "sum", ("总计", *(f"{rows * k}" for k in range(11, 17)), "", "", "")


# nigao: a document tree, and its writer


def nigao(data: Workload, target: Path) -> None:
    """Build the document tree and write it."""
    from generator.model.document import (
        Document,
        Heading,
        Paragraph,
        Properties,
        Run,
        Section,
        Title,
    )
    from generator.word import writer as docx_writer

    blocks: list[object] = [Title("title", ((Run(TITLE),),))]
    per = len(data.paragraphs) // len(data.headings)
    for n, text in enumerate(data.headings):
        blocks.append(Heading(f"h{n}", 1, text[:2], (Run(text[2:]),)))
        blocks += [
            Paragraph(f"p{m}", _runs(data.paragraphs[m], f"p{m}"))
            for m in range(n * per, (n + 1) * per)
        ]
    blocks += [_form(data), _project_table(data)]
    document = Document((Section(tuple(blocks)),), Properties(TITLE, "", "bench"))  # type: ignore[arg-type]
    target.write_bytes(docx_writer.write(document))


def _runs(pieces: Sequence[str], key: str):  # type: ignore[no-untyped-def]
    from generator.model.cell import Source
    from generator.model.document import Mark, Run

    return tuple(
        Run(text, Mark("bound", f"{key}.{n}", (Source("figures.csv", n, "数值"),)))
        if n % 2
        else Run(text)
        for n, text in enumerate(pieces)
    )


def _form(data: Workload):  # type: ignore[no-untyped-def]
    from generator.model.cell import Source
    from generator.model.document import Column, Mark, Run, Table, TableCell, TableRow

    head = TableRow(
        "form/head", tuple(TableCell(f"form/head/{text}", ((Run(text),),)) for text in FORM), "head"
    )
    rows = [
        TableRow(
            f"form/{n}",
            tuple(
                TableCell(
                    f"form/{n}/{name}",
                    (
                        (
                            Run(
                                text,
                                Mark(
                                    "bound" if m > 1 else "name",
                                    f"form.{n}.{name}",
                                    (Source("indicators.csv", n, name),),
                                ),
                            ),
                        ),
                    ),
                )
                for m, (name, text) in enumerate(zip(FORM, row, strict=True))
            ),
        )
        for n, row in enumerate(data.form)
    ]
    return Table("form", (Column(), Column("center"), Column("decimal")), (head, *rows))


def _project_table(data: Workload):  # type: ignore[no-untyped-def]
    from generator.report.tables.lazy_rows import rows

    from generator.model.cell import Source
    from generator.model.document import Column, Mark, Run, Table, TableCell, TableRow

    head = TableRow(
        "projects/head",
        tuple(TableCell(f"projects/head/{text}", ((Run(text),),)) for text in COLUMNS),
        "head",
    )

    nothing = ((),)

    def make(index: int) -> TableRow:
        if index == 0:
            return head
        kind, texts = data.projects[index - 1]
        row, ident, key = kind == "row", f"projects/{index}", f"项目[{index}]"
        cells = [
            TableCell(
                f"{ident}/{name}",
                (
                    (
                        Run(
                            text,
                            Mark("bound", f"{key}.{name}", (Source("projects.csv", index, name),)),
                        ),
                    ),
                )
                if text
                else nothing,
            )
            for name, text in zip(COLUMNS if row else SUMMED, texts, strict=False)
        ]
        if row:
            return TableRow(ident, tuple(cells))
        cells[0] = replace(cells[0], colspan=MERGED)
        return TableRow(ident, tuple(cells), "summary")

    columns = tuple(
        Column("center" if name in ("序号", "建设性质") else "decimal" if 6 <= n < 12 else "left")
        for n, name in enumerate(COLUMNS)
    )
    return Table("projects", columns, rows(len(data.projects) + 1, make))


# docxtpl: a template with loops, and its renderer


def docxtpl_template(target: Path) -> None:
    """The template: paragraphs with their figures, both tables with a row in a loop, merged cells."""
    from docx import Document

    word = Document()
    word.add_heading("{{ title }}", 0)
    data = workload(0)
    per = len(data.paragraphs) // len(data.headings)
    for n, heading in enumerate(data.headings):
        word.add_heading(heading, 1)
        for m in range(n * per, (n + 1) * per):
            word.add_paragraph(
                "".join(
                    _tag(f"p{m}.f{k}") if k % 2 else text
                    for k, text in enumerate(data.paragraphs[m])
                )
            )
    _template_table(word, FORM, [[_tag(f"row[{n}]") for n in range(len(FORM))]], "form")
    merged = [
        "{% colspan 6 %}{{ row[1][0] }}",
        *(_tag(f"row[1][{n}]") for n in range(1, len(COLUMNS) - MERGED + 1)),
    ]
    _template_table(
        word, COLUMNS, [[_tag(f"row[1][{n}]") for n in range(len(COLUMNS))], merged], "projects"
    )
    word.save(str(target))


def _tag(expression: str) -> str:
    return f"{{{{ {expression} }}}}"


def _template_table(word, heads: Sequence[str], rows: Sequence[Sequence[str]], name: str) -> None:  # type: ignore[no-untyped-def]
    table = word.add_table(1, len(heads))
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.text = text
    steps = (
        [f"{{%tr for row in {name} %}}", rows[0], "{%tr endfor %}"]
        if len(rows) == 1
        else [
            f"{{%tr for row in {name} %}}",
            "{%tr if row[0] == 'row' %}",
            rows[0],
            "{%tr else %}",
            rows[1],
            "{%tr endif %}",
            "{%tr endfor %}",
        ]
    )
    for step in steps:
        cells = table.add_row().cells
        if isinstance(step, str):
            cells[0].text = step
            continue
        for cell, text in zip(cells, step, strict=False):
            cell.text = text
        for extra in cells[len(step) :]:
            extra._tc.getparent().remove(extra._tc)
        if len(step) < len(heads):
            cells[0].text = cells[0].text.replace("{% colspan 6 %}", "")
            cells[0]._tc.grid_span = MERGED


def docxtpl(data: Workload, target: Path) -> None:
    """Load the template and render it."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(str(target.parent / "template.docx"))
    figures = {
        f"p{m}": {f"f{k}": text for k, text in enumerate(pieces) if k % 2}
        for m, pieces in enumerate(data.paragraphs)
    }
    template.render(
        {"title": TITLE, **figures, "form": data.form, "projects": data.projects}, autoescape=True
    )
    template.save(str(target))


# measuring


ENGINES: dict[str, Callable[[Workload, Path], None]] = {"nigao": nigao, "docxtpl": docxtpl}


def measure(engine: str, rows: int, repeats: int, target: Path) -> dict[str, float]:
    """Median seconds of writing one document (after a first one that imports), and the peak memory
    in MiB.
    """
    data = workload(rows)
    if engine == "docxtpl":
        docxtpl_template(target.parent / "template.docx")
    ENGINES[engine](workload(2), target)
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        ENGINES[engine](data, target)
        times.append(time.perf_counter() - begin)
    return {
        "seconds": statistics.median(times),
        "least": min(times),
        "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def texts(path: Path) -> Iterator[str]:
    """The paragraphs of a Word file that say something, in order."""
    from lxml import etree

    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(path).open("word/document.xml") as part:
        for _, element in etree.iterparse(part, tag=f"{name}p", huge_tree=True):
            text = "".join(node.text or "" for node in element.iter(f"{name}t"))
            if text:
                yield text
            element.clear()


def same(one: Path, other: Path) -> bool:
    """Whether two Word files say the same, table heads that were broken into lines included."""
    return all(a == b for a, b in zip(texts(one), texts(other), strict=True))


def _apart(engine: str, rows: int, target: Path, repeats: int) -> dict[str, float]:
    command = [
        sys.executable,
        __file__,
        "--engine",
        engine,
        "--rows",
        str(rows),
        "--repeats",
        str(repeats),
        "--target",
        str(target),
    ]
    found: dict[str, float] = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return found


def compare(sizes: Sequence[int], folder: Path) -> None:
    """Measure both engines at each size and print the table."""
    print(
        f"{'N':>6}  {'nigao s':>9} {'MiB':>6}  {'docxtpl s':>9} {'MiB':>6}  {'ratio':>6}  same text"
    )
    found: dict[str, list[float]] = {name: [] for name in ENGINES}
    for rows in sizes:
        results = {}
        for name in ENGINES:
            repeats = 1 if name == "docxtpl" and rows >= 20000 else REPEATS.get(rows, 3)
            results[name] = _apart(name, rows, folder / f"{name}-{rows}.docx", repeats)
            found[name].append(results[name]["seconds"])
        ours, theirs = results["nigao"], results["docxtpl"]
        equal = same(folder / f"nigao-{rows}.docx", folder / f"docxtpl-{rows}.docx")
        print(
            f"{rows:>6}  {ours['seconds']:>9.4f} {ours['mib']:>6.0f}  {theirs['seconds']:>9.4f} {theirs['mib']:>6.0f}  "
            f"{theirs['seconds'] / ours['seconds']:>6.1f}  {'yes' if equal else 'NO'}",
            flush=True,
        )
    for name, seconds in found.items():
        steps = [
            f"{a}→{b}: {math.log(y / x) / math.log(b / a):.2f}"
            for a, b, x, y in zip(sizes, sizes[1:], seconds, seconds[1:], strict=False)
        ]
        print(f"growth exponent of {name}: {', '.join(steps)}")


def main() -> None:
    """Compare both engines, or measure one (that is how each gets a process of its own)."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    arguments.add_argument("--engine", choices=sorted(ENGINES))
    arguments.add_argument("--rows", type=int, default=20)
    arguments.add_argument("--repeats", type=int, default=5)
    arguments.add_argument("--target", type=Path)
    given = arguments.parse_args()
    if given.engine:
        print(json.dumps(measure(given.engine, given.rows, given.repeats, given.target)))
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(given.sizes, Path(folder))


if __name__ == "__main__":
    main()
