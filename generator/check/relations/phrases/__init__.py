"""A paragraph cut into phrases that are read by themselves.

In comes the text of a paragraph, out come ``Phrase``s with their numbers, each with the unit that
it has of its own or takes from its neighbours.
"""
