"""Regenerate: the user's own Word file brought up to date with the data, every change visible.

Comes in: a base, a new draft, the file that people made. Goes out: the file with tracked changes.
Must not know: where drafts are stored, packages, how XML is written.
"""
