"""Fields of a Word file: where each begins and ends, its instruction, what of it nobody sees, and
what it shows though it has no result."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from generator.model.regex import regex
from generator.model.view import OBJECT
from generator.word.reader.equations import equation_text
from generator.word.reader.symbols import SYMBOLS, symbol_of_field, symbol_text
from generator.word.wordml import DELETED, FIELD, OFF, VAL, Element, P, T, qn

INSTRUCTION = qn("instrText")
SIMPLE_FIELD = qn("fldSimple")
_RESULT_UNSEEN = frozenset({"SET", "ASK", "TC", "XE", "RD", "TA", "PRIVATE"})
"""Fields whose result Word never shows."""
_BUTTONS = frozenset({"MACROBUTTON", "GOTOBUTTON"})
_FORMS = frozenset({"FORMDROPDOWN", "FORMCHECKBOX"})
_COUNTED = frozenset({"AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "PAGE", "NUMPAGES"})
"""Fields whose number Word counts anew; it is not read."""
_SHOWN_WITHOUT_RESULT = _BUTTONS | _FORMS | _COUNTED | {"EQ", "SYMBOL"}
SHOWN_RESULTS = (T, *SYMBOLS)
"""What holds the characters of a result."""
_NAME = regex(r'\s*([^\s\\"]*)')
_BUTTON = regex(r'\s*\S+\s+(?:"[^"]*"|\S+)(.*)', re.DOTALL)


class FieldWords(NamedTuple):
    """What a field shows without a result; ``apart``: its numbers are none of those beside it,
    those too that are not read."""

    text: str = ""
    apart: bool = False

    @property
    def in_line(self) -> str:
        """The words where they are plain text: a blank parts a number from those beside it."""
        if not (self.apart and self.text):
            return self.text
        before, behind = (" " if sign.isdigit() else "" for sign in (self.text[0], self.text[-1]))
        return f"{before}{self.text}{behind}"


NO_WORDS = FieldWords()


class WordField:
    """A field with its limits: the nodes where it begins, where its result begins, where it
    ends."""

    def __init__(self, begin: Element, around: WordField | None) -> None:
        self.begin = begin
        self.separate: Element | None = None
        self.end: Element | None = None
        self.host: WordField | None = None
        """The field in whose instruction it stands; None for none."""
        self.nodes: list[Element] = []
        """Its limits and the pieces of its instruction."""
        self.has_result = False
        """Whether its result holds characters."""
        self._instruction: list[str] = []
        if around is not None:
            self.host = around if around.separate is None else around.host

    @property
    def instruction(self) -> str:
        """What it is told to show."""
        return "".join(self._instruction)

    @property
    def name(self) -> str:
        """Its sort in capitals: PAGE, REF."""
        return field_name(self.instruction)

    @property
    def unseen(self) -> bool:
        """Whether Word never shows its result."""
        return self.name in _RESULT_UNSEEN

    @property
    def words(self) -> FieldWords:
        """What it shows without a result; nothing where it has one."""
        return NO_WORDS if self.has_result else field_words(self.instruction, self.begin)

    def instruct(self, text: str) -> None:
        """The next piece of its instruction."""
        self._instruction.append(text)

    def show(self, text: str) -> None:
        """The next piece of its result."""
        self.has_result = self.has_result or bool(text)
        if self.host is not None:
            self.host.instruct(text)


class FieldLimits(NamedTuple):
    """What the limits of fields mean to who goes through a text: those that begin a field that
    never ends and is taken for none, those behind which a result stands that nobody sees, and what
    a field without a result shows where it ends."""

    unpaired: frozenset[Element]
    unseen: frozenset[Element]
    words: Mapping[Element, FieldWords]


_NO_FIELDS = FieldLimits(frozenset(), frozenset(), {})


def field_limits(root: Element) -> FieldLimits:
    """What the limits of the fields below an element mean."""
    if next(root.iter(FIELD, INSTRUCTION), None) is None:
        return _NO_FIELDS
    unpaired = unpaired_limits(root)
    fields = fields_of(root, unpaired)
    separates = (field.separate for field in fields if field.unseen)
    ended = ((field.end, field.words) for field in fields)
    return FieldLimits(
        unpaired,
        frozenset(node for node in separates if node is not None),
        {end: words for end, words in ended if end is not None and words != NO_WORDS},
    )


def unpaired_limits(root: Element) -> frozenset[Element]:
    """The beginnings of fields that never end, which are taken for none."""
    return _unpaired(root.iter(FIELD))


def _unpaired(limits: Iterable[Element]) -> frozenset[Element]:
    begun: list[Element] = []
    for node in limits:
        limit = node.get(qn("fldCharType"))
        if limit == "begin":
            begun.append(node)
        elif limit == "end" and begun:
            begun.pop()
    return frozenset(begun)


def fields_of(root: Element, unpaired: Collection[Element]) -> list[WordField]:
    """The fields below an element, in the order in which they begin."""
    fields = list(_fields(root.iter(FIELD, INSTRUCTION), unpaired))
    if any(field.name in _SHOWN_WITHOUT_RESULT for field in fields):
        fields = list(_fields(root.iter(FIELD, INSTRUCTION, *SHOWN_RESULTS), unpaired))
    return fields


def words_of_fields(nodes: Sequence[Element]) -> str:
    """What the fields show that have no result; ``nodes`` are their limits, instructions and texts
    in the order of the text."""
    limits = [node for node in nodes if node.tag == FIELD]
    fields = _fields(nodes, _unpaired(limits)) if limits else ()
    return "".join(field.words.text for field in list(fields))


def field_name(instruction: str) -> str:
    """The sort of field that an instruction names, in capitals."""
    found = _NAME.match(instruction)
    return found.group(1).upper() if found else ""


def is_unseen(instruction: str) -> bool:
    """Whether Word never shows the result of a field."""
    return field_name(instruction) in _RESULT_UNSEEN


def field_words(instruction: str, begin: Element) -> FieldWords:
    """What a field that has no result shows; ``begin`` holds what a form says of it."""
    name = field_name(instruction)
    if name in _BUTTONS:
        found = _BUTTON.match(instruction)
        return FieldWords(found.group(1).strip() if found else "")
    if name == "EQ":
        return FieldWords(equation_text(instruction), apart="\\" in instruction)
    if name == "SYMBOL":
        sign = symbol_of_field(instruction)
        return FieldWords(sign, apart=not sign)
    if name in _COUNTED:
        return FieldWords(apart=True)
    return FieldWords(_chosen(begin)) if name in _FORMS else NO_WORDS


def _chosen(begin: Element) -> str:
    """What is chosen in a drop-down, or whether a box of a form is ticked."""
    for choices in begin.iter(qn("ddList")):
        entries = [entry.get(VAL, "") for entry in choices.iterchildren(qn("listEntry"))]
        number = _value(choices, "0")
        at = int(number[:9]) if number.isascii() and number.isdecimal() else 0
        return entries[at] if at < len(entries) else ""
    for box in begin.iter(qn("checkBox")):
        return "☐" if _value(box, "0", "checked") in OFF else "☒"
    return ""


def _value(form: Element, missing: str, chosen: str = "result") -> str:
    """What a person chose in a form, else what it begins with."""
    for name in (chosen, "default"):
        item = form.find(qn(name))
        if item is not None:
            return item.get(VAL, "0" if chosen == "result" else "1")
    return missing


def _fields(nodes: Iterable[Element], unpaired: Collection[Element]) -> Iterator[WordField]:
    """The fields of some limits, instructions and texts in the order of the text."""
    around: list[WordField] = []
    for node in nodes:
        limit = node.get(qn("fldCharType"))
        if limit == "begin" and node not in unpaired:
            around.append(WordField(node, around[-1] if around else None))
            yield around[-1]
        if around:
            _put(node, limit, around[-1])
        if around and limit == "end":
            _end(around)


def _put(node: Element, limit: str | None, field: WordField) -> None:
    """A limit, a piece of the instruction or of the result of the innermost field."""
    before = field.separate is None
    if node.tag not in SHOWN_RESULTS:
        field.nodes.append(node)
    if node.tag != FIELD and _is_deleted(node):
        return
    if node.tag != FIELD and before:
        field.instruct(node.text or "")
    elif node.tag == T:
        field.show(node.text or "")
    elif node.tag in SYMBOLS:
        field.show(symbol_text(node) or OBJECT)
    elif limit == "separate" and before:
        field.separate = node
    elif limit == "end":
        field.end = node


def _is_deleted(node: Element) -> bool:
    """Whether a node stands in a tracked deletion; programs leave instructions there as they
    were."""
    around = takewhile(lambda item: item.tag != P, node.iterancestors())
    return any(item.tag in DELETED for item in around)


def _end(around: list[WordField]) -> None:
    """The innermost field ends; what it shows stands in the result of the one around it."""
    field = around.pop()
    if around and around[-1].separate is not None and field.has_result:
        around[-1].has_result = True
