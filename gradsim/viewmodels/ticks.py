"""Round numbers for an axis."""

from __future__ import annotations

import math


def round_ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """At most about `most` multiples of 1, 2 or 5 · 10ⁿ within [low, high]."""
    span = high - low
    if not math.isfinite(span) or span <= 0 or most < 1:
        return ()
    raw = span / most
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw * 0.999)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return tuple(float(f"{number * step:.12g}") + 0.0 for number in range(first, last + 1))


def tick_text(value: float) -> str:
    """A tick's label: as few figures as it needs, with a true minus."""
    return f"{value:.6g}".replace("e-0", "e-").replace("-", "−")
