"""Shares and rates of completion: which part of which whole a percentage is of (占, 完成率).

In come ``Phrase``s, out come relations of a part, a whole and a percentage. ``shares`` asks all
readers of the room in their order.
"""
