"""Words between two commas or full stops, and where they stand."""

from __future__ import annotations

from msgspec import Struct

from generator.check.passages import Passage

LEAST = 24
"""Characters from which on words are looked for a second time."""
QUOTED = 24
"""Characters of words that a message quotes."""


class Clause(Struct, frozen=True):
    """Words between two commas or full stops.

    ``index`` is the number of the passage, ``start`` the position in it; ``first`` and ``last``
    say whether a sentence begins or ends here.
    """

    index: int
    passage: Passage
    start: int
    text: str
    first: bool
    last: bool

    @property
    def end(self) -> int:
        """The position behind its last character."""
        return self.start + len(self.text)
