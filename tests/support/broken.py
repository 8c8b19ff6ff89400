"""What is read in a sentence and does not hold, and sentences of which one number is right or wrong."""

from __future__ import annotations

import re

from generator.check import check_passages
from generator.check.passages import Passage
from generator.check.relations import relations, repairs, verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.model.severity import Severity

_CHOICE = re.compile(r"\{(?P<right>[^|]+)\|(?P<wrong>[^}]+)\}")


def broken(text: str, *, hints: bool = True) -> list[str]:
    """What each relation that can be read in one way only and does not hold should give."""
    return [verdict(one).expected for one in _broken(text) if hints or not one.hint]


def ways(text: str) -> list[str]:
    """What would put those relations right: other numbers, then what they should give."""
    wrong = _broken(text)
    return [digits for one in wrong for _, digits in repairs(one)] + broken(text)


def messages(text: str) -> list[str]:
    """What the check says of a paragraph."""
    return [
        one.message for one in check_passages([Passage(text, "body", paragraph=1)], ()).findings
    ]


def alarms(text: str) -> list[str]:
    """What the check says of a paragraph that is more than information, as no suspicion is."""
    checked = check_passages([Passage(text, "body", paragraph=1)], ())
    return [one.message for one in checked.findings if one.severity is not Severity.INFO]


def both_sides(case: str) -> tuple[str, str, str]:
    """The true and the wrong sentence of 合计{86|84}分, and the number that is right."""
    choice = _CHOICE.search(case)
    assert choice is not None
    true, wrong = (_CHOICE.sub(choice[side], case) for side in ("right", "wrong"))
    return true, wrong, choice["right"]


def _broken(text: str) -> list[NumberRelation]:
    read = [one for one in relations(text) if one.certain]
    return [one for one in read if not verdict(one).holds]
