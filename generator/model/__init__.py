"""The values that travel between the stages: frozen, typed, without a rule of their own.

A package is a ``Dataset`` with ``Settings`` and a ``Kind``; a report is a ``Document`` whose runs
carry ``Mark``s; a Word file that people changed is a ``View``; what is wrong is a ``Problem``.
It must not know files, XML, templates, arithmetic, or any other folder.
"""
