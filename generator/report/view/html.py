"""The page as HTML, with its style, its script and its data inside."""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path, PurePath

from generator.model.regex import regex
from generator.report.view.content import (
    FigureCard,
    PageBlock,
    PageCell,
    PageContent,
    PageLine,
    PageRemark,
    PageRow,
    PageSpan,
)
from generator.report.view.frame import answer_of, heading_of, matters_of
from generator.report.view.stale import sealed

_TAGS = {"title": "h1", "heading1": "h2", "heading2": "h3", "heading3": "h4", "heading4": "h5"}
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_CLASSES = {"bound": "f", "claimed": "f c", "gap": "f g", "literal": "l"}
_TITLES = {"claimed": "人工写入", "gap": "待补", "literal": "没有来源"}
_TAG = regex(r"<[^>]*>")
_DIGIT = regex(r"\d")
"""What tells a figure from words of a record, which are set more quietly."""
_ORGAN = 15
"""So many characters of an organ's name fit in a line of the masthead."""
_MANY, _VERY_MANY = 7, 12
"""A table with more columns is set smaller on paper, with more than the second much smaller."""
_Remarks = Mapping[int, Sequence[tuple[int, int, int]]]
"""The stretches of remarks by line: from and to character, and the number of the remark."""


def as_page(content: PageContent) -> str:
    """The whole page; every text of the package is inert in it. Its last line is a seal."""
    return sealed("".join(f"{piece}\n" for piece in _pieces(content)))


def _pieces(content: PageContent) -> Iterator[str]:
    opening, remarks = content.opening, _by_line(content.remarks)
    yield '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="nigao-data" content="{opening.made_of} {escape(opening.made_at)}">'
    yield f"<title>{escape(opening.title)}</title>\n<style>{_static('view.css')}</style>\n</head>"
    yield '<body>\n<a class="skip" href="#report">跳到正文</a>'
    yield from heading_of(content)
    yield '<div class="desk">\n<nav id="todo" aria-label="要人处理的">'
    yield from matters_of(content)
    yield '</nav>\n<main id="report" tabindex="-1">'
    yield f'<div class="paper{_small_organs(content.blocks)}">'
    for block in content.blocks:
        yield from _block(block, remarks, content.pictures)
    yield "</div>"
    yield from _printed_remarks(content.remarks)
    yield '</main>\n<aside aria-label="说明">'
    yield from answer_of(content)
    yield "</aside>\n</div>"
    yield f'<script type="application/json" id="data">{_data(content)}</script>'
    yield f"<script>{_static('view.js')}</script>\n</body>\n</html>"


