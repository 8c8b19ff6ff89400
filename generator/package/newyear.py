"""Next year's package out of this year's: structure and standing text kept, figures and facts
emptied."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.model import files
from generator.model.dataset import Dataset, IndicatorRow
from generator.model.inputs import inside, resolved
from generator.model.kind import FieldType, FormRow, Kind, RecordSpec
from generator.model.settings import OriginSettings
from generator.package import settings_text
from generator.package.intake.regular import regular_text
from generator.package.origin import with_origin
from generator.package.settings_text import DATE, SettingItem
from generator.package.tablespecs import STATE_COLUMNS
from generator.package.textfiles import TextFile, TextStyle, csv_text, decoded, encoded, rows_of

_TEXT_ENDINGS = (files.TEXT_ENDING, ".j2")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?=年)")
_CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.S)
_QUOTED = re.compile(r"《[^《》]*》|〔[^〔〕]*〕")
_FACTS = {
    FieldType.NUMBER,
    FieldType.DATE,
    FieldType.LIST,
    FieldType.FLAG,
    FieldType.WORD_OR_NUMBER,
}
_SORTING = (FieldType.CHOICE, FieldType.FLAG)
"""Columns that only say what sort of thing a record is."""
_RECORD = re.compile(r"(\w+)\['([^']+)'\]")
_SERIAL = re.compile(r"\d+(?=号)")
_DIGITS_OF_YEAR = re.compile(r"^\d{4}")
_YEAR_LINE = re.compile(r"(?m)^(year:.*)$")
_OLD_VALUE = re.compile(r"\d|照原样")
"""How the note of a figure speaks of last year's value."""
_WORDS_BEFORE, _WORDS_AFTER = 8, 10

CsvRow = dict[str, str]


@dataclass(frozen=True)
class Stale:
    """A year in the people's text that was left as it stands: the file, its line, the year, the
    words around it."""

    file: str
    line: int
    year: int
    words: str

    def __str__(self) -> str:
        return f"{self.file} 第{self.line}行：{self.year}年（…{self.words}…）"


@dataclass(frozen=True)
class NewPackage:
    """The files of the new package, the years left in its texts, and what a person should do
    next."""

    files: Mapping[str, bytes]
    stale: tuple[Stale, ...]
    todo: tuple[str, ...]


@dataclass(frozen=True)
class _Roll:
    """From one year to another: ``dataset`` is the old package, ``kind`` has the new catalogue,
    ``origin`` leads from the new package to the old one (``apart``: which must be put there first),
    ``asked`` are the records that texts name."""

    dataset: Dataset
    kind: Kind
    year: int
    origin: OriginSettings
    asked: frozenset[tuple[str, str]]
    apart: bool

    @property
    def old(self) -> int:
        """The year of the old package."""
        return self.dataset.settings.year

    @property
    def previous(self) -> str:
        """The way to last year's package; "" where the old one is of an earlier year."""
        return self.origin.package if self.year == self.old + 1 else ""

    def rolled(self, year: str) -> str:
        """This year becomes next year, and next year the year after; others stay."""
        ours = (self.old, self.old + 1)
        return str(int(year) + self.year - self.old) if int(year) in ours else year


def is_apart(target: Path, source: Path) -> bool:
    """Whether last year's package does not lie in the folder in which the new one does: a package
    reads nothing there."""
    return not inside(resolved(target).parent, source)


def link(target: Path, source: Path) -> str:
    """What ``previous`` in the new package says: the way from it to last year's, beside it."""
    there = resolved(source)
    if is_apart(target, source):
        return f"../{there.name}"
    return Path(os.path.relpath(there, resolved(target))).as_posix()


