"""Balances and differences: what is left, what is missing, opening and closing (期初, 结余, 缺口).

In come ``Phrase``s, out come relations whose terms are added and taken away. ``balances`` asks all
readers of the room in their order.
"""
