"""One family of rules a file.

In comes a ``Subject``; out come ``Finding``s, one at a time. A rule knows no other rule, no
report.yaml but what the subject holds of it, and not who runs it or what becomes of a finding.
"""
