"""Two laws, checked on every file before it is written, by a path that shares nothing with the writing of changes.

Rejecting all changes of ours gives the file that was handed in (its own pending changes of ours rejected too);
accepting all changes gives the texts of the plan.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

Element = etree._Element
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_IN, _OUT = {f"{_W}ins", f"{_W}moveTo"}, {f"{_W}del", f"{_W}moveFrom"}
_DROPPED = {
    f"{_W}{tag}"
    for tag in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "proofErr",
        "lastRenderedPageBreak",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
    )
}
_CHANGES = ("ins", "del", "moveTo", "moveFrom")
_VOLATILE = ("rsidR", "rsidRPr", "rsidP", "rsidRDefault", "rsidDel", "rsidTr", "rsidSect", "id")


def resolve(
    root: Element, *, accept: bool, author: str | None = None, copy: bool = True
) -> Element:
    """A document with all changes of ``author`` (None: of everybody) accepted or rejected: a copy, unless not wanted."""
    result = deepcopy(root) if copy else root
    keep, lose = (_IN, _OUT) if accept else (_OUT, _IN)
    _rows(result, lose, author)
    _runs(result, keep, lose, author)
    _marks(result, keep, lose, author)
    return result


def _mine(element: Element, author: str | None) -> bool:
    return author is None or element.get(f"{_W}author") == author


def _rows(root: Element, lose: set[str], author: str | None) -> None:
    """Table rows that go; a table without rows goes with them."""
    for row in list(root.iter(f"{_W}tr")):
        marks = [
            item
            for item in row.findall(f"{_W}trPr/*")
            if item.tag in _IN | _OUT and _mine(item, author)
        ]
        if any(item.tag in lose for item in marks):
            _remove(row)
        for item in marks:
            _remove(item)
    for table in list(root.iter(f"{_W}tbl")):
        if next(table.iter(f"{_W}tr"), None) is None:
            _remove(table)


def _runs(root: Element, keep: set[str], lose: set[str], author: str | None) -> None:
    """Insertions and deletions of runs: unwrapped or gone."""
    found = [item for item in root.iter(*keep, *lose) if _mine(item, author)]
    for item in reversed(found):
        parent = item.getparent()
        if parent is None or parent.tag in (f"{_W}rPr", f"{_W}trPr"):
            continue
        if item.tag in lose:
            _remove(item)
            continue
        at = parent.index(item)
        inner = list(item)
        parent.remove(item)
        parent[at:at] = inner
        for child in inner:
            if not _inside(child, _OUT):
                _as_text(child)


def _inside(element: Element, tags: set[str]) -> bool:
    return any(item.tag in tags for item in element.iterancestors())


def _as_text(element: Element) -> None:
    """Deleted text that comes back is text again (what another's deletion still holds stays deleted)."""
    for node in list(element.iter(f"{_W}delText")):
        if not any(item.tag in _OUT for item in node.iterancestors()):
            node.tag = f"{_W}t"


def _marks(root: Element, keep: set[str], lose: set[str], author: str | None) -> None:
    """Paragraph marks: where one goes, the text runs into the next paragraph."""
    for paragraph in list(root.iter(f"{_W}p")):
        marks = [
            item
            for item in paragraph.findall(f"{_W}pPr/{_W}rPr/*")
            if item.tag in _IN | _OUT and _mine(item, author)
        ]
        gone = any(item.tag in lose for item in marks)
        for item in marks:
            _remove(item)
        if gone:
            _run_into_next(paragraph)


def _run_into_next(paragraph: Element) -> None:
    following = paragraph.getnext()
    while following is not None and following.tag in _DROPPED:
        following = following.getnext()
    content = [child for child in paragraph if child.tag != f"{_W}pPr"]
    shown = any(child.tag not in _DROPPED for child in content)
    if following is None or following.tag != f"{_W}p":
        parent = paragraph.getparent()
        if not shown and parent is not None and len(parent.findall(f"{_W}p")) > 1:
            _remove(paragraph)
        return
    at = 1 if len(following) and following[0].tag == f"{_W}pPr" else 0
    following[at:at] = content
    _remove(paragraph)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def canonical(root: Element) -> list[str]:
    """A document as lines that are equal where it reads and looks the same: runs of one look are one; marks, ids and
    the anchors of comments are left out."""
    result: list[str] = []
    body = root.find(f"{_W}body")
    for child in body if body is not None else ():
        _lines(child, result)
    return result


def _lines(element: Element, result: list[str]) -> None:
    if element.tag in _DROPPED or not isinstance(element.tag, str):
        return
    tag = _local(element.tag)
    if tag == "r":
        _run_lines(element, result)
        return
    named = sorted((_local(str(name)), str(value)) for name, value in element.items())
    attributes = " ".join(f"{name}={value}" for name, value in named if name not in _VOLATILE)
    inner: list[str] = []
    for child in element:
        _lines(child, inner)
    if tag in ("rPr", "pPr", "trPr") and not inner and not attributes:
        return
    head, tail = f"<{tag} {attributes}>", f"</{tag} {attributes}>"
    if tag in _CHANGES and result and result[-1] == tail and inner:
        result.pop()
        result += [*inner, tail]
        return
    text = (element.text or "").strip()
    result += [head + text, *inner, tail] if inner or tag in _CHANGES else [head + text]


def _local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def _run_lines(run: Element, result: list[str]) -> None:
    """A run's characters one by one with their look, so that it does not matter how runs are cut."""
    properties = run.find(f"{_W}rPr")
    look = ""
    if properties is not None and len(properties):
        lines: list[str] = []
        for child in properties:
            _lines(child, lines)
        look = "".join(lines)
    for node in run:
        if node.tag in (f"{_W}t", f"{_W}delText"):
            kind, text = "-" if node.tag == f"{_W}delText" else "", node.text or ""
            result.extend((f"{kind}{char}{look}" for char in text) if kind or look else text)
        elif node.tag == f"{_W}commentReference":
            continue
        elif node.tag != f"{_W}rPr" and node.tag not in _DROPPED:
            lines = []
            _lines(node, lines)
            result.append("".join(lines) + look)
