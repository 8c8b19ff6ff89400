"""The document as a reader sees it, line by line: what ``nigao text`` prints and ``nigao trace`` counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.document import (
    Addressee,
    AnnexLabel,
    AnnexNote,
    Block,
    Document,
    Heading,
    Imprint,
    Mark,
    Masthead,
    Paragraph,
    Run,
    Signature,
    Table,
    Text,
    Title,
    plain,
)


@dataclass(frozen=True)
class Line:
    """A line of the document: the block it belongs to, the headings above it, and its runs.

    ``number`` counts the lines under the innermost heading; ``cells`` is true for a row of a table, whose cells
    stand apart by tabs.
    """

    block: str
    section: str
    number: int
    text: Text
    cells: bool = False


def _numbering(text: str) -> Run:
    return Run(text, Mark("name", "编号"))


def lines(document: Document) -> Iterator[Line]:
    """Every line of the document in order."""
    headings: dict[int, str] = {}
    count = 0
    for section in document.sections:
        for block in section.blocks:
            heading = (
                block
                if isinstance(block, Heading)
                else block.lead
                if isinstance(block, Paragraph)
                else None
            )
            if isinstance(block, AnnexLabel | Masthead | Imprint):
                headings = {0: block.text.rstrip("：:")} if isinstance(block, AnnexLabel) else {}
                count = 0
            if heading:
                headings = {
                    level: title for level, title in headings.items() if level < heading.level
                }
                headings[heading.level] = heading.number + plain(heading.text).rstrip("。")
                count = 0
            above = "／".join(headings[level] for level in sorted(headings))
            for text in _texts(block):
                count += 1
                yield Line(block.id, above, count, text, isinstance(block, Table))


def _texts(block: Block) -> Iterator[Text]:
    """The texts of a block, with what the writer sets around them."""
    match block:
        case Masthead():
            yield from _masthead(block)
        case Title():
            yield from block.lines
            if block.subtitle:
                yield block.subtitle
        case Addressee():
            yield (*block.text, Run("："))
        case Heading():
            yield (_numbering(block.number), *block.text)
        case Paragraph():
            yield (
                *((_numbering(block.lead.number), *block.lead.text) if block.lead else ()),
                *block.text,
            )
        case AnnexNote():
            yield from _annex_note(block)
        case Signature():
            yield from block.organs
            yield block.date
        case AnnexLabel():
            yield (_numbering(block.text),)
        case Table():
            for row in block.rows:
                yield _row([text for cell in row.cells for text in (cell.paragraphs or ((),))])
        case Imprint():
            if block.copy_to:
                yield (Run(f"抄送：{'，'.join(block.copy_to)}。"),)
            yield (Run(block.issuer), Run(" "), *block.date, Run("印发"))
        case _:
            return


def _masthead(block: Masthead) -> Iterator[Text]:
    for text in (block.copy_number, block.secrecy, block.urgency):
        if text:
            yield (_numbering(text),)
    for place, organ in enumerate(block.organs):
        yield (Run(organ + (block.suffix if place == len(block.organs) - 1 else "")),)
    if block.number:
        yield block.number
    if block.signers:
        yield (Run(f"签发人：{' '.join(block.signers)}"),)


def _annex_note(block: AnnexNote) -> Iterator[Text]:
    for number, item in enumerate(block.items, 1):
        if block.each:
            yield (_numbering(f"附件{number}："), *item)
            continue
        label = "附件：" if number == 1 else ""
        yield (Run(label), *((_numbering(f"{number}."),) if len(block.items) > 1 else ()), *item)


def _row(cells: list[Text]) -> Text:
    runs: list[Run] = []
    for place, text in enumerate(cells):
        if place:
            runs.append(Run("\t"))
        runs.extend(text)
    return tuple(runs)


def plain_text(document: Document) -> str:
    """The whole document as plain text, a line for a paragraph, a line for a table row."""
    return "".join(f"{plain(line.text)}\n" for line in lines(document))
