"""Compositions (构成): shares of all parts of one whole, which make 100.

In come ``Phrase``s, out come relations whose terms are percentages. ``structures`` asks all readers
of the room in their order.
"""
