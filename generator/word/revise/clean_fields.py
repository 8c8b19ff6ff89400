"""Fields in a copy to issue: those stay that are counted or point inside the file; of others what
they show, and nothing of what they were told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from generator.model.regex import regex
from generator.word.building import text_nodes, w
from generator.word.reader.fields import (
    INSTRUCTION,
    SHOWN_RESULTS,
    SIMPLE_FIELD,
    WordField,
    field_name,
    field_words,
    fields_of,
    is_unseen,
    unpaired_limits,
)
from generator.word.revise.tree import take_out, unwrap
from generator.word.wordml import BOOKMARK_END, BOOKMARK_START, RPR, TBL, Element, P, R, is_on, qn

_VANISH = qn("vanish")
_LIMITS = (BOOKMARK_START, BOOKMARK_END)
_POINTING = frozenset({"PAGEREF", "REF", "NOTEREF"})
_KEPT = _POINTING | {
    "PAGE",
    "NUMPAGES",
    "SECTIONPAGES",
    "SECTION",
    "TOC",
    "SEQ",
    "STYLEREF",
    "=",
    "EQ",
    "FORMULA",
    "SYMBOL",
    "AUTONUM",
    "AUTONUMLGL",
    "AUTONUMOUT",
    "LISTNUM",
    "ADVANCE",
}
_FIRST = {
    **dict.fromkeys(_POINTING, regex(r'\s*\S+\s+"?([^\s"\\]+)')),
    "SEQ": regex(r'\s*\S+\s+(?:"[^"]*"|[^\s"\\]+)\s+"?([^\s"\\]+)'),
}
"""Where the fields that name one bookmark name it."""
_CALCULATED = ("=", "FORMULA")
_SWITCHES = regex(r"\\[#*@].*", re.DOTALL)
"""How a result is shown, at the end of what is calculated."""
_NAMED = regex(r"[^\W\d]\w*")
_NO_BOOKMARK = regex(
    r"formula|abs|and|average|count|defined|false|if|int|max|min|mod|not|or|product|round|sign|sum"
    r"|true|above|below|left|right|[a-z]{1,2}[0-9]*|r[0-9]+c[0-9]+",
    re.IGNORECASE,
)
"""Functions, and cells, columns and sides of a table in what is calculated."""


def unlink_fields(root: Element) -> None:
    """Fields that name people, files or addresses become the text that they show; what programs
    keep behind a field goes, and so does what stands in an instruction or in a result that nobody
    sees."""
    for item in list(root.iter(qn("fldData"))):
        take_out(item)
    unpaired = unpaired_limits(root)
    fields = fields_of(root, unpaired)
    unkept = _with_hosts(fields, {field for field in fields if field.name not in _KEPT})
    gone = _lost(root, unkept)
    there = {start.get(qn("name"), "") for start in root.iter(BOOKMARK_START)} - gone
    pointing = {field for field in fields if _leads_nowhere(field.instruction, there)}
    leaving = _with_hosts(fields, pointing.union(unkept))
    _take_out_simple(root, there)
    _take_out_limited(root, leaving)
    _take_out_strays(root, fields_of(root, unpaired), unpaired)


def _with_hosts(fields: Sequence[WordField], leaving: set[WordField]) -> list[WordField]:
    """Some of the fields, and those in whose instructions they stand, in order."""
    for field in reversed(fields):
        if field in leaving and field.host is not None:
            leaving.add(field.host)
    return [field for field in fields if field in leaving]


def _lost(root: Element, leaving: Sequence[WordField]) -> set[str]:
    """The bookmarks that go with what nobody sees of some fields."""
    simple = [item for item in root.iter(SIMPLE_FIELD) if is_unseen(_instruction_of(item))]
    starts = (
        start for item in (*_hidden(root, leaving), *simple) for start in item.iter(BOOKMARK_START)
    )
    return {start.get(qn("name"), "") for start in starts}


def _leads_nowhere(instruction: str, there: Collection[str]) -> bool:
    """Whether a field says the name of a bookmark that is none of those that are ``there``: counted
    anew, it would show an error."""
    return any(name not in there for name in _bookmarks_of(instruction))


def _bookmarks_of(instruction: str) -> Iterator[str]:
    """The bookmarks that a field names."""
    name = field_name(instruction)
    if name.startswith(_CALCULATED):
        words = _NAMED.findall(_SWITCHES.sub("", instruction))
        yield from (word for word in words if not _NO_BOOKMARK.fullmatch(word))
    elif (form := _FIRST.get(name)) and (found := form.match(instruction)):
        yield found[1]


# Fields in one element


def _instruction_of(simple: Element) -> str:
    return simple.get(qn("instr"), "")


def _take_out_simple(root: Element, there: Collection[str]) -> None:
    """Leave what the fields of one element show; ``there`` are the bookmarks that stay."""
    for item in list(root.iter(SIMPLE_FIELD)):
        instruction = _instruction_of(item)
        if is_unseen(instruction):
            take_out(item)
        elif field_name(instruction) not in _KEPT or _leads_nowhere(instruction, there):
            _put_words(item, instruction)
            unwrap(item)


def _put_words(simple: Element, instruction: str) -> None:
    """Let a field without a result hold what it shows."""
    words = field_words(instruction, simple).in_line
    if words and next(simple.iter(*SHOWN_RESULTS), None) is None:
        simple.append(w("r", *text_nodes(words)))


# Fields with limits


def _take_out_limited(root: Element, leaving: Sequence[WordField]) -> None:
    """Leave what some fields show: their results, or words in the look of where they begin."""
    words = [field.words.in_line for field in leaving]
    hidden = _hidden(root, leaving)
    gone = set(hidden)
    for item in hidden:
        take_out(item)
    for field, shown in zip(leaving, words, strict=True):
        if field.end is not None and field.end not in gone:
            _put_behind(field.end, shown, field.begin)
        for item in field.nodes:
            _take_out_of_run(item)


def _take_out_strays(
    root: Element, fields: Iterable[WordField], unpaired: Iterable[Element]
) -> None:
    """Take out what belongs to no field that ends."""
    told = {node for field in fields for node in field.nodes}
    strays = [item for item in root.iter(INSTRUCTION) if item not in told]
    for item in (*unpaired, *strays):
        _take_out_of_run(item)


def _put_behind(end: Element, words: str, model: Element) -> None:
    """Put words behind the end of a field, in the look of another node's run, unless hidden."""
    run = end.getparent()
    look = [deepcopy(item) for item in model.itersiblings(RPR, preceding=True)]
    if not words or run is None or _is_hidden(look):
        return
    shown = w("r", *look)
    shown.extend(text_nodes(words))
    run.addnext(shown)
    _move_behind(end, shown)


