"""Writes the pages of docs/ that list what the code knows: ``python -m generator.docs [--check]``.

In: the docstrings of rules, of template words and of the Python API, the strict models of the files
of a kind. Out: Markdown, the same for the same code. One module a page. Must not know: packages,
Word files.
"""
