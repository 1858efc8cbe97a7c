"""What a density map says: the ticks of its values, its strips, and what lies at a place."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.decades import Span, decade_ticks, minor_decade_ticks
from gradsim.viewmodels.ticks import round_ticks, tick_text
from gradsim.viewmodels.training.instruments.densities import Densities

_TICK_PIXELS = 34.0


def value_ticks(
    low: float, high: float, height: float, *, log: bool
) -> tuple[tuple[float, str], ...]:
    """Places and labels on an upright axis `height` pixels long; decades where `log`."""
    most = max(2, round(height / _TICK_PIXELS))
    if not log:
        return tuple((value, tick_text(value)) for value in round_ticks(low, high, most))
    for room in (most, most + 2, 2 * most):
        decades = decade_ticks(Span(low, high), room)
        if len(decades) > 1:
            return tuple((float(decade), label) for decade, label in decades)
    within = [float(decade) for decade, _ in decades]
    digits = minor_decade_ticks(Span(low, high))
    if len(digits) + len(within) <= most:
        within += digits
    return tuple((value, words.power_of_ten(value, 1)) for value in sorted(within)) or (
        (0.5 * (low + high), words.power_of_ten(0.5 * (low + high))),
    )


def strip_name(place: int) -> str:
    """What stands beside a strip: −1 for zeros, −2 for what was lost."""
    return "0" if place == -1 else QCoreApplication.translate("Instruments", "lost")


def place_text(shown: Densities, row: int, place: int) -> str:
    """What lies in a row at a bin, or in a strip."""
    translate = QCoreApplication.translate
    entries = int(shown.entries[row])
    if place == -1:
        count, where = shown.zeros[row], translate("Instruments", "exactly 0")
    elif place == -2:
        count, where = shown.lost[row], translate("Instruments", "lost, infinite or undefined")
    else:
        count = shown.counts[row, place]
        low, high = shown.bin_ends(row, place)
        if np.isfinite(low):
            written = words.power_of_ten if shown.log else words.number
            where = translate("Instruments", "{low} to {high}").format(
                low=written(low), high=written(high)
            )
        else:
            where = translate("Instruments", "no number")
    return translate("Instruments", "step {step}, {where}: {share} of {count} numbers").format(
        step=words.count(int(shown.steps[row])),
        where=where,
        share=f"{words.percent(float(count) / max(entries, 1))} %",
        count=words.count(entries),
    )
