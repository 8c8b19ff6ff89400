"""400 files as wild as people leave them: the two laws hold, and what comes out is sound Word XML."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from simulated import OPERATIONS, make, view_of
from wordfiles import DATE, Renderer, fresh

from generator.docx_reader import read
from generator.docx_reader.names import AUTHOR, Element, P, R, T, W, qn
from generator.refresh.plan import merge
from generator.refresh.regenerate import regenerate

_CHANGES = (qn("ins"), qn("del"))


def faults(root: Element) -> list[str]:
    """What a word processor would stumble over."""
    found = []
    for element in root.iter(*_CHANGES):
        parent = element.getparent()
        assert parent is not None
        if element.tag == parent.tag:
            found.append("a change inside a change of its kind")
        if element.tag == qn("ins") and parent.tag == qn("del"):
            found.append("an insertion inside a deletion")
        if not element.get(AUTHOR) or not element.get(qn("date")) or not element.get(qn("id")):
            found.append("a change without author, date or id")
    for node in root.iter(T):
        if any(item.tag == qn("del") for item in node.iterancestors()):
            found.append("w:t inside a deletion")
    for node in root.iter(qn("delText")):
        if not any(item.tag == qn("del") for item in node.iterancestors()):
            found.append("w:delText outside a deletion")
    for run in root.iter(R):
        if len(run) and any(child.tag == qn("rPr") for child in run[1:]):
            found.append("w:rPr not first")
    for paragraph in root.iter(P):
        if any(child.tag == qn("pPr") for child in paragraph[1:]):
            found.append("w:pPr not first")
    ids = Counter(item.get(qn("id")) for item in root.iter(*_CHANGES, qn("rPrChange")))
    found += [f"id {ident} twice" for ident, count in ids.items() if count > 1]
    found += _marks(root)
    found += [str(item.tag) for item in root.iter() if isinstance(item.tag, str) and not item.tag.startswith(f"{{{W}}}")]
    return found


def _marks(root: Element) -> list[str]:
    starts = Counter(item.get(qn("id")) for item in root.iter(qn("bookmarkStart")))
    ends = Counter(item.get(qn("id")) for item in root.iter(qn("bookmarkEnd")))
    names = Counter(item.get(qn("name")) for item in root.iter(qn("bookmarkStart")))
    found = ["bookmarks that do not pair"] if starts != ends else []
    return found + [f"bookmark {name} twice" for name, count in names.items() if count > 1]


@pytest.mark.parametrize("tens", range(40))
def test_wild_files(tens: int) -> None:
    for seed in range(tens * 10, tens * 10 + 10):
        rng = random.Random(seed)
        case = make(seed, 0.5, size=14)
        for _ in range(12):
            rng.choice(list(OPERATIONS.values()))(case, rng)
        data = Renderer(view_of(case, rng.choice((0, 0, 0.2, 1.0)), seed), rng).file()
        before = faults(read(data).root)
        plan = merge(case.base, case.new, read(data).view)
        result = read(regenerate(data, plan, fresh(case.new), DATE))
        assert [fault for fault in faults(result.root) if fault not in before] == [], seed
        assert plan.edits
