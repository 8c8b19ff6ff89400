"""The numbers of a text by themselves: value, interval, unit and role of each.

In comes a text, out come ``Amount``s in its order. It knows no relation: what numbers say of one
another is read in the rooms above.
"""
