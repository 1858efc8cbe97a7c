"""The scale of the grid's colours: signed decades on a diverging scale that never rescales."""

from __future__ import annotations

import math
from typing import Final

MOST_DECADES: Final = 100.0
"""What lies beyond has the last colour."""
TICKS: Final = (-100, -30, -10, -3, -1, 0, 1, 3, 10, 30, 100)


def shade(decades: float) -> float:
    """Where on the scale a number of decades lies: −1 (lost) over 0 (level) to 1 (blown up).

    sign(d)·log(1+|d|)/log(1+100): a tenth is seen as well as fifty, and the same number has the
    same colour in every grid. ±inf lies at the ends; nan has no place.
    """
    if math.isnan(decades):
        return math.nan
    size = min(abs(decades), MOST_DECADES)
    return math.copysign(math.log1p(size) / math.log1p(MOST_DECADES), decades)


def decades_at(place: float) -> float:
    """The number of decades whose :func:`shade` is `place`, from −1 to 1."""
    return math.copysign(math.expm1(abs(place) * math.log1p(MOST_DECADES)), place)
