"""Lists of numbers: where one begins and ends, what its items are and which words say so.

In come ``Phrase``s, out come items, candidates for their whole and lists that no word announces.
What the words make of a list (a total, shares, a balance) is read in the rooms above.
"""
