"""A regeneration in its four steps: match, decide, apply, prove."""

from __future__ import annotations

from generator.model.view import View
from generator.regenerate.base import Base
from generator.regenerate.decide import Plan, decide
from generator.regenerate.decide.groups import History
from generator.regenerate.decide.plan import NO_HISTORY
from generator.regenerate.match import match


def merge(base: Base, new: Base, view: View, history: History = NO_HISTORY) -> Plan:
    """How ``view``, made by people out of ``base``, is brought up to ``new``."""
    return decide(match(base, view), new, history)
