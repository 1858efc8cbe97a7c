"""The axis across a scan: whole depths, or gains at their logarithms."""

from __future__ import annotations

import math

from gradsim.ui.plots.axes import Axis
from gradsim.viewmodels.compare.scans.wording import gain_text
from gradsim.viewmodels.gradients.decades import Span, round_step

_ROOM = 52.0


class ScanAcross(Axis):
    """Ticks of depths; with `gains` on, of 1, 2 and 5 times powers of ten at their log₁₀."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self._gains = False

    def show_gains(self, gains: bool) -> None:
        """Measure gains, or depths."""
        if gains != self._gains:
            self._gains = gains
            self.picture = None
            self.update()

    def labelled(self, span: Span, pixels: float) -> tuple[tuple[float, str], ...]:
        """Round depths or gains, as many as have room."""
        if self._gains:
            return _gain_ticks(span, pixels)
        step = round_step(span.length, max(2, int(pixels / _ROOM)))
        first = max(math.ceil(span.low / step), 1)
        ticks = [step * each for each in range(first, math.floor(span.high / step) + 1)]
        if span.low <= 1.0 and (not ticks or ticks[0] - 1 >= step / 2):
            ticks.insert(0, 1)
        return tuple((float(each), f"{each:,}") for each in ticks)


def _gain_ticks(span: Span, pixels: float) -> tuple[tuple[float, str], ...]:
    room = max(2, int(pixels / _ROOM))
    decades = range(math.floor(span.low), math.ceil(span.high) + 1)
    for digits in ((1, 2, 5), (1,)):
        ticks = [
            (math.log10(digit) + decade, gain_text(digit * 10.0**decade))
            for decade in decades
            for digit in digits
            if span.low <= math.log10(digit) + decade <= span.high
        ]
        if len(ticks) <= room:
            return tuple(ticks)
    return tuple(ticks[:: math.ceil(len(ticks) / room)])
