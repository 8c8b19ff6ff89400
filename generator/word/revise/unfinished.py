"""What must not stand in a copy that is issued and only people can settle, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.word.archive import RELS, Archive, rels_name, resolve
from generator.word.reader.fields import fields_of, unpaired_limits
from generator.word.reader.looks import Looks, RunLook
from generator.word.wordml import AUTHOR, PPR, VAL, Element, P, R, T, qn

_CHANGES = (
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
_LEFT_AS_IS = ("tif", "tiff", "webp", "svg")
"""Pictures of these kinds hold information that is not taken out."""

_MARKERS = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")
"""What may stand between words that go and those that come in their stead."""


@dataclass(frozen=True)
class LookedAt:
    """A paragraph that is looked at: its words, deleted ones too, and where it stands ("" for the
    body)."""

    element: Element
    text: str
    part: str

    @property
    def accepted(self) -> str:
        """Its words once all tracked changes are accepted."""
        nodes = (node for node in self.element.iter(T) if not _goes(node))
        return "".join(node.text or "" for node in nodes)


def passages(archive: Archive) -> Iterator[LookedAt]:
    """Every paragraph, those of headers, footers and notes too."""
    for part, name in _text_parts(archive):
        root = archive.tree(part)
        for paragraph in root.iter(P) if root is not None else ():
            text = "".join(node.text or "" for node in paragraph.iter(T, qn("delText")))
            yield LookedAt(paragraph, text + _words_of_fields(paragraph), name)


def _words_of_fields(paragraph: Element) -> str:
    """What the fields of a paragraph show that have no result."""
    fields = fields_of(paragraph, unpaired_limits(paragraph))
    return "".join(field.words for field in fields)


def authors_of_changes(passage: LookedAt) -> list[str]:
    """The author of each tracked change in a paragraph, and of its row where it is the first of
    that; "" for none. Words that go and those that come in their stead are one change."""
    elements = list(passage.element.iter(*map(qn, _CHANGES)))
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
    while before is not None and before.tag in map(qn, _MARKERS):
        before = before.getprevious()
    if before is None or before.tag != qn("del"):
        return False
    return before.get(AUTHOR, "") == change.get(AUTHOR, "")


def authors_outside(archive: Archive) -> list[str]:
    """The authors of changes of rows, cells, tables and sections."""
    authors: list[str] = []
    for part, _ in _text_parts(archive):
        root = archive.tree(part)
        for change in root.iter(*map(qn, _CHANGES)) if root is not None else ():
            if next(change.iterancestors(P), None) is None:
                authors.append(change.get(AUTHOR, ""))
    return authors


def hidden_text(looks: Looks, passage: LookedAt) -> str:
    """The words of a paragraph that are not shown."""
    return "".join(text for text, look in _texts_of_runs(looks, passage) if look.hidden)


def crossed_text(looks: Looks, passage: LookedAt) -> str:
    """The words of a paragraph that are shown crossed out (删除线)."""
    runs = _texts_of_runs(looks, passage)
    return "".join(text for text, look in runs if look.crossed and not look.hidden).strip()


def _texts_of_runs(looks: Looks, passage: LookedAt) -> Iterator[tuple[str, RunLook]]:
    style = passage.element.find(f"{PPR}/{qn('pStyle')}")
    name = "" if style is None else style.get(VAL, "")
    for run in passage.element.iter(R):
        yield "".join(node.text or "" for node in run.iter(T)), looks.of_run(run, name)


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
