"""The parts of a report to one document, in the order of GB/T 9704-2012: 版头, 主体, 版记."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby

from generator.model.cell import Source
from generator.model.document import (
    Addressee,
    AnnexLabel,
    AnnexNote,
    Block,
    Document,
    Imprint,
    Mark,
    Masthead,
    PageBreak,
    Paragraph,
    Properties,
    Run,
    Section,
    Signature,
    Table,
    Text,
    Title,
    plain,
)
from generator.model.kind import HeadingStyle
from generator.model.settings import HeadingSettings, ImprintSettings, Settings, SignatureSettings

_FILE = "report.yaml"
_FORM_LINE = 30
"""Characters in the line above a form."""


@dataclass(frozen=True)
class AppendixPart:
    """A text of an appendix: the lines of its own title, and its blocks."""

    title: tuple[Text, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class AppendixTable:
    """A table with what stands around it: lines (填报单位：…) and the unit line above, notes below; and how its pages
    lie."""

    table: Table
    lines: tuple[Text, ...] = ()
    unit_line: Text = ()
    notes: tuple[Text, ...] = ()
    landscape: bool = False


@dataclass(frozen=True)
class Appendix:
    """An appendix: its name in the 附件说明, title and subtitle above it, and its parts or its table."""

    name: Text
    title: tuple[Text, ...]
    subtitle: Text = ()
    parts: tuple[AppendixPart, ...] = ()
    table: AppendixTable | None = None


@dataclass(frozen=True)
class Parts:
    """What the stages before made of a package: titles, letter, report, appendices."""

    title: tuple[Text, ...]
    letter: tuple[Block, ...]
    report_title: tuple[Text, ...]
    report_subtitle: Text
    report: tuple[Block, ...]
    appendices: tuple[Appendix, ...]


def heading_styles(
    base: Mapping[int, HeadingStyle], own: Mapping[int, HeadingSettings]
) -> dict[int, HeadingStyle]:
    """The kind's heading styles with the package's changes; a level that nobody sets is （1） run in."""
    styles = {level: base.get(level, HeadingStyle("（1）", run_in=True)) for level in range(1, 7)}
    for level, change in own.items():
        changed = {name: value for name, value in asdict(change).items() if value is not None}
        styles[level] = replace(styles[level], **changed)
    return styles


def assemble(parts: Parts, settings: Settings) -> Document:
    """The whole document. ``settings`` is the model of report.yaml; ``form: plain`` is the report alone, without 版头,
    addressee, letter and 版记."""
    formal = settings.form == "formal"
    letter = parts.letter if formal else ()
    blocks: list[Block] = [_masthead(settings)] if formal and settings.organs else []
    if letter:
        blocks += _letter(parts, settings)
        blocks.append(PageBreak("report/page"))
        blocks.append(Title("report/title", parts.report_title, parts.report_subtitle))
    else:
        blocks.append(Title("title", parts.report_title, parts.report_subtitle))
        blocks += _addressee(settings) if formal else []
    blocks += parts.report
    if parts.appendices:
        blocks.append(
            AnnexNote(
                "annex_note",
                tuple(appendix.name for appendix in parts.appendices),
                each=settings.annexes.note == "each",
            )
        )
    if settings.signature and (settings.signature.after == "report" or not letter):
        blocks.append(_signature(settings.signature))
    imprint: list[Section] = []
    before = False
    if formal and settings.imprint:
        imprint = [Section((_imprint(settings.imprint),))]
        before = settings.imprint.before_annexes
    annexes = appendix_sections(parts.appendices, settings)
    flows = [
        Section(tuple(blocks)),
        *(imprint if before else ()),
        *annexes,
        *(() if before else imprint),
    ]
    sections = _joined(flows)
    organ = "".join(settings.organs) or settings.place.get("name", "")
    title = "".join(plain(line) for line in (parts.title if letter else parts.report_title))
    return Document(sections, Properties(title, organ, _draft_id(sections)))


def assemble_tables(appendices: Sequence[Appendix], settings: Settings, only: str = "") -> Document:
    """The appendices that are tables, with the labels that they have in the report; those alone whose label is
    ``only`` or whose name holds it. No sections where there is none."""
    wanted = [
        n
        for n, (label, name) in enumerate(_labelled(appendices, settings))
        if appendices[n].table and (not only or _bare(only) == _bare(label) or only in name)
    ]
    found = appendix_sections(appendices, settings)
    sections = _joined([found[n] for n in wanted])
    organ = "".join(settings.organs) or settings.place.get("name", "")
    title = "、".join(plain(appendices[n].name) for n in wanted)
    return Document(sections, Properties(title, organ, _draft_id(sections)))


def _bare(label: str) -> str:
    """A label without blanks and colon: 附件 2： is 附件2."""
    return "".join(label.split()).rstrip("：:")


def table_names(appendices: Sequence[Appendix], settings: Settings) -> list[tuple[str, str]]:
    """Label and name of each appendix that is a table."""
    return [
        told
        for told, appendix in zip(_labelled(appendices, settings), appendices, strict=True)
        if appendix.table
    ]


def appendix_sections(appendices: Sequence[Appendix], settings: Settings) -> list[Section]:
    """The pages of each appendix, one section each."""
    labels = [label for label, _ in _labelled(appendices, settings)]
    return [
        Section(
            tuple(_appendix(appendix, label)), bool(appendix.table and appendix.table.landscape)
        )
        for label, appendix in zip(labels, appendices, strict=True)
    ]


def _labelled(appendices: Sequence[Appendix], settings: Settings) -> list[tuple[str, str]]:
    """Label and name of each appendix; one alone has no number."""
    numbers = range(1, len(appendices) + 1) if len(appendices) > 1 else [""]
    return [
        (settings.annexes.label.replace("{n}", str(number)), plain(appendix.name))
        for number, appendix in zip(numbers, appendices, strict=False)
    ]


def _joined(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Sections that follow each other and lie alike, as one."""
    return tuple(
        Section(tuple(block for section in alike for block in section.blocks), landscape)
        for landscape, alike in groupby(sections, key=lambda section: section.landscape)
    )


