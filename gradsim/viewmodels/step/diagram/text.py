"""Numbers in the few characters that fit into the diagram."""

from __future__ import annotations

import math

from gradsim.viewmodels.words import MINUS

UNSEEN = "?"


def short_number(value: float, figures: int = 3) -> str:
    """`value` in `figures` significant figures, without a zero too much: 0.489, −12.3, 1.25e−7."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    if value == 0:
        return "0"
    mantissa, _, exponent = f"{value:.{figures - 1}e}".partition("e")
    power = int(exponent)
    if -4 < power <= max(figures, 3):
        text = f"{value:.{max(figures - 1 - power, 0)}f}"
    else:
        text = f"{mantissa}e{power}"
    return text.replace("-", MINUS)
