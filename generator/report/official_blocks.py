"""What report.yaml alone says of an official document, as blocks: 版头, 署名, 附注, 版记 and the like."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, get_args

from generator.model import files
from generator.model.cell import Source
from generator.model.document import (
    Block,
    ChopSignature,
    Imprint,
    Mark,
    Masthead,
    Paragraph,
    Run,
    Section,
    Signature,
    Text,
)
from generator.model.settings import (
    Attendance,
    ImprintSettings,
    Settings,
    SignatureSettings,
)
from generator.report.appendices import side_by_side
from generator.report.settings_gaps import gap_run, runs_with_gaps, with_serial
from generator.standard.formats import FORMATS, Format


def format_of(settings: Settings) -> Format:
    return FORMATS[settings.format]


def masthead(settings: Settings) -> Iterator[Block]:
    """版头, where there is one."""
    if settings.form == "formal" and settings.organs:
        yield Masthead(
            "masthead",
            settings.organs[:1] if settings.format == "信函" else settings.organs,
            _suffix(settings),
            _number(settings),
            settings.signers,
            settings.copy_number,
            settings.secrecy,
            settings.urgency,
        )


def _suffix(settings: Settings) -> str:
    """What 发文机关标志 ends with."""
    if settings.suffix is None:
        return format_of(settings).suffixes[0]
    return settings.suffix


def _number(settings: Settings) -> Text:
    """发文字号, or 令号, without which there is no order."""
    if settings.number:
        return _of_settings(with_serial(settings.number), "公文.发文字号", "number")
    return (gap_run("令号", "number"),) if settings.format == "命令" else ()


def sign_line(settings: Settings) -> Iterator[Block]:
    """The row to sign below the text."""
    if settings.sign_line:
        words = tuple(runs_with_gaps(text, "sign_line") for text in settings.sign_line)
        yield Paragraph("sign_line", side_by_side(words), "sign_line")


def attendance(settings: Settings) -> Iterator[Block]:
    """Who was at the meeting, a paragraph each for 出席, 请假 and 列席 in this order (10.3)."""
    for label in get_args(Attendance):
        given = settings.attendance.get(label, ())
        names = given if isinstance(given, str) else "、".join(given)
        if names:
            item = f"attendance.{label}"
            text = (Run(f"{label}："), *_of_settings(names, f"公文.{label}", item))
            yield Paragraph(f"attendance/{label}", text, "attendance")


def closing(
    settings: Settings, after: Literal["letter", "report"], *, alone: bool = False
) -> Iterator[Block]:
    """署名, 成文日期 and 附注 where they stand after the letter or the report; one ``alone`` has
    them."""
    signature = settings.signature
    stands_here = alone or (signature.after if signature else "report") == after
    if signature and stands_here:
        yield _signed(signature)
    if stands_here:
        yield from _note(settings)


def _signed(signature: SignatureSettings) -> Signature | ChopSignature:
    """署名, or 签发人职务 with 签名章, and 成文日期."""
    date = _date(signature.date, "公文.成文日期", "signature.date")
    if signature.chops:
        posts = tuple(runs_with_gaps(chop.post, "signature.chops") for chop in signature.chops)
        return ChopSignature("signature", posts, tuple(chop.name for chop in signature.chops), date)
    organs = tuple((Run(organ),) for organ in signature.organs)
    return Signature("signature", organs, date, signature.seal)


def _note(settings: Settings) -> Iterator[Block]:
    """附注 in its brackets (7.3.6)."""
    if settings.note and settings.form == "formal":
        words = settings.note.strip().removeprefix("（").removesuffix("）")
        yield Paragraph("note", _of_settings(f"（{words}）", "公文.附注", "note"), "note")


def imprint_of(settings: Settings) -> ImprintSettings | None:
    """版记, None where there is none: a letter has one for 抄送 alone."""
    imprint = settings.imprint
    if imprint is None or settings.form != "formal":
        return None
    return imprint if imprint.copy_to or format_of(settings).issued else None


def imprint_section(imprint: ImprintSettings, settings: Settings) -> Section:
    if not format_of(settings).issued:
        return Section((Imprint("imprint", imprint.copy_to, "", ()),))
    date = _date(imprint.date, "公文.印发日期", "imprint.date")
    return Section((Imprint("imprint", imprint.copy_to, imprint.issuer, date),))


def _of_settings(text: str, key: str, item: str) -> Text:
    """A text that follows an item of report.yaml."""
    return runs_with_gaps(text, item, Mark("bound", key, (Source(files.REPORT, 0, item),)))


def _date(date: dt.date | None, key: str, item: str) -> Text:
    """A date of report.yaml; a gap where it is not known yet."""
    if date is None:
        return (gap_run(key.removeprefix("公文."), item),)
    return _of_settings(f"{date.year}年{date.month}月{date.day}日", key, item)
