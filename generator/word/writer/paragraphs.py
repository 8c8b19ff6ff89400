"""标题, 主送机关, 正文, 附件说明 and 附件标签 (GB/T 9704-2012, 7.3)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from generator.model.document import (
    Addressee,
    AnnexLabel,
    AnnexNote,
    Heading,
    Paragraph,
    Picture,
    Run,
    Text,
    Title,
    plain,
)
from generator.standard.formats import ATTENDANCE_INDENT
from generator.standard.gbt9704 import FIRST_LINE_INDENT, TITLE_WIDTH
from generator.word.building import line_break, paragraph, run, w
from generator.word.wordml import Element
from generator.word.writer.context import Context
from generator.word.writer.inline import Scope
from generator.word.writer.metrics import width
from generator.word.writer.style_ids import (
    ADDRESSEE,
    ANNEX_LABEL,
    ANNEX_NOTE,
    ATTENDANCE,
    BODY,
    CENTERED,
    FORM_LINE,
    HEADINGS,
    LABEL_TEXT,
    LEADS,
    NOTE,
    SIGN_LINE,
    SOURCE_NOTE,
    SUBTITLE,
    TITLE,
    UNIT_LINE,
)
from generator.word.writer.title_lines import break_lines

_STYLES = {
    "body": BODY,
    "subtitle": SUBTITLE,
    "centered": CENTERED,
    "caption": CENTERED,
    "form_line": FORM_LINE,
    "unit_line": UNIT_LINE,
    "source_note": SOURCE_NOTE,
    "note": NOTE,
    "attendance": ATTENDANCE,
    "sign_line": SIGN_LINE,
}
_STAYS_WITH_TABLE = ("caption",)
_ANNEX = "附件："
_STOPS = "。；，、："
_NUMBER_GAP = 0.25
"""字 between the number of an annex and its name, which stands on a tab stop."""


def title(block: Title, scope: Scope) -> list[Element]:
    """公文标题, its lines broken by meaning into 梯形 or 菱形, in one paragraph (7.3.1)."""
    lines = title_texts(block.lines)
    content: list[Element] = []
    for n, line in enumerate(lines):
        content += [line_break()] if n else []
        content += scope.runs(line)
    result = [paragraph(TITLE, content)]
    if block.subtitle:
        result.append(paragraph(SUBTITLE, scope.runs(block.subtitle), w("keepNext")))
    return result


def title_texts(lines: Sequence[Text]) -> list[Text]:
    """The lines of a title as they are set."""
    broken = break_lines(tuple(plain(line) for line in lines), TITLE_WIDTH)
    result: list[Text] = []
    for line, parts in zip(lines, broken, strict=True):
        result += split(line, [len(part) for part in parts])
    return result


def split(text: Text, lengths: Sequence[int]) -> list[Text]:
    """A text cut into pieces of so many characters, which add up to it.

    A marked run that is cut keeps its mark on the first piece only.
    """
    edges = accumulate(lengths, initial=0)
    return [_between(text, start, end) for start, end in pairwise(edges)]


def _between(text: Text, start: int, end: int) -> Text:
    """The runs from one position to another; one that begins before has its mark there."""
    runs: list[Run] = []
    position = 0
    for part in text:
        characters = part.text[max(start - position, 0) : max(end - position, 0)]
        if characters:
            mark = part.mark if position >= start else None
            runs.append(Run(characters, mark, part.strong))
        position += len(part.text)
    return tuple(runs)


def addressee(block: Addressee, scope: Scope) -> list[Element]:
    """主送机关, flush left, a full-width colon after the last (7.3.2)."""
    text = block.text if plain(block.text).endswith("：") else (*block.text, Run("："))
    return [paragraph(ADDRESSEE, scope.runs(text))]


def heading(block: Heading, scope: Scope, context: Context) -> list[Element]:
    """A heading of its own paragraph, in the built-in style of its level (7.3.3)."""
    content = scope.runs((Run(block.number), *block.text))
    target = context.targets.get(block.id)
    if target:
        start, end = context.bookmarks.named(target)
        content = [start, *content, end]
    return [paragraph(HEADINGS[block.level - 1], content)]


def body(block: Paragraph, scope: Scope, context: Context) -> list[Element]:
    """A paragraph of the text; a heading that runs into it stands at its beginning in a character
    style.
    """
    if isinstance(block, Picture):
        return _picture(block, scope, context)
    if block.role == "attendance":
        return [_attendance(block.text, scope, context)]
    content = _lead(block.lead, context) if block.lead else []
    if block.role in _STAYS_WITH_TABLE:
        return [paragraph(_STYLES[block.role], scope.runs(block.text), w("keepNext"))]
    return [paragraph(_STYLES[block.role], [*content, *scope.runs(block.text)])]


def _attendance(text: Text, scope: Scope, context: Context) -> Element:
    """出席： in 黑体, two 字 in; wrapped lines begin below the first character behind the colon (GB/T
    9704-2012, 10.3)."""
    label, names = text[:1], text[1:]
    hanging = width(plain(label))
    left = context.characters(ATTENDANCE_INDENT + hanging)
    indent = w("ind", left=left, hanging=context.characters(hanging))
    content = [*scope.runs(label, LABEL_TEXT), *scope.runs(names)]
    return paragraph(ATTENDANCE, content, indent)


def _picture(block: Picture, scope: Scope, context: Context) -> list[Element]:
    """A picture, centred in a line as high as it is, and its caption below, which stays with it."""
    drawing = context.pictures.drawn(block, context.text_width, context.text_height)
    properties = [w("spacing", line=240, lineRule="auto")]
    if block.text:
        properties.insert(0, w("keepNext"))
    picture = paragraph(CENTERED, [w("r", drawing)], *properties)
    return [picture, paragraph(CENTERED, scope.runs(block.text))] if block.text else [picture]


def _lead(lead: Heading, context: Context) -> list[Element]:
    """A run-in heading. It ends with a full stop unless it brings a mark of its own."""
    scope = context.bookmarks.scope(lead.id)
    text: Text = (Run(lead.number), *lead.text)
    if not plain(text).endswith(("。", "！", "？", "：", "；")):
        text = (*text, Run("。"))
    return scope.around(scope.runs(text, LEADS[lead.level - 1]))


def annex_note(block: AnnexNote, scope: Scope, context: Context) -> list[Element]:
    """附件说明: two 字 in, no mark at the end (7.3.4).

    A wrapped line begins below the first character of the name.
    """
    items = enumerate(block.items, start=1)
    if block.each:
        return [_labelled(f"附件{n}：", item, scope, context) for n, item in items]
    count = len(block.items)
    return [_numbered(item, n, count, scope, context) for n, item in items]


def _numbered(item: Text, n: int, count: int, scope: Scope, context: Context) -> Element:
    """The ``n``-th of ``count`` annexes: 附件：1.name, or 2.name below it."""
    label = _ANNEX if n == 1 else ""
    number = f"{n}." if count > 1 else ""
    tab = "\t" if number else ""
    box = width(number) + _NUMBER_GAP if number else 0.0
    left = context.characters(FIRST_LINE_INDENT + width(_ANNEX) + box)
    properties = [
        w("ind", left=left, hanging=context.characters(width(label) + box)),
        w("tabs", w("tab", val="left", pos=left)),
        w("keepLines"),
    ]
    if n < count:
        properties.append(w("keepNext"))
    content = [run(label + number + tab), *scope.runs(_without_stop(item))]
    return paragraph(ANNEX_NOTE, content, *properties)


def _labelled(label: str, item: Text, scope: Scope, context: Context) -> Element:
    """附件1：name on a line of its own; a wrapped line begins below the name."""
    hanging = context.characters(width(label))
    indent = w("ind", left=context.characters(FIRST_LINE_INDENT + width(label)), hanging=hanging)
    return paragraph(ANNEX_NOTE, [run(label), *scope.runs(_without_stop(item))], indent)


def _without_stop(text: Text) -> Text:
    """A text without a mark at its end."""
    if not text or not plain(text).endswith(tuple(_STOPS)):
        return text
    *others, last = text
    return (*others, Run(last.text.rstrip(_STOPS), last.mark, last.strong))


def annex_label(block: AnnexLabel, scope: Scope) -> list[Element]:
    """附件1, flush on the first line of a new page (7.3.7)."""
    return [paragraph(ANNEX_LABEL, [run(block.text)])]
