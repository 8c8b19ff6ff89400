"""Prove: two laws before anything is written, then the audit of every figure.

Comes in: the text as handed in, the file with our changes, the plan; for the audit the document.
Goes out: nothing, or a refusal to write; an ``Audit``. Must not know: how the changes were written.
"""
