"""What is filled, missing, filled and not printed: counted, by section and by department."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from operator import contains

from msgspec import Struct

from generator.figures import Draft
from generator.figures.plaintext import lines
from generator.model import files
from generator.model.cell import Source
from generator.model.dataset import Department
from generator.model.regex import regex
from generator.report import trace
from generator.report.progress.entries import Entry, EntrySort, entries
from generator.report.progress.needs import BlockNeeds, outline_needs
from generator.report.progress.owners import Owners
from generator.report.progress.sections import BEFORE, SEPARATOR, Sections, sections_of

UNUSED = "（提纲没有用到）"
"""The section of what the report prints nowhere."""
NOBODY = "（没有写明）"
"""The department of what nobody is said to owe."""
_BLOCK = regex(r"report/([^\[~#]+)")
_KEY = regex(r"\{([^{}]+)\}")


class Assigned(Struct, frozen=True, gc=False):
    """An entry with where it stands, or would stand, and who owes it.

    ``unprinted`` is the reason why a filled one is printed nowhere, "" where it is printed. A
    ``carried`` one is a text that says what last year's said: nobody has looked at it yet.
    """

    entry: Entry
    section: str
    department: str
    unprinted: str = ""
    carried: bool = False


class Gap(Struct, frozen=True):
    """A place that prints 【待补：…】 for want of a key, and who owes it."""

    text: str
    key: str
    source: Source
    section: str
    department: str


class Vanished(Struct, frozen=True):
    """A block of the outline of which nothing is printed, and what it lacks: keys and record
    files."""

    block: str
    section: str
    lacks: tuple[str, ...]


class Counts(Struct, frozen=True):
    """How much of something is filled, missing (of it required), filled and not printed; how often
    【待补】 stands there, and how many blocks of the outline are not printed; how many texts are
    carried over from last year and not looked at: they count neither as filled nor as missing."""

    filled: int = 0
    missing: int = 0
    required: int = 0
    unprinted: int = 0
    gaps: int = 0
    vanished: int = 0
    carried: int = 0


class Progress(Struct, frozen=True):
    """How far a package is.

    ``sections`` are in the order of the report, what it does not use last; ``departments`` in the
    order of departments.csv, then others, nobody last. ``unknown`` are words of 负责 that nothing in
    the package is called.
    """

    assigned: tuple[Assigned, ...] = ()
    gaps: tuple[Gap, ...] = ()
    vanished: tuple[Vanished, ...] = ()
    sections: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    unknown: tuple[tuple[Department, str], ...] = ()

    @property
    def missing(self) -> list[Assigned]:
        """What is not filled, the required first."""
        there = [item for item in self.assigned if not item.entry.filled]
        return sorted(there, key=lambda item: not item.entry.required)

    @property
    def carried(self) -> list[Assigned]:
        """The texts that are last year's."""
        return [item for item in self.assigned if item.carried]

    @property
    def unprinted(self) -> list[Assigned]:
        """What is filled and printed nowhere."""
        return [item for item in self.assigned if item.unprinted]

    @property
    def counts(self) -> Counts:
        """Of the whole package."""
        return _counts(self.assigned, self.gaps, self.vanished)

    def of_section(self, name: str) -> Counts:
        """Of what stands, or would stand, under one heading."""
        return _counts(
            [item for item in self.assigned if item.section == name],
            [gap for gap in self.gaps if gap.section == name],
            [block for block in self.vanished if block.section == name],
        )

    def of_department(self, name: str) -> Counts:
        """Of what one department owes; blocks of the outline are nobody's."""
        return _counts(
            [item for item in self.assigned if item.department == name],
            [gap for gap in self.gaps if gap.department == name],
            (),
        )


def _counts(
    assigned: Sequence[Assigned], gaps: Sequence[Gap], vanished: Sequence[Vanished]
) -> Counts:
    carried = sum(item.carried for item in assigned)
    filled = sum(item.entry.filled for item in assigned) - carried
    missing = len(assigned) - filled - carried
    required = sum(item.entry.required for item in assigned)
    unprinted = sum(bool(item.unprinted) for item in assigned)
    return Counts(filled, missing, required, unprinted, len(gaps), len(vanished), carried)


def tally(draft: Draft, report: str, carried: Container[str] = ()) -> Progress:
    """How far the package of a draft is; ``report`` is the text of the report as composed,
    ``carried`` are the names of the texts that are last year's."""
    needs = outline_needs(draft.dataset, draft.kind)
    printed, found = trace.printed_sources(draft.document), trace.gaps(draft.document)
    finder = _SectionFinder(printed, found, sections_of(report), needs)
    owners = Owners(draft.dataset.departments)
    keys = frozenset(gap.mark.key for gap in found)
    reasons = _reasons(draft, printed)
    assigned = tuple(
        Assigned(
            entry,
            finder.of(entry),
            owners.of(entry.names, entry.said) or NOBODY,
            reasons.get(entry.source, "") if entry.filled else "",
            entry.sort is EntrySort.TEXT and entry.kept_in in carried,
        )
        for entry in entries(draft, needs, keys)
    )
    gaps = tuple(_gaps(draft, found, finder, owners, assigned))
    vanished = tuple(_vanished(draft, needs, finder, assigned))
    return Progress(
        assigned,
        gaps,
        vanished,
        tuple(_sections(finder, assigned, gaps)),
        tuple(_departments(draft, assigned, gaps)),
        tuple(owners.unused()),
    )


def _reasons(draft: Draft, printed: Container[Source]) -> dict[Source, str]:
    """Why what is filled is printed nowhere, by cell."""
    unplaced = trace.unplaced(draft.dataset, draft.kind, printed)
    return {item.source: item.reason for item in unplaced}


