"""A value with some of its fields changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the type checker knows the fields of a struct by this name alone
    from dataclasses import replace
else:
    import dataclasses

    from msgspec import Struct, structs

    def replace(value, /, **changes):
        """A copy of a struct or a dataclass with the changes; all else as it was. Raises TypeError
        for a field that it has not."""
        copy = structs.replace if isinstance(value, Struct) else dataclasses.replace
        return copy(value, **changes)


__all__ = ["replace"]
