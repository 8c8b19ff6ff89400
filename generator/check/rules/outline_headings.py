"""Headings of the outline's level that people wrote into a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.check.finding import Finding, Side
from generator.check.passages import Passage
from generator.check.subject import Subject
from generator.model import files
from generator.model.dataset import Dataset, Prose
from generator.model.document import Document, Heading, plain
from generator.model.severity import Severity

_FIRST = 1
_TEXT = f"/{files.TEXTS}"


def in_texts(subject: Subject) -> Iterator[Finding]:
    """A text of the outline has no heading of the first level: those are the outline's own.

    查：人写的文字里，行首写“# ”的一级标题：它顶替提纲的标题，或者另起一部分。
    不查：附件里的文字；本地写法（sections）里放的文字，标题可以由它来写。
    例：text/problems.md 有一行“# 产业链条短”
        -> 一级标题“产业链条短”顶替了提纲的标题，或者另起了一部分：小标题前请写“## ”；重复提纲标题的，请删去这一行。
    依据：一级标题是提纲的（实务）。
    """
    if subject.draft is None:
        return
    texts = _of_outline(subject.draft.dataset)
    for heading in _headings(subject.draft.document):
        text = texts.get(heading.id.partition(_TEXT)[2].partition("#")[0])
        if text is not None:
            title = plain(heading.text)
            message = (
                f"一级标题“{title}”顶替了提纲的标题，或者另起了一部分："
                "小标题前请写“## ”；重复提纲标题的，请删去这一行。"
            )
            yield Finding(Severity.WARNING, message, (_side(subject, heading, text),), "", title)


def _of_outline(dataset: Dataset) -> Mapping[str, Prose]:
    """The texts whose headings of the first level are the outline's, by name."""
    own = {part.text for appendix in dataset.settings.appendices for part in appendix.parts}
    of_place = [section.text for section in dataset.sections.values()]
    return {
        name: text
        for name, text in dataset.texts.items()
        if name not in own and not any(name in source for source in of_place)
    }


def _headings(document: Document) -> Iterator[Heading]:
    """The headings of the first level that stand in texts of people."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Heading) and block.level == _FIRST and _TEXT in block.id:
                yield block


def _side(subject: Subject, heading: Heading, text: Prose) -> Side:
    """The heading in the report, where it is there; else the file of the text."""
    title = plain(heading.text)
    return next(
        (p.side() for p in subject.passages if _is(p, heading)), Side(title, text.source.file)
    )


def _is(passage: Passage, heading: Heading) -> bool:
    words = heading.number + plain(heading.text)
    return passage.role == "heading" and passage.level == _FIRST and passage.text == words
