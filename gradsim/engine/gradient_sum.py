"""Two gradients added, whatever powers of two they carry."""

from __future__ import annotations

import numpy as np

from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.chain import Gradient
from gradsim.engine.scaling import renormalize, shifted


def gradient_sum(arithmetic: Arithmetic, left: Gradient, right: Gradient) -> Gradient:
    """left + right, of one shape, at the exponent of the larger.

    Where `left` was lost it is below all that a number can hold beside what met it, so that
    beside `right` nothing is missing; the sum is lost where that is 0, or lost itself.
    """
    alone = np.asarray(right.squares == 0)
    zero, lost = arithmetic.zero, np.asarray((left.underflow & alone) | right.underflow)
    if left.exponent is zero and right.exponent is zero:
        return Gradient(*arithmetic.renormalized(left.array + right.array, zero), lost)
    a, a_exponent = renormalize(left.array, left.exponent)
    b, b_exponent = renormalize(right.array, right.exponent)
    some_a, some_b = left.squares != 0, right.squares != 0
    common = np.where(
        some_a & some_b,
        np.maximum(a_exponent, b_exponent),
        np.where(some_a, a_exponent, b_exponent),
    )
    total = shifted(a, a_exponent - common) + shifted(b, b_exponent - common)
    return Gradient(*arithmetic.renormalized(total, common), lost)