def _static(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def _by_line(remarks: Sequence[PageRemark]) -> _Remarks:
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for number, remark in enumerate(remarks, 1):
        for side in remark.sides:
            if side.at is not None:
                line, start, end = side.at
                spans[line].append((start, end, number))
    return spans


def _block(block: PageBlock, remarks: _Remarks, pictures: Mapping[str, bytes]) -> Iterator[str]:
    broken = " newpage" if block.begins_page else ""
    if block.picture:
        yield _picture(block, pictures)
    if block.rows:
        classes = f"wide{broken}{_crowded(block)}"
        yield f'<div class="{classes}" tabindex="0" role="group" aria-label="表格"><table>'
        for row in block.rows:
            yield _row(row, remarks)
        yield "</table></div>"
        return
    tag = _TAGS.get(block.role, "p")
    for line in block.lines:
        section = f' data-s="{escape(block.section)}"' if block.section else ""
        attributes = f'class="{block.role}{broken}"{_anchor(line)}{section}'
        body = _words(line, remarks, block.lead) + _margin(line, remarks)
        yield f"<{tag} {attributes}>{body}</{tag}>"
        broken = ""


def _small_organs(blocks: Sequence[PageBlock]) -> str:
    """All organs of a masthead are set smaller where one would take two lines."""
    organs = (line for block in blocks if block.role == "organ" for line in block.lines)
    return " small" if any(len(line.text) > _ORGAN for line in organs) else ""


def _crowded(block: PageBlock) -> str:
    """How a table with many columns is set on paper: smaller, so that nothing is cut."""
    columns = max(sum(cell.colspan for cell in row.cells) for row in block.rows)
    if columns <= _MANY:
        return ""
    return " many" if columns <= _VERY_MANY else " crowd"


def _picture(block: PageBlock, pictures: Mapping[str, bytes]) -> str:
    kind = _TYPES.get(PurePath(block.picture).suffix.lower())
    data = pictures.get(block.picture)
    alt = escape("".join(line.text for line in block.lines) or "图")
    if kind is None or data is None:
        return f'<p class="picture">［图：{alt}］</p>'
    code = base64.b64encode(data).decode()
    return f'<p class="picture"><img alt="{alt}" src="data:{kind};base64,{code}"></p>'


def _anchor(line: PageLine) -> str:
    return f' data-n="{line.line}" data-a="{line.at}"' if line.line >= 0 else ""


def _row(row: PageRow, remarks: _Remarks) -> str:
    cells = "".join(_cell(cell, row.head, remarks) for cell in row.cells)
    return f"<tr>{cells}</tr>"


def _cell(cell: PageCell, head: bool, remarks: _Remarks) -> str:
    tag = "th" if head else "td"
    spans = "".join(
        f' {name}="{count}"'
        for name, count in (("colspan", cell.colspan), ("rowspan", cell.rowspan))
        if count > 1
    )
    classes = " ".join(
        filter(
            None,
            (cell.align[0], f"i{min(cell.indent, 4)}" if cell.indent else "", "s" * cell.strong),
        )
    )
    lines = "".join(
        f"<p{_anchor(line)}>{_words(line, remarks)}{_margin(line, remarks)}</p>"
        for line in cell.lines
    )
    return f'<{tag} class="{classes}"{spans}>{lines}</{tag}>'


def _words(line: PageLine, remarks: _Remarks, lead: int = 0) -> str:
    """The text of a line with its figures; what lies in between is plain words."""
    shown = _within(line, remarks)
    strong = [*line.strong, (0, min(lead, len(line.text)))]
    words, behind = [], 0
    for span in line.spans:
        words.append(_pieces_between(line, behind, span.start, shown, strong))
        inside = _pieces_between(line, span.start, span.end, shown, strong)
        words.append(_figure(span, inside))
        behind = span.end
    words.append(_pieces_between(line, behind, len(line.text), shown, strong))
    return "".join(words)


def _pieces_between(
    line: PageLine,
    start: int,
    end: int,
    shown: Sequence[tuple[int, int, int]],
    strong: Sequence[tuple[int, int]],
) -> str:
    """A stretch of a line, cut where a remark, emphasis or the lead begins or ends."""
    limits = [limit for stretch in (*shown, *strong) for limit in stretch[:2]]
    cuts = sorted({start, end, *(limit for limit in limits if start < limit < end)})
    return "".join(_piece(line, first, last, shown, strong) for first, last in pairwise(cuts))


def _within(line: PageLine, remarks: _Remarks) -> list[tuple[int, int, int]]:
    """The stretches of remarks in a line or cell, by its own characters."""
    length = len(line.text)
    return [
        (max(0, start - line.at), min(length, end - line.at), number)
        for start, end, number in remarks.get(line.line, ())
        if start - line.at < length and end > line.at
    ]


def _piece(
    line: PageLine,
    start: int,
    end: int,
    shown: Sequence[tuple[int, int, int]],
    strong: Sequence[tuple[int, int]],
) -> str:
    """A piece of a line in which nothing begins or ends."""
    words = escape(line.text[start:end])
    numbers = [number for first, last, number in shown if first <= start and end <= last]
    if numbers:
        words = f'<mark data-m="{" ".join(map(str, dict.fromkeys(numbers)))}">{words}</mark>'
    if any(first <= start and end <= last for first, last in strong):
        words = f"<b>{words}</b>"
    return words


def _figure(span: PageSpan, words: str) -> str:
    """A figure that can be asked, or a number without a source, around its words."""
    title = _TITLES.get(span.voucher, "")
    named = f' title="{title}"' if title else ""
    classes = _CLASSES[span.voucher]
    if span.card < 0:
        return f'<span class="{classes}"{named}>{words}</span>'
    quiet = span.voucher == "bound" and not _DIGIT.search(_TAG.sub("", words))
    asked = f'role="button" tabindex="0" data-f="{span.card}"'
    return f'<span class="{classes}{" t" if quiet else ""}" {asked}{named}>{words}</span>'


def _margin(line: PageLine, remarks: _Remarks) -> str:
    """The numbers of the remarks on a line, for the margin."""
    here = [
        number
        for start, end, number in remarks.get(line.line, ())
        if line.at <= start <= line.at + len(line.text)
    ]
    if not here:
        return ""
    return (
        f'<span class="margin" aria-hidden="true">{"、".join(map(str, dict.fromkeys(here)))}</span>'
    )


def _printed_remarks(remarks: Sequence[PageRemark]) -> Iterator[str]:
    """The findings below the report, on paper alone."""
    if not remarks:
        return
    yield '<section class="onpaper"><h2>检查发现</h2><ol>'
    for remark in remarks:
        yield f"<li>{remark.severity}［{escape(remark.rule)}］{escape(remark.message)}</li>"
    yield "</ol></section>"


def _data(content: PageContent) -> str:
    """What the script knows: cards and remarks; what the next page compares. No ``<`` stands in
    it."""
    data = {
        "words": content.words_hash,
        "cards": list(map(_card, content.cards)),
        "remarks": list(map(_remark, content.remarks)),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _card(card: FigureCard) -> dict[str, object]:
    whole = {
        "k": card.key,
        "n": card.name,
        "v": card.value,
        "s": [list(source) for source in card.sources],
        "f": card.formula,
        "p": [list(part) for part in card.parts],
        "l": card.previous,
        "c": card.change,
        "w": card.state,
    }
    return {name: value for name, value in whole.items() if value or name in "kv"}


def _remark(remark: PageRemark) -> dict[str, object]:
    sides = [[side.location, side.quote, list(side.at or ())] for side in remark.sides]
    return {
        "g": remark.severity,
        "r": remark.rule,
        "m": remark.message,
        "s": sides,
        "k": list(remark.keys),
    }
