"""Next year's package out of this year's: structure and standing text kept, figures and facts emptied."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model.dataset import Dataset, IndicatorRow
from generator.model.kind import FieldType, FormRow, Kind, RecordSpec
from generator.package.textfiles import Style, csv_text, decoded, encoded, rows_of
from generator.package.workbook import settings_sheet as settings

_SETTINGS, _INDICATORS, _FIGURES, _NAMES, _README = (
    "report.yaml",
    "indicators.csv",
    "figures.csv",
    "names.csv",
    "README.md",
)
_YEAR = re.compile(r"(?<!\d)(\d{4})(?=年)")
_NOT_TEXT = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.S)
_QUOTED = re.compile(r"《[^《》]*》|〔[^〔〕]*〕")
_FACTS = {FieldType.NUMBER, FieldType.DATE, FieldType.LIST, FieldType.FLAG}
_RECORD = re.compile(r"(\w+)\['([^']+)'\]")


@dataclass(frozen=True)
class Stale:
    """A year in the people's text that was left as it stands: the file, its line, the year, the words around it."""

    file: str
    line: int
    year: int
    words: str

    def __str__(self) -> str:
        return f"{self.file} 第{self.line}行：{self.year}年（…{self.words}…）"


@dataclass(frozen=True)
class NewPackage:
    """The files of the new package, the years left in its texts, and what a person should do next."""

    files: Mapping[str, bytes]
    stale: tuple[Stale, ...]
    todo: tuple[str, ...]


def link(target: Path, source: Path) -> str:
    """What ``previous`` in the new package says: the way from it to last year's."""
    return Path(os.path.relpath(source.resolve(), target.resolve())).as_posix()


def make(
    files: Mapping[str, bytes], dataset: Dataset, kind: Kind, year: int, previous: str
) -> NewPackage:
    """The package of ``year`` out of the files of last year's (``dataset``), ``kind`` with the catalogue of ``year``.

    Emptied: the cells of the form, figures without a formula, records. Kept: rows and formulas, files that only tie
    names to keys, lists that belong to the texts, and the keys of records that a text names. ``previous`` links the
    new package to last year's.
    """
    old = dataset.settings.year
    asked = _asked(files)
    made: dict[str, bytes] = {}
    stale: list[Stale] = []
    for file, data in files.items():
        read = decoded(data)
        if file == _README:
            continue
        if read is None or file == _NAMES:
            made[file] = data
            continue
        text, style = read
        if file == _SETTINGS:
            text = _settings(text, old, year, previous)
        elif file == _INDICATORS:
            text = _indicators(text, dataset, kind, year)
        elif file == _FIGURES:
            text = _figures(text)
        elif file.endswith(".csv"):
            text = _records(
                text,
                next((spec for spec in kind.records if f"{spec.stem}.csv" == file), None),
                kind,
                asked,
            )
        else:
            text, left = _rolled(text, file, old, year)
            stale += left
        made[file] = encoded(text, style)
    todo = tuple(_steps(dataset, kind, year, stale))
    made[_README] = encoded(_readme(dataset, year, previous, todo, stale), Style())
    return NewPackage(made, tuple(stale), todo)


