"""WordprocessingML: Word files written from a ``Document`` and read back as a ``View``.

In come a ``Document`` and how it is to look, or the bytes of a Word file. Out go bytes, or the
paragraphs with all changes accepted. It must not know data, templates or what a regeneration
decides; lxml is known here alone.
"""
