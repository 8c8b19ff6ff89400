"""What kind.yaml says of the outline, and report.yaml of what is compared: every key and every
block that they name is there."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Sequence

from generator.model import files
from generator.model.dataset import FigureRow
from generator.model.errors import Problem, excerpt
from generator.model.kind import Kind, OutlineSection
from generator.model.regex import regex
from generator.model.settings import Settings

_BLOCK = regex(r"\{%[-+]?\s*block\s+(\w+)[^%]*%\}\s*(#?)")
_ALL = 100
_NEAR = 0.5
"""How like an unknown name a known one must be for a message to offer it."""


def outline_problems(kind: Kind, held: Collection[str], shown: str) -> Iterator[Problem]:
    """What is wrong with the outline and the shortfalls in the kind.yaml that messages call
    ``shown``: blocks that head nothing in the templates or stand there twice, shares, keys that
    are none of the ``held``."""
    if not kind.outline and not kind.shortfalls:
        return
    sources = list(kind.templates.values())
    heads = {name for source in sources for name, sign in _BLOCK.findall(source) if sign}
    yield from _section_problems(kind.outline, heads, held, shown)
    for index, shortfall in enumerate(kind.shortfalls):
        yield from _key_problems(shortfall.key, held, shown, f"shortfalls.{index}.key")
        yield from _key_problems(shortfall.of, held, shown, f"shortfalls.{index}.of")


def _section_problems(
    outline: Sequence[OutlineSection], heads: Collection[str], known: Collection[str], shown: str
) -> Iterator[Problem]:
    before: set[str] = set()
    for index, section in enumerate(outline):
        item = f"outline.{index}"
        yield from _block_problems(section.block, heads, before, shown, f"{item}.block")
        yield from _share_problems(section.share, shown, f"{item}.share")
        for position, key in enumerate(section.main):
            yield from _key_problems(key, known, shown, f"{item}.main.{position}")
        before.add(section.block)
    total = sum(section.share for section in outline)
    if total > _ALL:
        message = f"各部分的份额加起来是 {total}，超过 {_ALL}"
        yield Problem(message, "请改小一些", shown, column="outline")


def compare_problems(
    settings: Settings, kind: Kind, figures: Collection[FigureRow]
) -> Iterator[Problem]:
    """The keys under ``compare`` in report.yaml that neither the kind nor figures.csv knows."""
    main = (key for section in kind.outline for key in section.main)
    known = {*_keys(kind), *main, *(row.key for row in figures)}
    for position, key in enumerate(settings.compare or ()):
        yield from _key_problems(key, known, files.REPORT, f"compare.{position}")


def _keys(kind: Kind) -> set[str]:
    """The keys of the form and of the figures that the kind defines."""
    return {*kind.derived, *(row.key for row in kind.catalogue.values())}


def _block_problems(
    block: str, heads: Collection[str], before: Collection[str], shown: str, item: str
) -> Iterator[Problem]:
    if block in before:
        yield Problem(f"“{excerpt(block)}”写了两次", "请删去一个", shown, column=item)
    elif block not in heads:
        message = f"提纲里没有标题“{excerpt(block)}”{_nearest(block, heads)}"
        yield Problem(message, "请写标题所在的 block 的名字", shown, column=item)


def _share_problems(share: int, shown: str, item: str) -> Iterator[Problem]:
    if not 0 <= share <= _ALL:
        message = f"写的是“{share}”，份额是占全文的百分数"
        yield Problem(message, f"请写 0 至 {_ALL} 的整数", shown, column=item)


def _key_problems(key: str, known: Collection[str], shown: str, item: str) -> Iterator[Problem]:
    if key not in known:
        message = f"没有键“{excerpt(key)}”{_nearest(key, known)}"
        yield Problem(message, "请核对键的写法", shown, column=item)


def _nearest(name: str, known: Collection[str]) -> str:
    """，相近的是“…” where a known name is like an unknown one; else nothing."""
    near = difflib.get_close_matches(name, sorted(known), 1, _NEAR)
    return f"，相近的是“{near[0]}”" if near else ""
