"""Match: which paragraph of an edited file is which block of its base.

Comes in: the base and the view of the file. Goes out: a ``Matching``.
Must not know: the new draft, what a change of it means, XML.
"""

from generator.regenerate.match.matching import Matching, match

__all__ = ["Matching", "match"]
