"""Pairs the numbers of a sentence by place and unit where no words say how they are related.

In come phrases and the relations that their words or digits make sure; out come relations of the
numbers that are left. Those that hold by no chance are judged as if words said them; those that do
not hold, that no numbers near by fulfil and that one slip would put right are hints: what the rules
say of them is for information. It must not know passages, packages or findings, and nothing is
suspected of numbers that a relation explains.
"""

from generator.check.suspicions.in_phrases import by_position

__all__ = ["by_position"]
