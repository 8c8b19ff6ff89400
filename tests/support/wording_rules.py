"""What no draft from data alone may say, whatever the county: the rules of wording as checks of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.figures import Draft
from generator.figures.plaintext import Line, lines
from generator.model.dataset import Record
from generator.model.document import plain
from generator.model.kind import FieldType

CLAIMS = (
    "赢得广泛认可",
    "广泛认可",
    "走深走实",
    "层层压实",
    "落地落实落细",
    "再上新台阶",
    "成效显著",
    "效果明显",
    "高度重视",
    "圆满完成",
    "有力推动",
    "全面完成",
)
"""Words that only a cell may say."""
_OF_WHICH = re.compile(
    r"(?P<whole>[\d.]+)(?P<unit>人次|人|个|万元|亿元|对|家|次|期|场)"
    r"(?:（较上年[^（）]*）)?[，（]其中[^\d，。；、（）]*(?P<part>[\d.]+)(?P=unit)"
)
_LISTED = re.compile(r"(?:[^\d，。；：、（）《》“”]+、){5,}[^\d，。；：、（）《》“”]+")
_YEAR = re.compile(r"(?:^|。)\d{4}年(?!\d)", re.M)


def told(draft: Draft) -> list[Line]:
    """The lines of the report's text, without its tables."""
    return [line for line in lines(draft.document) if not line.cells]


def sections(draft: Draft) -> dict[str, str]:
    """The text under each heading, by the headings above it."""
    texts: dict[str, str] = {}
    for line in told(draft):
        texts[line.section] = texts.get(line.section, "") + plain(line.text)
    return texts


def compared_twice(draft: Draft) -> list[str]:
    """The sections that compare with last year more than once."""
    return [text for text in sections(draft).values() if text.count("较上年") > 1]


def years_again(draft: Draft) -> list[str]:
    """The sections in which more than one sentence begins with the year."""
    return [text for text in sections(draft).values() if len(_YEAR.findall(text)) > 1]


def equal_parts(text: str) -> list[str]:
    """Where a 其中 is as much as its whole."""
    return [found[0] for found in _OF_WHICH.finditer(text) if found["whole"] == found["part"]]


def long_lists(text: str) -> list[str]:
    """Lists of more than five without 等."""
    return [found[0] for found in _LISTED.finditer(text) if "等" not in found[0]]


def told_thrice(draft: Draft) -> list[tuple[str, str]]:
    """Figures with a number that stand three times under one heading of the first level."""
    counts: Counter[tuple[str, str]] = Counter()
    chosen = set(_chosen_keys(draft))
    for line in told(draft):
        chapter = line.section.split("／")[0]
        for run in line.text:
            is_number = run.mark is not None and re.search(r"\d", run.text)
            if run.mark and is_number and run.mark.origin != "name" and "公文." not in run.mark.key:
                counts[chapter, run.mark.key] += 1
    return [found for found, times in counts.items() if times > 2 and found[1] not in chosen]


def _chosen_keys(draft: Draft) -> Iterator[object]:
    """The keys that records name: a made-up county names any figure anywhere."""
    for rows in draft.dataset.records.values():
        for field in rows.spec.fields:
            if field.type is FieldType.FIGURE_KEY:
                yield from (record.cells[field.name].value for record in rows)


def unproved(draft: Draft) -> Iterator[Record]:
    """Effects and reasons that name nothing which the package holds."""
    files = draft.dataset.records.items()
    keys = {record.key for name, rows in files if name != "措施" for record in rows}
    for record in draft.dataset.records["措施"]:
        if record.cells["类型"].value not in ("成效", "原因"):
            continue
        named = record.cells["依据"].value
        figure = draft.book.get(str(named)) if named in draft.book else None
        known = figure is not None and figure.known and not figure.zero
        if not known and named not in keys:
            yield record


def claims(text: str) -> list[str]:
    """Claim words that stand in the text."""
    return [word for word in CLAIMS if word in text]
