"""What departments owe as workbooks to fill in, and what comes back.

In: what one department owes, as values; the bytes of a workbook that came back. Out: the bytes of a
workbook; answers, and offers of what may be written. Reads and writes no file, and does not know
who owes what: ``jobs`` says it.
"""

from generator.package.handout.additions import Addition
from generator.package.handout.answers import Answers, ReturnedAnswers, item_number
from generator.package.handout.answers_read import read_answers
from generator.package.handout.collected_text import CollectedText
from generator.package.handout.collecting import Collected, collected, files_with
from generator.package.handout.held_back import without_faulty
from generator.package.handout.owed import (
    Handout,
    OwedCell,
    OwedRecords,
    OwedText,
    first_words,
    heading_of,
    owned_row,
)
from generator.package.handout.own_sums import figures_computed_of
from generator.package.handout.sheets_to_fill import handout_workbook
from generator.package.handout.states import with_states

__all__ = [
    "Addition",
    "Answers",
    "Collected",
    "CollectedText",
    "Handout",
    "OwedCell",
    "OwedRecords",
    "OwedText",
    "ReturnedAnswers",
    "collected",
    "figures_computed_of",
    "files_with",
    "first_words",
    "handout_workbook",
    "heading_of",
    "item_number",
    "owned_row",
    "read_answers",
    "with_states",
    "without_faulty",
]
