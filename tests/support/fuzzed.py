"""Hostile cells, YAML, workbooks and command lines, made from a seed, and what they got through."""

from __future__ import annotations

import contextlib
import io
import os
import random
import resource
import shutil
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from click.testing import CliRunner
from lxml import etree
from openpyxl import Workbook

from generator.check import check_draft
from generator.cli.main import COMMANDS, main
from generator.jobs.bring import bring
from generator.jobs.compose import compose
from generator.jobs.render import word_bytes
from generator.jobs.workbook import workbook
from generator.model.errors import NigaoError
from support import invented
from support.watchdog import HangError, kinds_read_once, limited

MEMORY = 2**20
"""Most memory in KB (1 GiB)."""

ENDING = [command for command in COMMANDS if command != "open"]
"""The commands that end by themselves; the workbench serves until it is interrupted."""
# fmt: off
NASTY = [
    *("", " ", "\t", "\n", "\r", "0", "-0", "1e400", "1E5", "inf", "-inf", "nan", "NaN", "Infinity"),
    *("1" * 18, "1" * 19, "9" * 400, "9" * 5000, "0." + "0" * 30 + "1", "-1", "1,000", "1,00", "+5"),
    *("１２", "٣", "²", "½", "一百", "1/0", "1 2", "5%", "％", "0x10", "1_000", "=1+1", "=", "@", "'1"),
    *("2023-02-30", "0000-00-00", "0000", "9999-12-31", "10000-1-1", "1月1日", "13月1日", "2023-1"),
    *("9999", "1900-01-01", "12月", "2023年", "45000", "45000.5", "1899-12-30", "2月29日", "5月18日"),
    *("是", "否", "也许", "TRUE", "√", "甲", "甲、乙", "、", "；；；", "。", "，", "（", "）", "《", "》"),
    *("\0", "\x07", "\x1f", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "\uffff", "\U0010ffff"),
    *("\u202e", "\u200b", "e\u0301", "\U00020bb7", "\ufdfa" * 40, "<w:p/>", "]]>", "&#0;", "&amp;"),
    *("{{ 1 }}", "{% raw %}", "{#", "}}", "{就业.合计}", "{", "}", "{无}", "**甲**", "# 甲", "\\", "`"),
    *('"', '""', "'", '甲"乙', '"甲', "甲\n乙", "甲,乙", "../../x", "/etc/passwd", "CON", ".git/config"),
    *("甲" * 100, "a" * 32_767, "甲" * 32_768, "%s%n", "None", "null", "~", "#REF!", "#N/A", "!!int"),
]
YAML = [
    *("&a [1]", "*a", "!!int ''", "!!float x", "!!python/object:os.system x", "!!binary ====", "!a b"),
    *("[", "]", "{", "}", "[[[[[[[[", "- " * 50, "? [a]\n: b", "? {a: b}\n: c", "<<: {a: 1}", "<<: 3"),
    *(".inf", "-.inf", ".nan", "1.0e+400", "0x" + "f" * 9000, "9" * 5000, "0o7", "0b1", "1:2:3", "="),
    *("2023-13-45", "2023-02-30", "0001-01-01T00:00:00+23:59", "2023-11-20T10:00:00Z", "9999-12-31"),
    *('"\\ud800"', '"\\x00"', '"\\x07"', "|\n  甲\n  乙", ">\n  甲", "%YAML 9.9", "---", "...", "\t"),
    *("true", "null", "~", "yes", "2021: x", "null: x", "true: x", ".nan: x", "? ", "? a", "''", "- -"),
    *("[1, [2, [3]]]", "{a: {b: {c: d}}}", "{" * 40, "[" * 2000, "a: " * 40, "#", "@", "`", "%", "&"),
]
XML = [
    *("<", ">", "&", "&#0;", "&#xD800;", "&lol;", "<!-- -->", "<![CDATA[x]]>", "<?x y?>", "<c/>"),
    *('<c r="XFD1048576"><v>1</v></c>', '<c r="A0"><v>1</v></c>', '<c r="ZZZZ1" t="s"><v>0</v></c>'),
    *('<c t="s"><v>99999</v></c>', '<c t="s"><v>-1</v></c>', '<c t="b"><v>x</v></c>', '<c s="999"/>'),
    *('<c t="d"><v>2023-13-01</v></c>', '<c t="n"><v>1e400</v></c>', "<c><v>NaN</v></c>"),
    *('<row r="1048577"/>', '<row r="-1"/>', '<row r="x"/>', '<row r="1.5"/>', '<row hidden="1"/>'),
    *('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', '<mergeCell ref="B2"/>'),
    *('<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>', '<f t="shared" si="0"/>'),
    *('<f t="array" ref="A1:XFD1048576">1</f>', '<f t="dataTable" x="1"/>', "<f>1+1</f>", "<f/>"),
    *('<cols><col min="1" max="999999999"/></cols>', '<dimension ref="A1:XFD1048576"/>', "<v></v>"),
    *('<is><t>甲</t></is>', '<definedName name="a">#REF!</definedName>', 't="inlineStr"', 't="str"'),
    *(' r="A1"', ' r=""', ' s="x"', ' s="-1"', "../../x", ".git/config", "report.yaml", "_nigao", "\0"),
]
WORDS = [
    *ENDING,
    *("-o", "--output", "--edited", "--strict", "--format", "json", "text", "--year", "--from", "-h"),
    *("--help", "--version", "--xlsx", "--plain", "--dry-run", "--date", "--human", "--take", "--", "-", "", "."),
    *("2024", "-1", "x", "9" * 20, "2023-11-27", "..", "/", "/dev/null", "/dev/zero", "包/report.yaml"),
    *("包", "包.xlsx", "空", "稿.docx", "坏.docx", "坏.xlsx", "新", "新/新", "没有", "管道", "链接", "包/"),
    *("a\0b", "长" * 300, "\ud800", "\x07", "CON", "~", "*", "--strict=1", "--无", "-zzz", "关闭"),
]
# fmt: on


