"""Shares in per cent, so that 0 and 100 are said of nothing else than none and all."""

from __future__ import annotations

import math


def percent_text(share: float) -> str:
    """A share of 1 in whole percents, with as many decimals as keep some and not all visible.

    299 of 300 are 99.7 %, and 2,999 of 3,000 are 99.97 %. Where a float has no such digits, a
    share of nearly nothing is written as ``1e-12``.
    """
    percent = 100.0 * share
    if 0.5 < percent < 99.5 or share in (0.0, 1.0) or not math.isfinite(share):
        return f"{percent:.0f}"
    if percent <= 0.5:
        return f"{percent:.3g}"
    decimals = math.ceil(-math.log10(100.0 * (1.0 - share)))
    return f"{percent:.{max(decimals, 1)}f}"
