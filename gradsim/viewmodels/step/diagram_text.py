"""The few characters that fit into the diagram, and symbols in plain letters."""

from __future__ import annotations

import math

from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.words import MINUS, number, superscript

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
    if -3 < power <= figures:
        text = f"{value:.{max(figures - 1 - power, 0)}f}"
    else:
        text = f"{mantissa}e{power}"
    return text.replace("-", MINUS)


def exact_number(value: Scaled | float, figures: int = 6) -> str:
    """A number for a tooltip, at any magnitude: 0.224516, 3.27600·10⁻⁴⁰⁰."""
    if isinstance(value, float):
        return number(value, figures)
    plain = value.value
    if value.is_zero or not value.is_finite or (plain != 0 and math.isfinite(plain)):
        return number(plain, figures)
    mantissa, power = value.decimal
    return f"{number(mantissa, figures)}·10{superscript(power)}"
