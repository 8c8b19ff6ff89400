"""The appendices of a report: labels, titles, and what stands around a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.model.document import (
    AnnexLabel,
    Block,
    Mark,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
    Title,
    plain,
)
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.settings import Settings

_FORM_LINE = 30
"""Characters in the line above a form."""
_NOTE = "注："
_LABEL = regex(r"^\s*备?注\s*[：:]\s*")
"""What people write before a note."""


class AppendixPart(Struct, frozen=True):
    """A text of an appendix: the lines of its own title, and its blocks."""

    title: tuple[Text, ...]
    blocks: tuple[Block, ...]


class AppendixTable(Struct, frozen=True):
    """A table with what stands around it: lines (填报单位：…) and the unit line above, notes and the
    words of a row to sign below; and how its pages lie."""

    table: Table
    lines: tuple[Text, ...] = ()
    unit_line: Text = ()
    notes: tuple[Text, ...] = ()
    landscape: bool = False
    sign_line: tuple[Text, ...] = ()


class Appendix(Struct, frozen=True):
    """An appendix: its name in the 附件说明, title and subtitle above it, its parts or its table."""

    name: Text
    title: tuple[Text, ...]
    subtitle: Text = ()
    parts: tuple[AppendixPart, ...] = ()
    table: AppendixTable | None = None


def labelled(
    appendices: Sequence[Appendix], settings: Settings
) -> tuple[tuple[str, Appendix], ...]:
    """Each appendix after its label (附件1); one alone has no number."""
    form = settings.annexes.label
    if len(appendices) == 1:
        return ((form.replace("{n}", ""), appendices[0]),)
    return tuple(
        (form.replace("{n}", str(number)), appendix)
        for number, appendix in enumerate(appendices, 1)
    )


def section_of(appendix: Appendix, label: str) -> Section:
    """The pages of an appendix."""
    landscape = bool(appendix.table and appendix.table.landscape)
    return Section(tuple(_blocks(appendix, label)), landscape)


def _blocks(appendix: Appendix, label: str) -> Iterator[Block]:
    name = f"annex/{plain(appendix.name)}"
    if label:
        yield AnnexLabel(f"{name}/label", label)
    else:
        yield PageBreak(f"{name}/page")
    if appendix.title:
        yield Title(f"{name}/title", appendix.title, appendix.subtitle)
    for index, part in enumerate(appendix.parts):
        if index:
            yield PageBreak(f"{name}/{index}/page")
        if part.title:
            yield Title(f"{name}/{''.join(map(plain, part.title))}", part.title)
        yield from part.blocks
    if appendix.table:
        yield from table_blocks(appendix.table, name)


def table_blocks(table: AppendixTable, name: str) -> Iterator[Block]:
    """A table with what stands around it; ``name`` begins the ids of the lines."""
    if table.lines:
        yield Paragraph(f"{name}/lines", side_by_side(table.lines), "form_line")
    if table.unit_line:
        yield Paragraph(f"{name}/unit", table.unit_line, "unit_line")
    yield table.table
    for index, note in enumerate(_numbered_notes(table.notes)):
        yield Paragraph(f"{name}/note/{index}", note, "source_note")
    if table.sign_line:
        yield Paragraph(f"{name}/sign", side_by_side(table.sign_line), "sign_line")


def side_by_side(lines: Sequence[Text]) -> Text:
    """Texts in one line, each with an equal share of it (填报单位：　　填表人：　　联系方式：)."""
    share = _FORM_LINE // len(lines)
    runs: list[Run] = list(lines[0])
    for before, line in zip(lines, lines[1:], strict=False):
        runs.append(Run("　" * max(1, share - len(plain(before)))))
        runs += line
    return tuple(runs)


def _numbered_notes(notes: Sequence[Text]) -> Iterator[Text]:
    """The notes below a table: 注：… before one, 注：1.… 2.… before several, whether whoever wrote
    them wrote 注： or not."""
    for number, note in enumerate(notes, 1):
        head = (Run(_NOTE),) if number == 1 else ()
        numeral = (Run(f"{number}.", Mark("name", "编号")),) if len(notes) > 1 else ()
        yield (*head, *numeral, *_without_label(note))


def _without_label(note: Text) -> Text:
    """A note without the 注： that its writer put before it."""
    if not note:
        return note
    first, *others = note
    return (replace(first, text=_LABEL.sub("", first.text)), *others)
