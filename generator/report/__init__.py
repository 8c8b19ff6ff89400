"""Dataset to Document: compose, markup, tables, assemble; trace and listing of what it says.

In: a package as read, its kind and its figures. Out: the document tree, every value in it marked.
Must not know: files, findings, Word or Excel, what was written before.
"""
