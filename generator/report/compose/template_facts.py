"""What each block and macro of one template asks for, read from the template alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from jinja2 import nodes

from generator.report.compose.template_uses import KEY_AT, TemplateParts, TemplateUses, read_uses

Ask = tuple[Literal["key", "text", "macro"], str]
"""What a call asks for: a key, a text, or what a macro (m.visits) asks for."""


class Asked(NamedTuple):
    """What a block or macro asks for in any of its branches, in order: the names that it uses, its
    calls, and whether it takes over what the block in its place asks for."""

    names: Sequence[str]
    calls: Sequence[Ask]
    inherits: bool


class TemplateFacts(NamedTuple):
    """The template that one extends (None: none), what it imports (as, template), what its macros
    and blocks ask for, by name, and what it uses anywhere."""

    base: str | None
    imports: tuple[tuple[str, str], ...]
    macros: tuple[tuple[str, Asked], ...]
    blocks: tuple[tuple[str, Asked], ...]
    uses: TemplateUses

    def as_json(self) -> str:
        """The facts as JSON; ``facts_from`` reads them."""
        return json.dumps(self, ensure_ascii=False)


def facts_from(text: str) -> TemplateFacts:
    """The facts that ``as_json`` wrote."""
    base, imports, macros, blocks, uses = json.loads(text)
    return TemplateFacts(
        base,
        tuple((target, template) for target, template in imports),
        tuple((name, Asked(*asked)) for name, asked in macros),
        tuple((name, Asked(*asked)) for name, asked in blocks),
        TemplateUses(*uses),
    )


def read_facts(template: nodes.Template) -> TemplateFacts:
    """The facts of a parsed template."""
    parts = TemplateParts(template)
    extends = next(iter(parts.of(nodes.Extends)), None)
    base = extends.template.value if extends and isinstance(extends.template, nodes.Const) else None
    return TemplateFacts(
        base,
        tuple(_imports(parts)),
        tuple((macro.name, _asked(TemplateParts(macro))) for macro in parts.of(nodes.Macro)),
        tuple((block.name, _asked(TemplateParts(block))) for block in parts.of(nodes.Block)),
        read_uses(parts),
    )


def _imports(template: TemplateParts) -> Iterator[tuple[str, str]]:
    for imported in template.of(nodes.Import):
        if isinstance(imported.template, nodes.Const):
            yield imported.target, imported.template.value


def _asked(parts: TemplateParts) -> Asked:
    """What the parts of a block or macro ask for."""
    calls = parts.of(nodes.Call)
    asks = (ask for call in calls for ask in _asks(call))
    names = dict.fromkeys(name.name for name in parts.of(nodes.Name))
    inherits = any(isinstance(it.node, nodes.Name) and it.node.name == "super" for it in calls)
    return Asked(tuple(names), tuple(dict.fromkeys(asks)), inherits)


def _asks(call: nodes.Call) -> Iterator[Ask]:
    match call.node:
        case nodes.Getattr(node=nodes.Name(name=module), attr=attribute):
            yield "macro", f"{module}.{attribute}"
        case nodes.Name(name=word) if word in KEY_AT:
            yield from (("key", key) for key in _word(call, KEY_AT[word]))
        case nodes.Name(name="text"):
            yield from (("text", text) for text in _word(call, 0))


def _word(call: nodes.Call, position: int) -> Iterator[str]:
    """The argument at that position where it is written as a text."""
    for argument in call.args[position : position + 1]:
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
            yield argument.value
