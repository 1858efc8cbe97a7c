"""What several selected layers have in common: one value, or “mixed”."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from msgspec import Struct

from gradsim.engine.options import Option

T = TypeVar("T")


class Shared(Struct, Generic[T], frozen=True):
    """The value that all selected layers hold; `mixed` where they differ (value is None then)."""

    value: T | None
    mixed: bool = False

    @classmethod
    def of(cls, values: Iterable[T]) -> Shared[T]:
        """What `values` have in common; nothing selected is neither a value nor mixed."""
        distinct = iter(values)
        first = next(distinct, None)
        if first is None:
            return cls(None)
        return cls(None, mixed=True) if any(each != first for each in distinct) else cls(first)


class OptionValue(Struct, frozen=True):
    """One option of a choice, with the value that it has now."""

    option: Option
    shared: Shared[float]
