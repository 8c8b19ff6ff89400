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

PART_BYTES = 64 * 2**20
"""Bytes of one unpacked part, as of an uncompressed picture."""

TEXT_BYTES = 32 * 2**20
"""Bytes of a CSV or text file of a package: 100,000 long rows."""

UNPACKED_BYTES = 256 * 2**20
"""Bytes of all unpacked parts of a Word file or a workbook together."""

XML_BYTES = 32 * 2**20
"""Bytes of one unpacked XML part: some thousand pages of text, or 500,000 cells."""

XML_DEPTH = 120
"""Elements inside elements of one XML part of a Word file; tables and boxes inside each other make 50."""

XML_MARKS = 4_000_000
"""Tags and attributes of one XML part: a tree in memory takes some 150 bytes for each."""
