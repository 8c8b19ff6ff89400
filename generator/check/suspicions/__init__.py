"""Suspects that one number of a sentence is wrong where no words say how its numbers are related.

In come phrases and the relations that their words or digits make sure; out come relations of the
numbers that are left, which their places and units suggest, which no numbers near by fulfil and
which one slip would put right. They are hints: what the rules say of them is for information. It
must not know passages, packages or findings, and nothing is suspected of numbers that a relation
explains.
"""

from generator.check.suspicions.in_phrases import suspected

__all__ = ["suspected"]
