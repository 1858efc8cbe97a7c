"""What remedies bring to a network's numbers: γ and β, running statistics, projections, seeds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

Array = npt.NDArray[Any]


class RemedyValues(Struct, frozen=True, eq=False):
    """The numbers of one layer's remedies, read-only; None where the layer has no such thing.

    scale, shift : γ and β, (…, units), learned.
    running_mean, running_variance : of batch normalization, (…, units); followed in training,
        used in evaluation.
    projection : P of a residual connection between different widths, (…, units, fan_in).
    mask_seeds : of dropout, an object array of ensemble shape.
    """

    scale: Array | None = None
    shift: Array | None = None
    running_mean: Array | None = None
    running_variance: Array | None = None
    projection: Array | None = None
    mask_seeds: Array | None = None

    def as_type(self, dtype: npt.DTypeLike) -> RemedyValues:
        """The same numbers as `dtype`."""
        changed = {
            name: frozen(np.asarray(values, dtype))
            for name in self.__struct_fields__
            if name != "mask_seeds" and (values := getattr(self, name)) is not None
        }
        return replace(self, **changed)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RemedyValues):
            return NotImplemented
        pairs = ((getattr(self, name), getattr(other, name)) for name in self.__struct_fields__)
        return all(
            left is right
            or (left is not None and right is not None and np.array_equal(left, right))
            for left, right in pairs
        )

    def __ne__(self, other: object) -> bool:
        # A Struct that compares by itself still differs by identity.
        return not self == other

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) is None for name in self.__struct_fields__))


NAMES = ("scale", "shift", "running_mean", "running_variance")
"""What can be typed, in the order of a project file."""


def stacked(members: Sequence[RemedyValues | None]) -> RemedyValues | None:
    """One layer's values of many members along a new leading axis."""
    if members[0] is None:
        return None
    columns = {}
    for name in RemedyValues.__struct_fields__:
        values = [getattr(member, name) for member in members]
        columns[name] = None if values[0] is None else frozen(np.stack(values))
    return RemedyValues(**columns)


def checked(typed: RemedyValues, units: int, layer: int, place: str) -> None:
    """Refuse typed values of another length, that are not finite, or negative variances.

    Raises
    ------
    Problem
        With the place of the entry below `place`.
    """
    for name in NAMES:
        values = getattr(typed, name)
        if values is None:
            continue
        if np.shape(values) != (units,):
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "“{name}” of layer {layer} must be a list of {units} numbers."
                ),
                place=f"{place}.{name}",
                name=name,
                layer=layer,
                units=units,
            )
        wrong = ~np.isfinite(values)
        if name == "running_variance":
            wrong |= np.asarray(values) < 0
        if wrong.any():
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "“{name}” of layer {layer} holds a number that it cannot be."
                ),
                place=f"{place}.{name}[{int(np.argmax(wrong))}]",
                name=name,
                layer=layer,
            )


def frozen(array: Array) -> Array:
    """`array`, read-only."""
    array.setflags(write=False)
    return array