def _asked(files: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """The records that texts and sections name by key."""
    texts = (
        read[0]
        for file, data in files.items()
        if file.endswith((".md", ".j2")) and (read := decoded(data))
    )
    return {(name, key) for text in texts for name, key in _RECORD.findall(text)}


def _settings(text: str, old: int, year: int, previous: str) -> str:
    """report.yaml of the new year: year words and dates rolled, the number's serial blank, last year linked; files
    beside last year's package are found from the new one."""
    values = {item.path: _setting(item, old, year) for item in settings.items(text)}
    if values.get("names"):
        values["names"] = Path(os.path.normpath(Path(previous) / values["names"])).as_posix()
    told = settings.merged(text, {**values, "year": str(year)})
    if "previous" in values:
        return settings.merged(told, {**values, "year": str(year), "previous": previous})
    return re.sub(
        r"(?m)^(year:.*)$", lambda found: f"{found[1]}\nprevious: {previous}", told, count=1
    )


def _setting(item: settings.Item, old: int, year: int) -> str:
    if item.tag == "tag:yaml.org,2002:timestamp":
        return re.sub(r"^\d{4}", lambda found: str(int(found[0]) + year - old), item.text).replace(
            "-02-29", "-02-28"
        )
    if item.path == "number":
        return re.sub(r"\d+(?=号)", "", item.text.replace(f"〔{old}〕", f"〔{year}〕"))
    return _YEAR.sub(lambda found: _roll(found[1], old, year), item.text)


def _roll(there: str, old: int, year: int) -> str:
    """This year's number becomes next year's, and next year's that of the year after; others stay."""
    return str(int(there) + year - old) if int(there) in (old, old + 1) else there


def _indicators(text: str, dataset: Dataset, kind: Kind, year: int) -> str:
    """The form of the new year, cells blank; computed cells and departments follow their rows."""
    if not kind.catalogue:
        return text
    head = rows_of(text)[0]
    by_code = {row.form.code: row for row in dataset.indicators}
    by_key = {row.form.key: row for row in reversed(dataset.indicators) if row.form.key}
    same = [row.form for row in dataset.indicators] == list(kind.catalogue.values())
    rows: list[Sequence[str]] = [head]
    for form in kind.catalogue.values():
        if form.is_heading:
            continue
        there = _followed(form, {} if same else kind.mapping, by_code, by_key if not same else None)
        cells = {
            "代码": form.code,
            "指标": form.label.replace("{year}", str(year)),
            "数值": "=" if there and there.computed and form.formula else "",
            "来源": there.department if there else "",
        }
        rows.append([cells.get(name.strip(), "") for name in head])
    return csv_text(rows)


def _followed(
    form: FormRow,
    mapping: Mapping[str, tuple[str, ...]],
    by_code: Mapping[str, IndicatorRow],
    by_key: Mapping[str, IndicatorRow] | None,
) -> IndicatorRow | None:
    """The row of last year's form that a row follows; None for a new one."""
    if form.code in mapping:
        codes = mapping[form.code]
        return by_code.get(codes[0]) if codes else None
    return by_code.get(form.code) if by_key is None else by_key.get(form.key)


def _figures(text: str) -> str:
    """Figures without their values; what a note says of last year's value goes with it."""

    def emptied(row: dict[str, str]) -> dict[str, str]:
        note = "" if re.search(r"\d|照原样", row.get("说明", "")) else row.get("说明", "")
        told = {"数值": "", "说明": note}
        return {**row, **told, **({} if row.get("公式", "").strip() else {"修饰": ""})}

    return _each(text, emptied)


def _each(text: str, change: Callable[[dict[str, str]], dict[str, str] | None]) -> str:
    """A CSV text with every row changed, or left out (None)."""
    rows = rows_of(text)
    if not rows:
        return text
    head = [name.strip() for name in rows[0]]
    made = (change(dict(zip(head, row, strict=False))) for row in rows[1:])
    return csv_text(
        [rows[0], *([row.get(name, "") for name in head] for row in made if row is not None)]
    )


def _records(text: str, spec: RecordSpec | None, kind: Kind, asked: set[tuple[str, str]]) -> str:
    """A record file without its rows; one that is carried over, ties names to keys, or only serves texts, is kept."""
    if spec is None or spec.carried or spec.name in kind.outside or _only_ties(spec):
        return text
    key = next(field.name for field in spec.fields if field.type is FieldType.KEY)
    stays = {
        field.name
        for field in spec.fields
        if field.required or field.type in (FieldType.CHOICE, FieldType.FLAG)
    }

    def emptied(row: dict[str, str]) -> dict[str, str] | None:
        if (spec.name, row.get(key, "").strip()) not in asked:
            return None
        return {name: cell if name in stays else "" for name, cell in row.items()}

    return _each(text, emptied)


def _only_ties(spec: RecordSpec) -> bool:
    """Whether the rows of a file say which key is called what, and hold no fact of a year."""
    types = {field.type for field in spec.fields}
    return FieldType.FIGURE_KEY in types and not types & _FACTS


def _rolled(text: str, file: str, old: int, year: int) -> tuple[str, list[Stale]]:
    """A text with its year words rolled; years of other times, and those in titles of documents, are left and told."""
    kept = [found.span() for pattern in (_NOT_TEXT, _QUOTED) for found in pattern.finditer(text)]
    tags = [found.span() for found in _NOT_TEXT.finditer(text)]

    def roll(found: re.Match[str]) -> str:
        inside = any(start <= found.start() < end for start, end in kept)
        return found[1] if inside else _roll(found[1], old, year)

    told = _YEAR.sub(roll, text)
    left = [
        found
        for found in _YEAR.finditer(text)
        if roll(found) == found[1]
        and int(found[1]) < year
        and not any(start <= found.start() < end for start, end in tags)
    ]
    return told, [_stale(text, file, found) for found in left]


def _stale(text: str, file: str, found: re.Match[str]) -> Stale:
    words = _NOT_TEXT.sub("", text[max(0, found.start() - 8) : found.end() + 10])
    return Stale(
        file, text.count("\n", 0, found.start()) + 1, int(found[1]), " ".join(words.split())
    )


def _steps(dataset: Dataset, kind: Kind, year: int, stale: Sequence[Stale]) -> Iterator[str]:
    if dataset.settings.number:
        yield "report.yaml 的发文字号还缺号数"
    if dataset.settings.signature or dataset.settings.imprint:
        yield "report.yaml 的日期照上年推后，请核对"
    yield f"各表的数和记录已清空，请填{year}年的"
    carried = [
        f"{spec.stem}.csv"
        for spec in kind.records
        if spec.carried and dataset.records[spec.name].rows
    ]
    if carried:
        yield f"{'、'.join(carried)} 照抄上年，请核对"
    if any(row.as_filed for row in dataset.indicators):
        yield "上年照原样印出的格子（原样=是）已恢复为统计表的规定"
    if dataset.texts:
        yield "text/ 里的文字照抄上年，请逐篇改写"
    if stale:
        yield f"文字里还有{len(stale)}处旧的年份，请核对"


def _readme(
    dataset: Dataset, year: int, previous: str, todo: Sequence[str], stale: Sequence[Stale]
) -> str:
    place = dataset.settings.place.get("name", "")
    lines = [
        f"# {place}{year}年数据包",
        "",
        f"由上年数据包 {previous} 生成。",
        "",
        "## 要做的事",
        "",
        *(f"- {item}" for item in todo),
    ]
    if stale:
        lines += ["", "## 文字里旧的年份", "", *(f"- {item}" for item in stale)]
    return "\n".join(lines) + "\n"
