"""Step sizes on a logarithmic slider."""

from __future__ import annotations

import math

from gradsim.viewmodels.step.update.update import LARGEST_RATE, LEAST_RATE

RATE_STEPS = 600
"""A hundred to a decade."""
_LOW = math.log10(LEAST_RATE)
_DECADES = math.log10(LARGEST_RATE) - _LOW


def rate_position(rate: float) -> int:
    """Where a step size stands on its slider, 0 to RATE_STEPS."""
    share = (math.log10(rate) - _LOW) / _DECADES
    return round(min(max(share, 0.0), 1.0) * RATE_STEPS)


def rate_at(position: int) -> float:
    """The step size at a position, rounded to two figures."""
    return float(f"{10.0 ** (_LOW + _DECADES * position / RATE_STEPS):.2g}")
