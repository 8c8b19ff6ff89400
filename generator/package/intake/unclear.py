"""A cell that does not say clearly what it holds."""

from __future__ import annotations

from generator.model.errors import Reading


class UnclearCellError(ValueError):
    """A cell that does not say clearly what it holds: what is wrong, what to do, and what it may
    mean."""

    def __init__(self, message: str, todo: str, readings: tuple[Reading, ...] = ()) -> None:
        super().__init__(message)
        self.message, self.todo, self.readings = message, todo, readings
