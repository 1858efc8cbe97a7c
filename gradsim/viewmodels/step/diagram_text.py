"""The few characters that fit into the diagram, and symbols in plain letters."""

from __future__ import annotations

import math

from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.words import MINUS, number, superscript

UNSEEN = "?"


def short_number(value: float, figures: int = 3) -> str:
    """`value` in `figures` significant figures and at most seven characters: 0.489, −12.3, 4e−7."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    if value == 0:
        return "0"
    power = math.floor(math.log10(abs(float(f"{value:.{figures - 1}e}"))))
    if -3 <= power < figures + 1:
        text = f"{value:.{max(figures - 1 - power, 0) if power >= 0 else figures}f}"
    else:
        mantissa, _, exponent = f"{value:.{max(figures - 3, 0)}e}".partition("e")
        text = f"{mantissa}e{int(exponent)}"
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
