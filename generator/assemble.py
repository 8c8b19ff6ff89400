"""The parts of a report to one document, in the order of GB/T 9704-2012: 版头, 主体, 版记."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.dataset import HeadingStyle, Source
from generator.document import (
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

_FILE = "report.yaml"


@dataclass(frozen=True)
class AppendixPart:
    """A text of an appendix: the lines of its own title, and its blocks."""

    title: tuple[Text, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Appendix:
    """An appendix: its name in the 附件说明, the title above it, and its parts or its table."""

    name: Text
    title: tuple[Text, ...]
    parts: tuple[AppendixPart, ...] = ()
    table: Table | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Parts:
    """What the stages before made of a package: titles, letter, report, appendices."""

    title: tuple[Text, ...]
    letter: tuple[Block, ...]
    report_title: tuple[Text, ...]
    report: tuple[Block, ...]
    appendices: tuple[Appendix, ...]


def heading_styles(base: Mapping[int, HeadingStyle], own: Mapping[int, Any]) -> dict[int, HeadingStyle]:
    """The kind's heading styles with the package's changes; a level that nobody sets is （1） run in."""
    styles = {level: base.get(level, HeadingStyle("（1）", run_in=True)) for level in range(1, 7)}
    for level, change in own.items():
        style = styles[level]
        styles[level] = HeadingStyle(
            style.format if change.format is None else change.format,
            style.run_in if change.run_in is None else change.run_in,
            style.suffix if change.suffix is None else change.suffix)
    return styles


def assemble(parts: Parts, settings: Any) -> Document:
    """The whole document. ``settings`` is the model of report.yaml; ``form: plain`` leaves out 版头 and 版记."""
    formal = settings.form == "formal"
    blocks: list[Block] = [_masthead(settings)] if formal and settings.organs else []
    if parts.letter:
        blocks += _letter(parts, settings)
        blocks.append(PageBreak("report/page"))
        blocks.append(Title("report/title", parts.report_title))
    else:
        blocks.append(Title("title", parts.report_title))
        blocks += _addressee(settings)
    blocks += parts.report
    if parts.appendices:
        blocks.append(AnnexNote("annex_note", tuple(appendix.name for appendix in parts.appendices)))
    if settings.signature and (settings.signature.after == "report" or not parts.letter):
        blocks.append(_signature(settings.signature))
    for number, appendix in enumerate(parts.appendices, 1):
        blocks += _appendix(appendix, number, len(parts.appendices))
    if formal and settings.imprint:
        blocks.append(_imprint(settings.imprint))
    sections = (Section(tuple(blocks)),)
    organ = "".join(settings.organs) or settings.place.get("name", "")
    title = "".join(plain(line) for line in (parts.title if parts.letter else parts.report_title))
    return Document(sections, Properties(title, organ, _draft_id(sections)))


def _draft_id(sections: tuple[Section, ...]) -> str:
    """Eight hex digits that change with anything the document says."""
    return hashlib.sha1(repr(sections).encode()).hexdigest()[:8]


def _of_settings(text: str, key: str, column: str) -> Text:
    return (Run(text, Mark("bound", key, (Source(_FILE, 0, column),))),)


def _date(date: dt.date, key: str, column: str) -> Text:
    return _of_settings(f"{date.year}年{date.month}月{date.day}日", key, column)


def _masthead(settings: Any) -> Masthead:
    number = _of_settings(settings.number, "公文.发文字号", "number") if settings.number else ()
    return Masthead("masthead", settings.organs, settings.suffix, number, settings.signers, settings.copy_number,
                    settings.secrecy, settings.urgency)


def _addressee(settings: Any) -> list[Block]:
    return [Addressee("addressee", (Run(settings.addressee),))] if settings.addressee else []


def _letter(parts: Parts, settings: Any) -> list[Block]:
    blocks: list[Block] = [Title("title", parts.title), *_addressee(settings), *parts.letter]
    if settings.signature and settings.signature.after == "letter":
        blocks.append(_signature(settings.signature))
    return blocks


def _signature(signature: Any) -> Signature:
    organs = tuple((Run(organ),) for organ in signature.organs)
    return Signature("signature", organs, _date(signature.date, "公文.成文日期", "signature.date"), signature.seal)


def _imprint(imprint: Any) -> Imprint:
    return Imprint("imprint", imprint.copy_to, imprint.issuer, _date(imprint.date, "公文.印发日期", "imprint.date"))


def _appendix(appendix: Appendix, number: int, of: int) -> list[Block]:
    name = f"annex/{plain(appendix.name)}"
    blocks: list[Block] = [AnnexLabel(f"{name}/label", f"附件{number}" if of > 1 else "附件")]
    if appendix.title:
        blocks.append(Title(f"{name}/title", appendix.title))
    for place, part in enumerate(appendix.parts):
        if place:
            blocks.append(PageBreak(f"{name}/{place}/page"))
        if part.title:
            blocks.append(Title(f"{name}/{''.join(map(plain, part.title))}", part.title))
        blocks += part.blocks
    if appendix.table:
        blocks.append(appendix.table)
    blocks += [Paragraph(f"{name}/note/{place}", note, "source_note") for place, note in enumerate(appendix.notes)]
    return blocks
