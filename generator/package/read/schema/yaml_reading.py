"""A YAML file of a kind read by its model: every fault with its line and the nearest name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import yaml
from msgspec import Struct
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model import limits
from generator.model.cell import Source
from generator.model.digits import whole_number
from generator.model.errors import DataError, Problem, excerpt
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package import yamltext
from generator.package.intake.characters import without_unseen
from generator.package.read.schema.keys import names_at
from generator.package.read.schema.nearest import choices, nearest, or_nearest
from generator.package.read.schema.slips import slips_of_keys, syntax_problem
from generator.package.read.tablefile import decode, forbidden_line
from generator.package.textfiles import with_unix_ends

Path_ = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)
_QUOTED = 40
_MOST = 2_000
"""Keys and values among which a word is looked for inside longer ones."""
_IN_QUOTES = regex(r"“([^“”]+)”")
_EXPECTED = {
    "string_type": "文字",
    "int_parsing": "整数",
    "int_type": "整数",
    "int_from_float": "整数",
    "float_parsing": "数",
    "float_type": "数",
    "finite_number": "数",
    "bool_type": "true 或 false",
    "bool_parsing": "true 或 false",
    "tuple_type": "清单（每项一行，以“- ”开头）",
    "mapping_type": "“项: 值”的清单",
    "dict_type": "“项: 值”的清单",
    "model_type": "“项: 值”的清单",
    "model_attributes_type": "“项: 值”的清单",
    "dataclass_type": "“项: 值”的清单",
}
"""What should stand there, by the kind of fault that pydantic tells."""
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
_MISSING = ("missing", "missing_argument")
_SHORT = ("too_short", "string_too_short")


class YamlText(Struct, frozen=True, dict=True):
    """A YAML file as it is written; messages call it ``shown``."""

    shown: str
    text: str

    @cached_property
    def _root(self) -> yaml.Node | None:
        return yamltext.quickly_composed(self.text)

    def row_of(self, path: Sequence[str | int]) -> int:
        """The line of what stands at a path, or of what it would stand in."""
        return _reached(self._root, path)[1]

    def real(self, path: Sequence[str | int]) -> Path_:
        """The beginning of a path that is there; what pydantic calls the types that it tried is
        left out."""
        return _reached(self._root, path)[0]

    def templates(self) -> Iterator[tuple[str, int]]:
        """The values that hold a tag, with their lines."""
        if "{{" in self.text or "{%" in self.text:
            for node in reversed(list(_scalars(self._root))):
                if "{{" in node.value or "{%" in node.value:
                    yield node.value, node.start_mark.line + 1

    def located(self, problem: Problem) -> Problem:
        """A problem of this file with its line: that of its item, else that where the first word
        stands which it quotes."""
        if problem.file != self.shown or problem.row is not None:
            return problem
        if problem.column:
            return replace(problem, row=self.row_of(tuple(problem.column.split("."))))
        quoted = _IN_QUOTES.findall(problem.message)
        return replace(problem, row=self._row_of_words(quoted))

    def _row_of_words(self, words: Sequence[str]) -> int:
        """The line of the first word that is a key or a value, else of one that stands in one."""
        rows = self._rows
        whole = [rows[word] for word in words if word in rows]
        if whole or len(rows) > _MOST:
            return next(iter(whole), 1)
        ways = [regex(rf"(?<!\w){re.escape(word)}(?!\w)") for word in words]
        inside = [row for way in ways for value, row in rows.items() if way.search(value)]
        return next(reversed(inside), 1)

    @cached_property
    def _rows(self) -> dict[str, int]:
        """The line of every key and value."""
        return {node.value: node.start_mark.line + 1 for node in _scalars(self._root)}


def template_lines(written: Iterable[YamlText]) -> dict[str, Source]:
    """Every template of one line in YAML files of a kind, and where it stands first."""
    found: dict[str, Source] = {}
    for text in written:
        for line, row in text.templates():
            found.setdefault(line, Source(text.shown, row))
    return found


def read_model(path: Path, shown: str, model: type[Model]) -> tuple[Model, YamlText]:
    """The content of a YAML file, and how it is written.

    Raises InputError (missing, encoding) or DataError with every fault.
    """
    text = without_unseen(with_unix_ends(decode(path, shown, limits.YAML_BYTES)))
    faults = list(forbidden_line(text, shown))
    if faults:
        raise DataError(faults)
    try:
        content = yamltext.quickly_loaded(text)
    except yaml.YAMLError as error:
        raise DataError(syntax_problem(error, text, shown)) from None
    if content is None:
        raise DataError(Problem("是空的", "请照样例写；没有内容的写 {}", shown, 1))
    try:
        return model.model_validate(content), YamlText(shown, text)
    except ValidationError as error:
        written = YamlText(shown, text)
        raise DataError(_faults(error, model, written)) from None


def _faults(error: ValidationError, model: object, written: YamlText) -> list[Problem]:
    """What is wrong with the content, a problem for each slip."""
    whole = _by_path(error, written)
    slips = list(slips_of_keys(written.text, written.shown))
    if slips and any(tried[0]["type"] in _EXPECTED for tried in whole.values()):
        return slips
    meant = _renamed(whole)
    for path in meant.values():
        whole.pop(path, None)
    return [
        _fault(path, tried, _known(path, model, meant), written) for path, tried in whole.items()
    ]


def _renamed(whole: Mapping[Path_, Sequence[ErrorDetails]]) -> dict[Path_, Path_]:
    """The missing key that an unknown one is like, by the unknown one's path."""
    missing = [path for path, tried in whole.items() if tried[0]["type"] in _MISSING]
    unknown = [path for path, tried in whole.items() if tried[0]["type"] in _UNKNOWN]
    return {path: _meant(path, missing) for path in unknown}


