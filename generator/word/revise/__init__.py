"""Revise: tracked changes and comments of ours in a Word file that people worked on.

Comes in: a file as read, words and the places where they go. Goes out: its XML, changed in place.
Must not know: drafts, bases, plans; why something is changed.
"""
