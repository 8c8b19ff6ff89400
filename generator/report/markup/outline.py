"""Raw blocks to numbered blocks: headings are counted over what is really there, and an empty one
disappears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.document import (
    Block,
    Heading,
    Mark,
    Paragraph,
    Picture,
    Run,
    TableSlot,
    Text,
    plain,
)
from generator.model.kind import HeadingStyle
from generator.model.replacing import replace
from generator.report.markup.parser import RawBlock, RawHeading, RawParagraph, gap
from generator.standard.wording.numerals import cardinal

_END = "。！？：；"
_SENTENCE = "。！？"

Styles = Mapping[int, HeadingStyle]


def outline(raw: Sequence[RawBlock], styles: Styles) -> tuple[Block, ...]:
    """The blocks with their headings numbered and, where the style says so, run into the paragraph
    below."""
    blocks: list[Block] = []
    lead: Heading | None = None
    for item in _gathered(_numbered(_without_empty(raw), styles), styles):
        if isinstance(item, Heading):
            if lead:
                blocks.append(lead)
            lead = item if _runs_in(item, styles[item.level]) else None
            if lead is None:
                blocks.append(item)
        elif item.is_caption:
            blocks += [lead] if lead else []
            blocks.append(_captioned(item))
            lead = None
        else:
            blocks.append(Paragraph(item.id, item.text, lead=_ended(lead) if lead else None))
            lead = None
    return tuple(blocks)


def _captioned(item: RawParagraph) -> Picture | TableSlot:
    """A picture, or the place of a table, with the caption."""
    if item.table:
        return TableSlot(item.id, item.table, item.text, item.numbered)
    return Picture(
        item.id,
        item.text,
        "picture",
        file=item.picture,
        width=item.width,
        numbered=item.numbered,
    )


def _without_empty(raw: Sequence[RawBlock]) -> list[RawBlock]:
    """The blocks without headings that have nothing below them; a required heading has a gap
    there."""
    kept: list[RawBlock] = []
    open_level = 0
    for item in reversed(raw):
        if isinstance(item, RawParagraph):
            open_level = 99
            kept.append(item)
        elif open_level > item.level:
            open_level = item.level
            kept.append(item)
        elif item.required:
            open_level = item.level
            title = plain(item.text).rstrip(_SENTENCE)
            kept += [RawParagraph(f"{item.id}/gap", gap(title)), item]
    return kept[::-1]


def _numbered(raw: Sequence[RawBlock], styles: Styles) -> Iterator[Heading | RawParagraph]:
    counters: dict[int, int] = {}
    for item in raw:
        if isinstance(item, RawParagraph):
            yield item
        else:
            counters = _counted(counters, item.level, styles)
            yield _heading(item, counters[item.level], styles[item.level])


def _counted(counters: Mapping[int, int], level: int, styles: Styles) -> dict[int, int]:
    """The counters by level with one more heading; those of deeper levels begin anew below it."""
    going_on = {
        deeper: count
        for deeper, count in counters.items()
        if deeper <= level or styles[deeper].continuous
    }
    return {**going_on, level: counters.get(level, 0) + 1}


def _heading(item: RawHeading, count: int, style: HeadingStyle) -> Heading:
    text = item.text
    if style.suffix and not plain(text).endswith((style.suffix, *_SENTENCE)):
        text = (*text, Run(style.suffix))
    if style.strong:
        text = tuple(replace(run, strong=True) for run in text)
    return Heading(item.id, item.level, number(style.format, count), text)


def number(form: str, count: int) -> str:
    """The ``count``-th number in a form such as 一、 （一） 1. （1） 一是: the numeral of the form is
    replaced."""
    if "一" in form:
        return form.replace("一", cardinal(count))
    return form.replace("1", str(count))


def _gathered(
    items: Iterator[Heading | RawParagraph], styles: Styles
) -> list[Heading | RawParagraph]:
    """Below a heading whose style says so everything as one paragraph, in which deeper headings are
    words."""
    result: list[Heading | RawParagraph] = []
    level = 0
    for item in items:
        if isinstance(item, Heading) and (not level or item.level <= level):
            level = item.level if styles[item.level].whole else 0
            result.append(item)
        elif not level or (isinstance(item, RawParagraph) and item.is_caption):
            result.append(item)
        elif isinstance(last := result[-1], Heading) or last.is_caption:
            result.append(RawParagraph(f"{last.id}/whole", _words(item)))
        else:
            result[-1] = replace(last, text=(*last.text, *_words(item)))
    return result


def _words(item: Heading | RawParagraph) -> Text:
    """A block as it stands within a paragraph: a heading with its number and a full stop."""
    if isinstance(item, RawParagraph):
        return item.text
    return (Run(item.number, Mark("name", "编号")), *_ended(item).text)


def _runs_in(heading: Heading, style: HeadingStyle) -> bool:
    if style.run_in == "sentence":
        return plain(heading.text).endswith(tuple(_SENTENCE))
    return style.run_in


def _ended(heading: Heading) -> Heading:
    """A heading that runs into its paragraph ends with a full stop."""
    if plain(heading.text)[-1] in _END:
        return heading
    return replace(heading, text=(*heading.text, Run("。", strong=heading.text[-1].strong)))
