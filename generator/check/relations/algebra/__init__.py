"""What a relation is, and whether its numbers allow it.

In come ``Amount``s with their roles, out come verdicts, repairs and how likely numbers agree by
chance. Interval arithmetic on what is printed; it reads no words.
"""
