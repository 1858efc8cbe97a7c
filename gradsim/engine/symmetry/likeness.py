"""Whether the rows of a matrix are one and the same: exactly, up to rounding, or not.

Definitions. Rows are *exactly* alike where they are equal as numbers (so 0 and −0 are). They are
alike *up to rounding* where no two entries of a column differ by more than `ROUNDING` times the
largest magnitude of the matrix: what is left when the same sum is formed in another order.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

ROUNDING = 64 * float(np.finfo(np.float64).eps)
"""1.4·10⁻¹⁴, relative: below it a difference proves nothing."""


class Likeness(StrEnum):
    """How alike the rows of a matrix are.

    single: there is one row, so nothing to compare. exact: equal as numbers. rounding: equal up
    to `ROUNDING`. different: neither. unknown: what there was to compare was lost to underflow,
    or is no number.
    """

    single = "single"
    exact = "exact"
    rounding = "rounding"
    different = "different"
    unknown = "unknown"


def row_likeness(matrix: Array, *, lost: bool = False) -> Likeness:
    """How alike the rows of `matrix`, (rows, columns), are.

    Parameters
    ----------
    lost : bool
        Whether numbers of it were lost to underflow, so that equal zeros prove nothing.
    """
    if matrix.shape[0] < 2:
        return Likeness.single
    if not np.isfinite(matrix).all():
        return Likeness.unknown
    if bool((matrix == matrix[0]).all()):
        return Likeness.unknown if lost and not matrix.any() else Likeness.exact
    if row_spread(matrix) <= ROUNDING * float(np.abs(matrix).max()):
        return Likeness.rounding
    return Likeness.different


def row_spread(matrix: Array) -> float:
    """The largest difference of two entries in one column of `matrix`, (rows, columns).

    It is 0 exactly where all rows are equal; nan where there is no number.
    """
    with np.errstate(invalid="ignore", over="ignore"):
        return float((matrix.max(axis=0) - matrix.min(axis=0)).max(initial=0.0))


def groups_of_equal_rows(
    matrix: Array, *, tolerance: float = 0.0
) -> tuple[tuple[tuple[int, ...], ...], Likeness]:
    """The rows of `matrix` that have equals, in groups of indices, and how equal the worst are.

    Each group has two members or more and is in ascending order, the groups by their first. Rows
    are joined where they are equal, or with a `tolerance` where no entry differs by more than
    that times the largest magnitude of the matrix. The answer is `different` where there is no
    group and `rounding` where some group is not exactly equal.

    Rows with inf or nan equal none.
    """
    count = matrix.shape[0]
    if count < 2:
        return (), Likeness.single
    finite = np.asarray(np.isfinite(matrix).all(axis=1))
    scale = float(np.abs(matrix[finite]).max(initial=0.0)) or 1.0
    # Equal rows have equal projections on any direction, so equals stand side by side in order
    # of them; that rows which are not equal come between is a matter of 10⁻¹³.
    direction = np.random.default_rng(0).standard_normal(matrix.shape[1])
    shadows = np.where(finite, (np.where(finite[:, None], matrix, 0.0) / scale) @ direction, np.inf)
    order = np.argsort(shadows, kind="stable")
    ordered = matrix[order]
    with np.errstate(invalid="ignore"):
        apart = np.abs(ordered[1:] - ordered[:-1]).max(axis=1)
    alike = np.asarray(finite[order][1:] & finite[order][:-1] & (apart <= tolerance * scale))
    exact = not bool((alike & (apart > 0.0)).any())
    groups = [part.tolist() for part in np.split(order, np.flatnonzero(~alike) + 1)]
    found = sorted(tuple(sorted(group)) for group in groups if len(group) > 1)
    if not found:
        return (), Likeness.different
    return tuple(found), Likeness.exact if exact else Likeness.rounding
