"""Numbers that are written as another than 0, and are so small that float64 has only 0 for them."""

from __future__ import annotations

import re

_LONG = 300
"""With fewer characters only a negative exponent makes a number so small."""
_DIGIT = re.compile(r"[1-9]")


def is_lost(text: str) -> bool:
    """Whether `text`, which spells a number, spells one that is not 0 and is 0 as a float64.

    The smallest that is none is half of 2⁻¹⁰⁷⁴, about 2.5e-324.
    """
    if "-" not in text[1:] and len(text) < _LONG:
        return False  # most zeros of a large table
    mantissa = text.casefold().partition("e")[0]
    return float(text) == 0.0 and _DIGIT.search(mantissa) is not None
