"""What the readings of a paragraph say together: which of them are unlikely, which are sure.

In come ``Phrase``s with the relations that words gave, out come those that stay, others in their
place, and those that so many digits show that no chance explains them.
"""
