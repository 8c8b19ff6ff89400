"""Formulas of a kind that cannot be computed, whatever the data say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import TemplateError, nodes
from msgspec import Struct

from generator.figures.budget import LimitError
from generator.figures.evaluation import parsed
from generator.figures.formulas import FORMULA_FUNCTIONS
from generator.model.cell import Source
from generator.model.errors import Problem, excerpt
from generator.model.kind import Kind, RecordSpec
from generator.model.limits import FORMULA_LENGTH
from generator.model.regex import regex
from generator.package.read.schema.nearest import choices, or_nearest

_KEY = "f"
_REFERENCE = regex(r"\{([^{}]+)\}")
_KEY_TODO = "请核对写法；由数据包填的，在 figures.csv 里写明键、名称和单位"


class Formulas(Struct, frozen=True):
    """The formulas of a kind."""

    kind: Kind

    def faults(self, formula: str, source: Source, column: str) -> Iterator[Problem]:
        """What is wrong with a formula that stands at ``source``; nothing for a blank one."""
        if not formula:
            return
        for message, todo in self._faults(formula):
            yield Problem(message, todo, source.file, source.row, column)

    def _faults(self, formula: str) -> Iterator[tuple[str, str]]:
        try:
            tree = _tree(formula)
        except (TemplateError, LimitError, RecursionError) as error:
            yield _unreadable(error), "请核对括号、引号和运算符，如 {就业.合计}/{就业.目标}*100"
            return
        for key in _keys(tree):
            if key not in self.kind.held:
                yield f"没有键“{excerpt(key, 24)}”{or_nearest(key, self.kind.held)}", _KEY_TODO
        yield from self._name_faults(tree)

    def _name_faults(self, tree: nodes.Node) -> Iterator[tuple[str, str]]:
        """Names that are neither a function nor records, and columns that records do not have."""
        specs = {spec.name: spec for spec in self.kind.records}
        known = [*FORMULA_FUNCTIONS, *specs]
        for name in tree.find_all(nodes.Name):
            if name.name != _KEY and name.name not in known:
                message = f"不认识“{excerpt(name.name)}”{or_nearest(name.name, known)}"
                yield message, f"键要写在花括号里；{choices(known)}"
        for part in tree.find_all(nodes.Getattr):
            spec = specs.get(_bare_name(part.node))
            yield from _column_faults(part.attr, spec) if spec else ()
        for call in tree.find_all(nodes.Call):
            yield from _filter_faults(call, specs)

    def circles(self) -> Iterator[Problem]:
        """Formulas that need themselves, each circle once."""
        needs = {key: _needs(figure.formula) for key, figure in self.kind.derived.items()}
        told: set[str] = set()
        for key, figure in self.kind.derived.items():
            way = _way_back(key, needs)
            if way and not told.intersection(way):
                message = f"公式绕回了自己：{' → '.join([*way, key])}"
                location = (figure.source.file, figure.source.row, "公式")
                yield Problem(message, "请改掉其中一个公式", *location)
                told.update(way)


def _needs(formula: str) -> tuple[str, ...]:
    """The keys that a formula names."""
    return tuple(_REFERENCE.findall(formula))


def _way_back(key: str, needs: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The keys from one back to itself; [] where no way leads back."""
    ways = [[key]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for needed in needs.get(way[-1], ()):
            if needed == key:
                return way
            if needed not in seen:
                seen.add(needed)
                ways.append([*way, needed])
    return []


def _tree(formula: str) -> nodes.Node:
    if len(formula) > FORMULA_LENGTH:
        raise LimitError(f"公式超过 {FORMULA_LENGTH:,} 字的上限")
    # Below another node, since find_all leaves out the one that it begins with.
    return nodes.Output([parsed(formula)])


def _unreadable(error: Exception) -> str:
    return str(error) if isinstance(error, LimitError) else "公式看不懂"


def _keys(tree: nodes.Node) -> Iterator[str]:
    """The keys in braces."""
    for call in tree.find_all(nodes.Call):
        is_key = isinstance(call.node, nodes.Name) and call.node.name == _KEY
        if is_key and call.args and isinstance(call.args[0], nodes.Const):
            yield str(call.args[0].value)


def _bare_name(node: nodes.Node | None) -> str:
    return node.name if isinstance(node, nodes.Name) else ""


def _column_faults(name: str, spec: RecordSpec) -> Iterator[tuple[str, str]]:
    names = [column.name for column in spec.fields]
    if name not in names:
        yield f"“{spec.name}”没有“{excerpt(name)}”列{or_nearest(name, names)}", choices(names)


def _filter_faults(call: nodes.Call, specs: dict[str, RecordSpec]) -> Iterator[tuple[str, str]]:
    """Columns by which a function chooses rows, and which the records do not have."""
    records = next(iter(call.args), None)
    name = records.node if isinstance(records, nodes.Getattr) else records
    if isinstance(name, nodes.Name) and name.name in specs:
        for chosen in call.kwargs:
            yield from _column_faults(chosen.key, specs[name.name])
