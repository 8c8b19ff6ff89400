"""What stands around the report: the head, what a person has to look at, and the card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from generator.report.view.content import (
    PageBlock,
    PageContent,
    PageRemark,
    PageSpan,
    TaskGroup,
    Voucher,
)

_GRAVITY = {"错误": "error", "提醒": "warning", "供参考": "info"}
_LEGEND: dict[Voucher, str] = {
    "bound": '<span class="f">随数据的数</span><span class="f t">随数据的词</span>',
    "claimed": '<span class="f c">人工写入的数</span>',
    "gap": '<span class="f g">待补</span>',
    "literal": '<span class="l">没有来源的数</span>',
}


def heading_of(content: PageContent) -> Iterator[str]:
    """What the page is and was made of, the search where anything answers, what its colours say."""
    opening = content.opening
    yield f'<header>\n<p class="name">{escape(opening.title)}</p>'
    of_data = f"，数据 {opening.made_of[:12]}" if opening.made_of else ""
    yield f'<p class="made">{escape(opening.source)}{of_data}，{escape(opening.made_at)}</p>'
    yield from (f'<p class="stale" role="status">{escape(line)}</p>' for line in opening.stale)
    if content.cards:
        yield '<form id="search" role="search"><label for="q">找数</label>'
        yield '<input id="q" type="search" placeholder="名称、键或数字" autocomplete="off">'
        yield '<ul id="hits" aria-label="找到的"></ul></form>'
    legend = "".join(_legend(content))
    if legend:
        yield f'<p class="key">{legend}</p>'
    yield "</header>"


def _legend(content: PageContent) -> Iterator[str]:
    """What the colours mean that the page has."""
    used = {span.voucher for block in content.blocks for span in _spans(block)}
    yield from (words for voucher, words in _LEGEND.items() if voucher in used)
    if content.remarks:
        yield "<span><mark>检查发现</mark>（红色小字是第几条）</span>"


def _spans(block: PageBlock) -> Iterator[PageSpan]:
    of_cells = (line for row in block.rows for cell in row.cells for line in cell.lines)
    for line in (*block.lines, *of_cells):
        yield from line.spans


def matters_of(content: PageContent) -> Iterator[str]:
    """How many there are of each sort, then all: what comes first, the findings, the rest."""
    yield "<h2>要人处理的</h2>"
    if not content.remarks and not content.groups:
        yield "<p>没有。</p>"
        return
    groups = list(enumerate(content.groups, 1))
    first = [(number, group) for number, group in groups if group.first]
    rest = [(number, group) for number, group in groups if not group.first]
    yield f'<p class="counts">{"".join(_counts(first, content.remarks, rest))}</p>'
    for number, group in first:
        yield from _group(number, group)
    if content.remarks:
        yield from _findings(content.remarks)
    for number, group in rest:
        yield from _group(number, group)


_Groups = Sequence[tuple[int, TaskGroup]]


def _counts(first: _Groups, remarks: Sequence[PageRemark], rest: _Groups) -> Iterator[str]:
    """A link to each group, and to the first finding of each gravity."""
    yield from (_link(f"g{number}", group.title, _count(group)) for number, group in first)
    grave = Counter(remark.severity for remark in remarks)
    for severity, name in _GRAVITY.items():
        if grave[severity]:
            yield _link(name, severity, grave[severity])
    yield from (_link(f"g{number}", group.title, _count(group)) for number, group in rest)


def _link(target: str, words: str, count: int) -> str:
    return f'<a href="#{target}">{escape(words)} <b>{count}</b></a> '


def _count(group: TaskGroup) -> int:
    return len(group.tasks) + group.more


def _findings(remarks: Sequence[PageRemark]) -> Iterator[str]:
    yield f"<details open><summary>检查发现（{len(remarks)}条）</summary><ol>"
    begun: set[str] = set()
    for number, remark in enumerate(remarks, 1):
        name = _GRAVITY[remark.severity]
        ident = "" if name in begun else f' id="{name}"'
        begun.add(name)
        yield f'<li class="{name}"{ident}>{_remark_button(number, remark)}</li>'
    yield "</ol></details>"


def _remark_button(number: int, remark: PageRemark) -> str:
    words = f"<b>{remark.severity}［{escape(remark.rule)}］</b>{escape(remark.message)}"
    return f'<button type="button" data-r="{number}">{words}</button>'


def _group(number: int, group: TaskGroup) -> Iterator[str]:
    opened = " open" if group.first else ""
    title = f"{escape(group.title)}（{_count(group)}）"
    yield f'<details id="g{number}"{opened}><summary>{title}</summary><ul>'
    for task in group.tasks:
        if task.line < 0:
            yield f"<li>{escape(task.text)}</li>"
        else:
            at = f'data-l="{task.line}" data-c="{task.start}"'
            yield f'<li><button type="button" {at}>{escape(task.text)}</button></li>'
    if group.more:
        yield f"<li>还有{group.more}个没有列出</li>"
    yield "</ul></details>"


def answer_of(content: PageContent) -> Iterator[str]:
    """The way back and the card, which says what can be asked while nothing is."""
    yield '<p class="bar"><button type="button" id="back" hidden>← 返回</button>'
    yield '<button type="button" id="close" hidden>关闭</button></p>'
    yield '<div id="card" role="region" aria-label="这一处的说明" aria-live="polite" tabindex="-1">'
    if content.cards:
        yield '<p class="hint">点正文里的数（或用 Tab 键选到它，再按回车），这里说明它从哪里来。</p>'
    elif content.remarks:
        yield '<p class="hint">点左边的一条，或点正文里有红线的字，这里说明查出了什么。</p>'
    else:
        yield '<p class="hint">没有查出什么；要看数字从哪里来，请连同数据包做这一页。</p>'
    yield "</div>"