def make(
    package: Mapping[str, bytes],
    dataset: Dataset,
    kind: Kind,
    year: int,
    origin: OriginSettings,
    *,
    apart: bool = False,
) -> NewPackage:
    """The package of ``year`` out of the files of last year's (``dataset``), ``kind`` with the
    catalogue of ``year``.

    Emptied: the cells of the form, figures without a formula, records. Kept: rows and formulas,
    files that only tie names to keys, lists that belong to the texts, and the keys of records that
    a text names. ``origin`` is said in the new package, which compares with that one where it is of
    the year before; ``apart`` says that it does not lie there yet.
    """
    read = {file: decoded(data) for file, data in package.items()}
    texts = {file: text for file, text in read.items() if text is not None}
    roll = _Roll(dataset, kind, year, origin, frozenset(_asked(texts)), apart)
    new: dict[str, bytes] = {}
    stale: list[Stale] = []
    for file, data in package.items():
        there = texts.get(file)
        if file == files.README:
            continue
        if there is None or file in (files.NAMES, files.MAPPING) or files.in_templates(file):
            new[file] = data
            continue
        shaped = regular_text(file, there.text, kind, dataset.settings.year)
        text, left = _next_year(file, shaped, roll)
        new[file] = encoded(text, there.style)
        stale += left
    todo = tuple(_steps(roll, len(stale)))
    new[files.README] = encoded(_readme(roll, todo, stale), TextStyle())
    return NewPackage(new, tuple(stale), todo)


def _asked(texts: Mapping[str, TextFile]) -> Iterator[tuple[str, str]]:
    """The records that texts and sections name by key: name of the record file, key."""
    for file, text in texts.items():
        if file.endswith(_TEXT_ENDINGS):
            yield from _RECORD.findall(text.text)


def _next_year(file: str, text: str, roll: _Roll) -> tuple[str, list[Stale]]:
    """The text of a file for the new year, and the years that were left in it."""
    if file == files.REPORT:
        return _settings(text, roll), []
    if file == files.INDICATORS:
        return _indicators(text, roll), []
    if file == files.FIGURES:
        return _each(text, _without_value), []
    if file == files.DEPARTMENTS:
        blank = dict.fromkeys(("期限", *STATE_COLUMNS), "")
        return _each(text, lambda row: {**row, **blank}), []
    if file.endswith(files.TABLE_ENDING):
        return _records(file, text, roll), []
    return _rolled_text(file, text, roll)


def _settings(text: str, roll: _Roll) -> str:
    """report.yaml of the new year: year words and dates rolled, the number's serial blank, last
    year linked, the origin said; files beside last year's package are found from the new one."""
    values = {item.path: _setting(item, roll) for item in settings_text.items(text)}
    values["year"] = str(roll.year)
    if values.get("names"):
        beside = os.path.normpath(Path(roll.origin.package) / values["names"])
        values["names"] = Path(beside).as_posix()
    if values.get("reference", "").startswith("../"):
        there = os.path.normpath(Path(roll.origin.package) / values["reference"])
        values["reference"] = Path(there).as_posix()
    is_linked = "previous" in values
    if is_linked:
        values["previous"] = roll.previous
    rolled = settings_text.with_values(text, values)
    if roll.previous and not is_linked:
        rolled = _YEAR_LINE.sub(
            lambda year: f"{year[1]}\nprevious: {roll.previous}", rolled, count=1
        )
    return with_origin(rolled, roll.origin)


def _setting(item: SettingItem, roll: _Roll) -> str:
    years = roll.year - roll.old
    if item.tag == DATE:
        later = _DIGITS_OF_YEAR.sub(lambda year: str(int(year[0]) + years), item.text)
        return later.replace("-02-29", "-02-28")
    if item.path == "number":
        return _SERIAL.sub("", item.text.replace(f"〔{roll.old}〕", f"〔{roll.year}〕"))
    return _YEAR.sub(lambda year: roll.rolled(year[1]), item.text)


