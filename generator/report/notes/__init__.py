"""Notes for the writer: what the data and the words of a draft leave for a person to add.

In: a draft, the report as composed, how far the package is. Out: ``WriterNote``s, frozen, never a
word in the text. Must not know findings, files, or how a note is printed.
"""

from generator.report.notes.gathering import writer_notes
from generator.report.notes.telling import by_heading, in_short
from generator.report.notes.writer_note import NoteSort, WriterNote

__all__ = ["NoteSort", "WriterNote", "by_heading", "in_short", "writer_notes"]