def _by_path(error: ValidationError, written: YamlText) -> dict[Path_, list[ErrorDetails]]:
    """What pydantic tells by the item that it is about, of each all the types that were tried."""
    items: dict[Path_, list[ErrorDetails]] = defaultdict(list)
    for item in error.errors():
        items[_path(item, written)].append(item)
    return {path: items[path] for path in items if not _is_of_another_type(path, items)}


def _meant(path: Path_, missing: Collection[Path_]) -> Path_:
    """The missing key beside an unknown one that is like it: one slip, told once; () for none."""
    beside = [str(other[-1]) for other in missing if other[:-1] == path[:-1]]
    near = nearest(str(path[-1]), beside)
    return (*path[:-1], near) if near else ()


def _known(path: Path_, model: object, meant: Mapping[Path_, Path_]) -> tuple[str, ...]:
    """The keys that may stand there, the one that was meant first."""
    names = names_at(model, path[:-1])
    return (str(meant[path][-1]), *names) if meant.get(path) else names


def _path(item: ErrorDetails, written: YamlText) -> Path_:
    """Where a fault stands; a key that is missing or unknown is a part of it."""
    location = tuple(part for part in item["loc"] if part != "[key]")
    real = written.real(location)
    is_named = item["type"] in (*_MISSING, *_UNKNOWN)
    return (*real, location[-1]) if is_named and real[-1:] != location[-1:] else real


def _is_of_another_type(path: Path_, paths: Collection[Path_]) -> bool:
    """Whether something deeper is wrong, so that the item has one of the types it may have."""
    return any(len(other) > len(path) and other[: len(path)] == path for other in paths)


def _fault(
    path: Path_, items: Sequence[ErrorDetails], known: Sequence[str], written: YamlText
) -> Problem:
    item = items[0]
    location = (written.shown, written.row_of(path), _dotted(path) or None)
    if item["type"] in _MISSING:
        return Problem("缺少这一项", "请补上", *location)
    if item["type"] in _UNKNOWN:
        name = str(path[-1])
        near = or_nearest(name, known[:1]) or or_nearest(name, known)
        return Problem(f"没有这一项{near}", choices(tuple(dict.fromkeys(known))), *location)
    if item["type"] in _SHORT:
        return Problem("不能是空的", "至少写一项", *location)
    stands = _quoted(item["input"])
    expected = "，或 ".join(dict.fromkeys(map(_expected, items)))
    near = or_nearest(str(item["input"]), _choices_of(item))
    return Problem(f"写的是{stands}，应当是{expected}{near}", "请改正", *location)


def _expected(item: ErrorDetails) -> str:
    """What should stand there."""
    context = item.get("ctx", {})
    if item["type"] in ("literal_error", "enum"):
        return "、".join(_choices_of(item))
    for bound, words in (("ge", "不小于"), ("le", "不大于"), ("gt", "大于"), ("lt", "小于")):
        if bound in context:
            return f"{words} {context[bound]} 的数"
    return _EXPECTED.get(item["type"], "别的写法")


def _choices_of(item: ErrorDetails) -> list[str]:
    """The words that may stand there; [] where there is no list of them."""
    expected = str(item.get("ctx", {}).get("expected", ""))
    return re.findall(r"'([^']*)'", expected)


def _quoted(value: object) -> str:
    if isinstance(value, dict):
        return "“项: 值”的清单"
    if isinstance(value, list):
        return "清单"
    if value is None:
        return "空白"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f"“{excerpt(shown, _QUOTED)}”"


def _dotted(path: Path_) -> str:
    return ".".join(excerpt(str(part), _QUOTED) for part in path)


def _reached(root: yaml.Node | None, path: Sequence[str | int]) -> tuple[Path_, int]:
    """The beginning of a path that is there, and the line of its last part. A key with dots in it
    may stand in several parts."""
    reached: list[str | int] = []
    node, line, rest = root, 1, list(path)
    while node is not None and rest:
        step = _step(node, rest)
        if step is None:
            rest.pop(0)
            continue
        key, node, line, used = step
        reached.append(key)
        rest = rest[used:]
    return tuple(reached), line


def _step(
    node: yaml.Node, parts: Sequence[str | int]
) -> tuple[str | int, yaml.Node, int, int] | None:
    """What a node has under the first parts of a path: key, node, line, and how many parts."""
    if isinstance(node, yaml.SequenceNode):
        index = whole_number(str(parts[0]))
        if index is not None and index < len(node.value):
            item = node.value[index]
            return index, item, item.start_mark.line + 1, 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            for used in range(1, len(parts) + 1):
                if key.value == ".".join(map(str, parts[:used])):
                    return key.value, value, key.start_mark.line + 1, used
    return None


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """The words of a YAML text, keys too, the last first: the first of several wins a mapping."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in reversed(node.value):
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in reversed(node.value):
            yield from _scalars(value)
            yield from _scalars(key)
