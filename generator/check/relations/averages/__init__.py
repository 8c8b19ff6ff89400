"""Averages, prices and their products: each, how many, and all together (户均, 单价, 日均).

In come ``Phrase``s, out come relations of a rate, a count and a total. ``products`` asks all
readers of the room in their order.
"""