def _indicators(text: str, roll: _Roll) -> str:
    """The form of the new year, cells blank; computed cells and departments follow their rows."""
    if not roll.kind.catalogue:
        return text
    head = rows_of(text)[0]
    rows: list[Sequence[str]] = [head]
    followed = _followed_rows(roll)
    for form in roll.kind.catalogue.values():
        if not form.is_heading:
            cells = _form_cells(form, followed.get(form.code), roll.year)
            rows.append([cells.get(name.strip(), "") for name in head])
    return csv_text(rows)


def _form_cells(form: FormRow, followed: IndicatorRow | None, year: int) -> CsvRow:
    """A blank row of the form; what is computed and who files it is as in the row that it
    follows."""
    computed = followed is not None and followed.computed and form.formula
    return {
        "代码": form.code,
        "指标": form.label_of(year),
        "数值": "=" if computed else "",
        "来源": followed.department if followed else "",
        "说明": form_note(form),
    }


def form_note(form: FormRow) -> str:
    """What a row of the form says to those who fill it in: its unit, and the key that texts know it
    by."""
    said = (("单位", form.unit), ("键", form.key))
    return "，".join(f"{what}：{word}" for what, word in said if word)


def _followed_rows(roll: _Roll) -> dict[str, IndicatorRow]:
    """The rows of last year's form that rows of this year's follow, by code.

    That is the same row where the catalogue is the same, else the one that the kind's mapping
    names, else the one with the same key.
    """
    old, forms = roll.dataset.indicators, roll.kind.catalogue
    by_code = {row.form.code: row for row in old}
    if [row.form for row in old] == list(forms.values()):
        return by_code
    followed = _with_same_key(old, forms)
    for code, old_codes in roll.kind.mapping.items():
        followed.pop(code, None)
        there = by_code.get(old_codes[0]) if old_codes else None
        if there is not None:
            followed[code] = there
    return followed


def _with_same_key(
    old: Sequence[IndicatorRow], forms: Mapping[str, FormRow]
) -> dict[str, IndicatorRow]:
    by_key = {row.form.key: row for row in reversed(old) if row.form.key}
    return {code: by_key[form.key] for code, form in forms.items() if form.key in by_key}


def _without_value(row: CsvRow) -> CsvRow:
    """A figure without its value; what its note says of last year's value goes with it."""
    emptied = {**row, "数值": ""}
    if _OLD_VALUE.search(row.get("说明", "")):
        emptied["说明"] = ""
    if not row.get("公式", "").strip():
        emptied["修饰"] = ""
    return emptied


def _each(
    text: str,
    change: Callable[[CsvRow], CsvRow],
    keeps: Callable[[CsvRow], bool] = bool,
) -> str:
    """A CSV text with the rows that are kept (all that there are), each changed."""
    rows = rows_of(text)
    if not rows:
        return text
    head = [name.strip() for name in rows[0]]
    there = (dict(zip(head, row, strict=False)) for row in rows[1:])
    changed = map(change, filter(keeps, there))
    return csv_text([rows[0], *([row.get(name, "") for name in head] for row in changed)])


def _records(file: str, text: str, roll: _Roll) -> str:
    """A record file without its rows, but for those that a text names, of which key, choices and
    flags stay; one that holds no facts of a year is kept, whole or the columns that its kind
    says (沿用)."""
    specs = {spec.file: spec for spec in roll.kind.records}
    spec = specs.get(file)
    if spec is None or (_holds_no_facts(spec, roll.kind) and not spec.kept):
        return text
    if spec.kept:
        return _each(text, partial(_only, headings={spec.key_field.name, *spec.kept}))
    name, key, standing = spec.name, spec.key_field.name, _standing(spec)

    def is_asked(row: CsvRow) -> bool:
        return (name, row.get(key, "").strip()) in roll.asked

    return _each(text, partial(_only, headings=standing), is_asked)


def _only(row: CsvRow, headings: Collection[str]) -> CsvRow:
    """A row whose other cells are blank."""
    return {heading: cell for heading, cell in row.items() if heading in headings}


def _standing(spec: RecordSpec) -> set[str]:
    """The columns whose cells stay where a record stays."""
    return {field.name for field in spec.fields if field.required or field.type in _SORTING}


