"""The settings of a package: what its report.yaml says of the letter, the report and the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

FormatName = Literal["公文", "信函", "命令", "纪要"]
"""The general format of GB/T 9704-2012, and those of its chapter 10."""
Attendance = Literal["出席", "请假", "列席"]
"""Who was at a meeting (10.3)."""
Reason = Annotated[str, Meta(min_length=1)]


class ChopSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Where 签发人签名章 is put: 签发人职务 in full, and the name that is printed where the chop goes
    ("": room for it)."""

    post: Reason
    name: str = ""


class SignatureSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """署名 and 成文日期 (None: not known yet, a gap). ``after`` says whether they stand after the
    letter or after the report. With ``chops``, one for each organ that signs, those stand in the
    place of ``organs``."""

    organs: tuple[str, ...] = ()
    date: dt.date | None = None
    seal: bool = True
    chops: tuple[ChopSettings, ...] = ()
    after: Literal["letter", "report"] = "letter"


class AppendixPartSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """A text of an appendix: the lines of its own title (templates), and the name of
    text/NAME.md."""

    text: str
    title: tuple[str, ...] = ()


class AppendixSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """An appendix: its name in the 附件说明, the title above it (None: the name), and its texts or
    a table of the kind.

    Name, title and subtitle (——记…) are templates; an empty list of title lines sets none (the
    parts have their own). What the place prints otherwise than the kind's table: ``columns`` are
    optional columns that it shows, ``heads`` heads by field, ``lines``, ``notes`` and ``sign_line``
    what stands above and below (None: as the kind has it); all are templates.
    """

    name: str
    title: str | tuple[str, ...] | None = None
    subtitle: str = ""
    parts: tuple[AppendixPartSettings, ...] = ()
    table: str = ""
    columns: tuple[str, ...] = ()
    heads: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[str, ...] | None = None
    notes: tuple[str, ...] | None = None
    sign_line: tuple[str, ...] | None = None


class AnnexStyle(Struct, frozen=True, forbid_unknown_fields=True):
    """How appendices are labelled: ``label`` with {n} for the number, and the 附件说明 as one
    ``list`` (the standard's form) or with a label for ``each``."""

    label: str = "附件{n}"
    note: Literal["list", "each"] = "list"


class ImprintSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """版记; ``date`` is None where it is not known yet, a gap. ``before_annexes`` puts it on the page
    where the report ends (the standard: on the last page of all). A letter names no issuer and no
    date."""

    issuer: str = ""
    date: dt.date | None = None
    copy_to: tuple[str, ...] = ()
    before_annexes: bool = False


class HeadingSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """How headings of a level are set (see ``kind.HeadingStyle``); what is None stays as the kind
    has it."""

    format: str | None = None
    run_in: bool | Literal["sentence"] | None = None
    suffix: str | None = None
    strong: bool | None = None
    whole: bool | None = None
    continuous: bool | None = None


class RuleOff(Struct, frozen=True, forbid_unknown_fields=True):
    """A rule of ``nigao check`` that is not run, and why."""

    rule: str
    reason: Reason


class Accepted(Struct, frozen=True, forbid_unknown_fields=True):
    """Findings that somebody looked at and accepts: of a rule, about a key or holding these words
    ("": any; in report.yaml left out); and why. ``once`` is one finding, the first; otherwise all
    of them, also those to come."""

    rule: str
    reason: Reason
    key: str = ""
    quote: Annotated[str, Meta(min_length=1)] = ""
    once: bool = False


class CheckSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What ``nigao check`` leaves out, with reasons, and what it tolerates by rule (numbers)."""

    skip: tuple[RuleOff, ...] = ()
    accept: tuple[Accepted, ...] = ()
    tolerances: Mapping[str, Annotated[float, Meta(ge=0)]] = field(default_factory=dict)


class OriginSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The package that this one was made from: where it lies, seen from this one (it may be gone
    since), and the place and the year that it is of."""

    package: str
    place: str
    year: Annotated[int, Meta(ge=1990, le=2100)]


class Settings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of report.yaml. Titles are templates of one line; everything else prints as it stands.

    A title given as a list is set line by line (organ, title), and its last line is the name that
    《》 cites. ``previous`` and ``names`` are paths of last year's package and of the registry of
    shared names, seen from the package, "" for none. ``suffix`` ends 发文机关标志, None for that of the
    format. ``contents`` is the lowest level of headings in 目录, 0 for none. ``note`` is 附注, its
    brackets are set where they lack; ``attendance`` says who was at a meeting, each a text or
    names; ``sign_line`` are the words of a row to sign below the text.
    ``origin`` is written by ``nigao new``, None where the package was made otherwise. ``compare``
    are the keys that the outline compares with last year, None for the main figures of the kind's
    outline. ``fonts`` maps a use (``gbt9704.Fonts``) to a font. ``reference`` is the path of a
    Word file in or beside the package that new ones look like, "" for that of the kind or none.
    """

    kind: str
    year: Annotated[int, Meta(ge=1990, le=2100)]
    cutoff: dt.date | None = None
    form: Literal["formal", "plain"] = "formal"
    format: FormatName = "公文"
    place: Mapping[str, str] = field(default_factory=dict)
    partner: Mapping[str, str] = field(default_factory=dict)
    previous: str = ""
    compare: tuple[str, ...] | None = None
    names: str = ""
    origin: OriginSettings | None = None
    organs: tuple[str, ...] = ()
    suffix: str | None = None
    number: str = ""
    signers: tuple[str, ...] = ()
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    title: str | tuple[str, ...] = ""
    addressee: str = ""
    letter: bool = True
    contents: Annotated[int, Meta(ge=0, le=4)] = 0
    signature: SignatureSettings | None = None
    note: str = ""
    attendance: Mapping[Attendance, str | tuple[str, ...]] = field(default_factory=dict)
    sign_line: tuple[str, ...] = ()
    report_title: str | tuple[str, ...] = ""
    report_subtitle: str = ""
    appendices: tuple[AppendixSettings, ...] = ()
    annexes: AnnexStyle = AnnexStyle()
    imprint: ImprintSettings | None = None
    headings: Mapping[int, HeadingSettings] = field(default_factory=dict)
    fonts: Mapping[str, str] = field(default_factory=dict)
    layout: Literal["gb9704", "gb33476"] = "gb9704"
    reference: str = ""
    page_number: Literal["standard", "center", "none"] = "standard"
    checks: CheckSettings = CheckSettings()

    @property
    def level(self) -> str:
        """The level of office of the place: 县, 区, 市; "" where report.yaml does not say it."""
        return self.place.get("level", "")
