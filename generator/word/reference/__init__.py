"""The office's own Word file as a pattern: ``read_reference`` is all that others need.

In come the bytes of a .docx. Out goes a ``Reference``: styles by name, the page set-up, headers and
footers. It must not know what is written in that look, nor how.
"""

from generator.word.reference.reading import read_reference

__all__ = ["read_reference"]
