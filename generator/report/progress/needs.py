"""What each block of the outline asks for, read from the templates: keys, record files, texts.

A block is read whole, also the branches that these data do not take: so what is missing is found
in the block that would print it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from jinja2 import nodes
from markupsafe import Markup

from generator.figures.sandbox import BoundedEnvironment
from generator.model import files
from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.report.compose.environment import environment

_OUTLINE = "report" + files.TEMPLATE_ENDING
_KEY_AT = {"f": 0, "prev": 0, "known": 0, "claim": 1}
"""Which argument of a word is a key."""


@dataclass(frozen=True)
class BlockNeeds:
    """The keys, the record files (by Chinese name) and the texts that a block asks for."""

    keys: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.keys or self.records or self.texts)

    def __or__(self, other: BlockNeeds) -> BlockNeeds:
        return BlockNeeds(
            _together(self.keys, other.keys),
            _together(self.records, other.records),
            _together(self.texts, other.texts),
        )


def _together(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def outline_needs(dataset: Dataset, kind: Kind) -> dict[str, BlockNeeds]:
    """What the blocks of the package's outline ask for, by name, in the order of the outline."""
    return _OutlineReader(dataset, kind).blocks()


class _OutlineReader:
    """Reads the templates of one package."""

    def __init__(self, dataset: Dataset, kind: Kind) -> None:
        self._records = frozenset(spec.name for spec in kind.records)
        bounded = environment(dataset, kind.path, Markup)
        own = files.SECTIONS + _OUTLINE
        self._outline = own if "report" in dataset.sections else _OUTLINE
        self._parsed = cache(partial(_parsed, bounded))

    def blocks(self) -> dict[str, BlockNeeds]:
        """The outline of the kind first, then what the package puts in place of its blocks."""
        needs: dict[str, BlockNeeds] = {}
        for template in reversed(self._lineage(self._outline)):
            macros = dict(self._imported_macros(template))
            for block in template.find_all(nodes.Block):
                own = self._of(block, macros)
                calls = block.find_all(nodes.Call)
                if any(isinstance(it.node, nodes.Name) and it.node.name == "super" for it in calls):
                    own |= needs.get(block.name, BlockNeeds())
                needs[block.name] = own
        return needs

    def _lineage(self, name: str) -> list[nodes.Template]:
        """The template and those that it extends, one after the other."""
        template = self._parsed(name)
        base = template.find(nodes.Extends)
        above = base.template.value if base and isinstance(base.template, nodes.Const) else None
        return [template, *(self._lineage(above) if above and above != name else ())]

    def _imported_macros(self, template: nodes.Template) -> Iterator[tuple[str, BlockNeeds]]:
        """The macros that a template knows, by the name that it calls them: m.visits."""
        for imported in template.find_all(nodes.Import):
            if isinstance(imported.template, nodes.Const):
                for macro in self._parsed(imported.template.value).find_all(nodes.Macro):
                    yield f"{imported.target}.{macro.name}", self._of(macro, {})

    def _of(self, node: nodes.Node, macros: Mapping[str, BlockNeeds]) -> BlockNeeds:
        """What is asked for inside a block or a macro."""
        needs = BlockNeeds(records=tuple(self._named_files(node)))
        for call in node.find_all(nodes.Call):
            needs |= self._of_call(call, macros)
        return needs

    def _named_files(self, node: nodes.Node) -> Iterator[str]:
        for name in node.find_all(nodes.Name):
            if name.name in self._records:
                yield name.name

    def _of_call(self, call: nodes.Call, macros: Mapping[str, BlockNeeds]) -> BlockNeeds:
        match call.node:
            case nodes.Getattr(node=nodes.Name(name=module), attr=attribute):
                return macros.get(f"{module}.{attribute}", BlockNeeds())
            case nodes.Name(name=word) if word in _KEY_AT:
                return BlockNeeds(keys=tuple(_word(call, _KEY_AT[word])))
            case nodes.Name(name="text"):
                return BlockNeeds(texts=tuple(_word(call, 0)))
        return BlockNeeds()


def _parsed(bounded: BoundedEnvironment, name: str) -> nodes.Template:
    assert bounded.loader is not None
    source, _, _ = bounded.loader.get_source(bounded, name)
    return bounded.parse(source, name)


def _word(call: nodes.Call, position: int) -> Iterator[str]:
    """The argument at that position where it is written as a text."""
    for argument in call.args[position : position + 1]:
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
            yield argument.value
