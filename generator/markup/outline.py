"""Raw blocks to numbered blocks: headings are counted over what is really there, and an empty one disappears."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.dataset import HeadingStyle
from generator.document import Block, Heading, Paragraph, Run, plain
from generator.markup.parser import RawBlock, RawHeading, RawParagraph
from generator.wording.numerals import cardinal

_END = "。！？：；"


def outline(raw: Sequence[RawBlock], styles: Mapping[int, HeadingStyle]) -> tuple[Block, ...]:
    """The blocks with their headings numbered and, where the style says so, run into the paragraph below."""
    blocks: list[Block] = []
    counters: dict[int, int] = {}
    lead: Heading | None = None
    for item in _without_empty(raw):
        if isinstance(item, RawHeading):
            if lead:
                blocks.append(lead)
            heading = _numbered(item, counters, styles[item.level])
            lead = heading if styles[item.level].run_in else None
            if lead is None:
                blocks.append(heading)
        else:
            blocks.append(Paragraph(item.id, item.text, lead=_run_in(lead) if lead else None))
            lead = None
    return tuple(blocks)


def _without_empty(raw: Sequence[RawBlock]) -> list[RawBlock]:
    """The blocks without headings that have nothing below them."""
    kept: list[RawBlock] = []
    open_level = 0
    for item in reversed(raw):
        if isinstance(item, RawParagraph):
            open_level = 99
            kept.append(item)
        elif open_level > item.level:
            open_level = item.level
            kept.append(item)
    return kept[::-1]


def _numbered(item: RawHeading, counters: dict[int, int], style: HeadingStyle) -> Heading:
    counters[item.level] = counters.get(item.level, 0) + 1
    for deeper in [level for level in counters if level > item.level]:
        del counters[deeper]
    text = item.text
    if style.suffix and not plain(text).endswith(style.suffix):
        text = (*text, Run(style.suffix))
    return Heading(item.id, item.level, number(style.format, counters[item.level]), text)


def number(form: str, count: int) -> str:
    """The ``count``-th number in a form such as 一、 （一） 1. （1）: the numeral of the form is replaced."""
    if "一" in form:
        return form.replace("一", cardinal(count))
    return form.replace("1", str(count))


def _run_in(heading: Heading) -> Heading:
    """A heading that runs into its paragraph ends with a full stop."""
    text = heading.text if plain(heading.text)[-1] in _END else (*heading.text, Run("。"))
    return Heading(heading.id, heading.level, heading.number, text)
