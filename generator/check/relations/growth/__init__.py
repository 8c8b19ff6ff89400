"""Changes of a value: from one to another, against last year, by an amount and a rate (同比, 增长).

In come ``Phrase``s, out come relations of a value before, its change and the value now. ``changes``
asks all readers of the room in their order.
"""
