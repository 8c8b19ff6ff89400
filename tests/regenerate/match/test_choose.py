"""Which draft a file was made from; and the audit as the last guard against a wrong one."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from support.first_report import ALL_NEW, BASE, NEW_JOBS
from support.packages import drafted
from support.small import Person, draft, regenerated
from support.wordfiles import fresh, package, paragraph, run

from generator.jobs.regenerate import fresh as fresh_report
from generator.model.document import Document, Mark, Paragraph, Properties, Run, Section
from generator.model.errors import DataError
from generator.model.replacing import replace
from generator.model.view import SeenParagraph, View
from generator.regenerate.base import Base
from generator.regenerate.match.choose import choose
from generator.regenerate.prove.audit import audit
from generator.word.archive import with_parts
from generator.word.reader import read

FIRST = draft("1111", *BASE)
SECOND = replace(NEW_JOBS, id="2222")
THIRD = replace(ALL_NEW, id="3333")


def file_of(base: Base, *replacements: tuple[str, str]) -> bytes:
    """The file of a draft, with other bookmarks or words."""
    data = with_parts(fresh(base).read().file.archive, {})
    content = read(data).archive.parts["word/document.xml"].decode()
    for old, new in replacements:
        content = content.replace(old, new)
    return with_parts(read(data).archive, {"word/document.xml": content.encode()})


CASES = {
    "named and there": (file_of(FIRST), [FIRST, SECOND, THIRD], "1111", ""),
    "an older one is named": (file_of(SECOND), [FIRST, SECOND, THIRD], "2222", ""),
    "named, but not stored": (
        file_of(FIRST, ("_RG1111_", "_RG9999_")),
        [FIRST, THIRD],
        "1111",
        "底稿库里没有",
    ),
    "no marks": (
        file_of(THIRD, ("_RG3333_", "_x_")),
        [FIRST, SECOND, THIRD],
        "3333",
        "没有底稿的标记",
    ),
    "few marks name another": (
        file_of(
            THIRD, ("_RG3333_b", "_x_b"), ("_RG3333_f", "_x_f"), ("_x_b08610", "_RG1111_b08610")
        ),
        [FIRST, SECOND, THIRD],
        "3333",
        "只吻合",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_choice(name: str) -> None:
    data, drafts, wanted, note = CASES[name]
    found = choose(read(data).view, drafts)
    assert found.draft.id == wanted
    assert (note in "".join(found.notes)) if note else not found.notes


@pytest.mark.parametrize("drafts", [[], [FIRST, SECOND]], ids=["empty store", "another report"])
def test_no_base(drafts: list[Base]) -> None:
    data = package(
        "".join(paragraph(run(f"第{n}段是别的文件的话，与这份报告毫无关系。")) for n in range(9))
    )
    with pytest.raises(DataError):
        choose(read(data).view, drafts)


def test_own_file_has_no_finding() -> None:
    made = drafted("huining-2021")
    found = audit(made.document, fresh_report(made)[0].read().file.view)
    assert len(found.of("ok")) == len(found.figures) > 250


@pytest.mark.slow
def test_audit_finds_every_figure_that_was_changed() -> None:
    """Each figure of the text (once in its paragraph) changed by hand, one at a time: the audit names it."""
    made = drafted("huining-2021")
    new = fresh_report(made)[0]
    written = new.read()
    view = written.file.view
    tried = missed = 0
    for block in new.draft.blocks:
        if block.cell or block.element != "paragraph":
            continue
        at = 0
        for part in block.segments:
            start, at = at, at + len(part.text)
            digits = part.text.rstrip("人个万元家次名期亩%对类辆")
            if part.key and digits.isdigit() and len(digits) > 1:
                place = written.paragraphs[block.id]
                text = view.paras[place].text
                wrong = text[:start] + str(int(digits) + 11) + text[start + len(digits) :]
                at_place = [index for index, seen in enumerate(view.seen_texts) if seen == text]
                seen = list(view.seen_texts)
                seen[at_place[0]] = wrong
                off = audit(made.document, _seen(seen))
                tried += 1
                missed += part.key not in {
                    item.key for item in [*off.of("differs"), *off.of("absent")]
                }
    assert tried > 40
    assert missed <= tried // 20, (missed, tried)


def _seen(texts: Iterable[str]) -> View:
    return View((), seen=tuple(map(SeenParagraph, texts)))


def _report(made: Base) -> Document:
    """The paragraphs of a small draft as a document."""
    blocks = tuple(
        Paragraph(
            block.id,
            tuple(
                Run(part.text, Mark("bound", part.key) if part.key else None)
                for part in block.segments
            ),
        )
        for block in made.blocks
        if block.cell is None
    )
    return Document((Section(blocks),), Properties("", "", made.id))


def test_wrong_base_is_seen_by_the_audit() -> None:
    """A copy of the first draft merged as if it were the second: what changed between the two stays stale, and only
    the audit tells."""
    merged = regenerated(SECOND, THIRD, Person.with_file(FIRST).file())
    assert not merged.plan.matters
    found = audit(_report(THIRD), _seen(merged.accepted))
    assert [(item.key, item.wanted, item.seen) for item in found.of("differs")] == [
        ("就业", "1301人", "1286人")
    ]
