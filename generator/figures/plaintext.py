"""The document as a reader sees it, line by line: what ``nigao text`` prints and ``nigao trace``
counts."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.model.document import (
    Addressee,
    AnnexLabel,
    AnnexNote,
    Block,
    ChopSignature,
    Document,
    Heading,
    Imprint,
    Mark,
    Masthead,
    Paragraph,
    Picture,
    Run,
    Signature,
    Table,
    TableRow,
    Text,
    Title,
    plain,
)

IN_MASTHEAD, IN_ANNEX_NOTE, IN_SIGNATURE, IN_IMPRINT = "版头", "附件说明", "署名", "版记"
_PARTS: dict[type, str] = {
    Masthead: IN_MASTHEAD,
    AnnexNote: IN_ANNEX_NOTE,
    Signature: IN_SIGNATURE,
    ChopSignature: IN_SIGNATURE,
    Imprint: IN_IMPRINT,
}
"""Parts of a document that belong to no heading above them (GB/T 9704-2012, 7.1)."""


class Line(Struct, frozen=True):
    """A line of the document: the block it belongs to, the headings above it, and its runs.

    ``section`` is the part for a line of 版头, 附件说明, 署名 or 版记, which stand under no heading.
    ``number`` counts the lines under the innermost heading; ``cells`` is true for a row of a table,
    whose cells stand apart by tabs.
    """

    block: str
    section: str
    number: int
    text: Text
    cells: bool = False


_TAB = Run("\t")


def _numbering(text: str) -> Run:
    return Run(text, Mark("name", "编号"))


def lines(document: Document) -> Iterator[Line]:
    """Every line of the document in order."""
    above = _Above()
    for section in document.sections:
        for block in section.blocks:
            above.pass_over(block)
            for text in _texts(block):
                above.count += 1
                yield Line(block.id, above.section, above.count, text, isinstance(block, Table))


class _Above:
    """The headings above a line by level, and how many lines stand below the innermost."""

    def __init__(self) -> None:
        self.headings: dict[int, str] = {}
        self.count = 0

    @property
    def section(self) -> str:
        """The headings from the outermost."""
        return "／".join(self.headings[level] for level in sorted(self.headings))

    def pass_over(self, block: Block) -> None:
        """Take up what the block says of the lines that it holds and that follow."""
        if part := _PARTS.get(type(block)):
            self._begin({0: part})
        elif self.headings.get(0) in _PARTS.values():
            self._begin({})
        match block:
            case AnnexLabel():
                self._begin({0: block.text.rstrip("：:")})
            case Heading():
                self._enter(block)
            case Paragraph() if block.lead:
                self._enter(block.lead)

    def _enter(self, heading: Heading) -> None:
        outer = {level: text for level, text in self.headings.items() if level < heading.level}
        title = heading.number + plain(heading.text).rstrip("。")
        self._begin({**outer, heading.level: title})

    def _begin(self, headings: dict[int, str]) -> None:
        self.headings, self.count = headings, 0


def _texts(block: Block) -> Iterator[Text]:
    """The texts of a block, with what the writer sets around them."""
    match block:
        case Picture():
            yield from _if_any(block.text)
        case Addressee() | Heading() | Paragraph() | AnnexLabel():
            yield _single(block)
        case Title():
            yield from block.lines
            yield from _if_any(block.subtitle)
        case Masthead():
            yield from _masthead(block)
        case AnnexNote():
            yield from _annex_note(block)
        case Signature():
            yield from (*block.organs, block.date)
        case ChopSignature():
            yield from _chops(block)
        case Table():
            yield from map(_row, block.rows)
        case Imprint():
            yield from _imprint(block)


def _single(block: Addressee | Heading | Paragraph | AnnexLabel) -> Text:
    """The text of a block of one line."""
    match block:
        case Addressee():
            return (*block.text, Run("："))
        case Heading():
            return (_numbering(block.number), *block.text)
        case AnnexLabel():
            return (_numbering(block.text),)
        case Paragraph():
            lead = _single(block.lead) if block.lead else ()
            return (*lead, *block.text)


def _if_any(text: Text) -> tuple[Text, ...]:
    return (text,) if text else ()


def _masthead(block: Masthead) -> Iterator[Text]:
    yield from ((_numbering(text),) for text in _stamps(block) if text)
    endings = [""] * (len(block.organs) - 1) + [block.suffix]
    for organ, ending in zip(block.organs, endings, strict=False):
        yield (Run(organ + ending),)
    yield from _if_any(block.number)
    if block.signers:
        yield (Run(f"签发人：{' '.join(block.signers)}"),)


def _stamps(block: Masthead) -> tuple[str, str, str]:
    """What stands above the organ's mark."""
    return block.copy_number, block.secrecy, block.urgency


def _annex_note(block: AnnexNote) -> Iterator[Text]:
    for number, item in enumerate(block.items, 1):
        if block.each:
            yield (_numbering(f"附件{number}："), *item)
        elif len(block.items) == 1:
            yield (Run("附件："), *item)
        else:
            yield (Run("附件：" if number == 1 else ""), _numbering(f"{number}."), *item)


def _chops(block: ChopSignature) -> Iterator[Text]:
    """签发人职务 with the name beside it, and the date."""
    for post, name in zip(block.posts, block.names, strict=True):
        yield (*post, Run(f" {name}")) if name else post
    yield block.date


def _row(row: TableRow) -> Text:
    """A row of a table, its cells (and the paragraphs of a cell) apart by tabs."""
    runs: list[Run] = []
    for cell in row.cells:
        for text in cell.paragraphs or ((),):
            runs.append(_TAB)
            runs += text
    return tuple(runs[1:])


def _imprint(block: Imprint) -> Iterator[Text]:
    if block.copy_to:
        yield (Run(f"抄送：{'，'.join(block.copy_to)}。"),)
    if block.issuer or block.date:
        yield (Run(block.issuer), Run(" "), *block.date, Run("印发"))


def plain_text(document: Document) -> str:
    """The whole document as plain text, a line for a paragraph, a line for a table row."""
    return "".join(f"{plain(line.text)}\n" for line in lines(document))
