"""A YAML file of a kind read by its model: every fault with its line and the nearest name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from pathlib import Path

import yaml
from msgspec import Struct

from generator.model import limits
from generator.model.cell import Source
from generator.model.digits import whole_number
from generator.model.errors import DataError, Problem, excerpt
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package import yamltext
from generator.package.intake.characters import without_unseen
from generator.package.read.schema.nearest import choices, nearest, or_nearest
from generator.package.read.schema.shape_faults import (
    Path_,
    ShapeError,
    ShapeFault,
    Value,
    Wrong,
    shaped,
)
from generator.package.read.schema.slips import slips_of_keys, syntax_problem
from generator.package.read.schema.yaml_types import names_at
from generator.package.read.tablefile import decode, forbidden_line
from generator.package.textfiles import with_unix_ends

_QUOTED = 40
_MOST = 2_000
"""Keys and values among which a word is looked for inside longer ones."""
_IN_QUOTES = regex(r"“([^“”]+)”")
_EXPECTED = {
    Wrong.NO_TEXT: "文字",
    Wrong.NOT_WHOLE: "整数",
    Wrong.NO_NUMBER: "数",
    Wrong.NO_FLAG: "true 或 false",
    Wrong.NO_LIST: "清单（每项一行，以“- ”开头）",
    Wrong.NO_ITEMS: "“项: 值”的清单",
}
"""What should stand there in place of a value of another type."""
_BOUNDS = {Wrong.TOO_LOW: "不小于", Wrong.TOO_HIGH: "不大于", Wrong.NOT_ABOVE: "大于"}


class YamlText(Struct, frozen=True, dict=True):
    """A YAML file as it is written; messages call it ``shown``."""

    shown: str
    text: str

    @cached_property
    def _root(self) -> yaml.Node | None:
        return yamltext.quickly_composed(self.text)

    def row_of(self, path: Sequence[str | int]) -> int:
        """The line of what stands at a path, or of what it would stand in."""
        return _row_of(self._root, path)

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


def read_model(path: Path, shown: str, model: type[Value]) -> tuple[Value, YamlText]:
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
        return shaped(content, model), YamlText(shown, text)
    except ShapeError as error:
        written = YamlText(shown, text)
        raise DataError(_problems(error.faults, model, written)) from None


def _problems(faults: Sequence[ShapeFault], model: object, written: YamlText) -> list[Problem]:
    """What is wrong with the content, a problem for each slip."""
    whole = {path: list(tried) for path, tried in groupby(faults, lambda fault: fault.path)}
    slips = list(slips_of_keys(written.text, written.shown))
    if slips and any(tried[0].wrong in _EXPECTED for tried in whole.values()):
        return slips
    meant = _renamed(whole)
    for path in meant.values():
        whole.pop(path, None)
    return [
        _problem(path, tried, _known(path, model, meant), written) for path, tried in whole.items()
    ]


def _renamed(whole: Mapping[Path_, Sequence[ShapeFault]]) -> dict[Path_, Path_]:
    """The missing key that an unknown one is like, by the unknown one's path."""
    missing = [path for path, tried in whole.items() if tried[0].wrong is Wrong.MISSING]
    unknown = [path for path, tried in whole.items() if tried[0].wrong is Wrong.UNKNOWN]
    return {path: _meant(path, missing) for path in unknown}


def _meant(path: Path_, missing: Collection[Path_]) -> Path_:
    """The missing key beside an unknown one that is like it: one slip, told once; () for none."""
    beside = [str(other[-1]) for other in missing if other[:-1] == path[:-1]]
    near = nearest(str(path[-1]), beside)
    return (*path[:-1], near) if near else ()


def _known(path: Path_, model: object, meant: Mapping[Path_, Path_]) -> tuple[str, ...]:
    """The keys that may stand there, the one that was meant first."""
    names = names_at(model, path[:-1])
    return (str(meant[path][-1]), *names) if meant.get(path) else names


def _problem(
    path: Path_, tried: Sequence[ShapeFault], known: Sequence[str], written: YamlText
) -> Problem:
    fault = tried[0]
    location = (written.shown, written.row_of(path), _dotted(path) or None)
    if fault.wrong is Wrong.MISSING:
        return Problem("缺少这一项", "请补上", *location)
    if fault.wrong is Wrong.UNKNOWN:
        name = str(path[-1])
        near = or_nearest(name, known[:1]) or or_nearest(name, known)
        return Problem(f"没有这一项{near}", choices(tuple(dict.fromkeys(known))), *location)
    if fault.wrong is Wrong.EMPTY:
        return Problem("不能是空的", "至少写一项", *location)
    expected = "，或 ".join(dict.fromkeys(map(_expected, tried)))
    near = or_nearest(str(fault.value), fault.choices)
    message = f"写的是{_quoted(fault.value)}，应当是{expected}{near}"
    return Problem(message, "请改正", *location)


def _expected(fault: ShapeFault) -> str:
    """What should stand there."""
    if fault.wrong is Wrong.NO_CHOICE:
        return "、".join(fault.choices)
    if fault.wrong in _BOUNDS:
        return f"{_BOUNDS[fault.wrong]} {fault.bound} 的数"
    return _EXPECTED.get(fault.wrong, "别的写法")


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


def _row_of(root: yaml.Node | None, path: Sequence[str | int]) -> int:
    """The line of the last part of a path that is there. A key with dots in it may stand in several
    parts."""
    node, line, rest = root, 1, list(path)
    while node is not None and rest:
        step = _step(node, rest)
        if step is None:
            rest.pop(0)
            continue
        node, line, used = step
        rest = rest[used:]
    return line


def _step(node: yaml.Node, parts: Sequence[str | int]) -> tuple[yaml.Node, int, int] | None:
    """What a node has under the first parts of a path: node, line, and how many parts."""
    if isinstance(node, yaml.SequenceNode):
        index = whole_number(str(parts[0]))
        if index is not None and index < len(node.value):
            item = node.value[index]
            return item, item.start_mark.line + 1, 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            for used in range(1, len(parts) + 1):
                if key.value == ".".join(map(str, parts[:used])):
                    return value, key.start_mark.line + 1, used
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
