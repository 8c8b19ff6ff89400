"""report.yaml as rows of a sheet, an item a row, and back: what did not change keeps its text, comments included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from generator.package.workbook.celltext import RawCell
from generator.package.workbook.sheet import Grid

HEAD = ("项目", "值", "代号")
LABELS = {
    "kind": "报告种类",
    "year": "年度",
    "cutoff": "数据截止日期",
    "form": "公文形式",
    "place": "本地",
    "partner": "协作方",
    "name": "名称",
    "short": "简称",
    "level": "级别",
    "city": "所在市",
    "province": "所在省",
    "previous": "上年数据包",
    "names": "共用名册",
    "organs": "发文机关",
    "suffix": "机关标志后缀",
    "number": "发文字号",
    "signers": "签发人",
    "copy_number": "份号",
    "secrecy": "密级",
    "urgency": "紧急程度",
    "title": "公文标题",
    "addressee": "主送机关",
    "letter": "呈报语",
    "signature": "署名",
    "date": "日期",
    "seal": "印章",
    "after": "位置",
    "report_title": "报告题名",
    "report_subtitle": "报告副题",
    "appendices": "附件",
    "parts": "部分",
    "text": "文字",
    "table": "表",
    "imprint": "版记",
    "issuer": "印发机关",
    "copy_to": "抄送",
    "headings": "标题层次",
    "format": "编号样式",
    "run_in": "段内标题",
    "fonts": "字体",
    "layout": "版式",
    "page_number": "页码",
    "checks": "核对",
    "annexes": "附件样式",
    "label": "标签",
    "note": "附件说明",
    "subtitle": "副题",
    "columns": "增列",
    "heads": "列名",
    "lines": "表前",
    "notes": "表注",
}
CHOICES = {
    "letter": ("true", "false"),
    "signature.seal": ("true", "false"),
    "signature.after": ("letter", "report"),
    "form": ("formal", "plain"),
    "page_number": ("standard", "center", "none"),
}


@dataclass(frozen=True)
class Item:
    """A value of report.yaml: its path (``signature.organs.0``), its text, where it stands (None: not by itself)."""

    path: str
    text: str
    tag: str
    span: tuple[int, int] | None = None
    style: str | None = None


def items(text: str) -> list[Item]:
    """The values of a YAML text in order. Raises yaml.YAMLError."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    return list(_items(node, "")) if node is not None else []


def _items(node: yaml.Node, path: str) -> Iterator[Item]:
    if isinstance(node, yaml.MappingNode) and node.value:
        for key, value in node.value:
            yield from _items(value, f"{path}.{key.value}" if path else str(key.value))
    elif isinstance(node, yaml.SequenceNode) and node.value:
        for place, value in enumerate(node.value):
            yield from _items(value, f"{path}.{place}")
    elif isinstance(node, yaml.ScalarNode):
        plain = node.style in (None, "'", '"')
        span = (node.start_mark.index, node.end_mark.index) if plain else None
        yield Item(path, str(node.value), node.tag, span, node.style)
    else:
        yield Item(path, "[]" if isinstance(node, yaml.SequenceNode) else "{}", node.tag)


def label(path: str) -> str:
    """The item in Chinese: 署名·日期, 附件1·名称."""
    words: list[str] = []
    for part in path.split("."):
        if part.isdigit() and words and words[0] != LABELS["headings"]:
            words[-1] += str(int(part) + 1)
        else:
            words.append(LABELS.get(part, part))
    return "·".join(words)


def read_rows(grid: Grid) -> tuple[dict[str, str], dict[str, int]]:
    """The values of the sheet by path, and the row of each."""
    values, rows = {}, {}
    for row in range(2, grid.last_row + 1):
        path = str(grid.at(row, 3).value or "").strip()
        if path:
            values[path], rows[path] = _told(grid.at(row, 2)), row
    return values, rows


def _told(cell: RawCell) -> str:
    match cell.value:
        case None:
            return ""
        case bool():
            return "true" if cell.value else "false"
        case dt.datetime() | dt.date():
            return cell.value.strftime("%Y-%m-%d")
        case float() if cell.value.is_integer():
            return str(int(cell.value))
        case _:
            return str(cell.value).replace("\r\n", "\n")


def merged(original: str, values: Mapping[str, str]) -> str:
    """``original`` with the values of the sheet: text by text where the items are the same, else written anew."""
    there = items(original) if original else []
    if [item.path for item in there] != list(values) or any(
        item.span is None and values[item.path] != item.text for item in there
    ):
        return _anew({item.path: item for item in there}, values)
    text = original
    for item in reversed(there):
        if item.span is not None and values[item.path] != item.text:
            text = (
                text[: item.span[0]]
                + _scalar(values[item.path], item.tag, item.style)
                + text[item.span[1] :]
            )
    return text


def _scalar(text: str, tag: str, style: str | None) -> str:
    """A value in the way in which it was written before: a text stays a text, quoted where it must be."""
    if tag != "tag:yaml.org,2002:str":
        return text
    plain = style is None and text and _resolves_to_text(text) and "\n" not in text
    return text if plain else _quoted(text)


def _resolves_to_text(text: str) -> bool:
    try:
        return bool(
            yaml.safe_load(f"a: {text}\n") == {"a": text} and yaml.safe_load(f"[{text}]") == [text]
        )
    except yaml.YAMLError:
        return False


def _quoted(text: str) -> str:
    told = yaml.safe_dump(
        text, allow_unicode=True, width=10**6, default_style="'" if "\n" not in text else '"'
    )
    return told.removesuffix("\n...\n").rstrip("\n")


def _anew(there: Mapping[str, Item], values: Mapping[str, str]) -> str:
    root: dict[str, Any] = {}
    for path, text in values.items():
        _put(root, path.split("."), _value(text, there.get(path)))
    return yaml.safe_dump(_lists(root), allow_unicode=True, sort_keys=False, width=10**6)


def _value(text: str, item: Item | None) -> Any:
    if item is not None and item.tag == "tag:yaml.org,2002:str":
        return text
    try:
        return yaml.safe_load(text) if text else ""
    except yaml.YAMLError:
        return text


def _put(where: dict[str, Any], path: Sequence[str], value: Any) -> None:
    for part in path[:-1]:
        where = where.setdefault(part, {})
    where[path[-1]] = value


def _lists(node: Any) -> Any:
    """Mappings whose keys are 0, 1, 2 … are lists (heading levels begin with 1 and stay as they are)."""
    if not isinstance(node, dict):
        return node
    told = {key: _lists(value) for key, value in node.items()}
    if told and all(key.isdigit() for key in told):
        numbers = sorted(map(int, told))
        if numbers[0] == 0:
            return [told[str(number)] for number in numbers]
        return {int(key): value for key, value in told.items()}
    return told
