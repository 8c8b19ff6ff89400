"""The values that travel from room to room: frozen, typed, without behaviour of any stage.

In: nothing. Out: dataset, kind, settings, document, marks and bookmarks, the view of a Word file,
errors. Must not know: files, templates, Word, how any of them is read or written.
"""
