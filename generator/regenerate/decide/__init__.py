"""Decide: what follows the data, what is the user's, and what a person is asked.

Comes in: a ``Matching``, the new draft, what earlier drafts said. Goes out: a ``Plan``.
Must not know: XML, how a change is written into a Word file.
"""

from generator.regenerate.decide.decisions import DroppedRow, Insertion, NewRow
from generator.regenerate.decide.edits import Edit, with_edits
from generator.regenerate.decide.groups import History
from generator.regenerate.decide.matters import Matter
from generator.regenerate.decide.pending import (
    NOTHING_OPEN,
    OpenBase,
    Opened,
    OpenMatter,
    settled,
)
from generator.regenerate.decide.plan import NO_HISTORY, Plan, decide

__all__ = [
    "NOTHING_OPEN",
    "NO_HISTORY",
    "DroppedRow",
    "Edit",
    "History",
    "Insertion",
    "Matter",
    "NewRow",
    "OpenBase",
    "OpenMatter",
    "Opened",
    "Plan",
    "decide",
    "settled",
    "with_edits",
]
