"""Comments of ours: one a paragraph, its lines collected; an older one of ours at the same paragraph makes room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from generator.regenerate.apply.tracked import AUTHOR_NAME, ours
from generator.word.archive import Archive, add_relation, resolve
from generator.word.reader import Paragraph
from generator.word.wordml import AUTHOR, PPR, RPR, Element, P, W, parse, qn, to_bytes

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_SMALL = "18"
"""小五 in half points."""
_ANCHORS = ("commentRangeStart", "commentRangeEnd", "commentReference")


def write_comments(
    archive: Archive, paragraphs: Sequence[Paragraph], lines: Mapping[int, Sequence[str]], date: str
) -> dict[str, bytes]:
    """Put a comment at each paragraph (by place) that has lines; gives the parts that changed besides the text."""
    if not lines:
        return {}
    part = archive.related("comments")
    there = archive.tree(part) if part else None
    root = parse(f'<w:comments xmlns:w="{W}"/>'.encode()) if there is None else there
    answered = _answered(archive)
    ident = max((int(item.get(qn("id"), "-1")) for item in root), default=-1)
    for place, texts in lines.items():
        element = paragraphs[place].elements[-1]
        if element.getparent() is None:
            continue
        _make_room(root, paragraphs[place].elements, answered)
        ident += 1
        root.append(_comment(str(ident), texts, date))
        _anchor(element, str(ident))
    if there is not None and part:
        return {part: to_bytes(root)}
    return {
        resolve(archive.main, "comments.xml"): to_bytes(root),
        **add_relation(archive, "comments", "comments.xml", _TYPE),
    }


def _comment(ident: str, texts: Iterable[str], date: str) -> Element:
    comment = _element("comment", id=ident, author=AUTHOR_NAME, date=date, initials="拟")
    for number, text in enumerate(texts):
        paragraph = etree.SubElement(comment, P)
        _single_spaced(paragraph)
        if not number:
            etree.SubElement(_small_run(paragraph), qn("annotationRef"))
        etree.SubElement(_small_run(paragraph), qn("t")).text = text
    return comment


def _single_spaced(paragraph: Element) -> None:
    """Not the line spacing of the text, which would fill the margin."""
    etree.SubElement(paragraph, PPR).append(
        _element("spacing", before="0", after="0", line="240", lineRule="auto")
    )


def _small_run(paragraph: Element) -> Element:
    """A run of 小五, as comments have."""
    run = etree.SubElement(paragraph, qn("r"))
    etree.SubElement(run, RPR).extend([_element("sz", val=_SMALL), _element("szCs", val=_SMALL)])
    return run


def _anchor(paragraph: Element, ident: str) -> None:
    """The comment is about the whole paragraph."""
    paragraph.insert(
        1 if len(paragraph) and paragraph[0].tag == PPR else 0,
        _element("commentRangeStart", id=ident),
    )
    paragraph.append(_element("commentRangeEnd", id=ident))
    run = etree.SubElement(paragraph, qn("r"))
    run.append(_element("commentReference", id=ident))


def _element(tag: str, **attributes: str) -> Element:
    element = etree.Element(qn(tag))
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element


def _answered(archive: Archive) -> set[str]:
    """The paragraphs of comments that somebody answered."""
    part = archive.related("commentsExtended")
    root = archive.tree(part) if part else None
    return (
        {item.get(f"{_W15}paraIdParent", "") for item in root} - {""} if root is not None else set()
    )


def _make_room(root: Element, elements: Iterable[Element], answered: set[str]) -> None:
    """Remove our own comments at a paragraph that nobody answered."""
    for element in elements:
        for anchor in list(element.iter(qn("commentRangeStart"))):
            ident = anchor.get(qn("id"))
            comment = next((item for item in root if item.get(qn("id")) == ident), None)
            if comment is not None and ours(comment) and not _is_answered(comment, answered):
                root.remove(comment)
                remove_anchors(element, {ident or ""})


def _is_answered(comment: Element, answered: set[str]) -> bool:
    return any(paragraph.get(f"{_W14}paraId", "") in answered for paragraph in comment.iter(P))


def remove_anchors(element: Element, idents: set[str]) -> None:
    """Take the anchors of some comments out of a part of the text."""
    for anchor in list(element.iter(*map(qn, _ANCHORS))):
        parent = anchor.getparent()
        if anchor.get(qn("id"), "") not in idents or parent is None:
            continue
        parent.remove(anchor)
        if parent.tag == qn("r") and all(child.tag == qn("rPr") for child in parent):
            outer = parent.getparent()
            if outer is not None:
                outer.remove(parent)


def others(archive: Archive) -> list[str]:
    """The comments of other people as they are stored."""
    part = archive.related("comments")
    root = archive.tree(part) if part else None
    return (
        [
            etree.tostring(item, encoding="unicode")
            for item in root
            if item.get(AUTHOR) != AUTHOR_NAME
        ]
        if root is not None
        else []
    )