@dataclass
class Counts:
    """How many runs were done, how many of them were refused with a message, and every fault."""

    runs: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        sorts = [fault.split(":")[0] for fault in self.faults]
        told = ", ".join(f"{sort} {sorts.count(sort)}" for sort in SORTS)
        return f"{self.runs} runs, {self.refused} refused; {told}"


SORTS = ("traceback", "hang", "memory", "outside", "invalid output", "message")


def _run(counts: Counts, what: str, action: Callable[[], None]) -> None:
    """One run; ``what`` says what was tried."""
    counts.runs += 1
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        with limited():
            action()
    except NigaoError as error:
        counts.refused += 1
        counts.faults += [f"message: {what}: {line}" for line in _bad_lines(error)]
    except HangError:
        where = traceback.extract_tb(sys.exc_info()[2])[-1]
        counts.faults.append(f"hang: {what}: {where.filename}:{where.lineno}")
    except AssertionError as error:
        counts.faults.append(f"{error}: {what}")
    except Exception as error:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if "generator" in f.filename]
        at = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
        counts.faults.append(f"traceback: {what}: {type(error).__name__} {str(error)[:80]} {at}")
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if after > MEMORY and after > before:
        counts.faults.append(f"memory: {what}: {after >> 10} MB")


def _bad_lines(error: NigaoError) -> Iterator[str]:
    """Messages that are no line of Chinese that a terminal can print."""
    for problem in error.problems:
        line = str(problem)
        is_chinese = any("\u4e00" <= char <= "\u9fff" for char in line)
        if "\n" in line or not is_chinese or len(line) > 2000 or "Error" in line:
            yield line[:200]


def _package(folder: Path) -> tuple[Path, Path]:
    """The package that is spoilt, and the kinds it is read with."""
    package = invented.package(
        folder / "包",
        figures_csv=invented.EXAMPLE_FIGURES,
        text__lead_md="全年就业{{ f('就业.合计') }}。\n",
        names_csv="名称,类别,简称\n张三,人员,\n",
        **invented.EXAMPLE_RECORDS,
    )
    return package, invented.templates(folder / "templates")


def _sound(package: Path, kinds: Path) -> None:
    """Draft and check the package; what comes out must be sound XML."""
    draft = compose(package, templates=kinds)
    check_draft(draft)
    _sound_archive(word_bytes(draft.document, draft.dataset))


