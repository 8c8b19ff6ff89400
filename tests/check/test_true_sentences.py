"""True sentences of many offices: nothing that is read in them is told not to hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.relations import relations, verdict

FILE = Path(__file__).parent / "true_sentences.txt"
LINES = FILE.read_text(encoding="utf-8").splitlines()
SENTENCES = [line for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence[:24])
def test_is_not_told_broken(sentence: str) -> None:
    read = [one for one in relations(sentence) if one.certain]
    assert [verdict(one).expected for one in read if not verdict(one).holds] == []


BROKEN = [
    ("建议86件、提案124件，列入A类的分别为62件和96件，占72.1%和69.4%。", "77.42%"),
    (
        "规划38项主要指标中，已达标32项，其余6项正在推进，其中妇女16项达标14项，儿童22项达标17项。",
        "31",
    ),
    ("受理案件126件，上年结转8件，审结118件，未审结26件，其中维持62件。", "16件"),
    ("快递862万件，增长26.4%，其中同城86万件、异地770万件、国际6万件。收入8620万元。", None),
    ("公开招聘286人，其中教育126人、其他160人，报名3860人，平均竞争比15.3：1。", "13.5"),
]
"""What goes on being told where the words leave one reading, with what it should be; None where all
holds."""


@pytest.mark.parametrize(("sentence", "expected"), BROKEN)
def test_goes_on_being_told(sentence: str, expected: str | None) -> None:
    told = [verdict(one) for one in relations(sentence) if one.certain]
    broken = [one.expected for one in told if not one.holds]
    assert any(expected in one for one in broken) if expected else not broken, broken