def _holds_no_facts(spec: RecordSpec, kind: Kind) -> bool:
    """Whether a file is part of the outline, only serves texts, or ties names to keys."""
    return spec.carried or spec.name in kind.outside or _only_ties(spec)


def _only_ties(spec: RecordSpec) -> bool:
    """Whether the rows of a file say which key is called what, and hold no fact of a year."""
    types = {field.type for field in spec.fields}
    return FieldType.FIGURE_KEY in types and not types & _FACTS


def _rolled_text(file: str, text: str, roll: _Roll) -> tuple[str, list[Stale]]:
    """A text with its year words rolled; years of other times, and those in titles of documents,
    are left and told."""
    code = _spans(_CODE, text)
    kept = [*code, *_spans(_QUOTED, text)]

    def next_year(year: re.Match[str]) -> str:
        return year[1] if _inside(year, kept) else roll.rolled(year[1])

    def is_left(year: re.Match[str]) -> bool:
        return next_year(year) == year[1] and not _inside(year, code)

    years = [year for year in _YEAR.finditer(text) if int(year[1]) < roll.year]
    stale = [_stale(text, file, year) for year in filter(is_left, years)]
    return _YEAR.sub(next_year, text), stale


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def _inside(match: re.Match[str], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= match.start() < end for start, end in spans)


def _stale(text: str, file: str, year: re.Match[str]) -> Stale:
    around = text[max(0, year.start() - _WORDS_BEFORE) : year.end() + _WORDS_AFTER]
    words = " ".join(_CODE.sub("", around).split())
    return Stale(file, text.count("\n", 0, year.start()) + 1, int(year[1]), words)


def _steps(roll: _Roll, stale: int) -> Iterator[str]:
    """What a person should do next; ``stale`` years were left in texts."""
    settings, carried = roll.dataset.settings, _carried_files(roll)
    as_filed = any(row.as_filed for row in roll.dataset.indicators)
    dated = [part.date for part in (settings.signature, settings.imprint) if part]
    written = any(text.written for text in roll.dataset.texts.values())
    steps = {
        f"上年数据包不在旁边，请复制到 {roll.previous}，否则不写增长情况": roll.apart
        and bool(roll.previous),
        f"共用名册不在旁边，请复制到 {settings.names}": roll.apart and bool(settings.names),
        f"没有{roll.year - 1}年的数据包，不写增长情况": not roll.previous,
        "report.yaml 的发文字号还缺号数": bool(settings.number),
        "report.yaml 的日期照上年推后，请核对": any(dated),
        f"各表的数和记录已清空，请填{roll.year}年的": True,
        f"{'、'.join(carried)} 照抄上年，请核对": bool(carried),
        "上年照原样印出的格子（原样=是）已恢复为统计表的规定": as_filed,
        "text/ 里的文字照抄上年，请逐篇改写": written,
        f"文字里还有{stale}处旧的年份，请核对": stale > 0,
    }
    return (step for step, is_due in steps.items() if is_due)


def _carried_files(roll: _Roll) -> list[str]:
    """The record files whose rows were kept since they are part of the outline, with the columns
    that were kept where not all were."""
    records = roll.dataset.records
    carried = [spec for spec in roll.kind.records if spec.carried and records[spec.name].rows]
    return [spec.file + (f"的{'、'.join(spec.kept)}" if spec.kept else "") for spec in carried]


def _readme(roll: _Roll, todo: Sequence[str], stale: Sequence[Stale]) -> str:
    place = roll.dataset.settings.place.get("name", "")
    lines = [f"# {place}{roll.year}年数据包", "", f"由数据包 {roll.origin.package} 生成。", ""]
    lines += ["## 要做的事", "", *(f"- {step}" for step in todo)]
    if stale:
        lines += ["", "## 文字里旧的年份", "", *(f"- {year}" for year in stale)]
    return "\n".join(lines) + "\n"