def _sound_archive(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            try:
                etree.fromstring(file.read(name))
            except etree.XMLSyntaxError as error:
                raise AssertionError(f"invalid output: {name} {error}") from None


def cells(rng: random.Random, count: int, folder: Path) -> Counts:
    """Hostile cells in the tables of a package; ``count`` cells."""
    package, kinds = _package(folder)
    tables = sorted(package.glob("*.csv"))
    counts, done = Counts(), 0
    while done < count:
        table = rng.choice(tables)
        whole = table.read_bytes()
        rows = [line.split(",") for line in whole.decode("utf-8-sig").splitlines()]
        put = [_cell(rng) for _ in range(rng.choice((1, 1, 2, 5)))]
        for text in put:
            row = rng.choice(rows[rng.random() < 0.95 :])
            row[rng.randrange(len(row))] = text
        table.write_bytes("\n".join(",".join(row) for row in rows).encode("utf-8", "replace"))
        _run(counts, f"{table.name} {[text[:20] for text in put]}", partial(_sound, package, kinds))
        table.write_bytes(whole)
        done += len(put)
    return counts


def _cell(rng: random.Random) -> str:
    text = "".join(rng.choice(NASTY) for _ in range(rng.choice((1, 1, 1, 2, 3))))
    if rng.random() < 0.7:
        text = '"' + text.replace('"', '""') + '"'
    return text


def yaml(rng: random.Random, count: int, folder: Path) -> Counts:
    """Hostile settings of a package."""
    package, kinds = _package(folder)
    counts = Counts()
    for _ in range(count):
        text = _spoilt(rng, invented.REPORT, (*YAML, *NASTY))
        data = text.encode("utf-8", "surrogatepass")
        (package / "report.yaml").write_bytes(data if rng.random() < 0.9 else _flipped(rng, data))
        _run(counts, repr(_difference(text)), partial(_sound, package, kinds))
    return counts


def _difference(text: str) -> str:
    lines = [line for line in text.split("\n") if f"{line}\n" not in invented.REPORT]
    return "|".join(line[:80] for line in lines)[:300]


def _spoilt(rng: random.Random, text: str, snippets: tuple[str, ...]) -> str:
    """The text with some snippets put in, or in place of others, some lines twice or gone."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        start = rng.randrange(len(text) + 1)
        match rng.randrange(5):
            case 0:
                text = text[:start] + rng.choice(snippets) + text[start:]
            case 1:
                end = start + rng.randrange(20)
                text = text[:start] + rng.choice(snippets) + text[end:]
            case 2:
                text = _with_value(rng, text, rng.choice(snippets))
            case 3:
                text = text[:start] + text[start + rng.randrange(30) :]
            case _:
                lines = text.splitlines(keepends=True)
                lines.insert(rng.randrange(len(lines) + 1), rng.choice(lines or [""]))
                text = "".join(lines)
    return text


def _with_value(rng: random.Random, text: str, value: str) -> str:
    """The text with another value behind one of its colons or quotes."""
    marks = [at for at, char in enumerate(text) if char in ':">']
    if not marks:
        return value
    start = rng.choice(marks) + 1
    ends = [text.find(char, start) for char in '\n,}]"<']
    end = min((at for at in ends if at >= 0), default=len(text))
    return (
        f"{text[:start]} {value}{text[end:]}"
        if text[start - 1] == ":"
        else text[:start] + value + text[end:]
    )


def _flipped(rng: random.Random, data: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8, 64))):
        spoilt[rng.randrange(len(spoilt))] ^= 1 << rng.randrange(8)
    return bytes(spoilt)


def workbooks(rng: random.Random, count: int, folder: Path) -> Counts:
    """Damaged and crafted workbooks: read, turned into a folder, every tenth drafted."""
    package, kinds = _package(folder)
    workbook(package, folder / "好.xlsx", templates=kinds)
    whole = (folder / "好.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    inner = folder / "里"
    inner.mkdir()
    path, target = inner / "包.xlsx", inner / "转回"
    counts, there = Counts(), set(folder.iterdir())

    def unpack() -> None:
        workbook(path, target, templates=kinds)
        if counts.runs % 10 == 0:
            _sound(path, kinds)

    for number in range(count):
        path.write_bytes(_workbook(rng, whole, parts))
        _run(counts, f"workbook {number}", unpack)
        names = [file.relative_to(target).as_posix() for file in target.rglob("*")]
        counts.faults += [f"outside: {name}" for name in names if name.startswith(".")]
        counts.faults += [f"outside: {name}" for name in set(folder.iterdir()) - there]
        shutil.rmtree(target, ignore_errors=True)
    return counts


def _workbook(rng: random.Random, whole: bytes, parts: dict[str, bytes]) -> bytes:
    match rng.randrange(10):
        case 0:
            return _flipped(rng, whole)
        case 1:
            return whole[: rng.randrange(len(whole))]
        case 2:
            return _zipped({name: data for name, data in parts.items() if rng.random() < 0.9})
    spoilt = dict(parts)
    sheets = [name for name in parts if "sheet" in name or "shared" in name]
    for _ in range(rng.choice((1, 1, 2, 3))):
        name = rng.choice(sheets if rng.random() < 0.7 else list(parts))
        if rng.random() < 0.1:
            spoilt[name] = _flipped(rng, spoilt[name] or b" ")
        else:
            text = spoilt[name].decode("utf-8", "replace")
            snippets = (*XML, *NASTY) if rng.random() < 0.7 else tuple(map(_escaped, NASTY))
            spoilt[name] = _spoilt(rng, text, snippets).encode("utf-8", "replace")
    return _zipped(spoilt)


def _escaped(text: str) -> str:
    plain = "".join(char for char in text if char >= " ")
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


SHEET = [
    *(["清河县2023年就业情况统计表"], ["填报单位：就业局", "", "单位：人"]),
    *(["指标", "单位", "数值", "备注"], ["帮助就业人数", "人", "200", ""]),
    *(
        ["其中：赴东部就业", "人", "120", ""],
        ["省内就业", "人", "80", "含零工"],
        ["合计", "", "200", ""],
    ),
    *(["引进企业", "家", "12", ""], ["到位资金", "万元", "6,504.00", ""], ["注：截至10月底"]),
]
"""A table as a department sends it."""


def sheets(rng: random.Random, count: int, folder: Path) -> Counts:
    """Hostile tables of departments, taken into a package, which must be sound afterwards."""
    package, kinds = _package(folder)
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    book = _book(SHEET)
    with zipfile.ZipFile(io.BytesIO(book)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    counts = Counts()

    def take(path: Path) -> None:
        bring(package, [path], take=True, templates=kinds)
        if counts.runs % 5 == 0:
            _sound(package, kinds)

    for number in range(count):
        path = folder / rng.choice(("表.csv", "表.xlsx"))
        path.write_bytes(
            _hostile_csv(rng) if path.suffix == ".csv" else _workbook(rng, book, parts)
        )
        _run(counts, f"sheet {number} {path.name}", partial(take, path))
        for extra in set(package.rglob("*")) - before.keys():
            extra.unlink() if extra.is_file() else None
        for there, data in before.items():
            there.write_bytes(data)
    return counts


def _book(rows: list[list[str]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _hostile_csv(rng: random.Random) -> bytes:
    """The table with hostile cells, rows twice or gone, in some encoding, perhaps damaged."""
    rows = [[*row] for row in SHEET if rng.random() < 0.95 for _ in range(rng.choice((1, 1, 1, 2)))]
    for _ in range(rng.choice((1, 1, 2, 5))):
        row = rng.choice(rows or [[""]])
        row[rng.randrange(len(row))] = _cell(rng)
    encoding = rng.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16"))
    data = "\n".join(",".join(row) for row in rows).encode(encoding, "replace")
    return data if rng.random() < 0.8 else _flipped(rng, data or b" ")


def lines(rng: random.Random, count: int, folder: Path) -> Counts:
    """Command lines of words that belong together or not, in a folder of good and bad files."""
    counts, inner = Counts(), folder / "里"
    for _ in range(count):
        words = [rng.choice(WORDS) for _ in range(rng.randrange(1, 6))]
        if rng.random() < 0.7:
            words[0] = rng.choice(ENDING)
        _scene(inner)
        there = set(folder.iterdir())
        with contextlib.chdir(inner):
            _run(counts, repr(words), partial(_call, words))
        counts.faults += [f"outside: {words} {name}" for name in set(folder.iterdir()) - there]
        shutil.rmtree(inner)
    return counts


def _scene(folder: Path) -> None:
    invented.package(folder / "包")
    (folder / "空").mkdir()
    for name in ("坏.docx", "坏.xlsx"):
        (folder / name).write_bytes(b"PK\x03\x04 bad")
    os.mkfifo(folder / "管道")
    (folder / "链接").symlink_to("链接")


def _call(words: list[str]) -> None:
    result = CliRunner().invoke(main, words, prog_name="nigao")
    error = result.exception
    if error is not None and not isinstance(error, SystemExit):
        raise error
    assert result.exit_code in (0, 1, 2), f"message: exit status {result.exit_code}"
    assert "程序出错" not in result.stderr, "traceback: caught by the last net"


SORT_OF = {
    "cells": cells,
    "yaml": yaml,
    "workbooks": workbooks,
    "sheets": sheets,
    "lines": lines,
}
"""The fuzzers by name."""


def fuzz(which: str, seed: int, count: int) -> Counts:
    """Run a fuzzer in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder, kinds_read_once():
        return SORT_OF[which](random.Random(f"{which} {seed}"), count, Path(folder))
