"""How much the templates of a report, or the formulas of a package, may still do.

What is counted does not depend on the machine: the same input ends at the same place. The time
is a net beneath, for what no count foresees. It is over when both clocks say so: the one on the
wall, which costs nothing to read but goes on while the process waits, and the processor's, which
a system call reads and which counts all threads.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal

from generator.figures.figure import Figure
from generator.figures.records import RecordColumn, RecordSet
from generator.model import limits

_STEPS_OF_A_CALL = 10
_TEXT_OF_A_STEP = 1_000
_ITEMS_OF_A_STEP = 4
_SOURCES_OF_A_STEP = 10
_STEPS_BETWEEN_CLOCKS = 2_000
TOO_LARGE = "有一个数太大，算不了"
"""What is said of a number beyond what a floating-point number can hold."""


class LimitError(ValueError):
    """A template or a formula would go beyond a limit; the message names it, in Chinese."""


class Budget:
    """What is left of the limits for ``what`` (模板, 公式), ``steps`` of them. Every method raises
    LimitError where it would go beyond one; a budget that is ``exhausted`` refuses all further
    steps."""

    def __init__(self, what: str, steps: int) -> None:
        self._what, self._limit = what, steps
        self._steps, self._text, self._depth = steps, limits.TEXT_TOTAL, 0
        self._clock = steps - _STEPS_BETWEEN_CLOCKS
        self._began: float | None = None
        self._used, self._pieces = 0.0, 0
        self._processor = time.process_time()

    @property
    def exhausted(self) -> bool:
        """Whether nothing more can be done."""
        return self._steps < 0 or self._text < 0

    def spend(self, steps: int) -> bool:
        """Count so many steps; always true, so that it can stand in a condition."""
        self._steps -= steps
        if self._steps < self._clock:
            self._look_at_clock()
        return True

    def _look_at_clock(self) -> None:
        self._clock = self._steps - _STEPS_BETWEEN_CLOCKS
        if self._steps < 0:
            raise LimitError(f"{self._what}合起来超过 {self._limit:,} 步的上限")
        now = time.monotonic()
        if self._began is None:
            self._began = now
        most = limits.TEMPLATE_SECONDS
        if self._used + now - self._began > most and time.process_time() - self._processor > most:
            self._steps = -1
            raise LimitError(f"{self._what}用时超过 {most} 秒的上限")

    @contextmanager
    def piece(self) -> Iterator[None]:
        """A piece of work: with pieces, the time between them does not count. One may hold
        others."""
        if not self._pieces:
            self._began = time.monotonic()
        self._pieces += 1
        try:
            yield
        finally:
            self._pieces -= 1
            if not self._pieces and self._began is not None:
                self._used += time.monotonic() - self._began
                self._began = None

    def print(self, length: int) -> bool:
        """Count a text of that length; always true."""
        length = max(length, 0)
        if length > limits.TEXT_LENGTH:
            raise LimitError(f"一段文字超过 {limits.TEXT_LENGTH:,} 字的上限")
        self._text -= length
        if self._text < 0:
            raise LimitError(f"{self._what}写出的文字合起来超过 {limits.TEXT_TOTAL:,} 字的上限")
        return self.spend(1 + length // _TEXT_OF_A_STEP)

    def hold(self, items: int) -> None:
        """Count a list of so many items."""
        if items > limits.LIST_ITEMS:
            raise LimitError(f"一列超过 {limits.LIST_ITEMS:,} 项的上限")
        self.spend(1 + items // _ITEMS_OF_A_STEP)

    def listed(self, items: Iterable[object]) -> list[object]:
        """The items as a list, each counted."""
        result = []
        for item in items:
            self.spend(1)
            result.append(item)
            if len(result) > limits.LIST_ITEMS:
                self.hold(len(result))
        return result

    def descend(self) -> None:
        """Count a call within calls; ``ascend`` ends it."""
        self.spend(_STEPS_OF_A_CALL)
        if self._depth >= limits.CALL_DEPTH:
            raise LimitError(f"{self._what}一层套一层，超过 {limits.CALL_DEPTH} 层的上限")
        self._depth += 1

    def ascend(self) -> None:
        """The end of a call."""
        self._depth -= 1

    def walk(self, value: object, depth: int = 0) -> object:
        """Count all that a value holds, and give it back: what is done with it then is bounded."""
        if isinstance(value, str):
            self.spend(1 + len(value) // _TEXT_OF_A_STEP)
        elif isinstance(value, Figure):
            self.spend(1 + len(value.sources) // _SOURCES_OF_A_STEP)
        elif isinstance(value, RecordSet | RecordColumn):
            self.spend(1 + len(value.rows))
        elif isinstance(value, list | tuple | dict):
            self._walk_items(value, depth)
        else:
            self.spend(1 + len(value) if isinstance(value, range) else 1)
        return value

    def _walk_items(
        self, value: list[object] | tuple[object, ...] | dict[object, object], depth: int
    ) -> None:
        if depth >= limits.LIST_DEPTH:
            raise LimitError(f"列里套列，超过 {limits.LIST_DEPTH} 层的上限")
        self.spend(1)
        for item in value:
            self.walk(item, depth + 1)
        if isinstance(value, dict):
            for item in value.values():
                self.walk(item, depth + 1)


def whole(number: int, digits: int = limits.NUMBER_DIGITS) -> int:
    """The number, where it has no more digits than the limit allows. Raises LimitError."""
    if abs(number) >= 10**digits:
        raise LimitError(f"数超过 {digits} 位的上限")
    return number


def finite(number: float) -> float:
    """The number, where a floating-point number can hold it. Raises LimitError."""
    if not math.isfinite(number):
        raise LimitError(TOO_LARGE)
    return number


def in_measure(figure: Figure) -> Figure:
    """The figure, where value and formula keep to the limits. Raises LimitError."""
    if len(figure.formula) > limits.FORMULA_LENGTH:
        raise LimitError(f"公式超过 {limits.FORMULA_LENGTH:,} 字的上限")
    if isinstance(figure.value, Decimal) and abs(figure.value.adjusted()) > limits.NUMBER_DIGITS:
        raise LimitError(f"数超过 {limits.NUMBER_DIGITS} 位的上限")
    return figure
