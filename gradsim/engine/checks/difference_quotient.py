"""The difference quotient of fourth order that layers' derivatives are held against."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gradsim.engine.checks.perturbation import Floats

EPSILON = float(np.finfo(np.float64).eps)

_STENCIL = ((1.0, 8.0), (-1.0, -8.0), (2.0, -1.0), (-2.0, 1.0))


def difference_quotient(
    terms: Callable[[Floats], Floats], shift: Floats, h: float
) -> tuple[Floats, Floats]:
    """The difference quotient of each term, [8(φ(h) − φ(−h)) − (φ(2h) − φ(−2h))]/12h, and the
    size of the terms; `shift` is what h makes of the terms' argument."""
    total: Floats = np.zeros(())
    magnitude: Floats = np.zeros(())
    for multiple, weight in _STENCIL:
        here = terms(multiple * shift)
        total = total + weight * here
        magnitude = np.maximum(magnitude, np.abs(here))
    return total / (12 * h), magnitude
