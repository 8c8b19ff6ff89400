"""The blocks of an outline as they are written, and those of which a report has nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.figures import Draft
from generator.model.files import TEMPLATE_ENDING
from generator.report.compose import compose
from generator.report.markup import parse

_REPORT = "report"
_HEADING = "题_"
_BLOCK = re.compile(r"\{%[-+]?\s*block\s+(\w+)[^%]*%\}(.*?)\{%[-+]?\s*endblock", re.S)
_COMMENT = re.compile(r"\{#.*?#\}", re.S)
_KEY = re.compile(r"\bf\(\s*['\"]([^'\"]+)['\"]")
_TEXT = re.compile(r"\btext\(")


def vanished_blocks(draft: Draft) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The blocks of the outline of which the report has nothing, each with the keys in it that are
    unknown. Headings, blank blocks and people's texts are left aside."""
    composed = compose(draft.dataset, draft.kind, draft.book)
    there = {_name(block.id) for block in parse(composed.report, _REPORT, composed.required)}
    for name, source in _written(draft).items():
        asked = source.strip() and not name.startswith(_HEADING) and not _TEXT.search(source)
        if asked and name not in there:
            yield name, tuple(_unknown(source, draft))


def _name(ident: str) -> str:
    """The name of the outline's block in the id of a block of the document."""
    return re.split(r"[\[#~]", ident.partition("/")[2])[0]


def _written(draft: Draft) -> Mapping[str, str]:
    """The blocks of the outline, those that the place overrides as it writes them."""
    outline = (Path(draft.kind.path) / f"{_REPORT}{TEMPLATE_ENDING}").read_text(encoding="utf-8")
    own = draft.dataset.sections.get(_REPORT)
    return {**_blocks(outline), **_blocks(own.text if own else "")}


def _blocks(source: str) -> Mapping[str, str]:
    return dict(_BLOCK.findall(_COMMENT.sub("", source)))


def _unknown(source: str, draft: Draft) -> Iterator[str]:
    for key in dict.fromkeys(_KEY.findall(source)):
        if key not in draft.book or not draft.book.get(key).known:
            yield key
