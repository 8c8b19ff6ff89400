"""One family of rules a file.

In comes a ``Subject``; out come ``Finding``s, one at a time. A rule knows no other rule, no
report.yaml but what the subject holds of it, and neither its own Chinese name nor who runs it.
"""
