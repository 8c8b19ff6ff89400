"""Sums: parts and their whole (合计, 其中, 分别为, 构成).

In come ``Phrase``s, out come relations of parts that fill a total and of parts that need not.
``sums`` asks all readers of the room in their order.
"""
