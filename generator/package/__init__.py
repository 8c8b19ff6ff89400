"""A data package in its forms: folder, workbook, next year's, two side by side.

In: the files of a package and of its kind. Out: a ``Dataset`` and a ``Kind``, or the files of
another package, and every fault of every file at once.
It must not know templates as rendered, documents, findings or Word files.
"""
