"""目录: a field that Word and WPS fill in with pages when a person updates it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.document import Document, Heading, TableOfContents, plain
from generator.word.building import paragraph, run, w
from generator.word.wordml import SPACE, TOC_GALLERY, Element
from generator.word.writer.style_ids import CONTENTS, CONTENTS_TITLE

Targets = Mapping[str, str]
"""The name of the bookmark that the contents point to, by the id of a heading."""
_WORDS = "目　　录"


def targets(document: Document) -> dict[str, str]:
    """The bookmark of each heading that the table of contents lists; {} without one."""
    listed: list[str] = []
    for section in document.sections:
        tables = (block for block in section.blocks if isinstance(block, TableOfContents))
        for table in tables:
            listed += [heading.id for heading in table.entries]
    return {ident: f"_Toc{number:09}" for number, ident in enumerate(listed, 1)}


def contents(block: TableOfContents, to: Targets) -> Element:
    """The control with its title and a line a heading, pages left open: which they are only the
    program knows that breaks the lines."""
    title = paragraph(CONTENTS_TITLE, [run(_WORDS)])
    lines = [_line(heading, to[heading.id]) for heading in block.entries]
    instruction = f' TOC \\o "1-{block.level}" \\h \\z \\u '
    if lines:
        first = lines[0]
        for n, item in enumerate(_begun(instruction), 1):
            first.insert(n, item)
        lines[-1].append(_limit("end"))
    gallery = w("docPartObj", w("docPartGallery", val=TOC_GALLERY), w("docPartUnique"))
    return w("sdt", w("sdtPr", gallery), w("sdtContent", title, *lines))


def _line(heading: Heading, target: str) -> Element:
    """Number and words of a heading, dots, and the field of its page."""
    words = heading.number + plain(heading.text)
    page = [*_begun(f" PAGEREF {target} \\h "), _limit("end")]
    link = w("hyperlink", run(words), w("r", w("tab")), *page, anchor=target, history=1)
    return paragraph(CONTENTS[heading.level - 1], [link])


def _begun(instruction: str) -> list[Element]:
    """A field up to where its result begins, to be counted when the file is opened."""
    words = w("instrText")
    words.text = instruction
    words.set(SPACE, "preserve")
    return [_limit("begin", dirty=True), w("r", words), _limit("separate")]


def _limit(sort: str, *, dirty: bool = False) -> Element:
    return w("r", w("fldChar", fldCharType=sort, dirty=1 if dirty else None))
