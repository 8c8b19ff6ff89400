"""What stands inside a paragraph: text, fields, controls, formulas, boxes, notes, bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from generator.model.view import SeenBlock
from generator.word.reader.fields import (
    NO_WORDS,
    SHOWN_RESULTS,
    SIMPLE_FIELD,
    FieldLimits,
    FieldWords,
    field_words,
    is_unseen,
)
from generator.word.reader.formula import FORMULA_RUN, FormulaPart, formula_parts
from generator.word.reader.looks import PLAIN, Looks, RunLook
from generator.word.reader.paragraph import Fields, Inside, OpenField, OpenParagraph
from generator.word.reader.shown import (
    TRANSPARENT,
    UNSEEN,
    displayed_text,
    ends_page,
    is_blank,
    is_ignored,
    is_text,
    parts,
    set_apart,
    shown_children,
    shown_text,
    text_as_displayed,
)
from generator.word.reader.spans import OpenSpans
from generator.word.wordml import (
    BOOKMARK_END,
    BOOKMARK_START,
    DELETED,
    FIELD,
    ID,
    NAME,
    NOTES,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    SILENT,
    TEXT_BOX,
    Element,
    R,
    T,
    properties_in,
    qn,
)

SeenInside = tuple[list[SeenBlock], list[tuple[str, str]]]
"""What people see of a text box or a note, and the notes that it refers to."""
SeeBox = Callable[[FieldLimits, Element], SeenInside]
"""Reads a text box."""


class InlineReader:
    """Reads what stands inside paragraphs, one after the other.

    ``fields`` is the innermost field around the place that is read, ``notes`` are the notes that
    the text refers to, in its order: the relation of each to its part, and its id. ``spans`` is
    None where bookmarks are not asked for.
    """

    def __init__(
        self, looks: Looks, limits: FieldLimits, spans: OpenSpans | None, see_box: SeeBox
    ) -> None:
        self.fields: Fields = None
        self.notes: list[tuple[str, str]] = []
        self._looks, self._limits = looks, limits
        self._spans, self._see_box = spans, see_box
        self._look = RunLook()
        self._number = 0

    def read(self, element: Element, paragraph: OpenParagraph, number: int) -> Sequence[Element]:
        """Read a w:p into a paragraph that is the one of a number in its text. Gives the properties
        of the w:p."""
        self._number = number
        if self._spans is not None:
            self._spans.enter_paragraph((number, paragraph.length))
        return self._read_into(paragraph, element)

    def inside(self, elements: Iterable[Element], fields: Fields) -> Inside:
        """What is inside a paragraph, and nothing else of the text."""
        self.fields = fields
        paragraph = OpenParagraph()
        for element in elements:
            self._read_into(paragraph, element)
        return paragraph.inside

    def _read_into(self, paragraph: OpenParagraph, element: Element) -> Sequence[Element]:
        children = list(element)
        properties = properties_in(children, PPR)
        paragraph.look = self._looks.of(properties)
        self._content(children, paragraph)
        return properties

    def _content(self, children: Iterable[Element], paragraph: OpenParagraph) -> None:
        """What stands in a paragraph, or in something inside it that is nothing to a reader."""
        for child in children:
            tag = child.tag
            if tag == R:
                self._run(child, paragraph)
            elif tag != PPR:
                _READ.get(tag, InlineReader._unknown)(self, child, paragraph)

    def _unknown(self, element: Element, paragraph: OpenParagraph) -> None:
        """Anything else is an object, if Word does not pass over it."""
        if not is_ignored(element):
            self._object(paragraph)
            self._show(element, paragraph)
        self._marks_inside(element, paragraph)

    def _object(self, paragraph: OpenParagraph) -> None:
        """An object, unless it stands inside a field, which is one object from begin to end."""
        if not self.fields:
            paragraph.add_object()

    def _silent(self, element: Element, paragraph: OpenParagraph) -> None:
        """What shows no character of its own."""

    def _control(self, control: Element, paragraph: OpenParagraph) -> None:
        """A content control: text like any other, unless it is bound to data that overwrites it."""
        bound = control.find(f"{qn('sdtPr')}/{qn('dataBinding')}") is not None
        for content in control.iterchildren(SDT_CONTENT):
            if bound:
                self._unknown(content, paragraph)
            else:
                self._content(content, paragraph)

    def _marks_inside(self, element: Element, paragraph: OpenParagraph) -> None:
        """Bookmarks and the limits of fields in what is not read."""
        for child in element.iter(BOOKMARK_START, BOOKMARK_END, FIELD):
            if child.tag == FIELD:
                self.limit(child)
            else:
                self._bookmark(child, paragraph)

    @property
    def _shown(self) -> bool:
        """Whether people see what comes next: it is in no instruction of a field."""
        return self.fields is None or self.fields.shown

    def _show(self, element: Element, paragraph: OpenParagraph) -> None:
        """What people see of something that is not edited."""
        fields = self.fields
        self._show_node(element, paragraph)
        self.fields = fields

    def _show_node(self, node: Element, paragraph: OpenParagraph) -> None:
        """What people see of a node; an instruction is gone through, as its result begins in it."""
        if self._shown:
            _part_at(node, paragraph)
        if node.tag == FIELD:
            self.limit(node)
            self._show_words(self._limits.words.get(node, NO_WORDS), paragraph)
        elif node.tag == SIMPLE_FIELD:
            self._show_simple(node, paragraph)
        elif node.tag == TEXT_BOX or node.tag in NOTES:
            self._show_beside(node, paragraph)
        elif shown_text(node):
            if self._shown and self._is_seen(node):
                paragraph.add_seen(self._as_set(displayed_text(node), paragraph))
        elif node.tag == R:
            self._show_run(node, paragraph)
        elif node.tag not in UNSEEN:
            self._show_inside(node, paragraph)

    def _show_beside(self, node: Element, paragraph: OpenParagraph) -> None:
        """What stands beside the line: a box, a note."""
        if not self._shown:
            return
        if node.tag == TEXT_BOX:
            blocks, notes = self._see_box(self._limits, node)
            paragraph.beside += blocks
            self.notes += notes
        else:
            self.notes.append((NOTES[node.tag], node.get(qn("id"), "")))

    def _show_simple(self, node: Element, paragraph: OpenParagraph) -> None:
        """What people see of a field in one element: its result, or what it shows without one."""
        instruction = node.get(qn("instr"), "")
        if is_unseen(instruction):
            return
        if next(node.iter(*SHOWN_RESULTS), None) is None:
            self._show_words(field_words(instruction, node), paragraph)
        self._show_nodes(node, paragraph)

    def _show_inside(self, node: Element, paragraph: OpenParagraph) -> None:
        """What people see of a formula, or of what else is seen by what it holds."""
        formula = formula_parts(node)
        if formula is not None:
            self._show_formula(formula, paragraph)
        elif node.tag == FORMULA_RUN:
            self._show_formula_run(node, paragraph)
        elif not is_ignored(node):
            self._show_nodes(shown_children(node), paragraph)

    def _show_formula(self, formula: Iterable[FormulaPart], paragraph: OpenParagraph) -> None:
        """What a formula draws in its own way, which is none of the numbers beside it."""
        outer = self._look
        for content, raised, lowered in formula:
            paragraph.part()
            raised, lowered = outer.raised or raised, outer.lowered or lowered
            self._look = outer._replace(raised=raised, lowered=lowered)
            if not isinstance(content, str):
                self._show_node(content, paragraph)
            elif self._shown:
                paragraph.add_seen(content)
        self._look = outer
        paragraph.part()

    def _show_formula_run(self, run: Element, paragraph: OpenParagraph) -> None:
        """A run of a formula, which stands above or below the line as the formula does."""
        outer, look = self._look, self._looks.of_run(run, paragraph.look.style)
        self._look = outer._replace(hidden=look.hidden, crossed=look.crossed)
        self._show_nodes(run, paragraph)
        self._look = outer

    def _show_run(self, run: Element, paragraph: OpenParagraph) -> None:
        """What people see of a run."""
        outer, self._look = self._look, self._looks.of_run(run, paragraph.look.style)
        self._show_nodes(() if self._look.hidden else run, paragraph)
        self._look = outer

    def _show_nodes(self, nodes: Iterable[Element], paragraph: OpenParagraph) -> None:
        for node in nodes:
            self._show_node(node, paragraph)

    def _is_seen(self, node: Element) -> bool:
        """Whether people see what a node of the run shows, and have not crossed it out: a blank or
        the end of a line still parts what stands around it."""
        return not self._look.hidden and (not self._look.crossed or is_blank(node))

    def _as_set(self, text: str, paragraph: OpenParagraph) -> str:
        """Characters as the run sets them; digits above or below the line are in no number."""
        if not (self._look.raised or self._look.lowered):
            return text
        return set_apart(text, self._look, behind_digit=paragraph.ends_with_digit)

    def _run(self, run: Element, paragraph: OpenParagraph) -> None:
        nodes = list(run)
        look = self._looks.of_run_with(properties_in(nodes, RPR), run, paragraph.look.style)
        outer, self._look = self._look, look
        if look.crossed and not self.fields:
            paragraph.crossed.append(run)
        plain = look == PLAIN
        for node in nodes:
            tag = node.tag
            if tag == T and plain and not self.fields:
                text = node.text
                if text:
                    paragraph.add_text(text, run, node, text_as_displayed(text, node))
            elif tag not in _SILENT_IN_RUN:
                self._in_run(node, run, paragraph)
        self._look = outer

    def _in_run(self, node: Element, run: Element, paragraph: OpenParagraph) -> None:
        """What stands in a run and may show something."""
        if node.tag == FIELD:
            self._field(node, paragraph)
        elif not self.fields and is_text(node):
            self._text(node, run, paragraph)
        elif not is_ignored(node):
            self._object(paragraph)
            if not self._look.hidden:
                self._show(node, paragraph)

    def _text(self, node: Element, run: Element, paragraph: OpenParagraph) -> None:
        """Characters that may be edited, unless people crossed them out."""
        seen = self._as_set(displayed_text(node), paragraph) if self._is_seen(node) else ""
        if self._look.crossed:
            paragraph.add_seen(seen)
        else:
            paragraph.add_text(self._as_set(shown_text(node), paragraph), run, node, seen)

    def _field(self, node: Element, paragraph: OpenParagraph) -> None:
        if node.get(qn("fldCharType")) == "begin" and node not in self._limits.unpaired:
            self._object(paragraph)
        self.limit(node)
        self._show_words(self._limits.words.get(node, NO_WORDS), paragraph)

    def _show_words(self, words: FieldWords, paragraph: OpenParagraph) -> None:
        """What a field shows though it has no result."""
        if words == NO_WORDS or not self._shown or self._look.hidden or self._look.crossed:
            return
        if words.apart:
            paragraph.part()
        paragraph.add_seen(words.text)
        if words.apart:
            paragraph.part()

    def limit(self, node: Element) -> None:
        """Where a field or its result begins, or where it ends; fields may stand inside fields."""
        limit = node.get(qn("fldCharType"))
        if limit == "begin" and node not in self._limits.unpaired:
            self.fields = OpenField(self.fields)
        elif limit == "separate" and self.fields:
            self.fields = self.fields.with_result(seen=node not in self._limits.unseen)
        elif limit == "end" and self.fields:
            self.fields = self.fields.outer

    def _bookmark(self, element: Element, paragraph: OpenParagraph) -> None:
        if self._spans is None:
            return
        ident, position = element.get(ID, ""), (self._number, paragraph.length)
        if element.tag == BOOKMARK_START:
            self._spans.begin(ident, element.get(NAME, ""), position)
        else:
            self._spans.end(ident, position)


_Read = Callable[[InlineReader, Element, OpenParagraph], None]
_SILENT_IN_RUN = SILENT - {FIELD}
_READ: dict[str, _Read] = {
    **dict.fromkeys(SILENT, InlineReader._silent),
    **dict.fromkeys(TRANSPARENT, InlineReader._content),
    **dict.fromkeys(DELETED, InlineReader._marks_inside),
    **dict.fromkeys((BOOKMARK_START, BOOKMARK_END), InlineReader._bookmark),
    R: InlineReader._run,
    SDT: InlineReader._control,
}
"""How each element inside a paragraph is read; all others are objects."""


def _part_at(node: Element, paragraph: OpenParagraph) -> None:
    """Part what stands before and behind a node that people see, if it parts anything."""
    if ends_page(node):
        paragraph.end_line()
    elif parts(node):
        paragraph.part()


class InsideAgain(Struct, frozen=True):
    """Reads what is inside the paragraphs of a text again, one by one."""

    looks: Looks
    limits: FieldLimits

    def inside(self, elements: Sequence[Element], fields: Fields) -> Inside:
        """What is inside a paragraph that begins in some fields."""
        reader = InlineReader(self.looks, self.limits, None, _no_box)
        return reader.inside(elements, fields)


def _no_box(_: FieldLimits, __: Element) -> SeenInside:
    """Into a box nothing is written."""
    return [], []
