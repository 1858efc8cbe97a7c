"""What remedies bring to a network's numbers: γ and β, running statistics, projections, seeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class RemedyValues:
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
            field.name: frozen(np.asarray(values, dtype))
            for field in fields(self)
            if field.name != "mask_seeds" and (values := getattr(self, field.name)) is not None
        }
        return replace(self, **changed)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RemedyValues):
            return NotImplemented
        pairs = ((getattr(self, f.name), getattr(other, f.name)) for f in fields(self))
        return all(
            left is right
            or (left is not None and right is not None and np.array_equal(left, right))
            for left, right in pairs
        )

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, field.name) is None for field in fields(self)))


NAMES = ("scale", "shift", "running_mean", "running_variance")
"""What can be typed, in the order of a project file."""


def stacked(members: Sequence[RemedyValues | None]) -> RemedyValues | None:
    """One layer's values of many members along a new leading axis."""
    if members[0] is None:
        return None
    columns = {}
    for field in fields(RemedyValues):
        values = [getattr(member, field.name) for member in members]
        columns[field.name] = None if values[0] is None else frozen(np.stack(values))
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
