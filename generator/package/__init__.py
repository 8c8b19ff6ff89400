"""A data package in all its forms: as read, as a workbook, for another year, beside another.

In: a folder or an .xlsx. Out: a ``Dataset`` and its ``Kind`` with every fault of every file; the
files of a package. Must not know: the report that is made of it, where output is written.
"""
