"""Shares in per cent, so that 0 and 100 are said of nothing else than none and all."""

from __future__ import annotations

import math

_MOST_DECIMALS = 16


def percent_text(share: float, decimals: int = 0) -> str:
    """A share of 1 in per cent, without the sign; 0 and 100 mean nothing and all, exactly.

    At most so many decimals, but two figures of what is next to nothing, as in ``0.33`` and
    ``1e-12``, and as many decimals as tell what is nearly all from all: 299 of 300 are 99.7 %, and
    2,999 of 3,000 are 99.97 %.
    """
    percent = 100.0 * share
    if not math.isfinite(percent):
        return str(percent)
    if 0.0 < percent < 10.0**-decimals:
        return f"{percent:.2g}"
    while share < 1.0 and float(f"{percent:.{decimals}f}") == 100.0 and decimals < _MOST_DECIMALS:
        decimals += 1
    return f"{percent:.{decimals}f}".removesuffix(".0")