class _SectionFinder:
    """Under which headings of the report its figures, records and texts stand or would stand."""

    def __init__(
        self,
        printed: Mapping[Source, str],
        gaps: Sequence[trace.Occurrence],
        report: Sections,
        needs: Mapping[str, BlockNeeds],
    ) -> None:
        self.report = report
        self._printed = printed
        self._gaps = {gap.mark.key: gap.line.section for gap in reversed(gaps)}
        self._keys, self._records, self._texts = {}, {}, {}
        for block, needed in needs.items():
            section = self.of_block(block)
            self._note(self._keys, needed.keys, section)
            self._note(self._records, needed.records, section)
            self._note(self._texts, needed.texts, section)

    _keys: dict[str, str]
    _records: dict[str, str]
    _texts: dict[str, str]

    @staticmethod
    def _note(sections: dict[str, str], names: Iterable[str], section: str) -> None:
        for name in names:
            sections.setdefault(name, section)

    def of_block(self, block: str) -> str:
        """The section of a block of the outline."""
        return self.report.blocks.get(block, UNUSED)

    def of(self, entry: Entry) -> str:
        """The section of an entry: in the text rather than in an appendix."""
        in_text = self.report.sources.get(entry.source) or self._in_outline(entry)
        if in_text:
            return in_text
        if entry.sort is EntrySort.INDICATOR:
            return entry.kept_in
        attached = self._printed.get(entry.source) or self._gaps.get(entry.key, "")
        return attached.partition(SEPARATOR)[0] or UNUSED

    def _in_outline(self, entry: Entry) -> str:
        match entry.sort:
            case EntrySort.FACT:
                return self._records.get(entry.kept_in, "")
            case EntrySort.TEXT:
                block = self.report.blocks.get(entry.what.removesuffix(files.TEXT_ENDING), "")
                return block or self._texts.get(entry.kept_in, "")
            case _:
                return self.report.keys.get(entry.what) or self._keys.get(entry.what, "")


def _gaps(
    draft: Draft,
    gaps: Iterable[trace.Occurrence],
    finder: _SectionFinder,
    owners: Owners,
    assigned: Sequence[Assigned],
) -> Iterator[Gap]:
    """Every 【待补】 of the report; who owes a computed figure is who owes what it lacks."""
    owed = {item.entry.what: item.department for item in assigned if not item.entry.filled}
    for gap in gaps:
        key = gap.mark.key
        debtors = [owed.get(name, "") for name in _wanted(draft, key)]
        owner = _first_known((*debtors, owners.of((key,))))
        yield Gap(gap.text, key, gap.mark.sources[0], _of_gap(gap, finder), owner)


def _wanted(draft: Draft, key: str) -> list[str]:
    """What would fill a gap: the text or figure itself, or the figures that it is computed of."""
    itself = f"{key}{files.TEXT_ENDING}" if key.startswith(files.TEXTS) else key
    derived = draft.kind.derived.get(key)
    computed_of = _KEY.findall(derived.formula) if derived else []
    return [itself, *computed_of]


def _first_known(departments: Iterable[str]) -> str:
    return next((name for name in departments if name and name != NOBODY), NOBODY)


def _of_gap(gap: trace.Occurrence, finder: _SectionFinder) -> str:
    """The section of a gap: that of the headings above it."""
    numbered, order = gap.line.section, finder.report.order
    return next((name for name in order if _is_of(name, numbered)), numbered or BEFORE)


def _is_of(section: str, numbered: str) -> bool:
    """Whether headings with their numbers (一、…／（一）…) are those of a section."""
    titles, heads = section.split(SEPARATOR), numbered.split(SEPARATOR)
    return len(titles) == len(heads) and all(map(contains, heads, titles))


def _vanished(
    draft: Draft,
    needs: Mapping[str, BlockNeeds],
    finder: _SectionFinder,
    assigned: Sequence[Assigned],
) -> Iterator[Vanished]:
    """The blocks that ask for something and print nothing, and what of it is missing."""
    printed = _printed_blocks(draft)
    missing = {item.entry.what for item in assigned if not item.entry.filled}
    for block, needed in needs.items():
        lacks = tuple(_lacks(draft, needed, missing))
        if lacks and block not in printed:
            yield Vanished(block, finder.of_block(block), lacks)


def _printed_blocks(draft: Draft) -> set[str]:
    """The blocks of the outline that print something."""
    found = (_BLOCK.match(line.block) for line in lines(draft.document))
    return {block[1] for block in found if block}


def _lacks(draft: Draft, needed: BlockNeeds, missing: Container[str]) -> Iterator[str]:
    """What is missing of what a block asks for: keys, then record files without a row."""
    yield from (key for key in needed.keys if key in missing)
    for name in needed.records:
        if not draft.dataset.records[name].rows:
            yield name


def _sections(
    finder: _SectionFinder, assigned: Iterable[Assigned], gaps: Iterable[Gap]
) -> list[str]:
    """In the order of the report, then of what is attached; what is not used last."""
    used = dict.fromkeys([*(item.section for item in assigned), *(gap.section for gap in gaps)])
    ordered = [name for name in finder.report.order if name in used]
    ordered += [name for name in used if name != UNUSED]
    return [*dict.fromkeys(ordered), *({UNUSED} & used.keys())]


def _departments(draft: Draft, assigned: Iterable[Assigned], gaps: Iterable[Gap]) -> list[str]:
    """In the order of departments.csv, then of the package; nobody last."""
    named = [item.name for item in draft.dataset.departments]
    used = dict.fromkeys(
        [*(item.department for item in assigned), *(gap.department for gap in gaps)]
    )
    ordered = dict.fromkeys((*named, *(name for name in used if name != NOBODY)))
    return [*ordered, *({NOBODY} & used.keys())]
