"""Back-test: the draft of each package against the real document that it rebuilds."""

from __future__ import annotations

import csv
import re
import unicodedata

import pytest
from rapidfuzz.distance import Indel
from support.packages import ROOT, drafted

from generator.figures.plaintext import plain_text

SOURCES = ROOT / "tests" / "sources"
# package, least similarity of the texts, fragments that the extraction of the source cut or spoilt
DOCUMENTS = [
    ("huining-2021", 0.985, set()),
    ("jingyuan-2021", 0.98, set()),
    ("huining-2022", 0.985, set()),
    ("zhouqu-2022", 0.985, set()),
    ("mentougou-2021", 0.98, set()),
]


def folded(text: str) -> str:
    """What a reader reads: no white space, no Markdown, one form of each mark and digit."""
    text = re.sub(
        r"<[^>\n]{1,12}>|\[bookmark:[^\]]*\]|^\s*#+\s*|^\s*-{3,}\s*$|^\s*-\s+(?=附件)",
        "",
        text,
        flags=re.M,
    )
    text = re.sub(r"[\s\u200b\ufeff]+", "", unicodedata.normalize("NFKC", text.replace("**", "")))
    return text.translate(str.maketrans("—–－“”‘’〔〕[]、。", "---\"\"''()(),.", ""))


@pytest.mark.parametrize(
    ("package", "least", "spoilt"), DOCUMENTS, ids=[document[0] for document in DOCUMENTS]
)
def test_a_draft_says_what_the_document_said(package: str, least: float, spoilt: set[str]) -> None:
    ours = folded(plain_text(drafted(package).document))
    theirs = folded((SOURCES / f"{package}.txt").read_text(encoding="utf-8"))
    assert Indel.normalized_similarity(ours, theirs) >= least
    with (SOURCES / f"{package}.csv").open(encoding="utf-8") as file:
        lacking = {
            row["fragment"] for row in csv.DictReader(file) if folded(row["fragment"]) not in ours
        }
    assert lacking <= spoilt


def is_numbering(text: str, start: int) -> bool:
    """Whether a difference lies in the number of a heading, which is counted anew: after a full stop or a bracket,
    before a point or a bracket."""
    return (
        text[start - 1 : start] in ".("
        and re.match(r"[一二三四五六七八九十\d]?[.)]", text[start : start + 2]) is not None
    )


def still_there(differing: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The differences without passages that only moved: a table row that a page break cut has its last cells before
    what goes on in its others (and the head of the table again between them)."""
    moved = [
        (there, here)
        for there, _ in differing
        for gone, here in differing
        if not gone
        and len(here) > 20
        and here in there
        and not re.search(r"\d", there.replace(here, ""))
    ]
    aside = {there for there, _ in moved}, {here for _, here in moved}
    return [
        (there, here)
        for there, here in differing
        if there not in aside[0] and (there or here not in aside[1])
    ]


@pytest.mark.parametrize("package", [document[0] for document in DOCUMENTS])
def test_no_digit_differs(package: str) -> None:
    ours = folded(plain_text(drafted(package).document))
    theirs = folded((SOURCES / f"{package}.txt").read_text(encoding="utf-8"))
    differing = [
        (theirs[j1:j2], ours[i1:i2])
        for tag, i1, i2, j1, j2 in Indel.opcodes(ours, theirs)
        if tag != "equal"
        and re.findall(r"\d", theirs[j1:j2]) != re.findall(r"\d", ours[i1:i2])
        and not (max(i2 - i1, j2 - j1) < 5 and is_numbering(ours, i1))
    ]
    assert still_there(differing) == []
