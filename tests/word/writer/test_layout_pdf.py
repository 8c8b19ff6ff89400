"""The elements stand where GB/T 9704-2012 wants them, measured on pages that LibreOffice lays out."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from support.layout_rules import findings
from support.measure import missing_tools, pages, to_pdf
from support.sample import document, imprint, text, whole

from generator.model.document import Document, Paragraph
from generator.standard.gbt9704 import PROFILES, Look
from generator.word.writer import write

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing_tools()), reason="needs " + "、".join(missing_tools())),
    pytest.mark.xdist_group("soffice"),
]

COMMON = {"P10", "P11", "H05", "H10", "B01", "B02", "B05", "F01", "F02", "F06", "F07", "F08"}
CASES = [
    ("sealed", whole(), COMMON | {"H07", "B12", "B21", "B22"}),
    ("joint", whole(seal=False, joint=True), COMMON | {"H08", "H09", "B14", "B21", "B22"}),
    ("landscape", whole(landscape=True), COMMON | {"H07", "B12", "B21", "B22"}),
]


@pytest.mark.parametrize(("name", "made", "rules"), CASES, ids=[case[0] for case in CASES])
def test_rules_hold_on_the_page(name: str, made: Document, rules: set[str], tmp_path: Path) -> None:
    file = tmp_path / f"{name}.docx"
    file.write_bytes(write(made))
    found = findings(file)
    assert not [str(finding) for finding in found if not finding.ok]
    assert {finding.rule for finding in found} == rules


def test_rules_hold_in_the_other_profile(tmp_path: Path) -> None:
    file = tmp_path / "gb33476.docx"
    file.write_bytes(write(whole(), Look(PROFILES["gb33476"])))
    found = findings(file)
    assert not [str(finding) for finding in found if not finding.ok]
    assert {finding.rule for finding in found} >= COMMON


@pytest.mark.parametrize(("lines", "count"), [(22, 2), (41, 2), (42, 3), (44, 3)])
def test_the_imprint_never_covers_text(lines: int, count: int, tmp_path: Path) -> None:
    """The imprint takes the room of less than three lines; where they are taken it moves to a page of its own."""
    file = tmp_path / "full.docx"
    made = document(*(Paragraph(f"p{n}", text(f"第{n}段")) for n in range(lines)), imprint())
    file.write_bytes(write(made))
    rendered = pages(to_pdf(file, tmp_path))
    assert len(rendered) == count
    boxes = [line.box for line in rendered[-1].lines]
    assert all(after.y0 > before.y1 - 1 for before, after in pairwise(boxes))
    assert rendered[-1].rules()[-1].center[1] == pytest.approx(262, abs=1.5)
