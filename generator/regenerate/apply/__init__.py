"""Apply: a plan carried out in the user's file, as tracked changes and comments.

Comes in: the file as read, a ``Plan``, the new draft as a file. Goes out: the file with our
changes. Must not know: why something is decided, how a change is spelled in XML.
"""

from generator.regenerate.apply.carried import CarriedOut
from generator.regenerate.apply.changes import carry_out, rename_base, say
from generator.regenerate.apply.fresh import Fresh, FreshFile

__all__ = ["CarriedOut", "Fresh", "FreshFile", "carry_out", "rename_base", "say"]
