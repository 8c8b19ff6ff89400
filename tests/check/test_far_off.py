"""A relation that no slip of one number explains is not told: the words were more likely read wrongly."""

from __future__ import annotations

import pytest
from support.broken import messages

from generator.check import check_passages
from generator.check.passages import Passage
from generator.model.severity import Severity

NEAR = (
    # one other digit, the point elsewhere, a number less than twice or more than half as large
    "投入资金500万元，其中产业300万元、就业150万元、教育20万元、医疗50万元、培训60万元。",
    "到位资金5000万元，已拨付4600万元，拨付率9.2%。",
    "到位资金5000万元，已拨付460万元，拨付率92%。",
    "期初120户，新增15户，退出9户，期末216户。",
    "期初120户，新增15户，退出9户，期末176户。",
    # digits that changed places
    "户均用水8.2吨，比每户1.9吨的定额低0.9吨。",
)
FAR = (
    "到位资金5000万元，已拨付1200万元，拨付率96.7%。",
    "期初120户，新增15户，退出9户，期末7384户。",
    "每人补助800元，补助310人，共97.2万元。",
)


def worst(text: str) -> Severity:
    """The gravest finding of a sentence."""
    found = check_passages([Passage(text, "body", paragraph=1)], ()).findings
    order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    return min((finding.severity for finding in found), key=order.index)


@pytest.mark.parametrize("text", NEAR)
def test_what_a_slip_explains_is_told_as_ever(text: str) -> None:
    assert worst(text) is not Severity.INFO


@pytest.mark.parametrize("text", FAR)
def test_what_no_slip_explains_is_not_told(text: str) -> None:
    assert messages(text) == []
