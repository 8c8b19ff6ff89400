"""The parts of a page that answers: its figures, its findings, what a person has to look at.

In: a draft with its status, or the passages of a Word file. Out: the values of ``report.view``.
Must not know HTML.
"""
