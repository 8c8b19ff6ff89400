"""Plain values put into official Chinese: numerals, numbers, changes, dates and lists.

Pure functions on ``Decimal``, ``PartialDate`` and ``str``. They know nothing of templates, figures
or files. A text may hold marks (``generator.model.marks``): it is only put between other texts.
None is an unknown value and gives "". A wrong call raises ValueError with a Chinese sentence; the
caller adds the place.
"""
