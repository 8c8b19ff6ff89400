"""The strict models of the files of a report kind, and the reading of a file by its model.

In: the files of a kind. Out: their content, or every fault with file, line and the nearest name.
``yaml_files`` and ``csv_files`` say what each file may hold, ``meanings`` what each key means: the
documentation for authors of kinds is made of these three, by ``keys``. Must not know: what a kind
is made into.
"""
