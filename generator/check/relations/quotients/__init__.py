"""Ratios without a unit: 生师比13∶1, 三次产业结构, 是上年的1.6倍, 可支付12.9个月.

In come ``Phrase``s, out come relations whose result is a plain number. ``ratios`` and ``multiples``
ask the readers of the room.
"""
