"""The rules of layout (GB/T 9704-2012) and of language (``wording``) of official documents.

In come plain values: numbers, dates, texts. Out go constants, and values put into words.
It must not know data packages, figures, templates or files.
"""
