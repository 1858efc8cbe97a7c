"""The root of a function between two places where its signs differ.

Written here because the library's own comes with a package that takes longer to load than every
critical gain takes to find.
"""

from __future__ import annotations

import math
from collections.abc import Callable

_EPSILON = 2.0**-52
_MOST = 200


def root_between(
    function: Callable[[float], float], low: float, high: float, tolerance: float
) -> float:
    """Where `function` is 0, to within `tolerance`, between `low` and `high`.

    Inverse quadratic interpolation where the last three points allow it, else halving, so that it
    is never slower than halving by more than a constant.

    Raises
    ------
    ValueError
        If the function has the same sign at both ends.

    Source: Chandrupatla 1997, Advances in Engineering Software 28(3).
    """
    a, b = low, high
    fa, fb = function(a), function(b)
    if fa == 0.0 or fb == 0.0:
        return a if fa == 0.0 else b
    if math.copysign(1.0, fa) == math.copysign(1.0, fb):
        raise ValueError("the function has the same sign at both ends")
    share = 0.5
    for _ in range(_MOST):
        x = a + share * (b - a)
        fx = function(x)
        if math.copysign(1.0, fx) == math.copysign(1.0, fa):
            c, fc = a, fa
        else:
            c, fc = b, fb
            b, fb = a, fa
        a, fa = x, fx
        best, at_best = (a, fa) if abs(fa) < abs(fb) else (b, fb)
        least = (2.0 * _EPSILON * abs(best) + 0.5 * tolerance) / abs(b - a)
        if at_best == 0.0 or least > 0.5:
            return best
        along, risen = (a - b) / (c - b), (fa - fb) / (fc - fb)
        if 1.0 - math.sqrt(1.0 - along) < risen < math.sqrt(along):
            share = fa / (fb - fa) * fc / (fb - fc)
            share += (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
        else:
            share = 0.5
        share = min(max(share, least), 1.0 - least)
    return best
