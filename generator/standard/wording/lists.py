"""Lists and the sentences built of parts (GB/T 15834-2011, 4.5 and appendix B).

All items are finished texts that may hold marks. An empty item is an unknown one: it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from generator.model.marks import CLOSE, visible
from generator.model.regex import regex
from generator.standard.wording.numerals import cardinal

OfWhich = Literal["，其中", "（）", "。其中，", "其中："]
PointStyle = Literal["inline", "para", "plain"]

_OF_WHICH = ("，其中", "（）", "。其中，", "其中：")
_END = regex(f"[。；]+((?:{re.escape(CLOSE)})*)$")
_NESTED = regex("(?:^|[。；：，])一是")
_BREAK = regex(r"[ \t]*\n\s*")
_BREAK_BESIDE_CHINESE = regex(
    rf"(?<=[^\x00-\xff]){_BREAK.pattern}|{_BREAK.pattern}(?=[^\x00-\xff])"
)


def _known(items: Iterable[str]) -> list[str]:
    """The items that say something, without the blanks around them."""
    return [item.strip() for item in items if visible(item).strip()]


def _separator(left: str, right: str, sep: str) -> str:
    """``sep``, but no 、 between two titles 》《 or two quotations ”“ (GB/T 15834-2011, 4.5.3.5)."""
    edges = visible(left)[-1:] + visible(right)[:1]
    return "" if sep == "、" and edges in ("》《", "”“") else sep


def join(
    items: Iterable[str],
    sep: str = "、",
    *,
    last: str | None = None,
    etc: bool = False,
    most: int | None = None,
    of: str = "",
) -> str:
    """A list: A、B和C等; no item gives "", one item stands for itself.

    ``last`` is the word before the last item. ``etc`` ends two items or more with 等 (，等 where
    ``sep`` is ，: appendix B.1.2). No 、 stands between 》《 and between ”“. Of more than ``most``
    items the first are told, then 等 and ``of``, how many there are: A、B等8家.
    """
    known = _known(items)
    if most is not None and len(known) > most:
        return f"{join(known[:most], sep)}等{of}"
    text = known[0] if known else ""
    for index in range(1, len(known)):
        word = last if last is not None and index == len(known) - 1 else sep
        text += _separator(known[index - 1], known[index], word) + known[index]
    if not etc or len(known) < 2:
        return text
    return text + ("，等" if sep == "，" else "等")


def enumerate_points(items: Iterable[str], style: PointStyle = "inline", *, sep: str = "。") -> str:
    """Points in a series: 一是…。二是…。

    ``inline``: in one paragraph; ``para``: one paragraph each, apart by an empty line; ``plain``:
    in one paragraph without 一是 (where headings are numbered so). Empty items are dropped before
    they are counted; a single one has no 一是. ``sep`` (。 or ；) stands between them, the last ends
    with 。. ValueError for another style, and where an item holds a series of its own.
    """
    if style not in ("inline", "para", "plain"):
        raise ValueError(f"“一是”的样式“{style}”不认识，应为inline、para或plain")
    points = _points(items)
    if not points:
        return ""
    if len(points) > 1 and style != "plain":
        points = [f"{cardinal(number)}是{point}" for number, point in enumerate(points, 1)]
    between = f"{sep}\n\n" if style == "para" else sep
    return between.join(points) + "。"


def _points(items: Iterable[str]) -> list[str]:
    """The items without the stops at their ends; ValueError where one holds a series of its own."""
    points = _known(_END.sub(r"\1", item) for item in _known(items))
    if any(_NESTED.search(visible(point)) for point in points):
        raise ValueError("“一是……二是……”里面不能再套“一是”")
    return points


def of_which(
    total: str, parts: Iterable[str], style: OfWhich = "，其中", *, sep: str = "、"
) -> str:
    """A total and its parts: 345人，其中脱贫人口284人; 879人（其中脱贫劳动力717人）.

    No part leaves the total alone, no total gives "". ValueError for another style.
    """
    if style not in _OF_WHICH:
        raise ValueError(f"“其中”的样式“{style}”不认识，应为“{'”、“'.join(_OF_WHICH)}”")
    listed = join(parts, sep)
    if not visible(total):
        return ""
    if not listed:
        return total
    return f"{total}（其中{listed}）" if style == "（）" else total + style + listed


def all_of(total: str, label: str, style: OfWhich = "，其中", *, one: bool = False) -> str:
    """A total that is all of one kind: 225人，均为脱贫人口; 1个，为农业园 where it is ``one``.

    In brackets where ``style`` puts parts there. ValueError for another style.
    """
    if style not in _OF_WHICH:
        raise ValueError(f"“其中”的样式“{style}”不认识，应为“{'”、“'.join(_OF_WHICH)}”")
    words = ("为" if one else "均为") + label
    return f"{total}（{words}）" if style == "（）" else f"{total}，{words}"


def breakdown(
    items: Iterable[tuple[str, Sequence[str]]], *, outer: str = "；", inner: str = "、"
) -> str:
    """Items with what they consist of: A（a、b）；B.

    The second of each pair is a list of texts, or a note (one text); an item without either has no
    brackets, an item that is empty is left out with what belongs to it.
    """
    texts = []
    for text, children in items:
        note = children if isinstance(children, str) else join(children, inner)
        texts.append(per(text, note))
    return join(texts, outer)


def per(total: str, unit: str) -> str:
    """A text and its note in brackets: 12万元（3万元/村）; no note leaves the text alone, no text gives
    "".
    """
    if not visible(total) or not visible(unit):
        return total if visible(total) else ""
    return f"{total}（{unit}）"


def in_one_line(text: str) -> str:
    """A text that was broken into lines, in one: without a blank beside Chinese."""
    return _BREAK.sub(" ", _BREAK_BESIDE_CHINESE.sub("", text))