def _draft_id(sections: tuple[Section, ...]) -> str:
    """Eight hex digits that change with anything the document says."""
    digest = hashlib.sha1()
    for section in sections:
        digest.update(repr(section.landscape).encode())
        for block in section.blocks:
            for part in _said(block) if isinstance(block, Table) else (repr(block),):
                digest.update(part.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:8]


def _said(table: Table) -> Iterator[str]:
    """What a table says, row by row: a large one is never told as a whole."""
    yield f"{table.id}\x1d{table.columns!r}"
    for row in table.rows:
        yield "\x1e".join(
            [
                f"{cell.colspan}{cell.vmerge or ''}\x1f{run.text}\x1f{run.mark.key if run.mark else ''}"
                for cell in row.cells
                for text in cell.paragraphs
                for run in text
            ]
        )


def _of_settings(text: str, key: str, column: str) -> Text:
    return (Run(text, Mark("bound", key, (Source(_FILE, 0, column),))),)


def _date(date: dt.date, key: str, column: str) -> Text:
    return _of_settings(f"{date.year}年{date.month}月{date.day}日", key, column)


def _masthead(settings: Settings) -> Masthead:
    number = _of_settings(settings.number, "公文.发文字号", "number") if settings.number else ()
    return Masthead(
        "masthead",
        settings.organs,
        settings.suffix,
        number,
        settings.signers,
        settings.copy_number,
        settings.secrecy,
        settings.urgency,
    )


def _addressee(settings: Settings) -> list[Block]:
    return [Addressee("addressee", (Run(settings.addressee),))] if settings.addressee else []


def _letter(parts: Parts, settings: Settings) -> list[Block]:
    blocks: list[Block] = [Title("title", parts.title), *_addressee(settings), *parts.letter]
    if settings.signature and settings.signature.after == "letter":
        blocks.append(_signature(settings.signature))
    return blocks


def _signature(signature: SignatureSettings) -> Signature:
    organs = tuple((Run(organ),) for organ in signature.organs)
    return Signature(
        "signature",
        organs,
        _date(signature.date, "公文.成文日期", "signature.date"),
        signature.seal,
    )


def _imprint(imprint: ImprintSettings) -> Imprint:
    return Imprint(
        "imprint",
        imprint.copy_to,
        imprint.issuer,
        _date(imprint.date, "公文.印发日期", "imprint.date"),
    )


def _appendix(appendix: Appendix, label: str) -> list[Block]:
    name = f"annex/{plain(appendix.name)}"
    blocks: list[Block] = [AnnexLabel(f"{name}/label", label)]
    if appendix.title:
        blocks.append(Title(f"{name}/title", appendix.title, appendix.subtitle))
    for place, part in enumerate(appendix.parts):
        if place:
            blocks.append(PageBreak(f"{name}/{place}/page"))
        if part.title:
            blocks.append(Title(f"{name}/{''.join(map(plain, part.title))}", part.title))
        blocks += part.blocks
    return [*blocks, *_table(appendix.table, name)] if appendix.table else blocks


def _table(table: AppendixTable, name: str) -> list[Block]:
    blocks: list[Block] = []
    if table.lines:
        blocks.append(Paragraph(f"{name}/lines", _side_by_side(table.lines), "form_line"))
    if table.unit_line:
        blocks.append(Paragraph(f"{name}/unit", table.unit_line, "unit_line"))
    blocks.append(table.table)
    return blocks + [
        Paragraph(f"{name}/note/{n}", note, "source_note")
        for n, note in enumerate(_notes(table.notes))
    ]


def _side_by_side(lines: Sequence[Text]) -> Text:
    """Texts in one line, each with an equal share of it (填报单位：　　填表人：　　联系方式：)."""
    share = _FORM_LINE // len(lines)
    runs: list[Run] = []
    for n, line in enumerate(lines):
        runs += [Run("　" * max(1, share - len(plain(lines[n - 1]))))] if n else []
        runs += line
    return tuple(runs)


def _notes(notes: Sequence[Text]) -> list[Text]:
    """The notes below a table: 注：… before one, 注：1.… 2.… before several."""
    numbers = [
        (Run(f"{n}.", Mark("name", "编号")),) if len(notes) > 1 else ()
        for n in range(1, len(notes) + 1)
    ]
    return [
        (*([Run("注：")] if not n else []), *number, *note)
        for n, (number, note) in enumerate(zip(numbers, notes, strict=True))
    ]
