"""The parts of a report to one document, in the order of GB/T 9704-2012: 版头, 主体, 版记."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import asdict

from generator.model.document import (
    Addressee,
    AnnexNote,
    Block,
    Document,
    Heading,
    PageBreak,
    Properties,
    Section,
    TableOfContents,
    Text,
    Title,
    plain,
)
from generator.model.kind import HeadingStyle
from generator.model.replacing import replace
from generator.model.settings import (
    HeadingSettings,
    Settings,
)
from generator.report.appendices import Appendix, labelled, section_of
from generator.report.draft_id import draft_id
from generator.report.official_blocks import (
    attendance,
    closing,
    format_of,
    imprint_of,
    imprint_section,
    masthead,
    sign_line,
)
from generator.report.settings_gaps import runs_with_gaps

_LEVELS = range(1, 7)


class Parts(Struct, frozen=True):
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
    """The kind's heading styles with the package's changes; a level nobody sets is （1） run in."""
    styles = {level: base.get(level, HeadingStyle("（1）", run_in=True)) for level in _LEVELS}
    for level, change in own.items():
        changed = {name: value for name, value in asdict(change).items() if value is not None}
        styles[level] = replace(styles[level], **changed)
    return styles


def assemble(parts: Parts, settings: Settings) -> Document:
    """The whole document. ``form: plain`` in report.yaml is the report alone, without 版头,
    addressee, letter and 版记."""
    with_letter = settings.form == "formal" and bool(parts.letter)
    body = (
        *masthead(settings),
        *(_letter(parts, settings) if with_letter else _report_head(parts, settings)),
        *parts.report,
        *sign_line(settings),
        *_annex_note(parts.appendices, settings),
        *attendance(settings),
        *closing(settings, "report", alone=not with_letter),
    )
    title = parts.title if with_letter else parts.report_title
    return _document(
        [Section(body), *_back(parts.appendices, settings)],
        "".join(plain(line) for line in title),
        settings,
    )


def assemble_tables(
    appendices: Sequence[Appendix],
    settings: Settings,
    only: str = "",
    of_text: Sequence[Appendix] = (),
) -> Document:
    """The appendices that are tables, with the labels that they have in the report, after the
    tables ``of_text``, which have none; those alone whose label is ``only`` or whose name holds it,
    or whose description is called so. No sections where there is none."""
    named = [("", table) for table in of_text] + list(labelled(appendices, settings))
    wanted = [
        (label, appendix)
        for label, appendix in named
        if appendix.table
        and (only == appendix.table.table.id or _is_meant(only, label, plain(appendix.name)))
    ]
    return _document(
        [section_of(appendix, label) for label, appendix in wanted],
        "、".join(plain(appendix.name) for _, appendix in wanted),
        settings,
    )


def table_names(appendices: Sequence[Appendix], settings: Settings) -> list[tuple[str, str]]:
    """Label and name of each appendix that is a table."""
    return [
        (label, plain(appendix.name))
        for label, appendix in labelled(appendices, settings)
        if appendix.table
    ]


def _is_meant(only: str, label: str, name: str) -> bool:
    return not only or _bare(only) == _bare(label) or only in name


def _bare(label: str) -> str:
    """A label without blanks and colon: 附件 2： is 附件2."""
    return "".join(label.split()).rstrip("：:")


def _document(flows: Sequence[Section], title: str, settings: Settings) -> Document:
    """The document of these sections with its properties."""
    sections = _joined(flows)
    organ = "".join(settings.organs) or settings.place.get("name", "")
    return Document(sections, Properties(title, organ, draft_id(sections)))


def _joined(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Sections that follow each other and lie alike, as one."""
    return tuple(
        Section(tuple(block for section in alike for block in section.blocks), landscape)
        for landscape, alike in groupby(sections, key=lambda section: section.landscape)
    )


def _letter(parts: Parts, settings: Settings) -> Iterator[Block]:
    """The letter, and on a new page the title of the report that it covers."""
    if format_of(settings).titled:
        yield Title("title", parts.title)
        yield from _addressee(settings)
    yield from parts.letter
    yield from closing(settings, "letter")
    yield from _contents(parts, settings)
    yield PageBreak("report/page")
    yield Title("report/title", parts.report_title, parts.report_subtitle)


def _report_head(parts: Parts, settings: Settings) -> Iterator[Block]:
    """What stands above a report without a letter; nothing above the text of an order."""
    if settings.form == "formal" and not format_of(settings).titled:
        return
    if settings.form == "plain" and settings.contents:
        yield from _contents(parts, settings)
        yield PageBreak("report/page")
    yield Title("title", parts.report_title, parts.report_subtitle)
    if settings.form == "formal":
        yield from _addressee(settings)


def _contents(parts: Parts, settings: Settings) -> Iterator[Block]:
    """目录 on a page of its own, where it is asked for."""
    if settings.contents:
        headings = (block for block in parts.report if isinstance(block, Heading))
        listed = tuple(heading for heading in headings if heading.level <= settings.contents)
        yield PageBreak("contents/page")
        yield TableOfContents("contents", settings.contents, listed)


def _addressee(settings: Settings) -> Iterator[Block]:
    if settings.addressee:
        yield Addressee("addressee", runs_with_gaps(settings.addressee, "addressee"))


def _annex_note(appendices: Sequence[Appendix], settings: Settings) -> Iterator[Block]:
    """附件说明, where there are appendices."""
    if appendices:
        names = tuple(appendix.name for appendix in appendices)
        yield AnnexNote("annex_note", names, each=settings.annexes.note == "each")


def _back(appendices: Sequence[Appendix], settings: Settings) -> Iterator[Section]:
    """What follows the report: appendices, and 版记 after or before them."""
    imprint = imprint_of(settings)
    if imprint and imprint.before_annexes:
        yield imprint_section(imprint, settings)
    for label, appendix in labelled(appendices, settings):
        yield section_of(appendix, label)
    if imprint and not imprint.before_annexes:
        yield imprint_section(imprint, settings)