def _is_hidden(look: Iterable[Element]) -> bool:
    return any(is_on(item) for properties in look for item in properties.iterchildren(_VANISH))


def _move_behind(end: Element, shown: Element) -> None:
    """What stands behind the end of a field in its run stands behind what the field shows."""
    following = list(end.itersiblings())
    if following:
        rest = w("r", *map(deepcopy, end.itersiblings(RPR, preceding=True)))
        rest.extend(following)
        shown.addnext(rest)


def _take_out_of_run(item: Element) -> None:
    """Take out a node, and its run where that says nothing any more."""
    run = item.getparent()
    take_out(item)
    if run is not None and run.tag == R and all(child.tag == RPR for child in run):
        take_out(run)


def _hidden(root: Element, leaving: Sequence[WordField]) -> list[Element]:
    """What stands wholly in the instructions of some fields or in results that nobody sees."""
    if not leaving:
        return []
    found = [item for item in _inside(root, leaving) if _may_go(item)]
    sides = Counter(item.get(qn("id")) for item in found if item.tag in _LIMITS)
    return [item for item in found if item.tag not in _LIMITS or sides[item.get(qn("id"))] > 1]


def _inside(root: Element, leaving: Sequence[WordField]) -> Iterator[Element]:
    """The elements that begin and end where some fields hide what stands there."""
    begins = {field.begin for field in leaving}
    ends = {_where_seen(field) for field in leaving}
    depth, shown = 0, 0
    begun: list[int] = []
    for event, item in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if item in ends:
                depth -= 1
                shown += depth == 0
            begun.append(shown if depth else -1)
            continue
        if begun.pop() == shown and depth:
            yield item
        if item in begins:
            depth += 1


def _where_seen(field: WordField) -> Element | None:
    """Where a field begins to hide nothing more: where its result begins, or where it ends."""
    return field.end if field.unseen or field.separate is None else field.separate


def _may_go(item: Element) -> bool:
    """Whether an element may be taken out without harm to what stands around it."""
    if item.tag in (P, TBL):
        return item.getnext() is not None and next(item.iter(qn("sectPr")), None) is None
    for element in (item, *item.iterancestors()):
        if element.tag == P or element.tag.endswith("Pr"):
            return element.tag == P
    return False
