"""What each block of the outline asks for, read from the templates: keys, record files, texts.

A block is read whole, also the branches that these data do not take: so what is missing is found
in the block that would print it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup
from msgspec import Struct

from generator.model import files
from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.report.compose import precompiled
from generator.report.compose.environment import environment
from generator.report.compose.template_facts import (
    Asked,
    TemplateFacts,
    facts_from,
    read_facts,
)

_OUTLINE = "report" + files.TEMPLATE_ENDING


class BlockNeeds(Struct, frozen=True):
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
        self._environment = environment(dataset, kind, Markup)
        own = files.SECTIONS + _OUTLINE
        self._outline = own if "report" in dataset.sections else _OUTLINE

    def blocks(self) -> dict[str, BlockNeeds]:
        """The outline of the kind first, then what the package puts in place of its blocks."""
        needs: dict[str, BlockNeeds] = {}
        for template in reversed(self._lineage(self._outline)):
            macros = dict(self._imported_macros(template))
            for name, asked in template.blocks:
                own = self._of(asked, macros)
                if asked.inherits:
                    own |= needs.get(name, BlockNeeds())
                needs[name] = own
        return needs

    def _lineage(self, name: str) -> list[TemplateFacts]:
        """The template and those that it extends, one after the other."""
        template = self._facts(name)
        above = template.base
        return [template, *(self._lineage(above) if above and above != name else ())]

    def _imported_macros(self, template: TemplateFacts) -> Iterator[tuple[str, BlockNeeds]]:
        """The macros that a template knows, by the name that it calls them: m.visits."""
        for target, imported in template.imports:
            for name, asked in self._facts(imported).macros:
                yield f"{target}.{name}", self._of(asked, {})

    def _of(self, asked: Asked, macros: Mapping[str, BlockNeeds]) -> BlockNeeds:
        """What is asked for inside a block or a macro."""
        needs = BlockNeeds(records=tuple(name for name in asked.names if name in self._records))
        for sort, word in asked.calls:
            match sort:
                case "key":
                    needs |= BlockNeeds(keys=(word,))
                case "text":
                    needs |= BlockNeeds(texts=(word,))
                case "macro":
                    needs |= macros.get(word, BlockNeeds())
        return needs

    def _facts(self, name: str) -> TemplateFacts:
        """What a template asks for; that of a kind comes with it as it comes compiled."""
        loader = self._environment.loader
        assert loader is not None
        source, _, _ = loader.get_source(self._environment, name)
        stored = precompiled.facts_of(name, source)
        return facts_from(stored) if stored else read_facts(self._environment.parse(source, name))
