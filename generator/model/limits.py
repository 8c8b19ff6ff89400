"""How much of an input is read: every limit, its unit and its reason. The message that refuses an
input names the limit.

A report of a county is a few dozen pages, its package some hundred rows: each limit leaves a large
file a wide margin and keeps a run below 1 GiB and 20 seconds.
"""

from __future__ import annotations

ARCHIVE_BYTES = 128 * 2**20
"""Bytes of a Word file or a workbook on the disk; photographs make a report of that size."""

ARCHIVE_PARTS = 10_000
"""Parts in a Word file or a workbook; a report with a picture on every page has some hundred."""

CELL_CHARS = 32_767
"""Characters of one cell; Excel holds no more."""

CELL_DIGITS = 18
"""Digits of a number in a cell or a setting; Excel keeps 15."""

CELLS = 1_000_000
"""Filled cells of a workbook, or cells of a CSV file: each takes some 500 bytes in memory."""

SEEN_CHARS = 200_000
"""Characters that people see in a Word file, 250 pages; cells of up to 1,000 do not count. To check
so many takes some 20 seconds."""

SEEN_CELL_CHARS = 6_000_000
"""Characters of all cells of the tables of a Word file together: a table of 20,000 rows and fifteen
columns has 5.7 million. To check so many takes long only where they are sentences with figures."""

SEEN_PARAGRAPHS = 400_000
"""Paragraphs of a Word file, those of cells, boxes and notes too: each takes a kilobyte while it is
checked. A table of 20,000 rows and fifteen columns has 300,000."""

FORMAT_CHARS = 255
"""Characters of a number format; Excel holds no more. A longer one is none."""

SHEETS = 255
"""Sheets of a workbook; one of a package has some thirty."""

TEMPLATE_FAULTS = 200
"""Faults of the files of a report kind that are told: a nearest name takes time to find."""

TEMPLATE_FILES = 1_000
"""Files and folders in the folder of a report kind; the largest has some twenty."""

PACKAGE_BYTES = 64 * 2**20
"""Bytes of all files of a package together, where all are carried into a workbook or a new year."""

PICTURE_BYTES = 16 * 2**20
"""A picture in a text: one of a camera has five to ten."""

PART_BYTES = 64 * 2**20
"""Bytes of one unpacked part, as of an uncompressed picture."""

TEXT_BYTES = 32 * 2**20
"""Bytes of a CSV or text file of a package: 100,000 long rows."""

TEXT_CHARS = 32_000_000
"""Characters of all cells of a workbook together: what one text serves for many cells counts each
time."""

UNPACKED_BYTES = 256 * 2**20
"""Bytes of all unpacked parts of a Word file or a workbook together."""

XML_BYTES = 32 * 2**20
"""Bytes of one unpacked XML part: some thousand pages of text, or 500,000 cells."""

FOLDER_DEPTH = 32
"""Folders inside one another in a package; the program knows two levels, pictures of people may lie
some deeper."""

XML_DEPTH = 120
"""Elements inside elements of one XML part of a Word file; nested tables and boxes make 50."""

XML_MARKS = 4_000_000
"""Tags and attributes of one XML part, and of all parts of a Word file together: a tree in memory
takes some 150 bytes for each."""

XML_TEXT = 9 * 2**20
"""Bytes of one text or attribute of an XML part: libxml2 takes ten million, a report has a
hundredth in all."""

YAML_BYTES = 512 * 2**10
"""Bytes of a YAML file: it is read at some 100 KB a second, and a report.yaml has 2 KB."""

YAML_DEPTH = 32
"""Mappings and lists of a YAML file inside each other; a report.yaml has four."""

CALL_DEPTH = 40
"""Macros, texts and formulas that call one another; the outline goes four deep."""

FORMULA_STEPS = 2_000_000
"""Operations and cells read in all formulas of a package together; each takes some microseconds."""

FORMULA_LENGTH = 1_000
"""Characters of a formula, as typed or as put together of its parts; the longest has some 100."""

WORD_LENGTH = 100
"""Characters of a word that a column of a table computes (优)."""

LIST_ITEMS = 100_000
"""Items of a list in a template, and rounds of a range: as many as the longest record file."""

LIST_DEPTH = 4
"""Lists within lists that templates compare or hand to a word; breakdown takes three."""

NUMBER_DIGITS = 100
"""Digits of a whole number, before or behind the point of a figure: what exact arithmetic keeps."""

BATCH_SECONDS = 900
"""Seconds that one package of a batch may take; the largest that was seen takes a minute."""

TEMPLATE_LENGTH = 200_000
"""Characters of a template or of a person's text; the longest outline has some 25,000."""

TEMPLATE_SECONDS = 10
"""Seconds of processor time for a report's templates: a net under the steps, which end first."""

TEMPLATE_STEPS = 500_000
"""Rounds of loops, operations and calls (ten steps each) in the templates of a report together; a
full report takes some 6,000."""

TEXT_LENGTH = 5_000_000
"""Characters of any text that a template makes, with the sources of its figures: a sum over the
longest record file has a million."""

TEXT_LINES = 20_000
"""Lines of what a template prints; a report has some 300."""

TEXT_PRINTED = 1_000_000
"""Characters that a template prints, as they are seen: a thousand pages."""

TEXT_TOTAL = 50_000_000
"""Characters of all texts that the templates of a report make on the way: at most 200 MB."""

UPLOAD_BYTES = ARCHIVE_BYTES
"""Bytes of a file that is dropped into the workbench: as many as are read of one on the disk."""

MESSAGE_BYTES = 4 * 2**20
"""Bytes of one message of a page of the workbench: 2,000 pasted rows of twenty cells."""
