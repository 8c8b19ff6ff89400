"""What must not stand in a copy that is issued and only people can settle, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from generator.word.archive import RELS, Archive, rels_name, resolve
from generator.word.reader.fields import INSTRUCTION, words_of_fields
from generator.word.reader.looks import Looks
from generator.word.reader.outside import outside
from generator.word.wordml import AUTHOR, FIELD, PPR, VAL, Element, P, R, T, qn

_CHANGES = tuple(
    map(
        qn,
        (
            "ins",
            "del",
            "moveFrom",
            "moveTo",
            "rPrChange",
            "pPrChange",
            "sectPrChange",
            "tblPrChange",
            "trPrChange",
            "tcPrChange",
            "cellIns",
            "cellDel",
            "cellMerge",
            "numberingChange",
            "tblGridChange",
            "tblPrExChange",
        ),
    )
)
_WITH_TEXT = ("header", "footer", "footnotes", "endnotes")
"""The kinds of parts beside the main one that hold text."""
_LABELS = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}
_EMBEDDED = {
    "chart": "图表（带着原始数据）",
    "chartEx": "图表（带着原始数据）",
    "oleObject": "嵌入的文件",
    "package": "嵌入的文件",
    "diagramData": "SmartArt 图形",
    "control": "控件",
    "subDocument": "子文档",
    "video": "视频",
    "audio": "音频",
    "media": "媒体",
}
_DELETED_TEXT = qn("delText")
_STYLE = f"{PPR}/{qn('pStyle')}"
_READ = (T, _DELETED_TEXT, FIELD, INSTRUCTION)
"""What holds the words of a paragraph and of its fields."""
_LEFT_AS_IS = ("tif", "tiff", "webp", "svg")
"""Pictures of these kinds hold information that is not taken out."""

_MARKERS = frozenset(
    map(qn, ["bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr"])
)
"""What may stand between words that go and those that come in their stead."""


class LookedAt(Struct, frozen=True):
    """A paragraph that is looked at: its words, deleted ones too, and where it stands ("" for the
    body). What stands in a box inside it is a paragraph of its own, and no part of it."""

    element: Element
    text: str
    part: str

    @property
    def accepted(self) -> str:
        """Its words once all tracked changes are accepted."""
        nodes = (node for node in outside(P, self.element, T) if not _goes(node))
        return "".join(node.text or "" for node in nodes)


def passages(archive: Archive) -> Iterator[LookedAt]:
    """Every paragraph, those of headers, footers and notes too."""
    for part, name in _text_parts(archive):
        root = archive.tree(part)
        for paragraph in root.iter(P) if root is not None else ():
            nodes = list(outside(P, paragraph, *_READ))
            texts = (node.text or "" for node in nodes if node.tag in (T, _DELETED_TEXT))
            fields = [node for node in nodes if node.tag != _DELETED_TEXT]
            yield LookedAt(paragraph, "".join(texts) + words_of_fields(fields), name)


def authors_of_changes(passage: LookedAt) -> list[str]:
    """The author of each tracked change in a paragraph, and of its row where it is the first of
    that; "" for none. Words that go and those that come in their stead are one change."""
    elements = outside(P, passage.element, *_CHANGES)
    own = [change for change in elements if not _replaces(change)]
    return [change.get(AUTHOR, "") for change in own]


def _goes(node: Element) -> bool:
    """Whether words go once the changes are accepted."""
    return next(node.iterancestors(qn("del"), qn("moveFrom")), None) is not None


def _replaces(change: Element) -> bool:
    """Whether words come in the stead of those deleted just before, by the same person."""
    if change.tag != qn("ins"):
        return False
    before = change.getprevious()
    while before is not None and before.tag in _MARKERS:
        before = before.getprevious()
    if before is None or before.tag != qn("del"):
        return False
    return before.get(AUTHOR, "") == change.get(AUTHOR, "")


def authors_outside(archive: Archive) -> list[str]:
    """The authors of changes of rows, cells, tables and sections."""
    authors: list[str] = []
    for part, _ in _text_parts(archive):
        root = archive.tree(part)
        for change in root.iter(*_CHANGES) if root is not None else ():
            if next(change.iterancestors(P), None) is None:
                authors.append(change.get(AUTHOR, ""))
    return authors


class UnreadText(NamedTuple):
    """The words of a paragraph that are not shown, and those shown crossed out (删除线)."""

    hidden: str
    crossed: str


def unread_text(looks: Looks, passage: LookedAt) -> UnreadText:
    """What of a paragraph is no text to a reader; a box in a hidden run is hidden with it."""
    style = passage.element.find(_STYLE)
    name = "" if style is None else style.get(VAL, "")
    hidden: list[str] = []
    crossed: list[str] = []
    for run in outside(P, passage.element, R):
        look = looks.of_run(run, name)
        if look.hidden:
            hidden += (node.text or "" for node in run.iter(T))
        elif look.crossed:
            crossed += (node.text or "" for node in outside(P, run, T))
    return UnreadText("".join(hidden), "".join(crossed).strip())


def embedded(archive: Archive) -> list[str]:
    """What is embedded or linked and cannot be cleaned, by its name in Chinese."""
    found: list[str] = []
    for part, _ in _text_parts(archive):
        root, relations = archive.tree(part), archive.tree(rels_name(part))
        for item in [] if relations is None else relations.findall(f"{{{RELS}}}Relationship"):
            found += _not_cleaned(item)
        if root is not None and next(root.iter("{*}contentPart"), None) is not None:
            found.append("手写的墨迹")
    return list(dict.fromkeys(found))


def _not_cleaned(relation: Element) -> Iterator[str]:
    """What a relation leads to, where it cannot be cleaned."""
    kind = relation.get("Type", "").rpartition("/")[2]
    ending = relation.get("Target", "").rpartition(".")[2].lower()
    if kind in _EMBEDDED:
        yield _EMBEDDED[kind]
    elif kind == "image" and relation.get("TargetMode") == "External":
        yield "链接到别处的图片"
    elif kind == "image" and ending in _LEFT_AS_IS:
        yield f".{ending} 图片（去不掉里面的信息）"


def _text_parts(archive: Archive) -> Iterator[tuple[str, str]]:
    """The parts that hold text, each once, and what each is called."""
    names = {archive.main: ""}
    relations = archive.tree(rels_name(archive.main))
    for relation in [] if relations is None else relations:
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind in _WITH_TEXT:
            names.setdefault(resolve(archive.main, relation.get("Target", "")), _LABELS[kind])
    yield from names.items()
