"""How far a nudged number reaches, its fine steps, and how it is written."""

from __future__ import annotations

import math

from msgspec import Struct

from gradsim.viewmodels.builder.number_text import CellRange

SLIDER_STEPS = 2000
_FINE = 1000.0
"""Fine steps from the middle of the range to its end."""
COARSE = 10
"""Fine steps in a coarse one."""


class NudgeRange(Struct, frozen=True):
    """The numbers around `start` that the slider reaches; zero in the middle."""

    start: float
    reach: float

    @classmethod
    def around(cls, start: float) -> NudgeRange:
        """±1 for small numbers, else the next round range that leaves room beyond it."""
        return cls(start, CellRange.around(start).high)

    @property
    def notch(self) -> float:
        """The fine step."""
        return self.reach / _FINE

    def position(self, value: float) -> int:
        """Where the slider stands, 0 to SLIDER_STEPS."""
        share = (value / self.reach + 1.0) / 2.0
        return round(min(max(share, 0.0), 1.0) * SLIDER_STEPS)

    def value(self, position: int) -> float:
        """The number at a slider position; where it began, that very number."""
        if position == self.position(self.start):
            return self.start
        return self.rounded(self.reach * (2.0 * position / SLIDER_STEPS - 1.0))

    def stepped(self, value: float, steps: float) -> float:
        """`value` moved by fine steps; back where it began, that very number."""
        moved = value + steps * self.notch
        if abs(moved - self.start) < 1e-6 * self.notch:
            return self.start
        moved = float(f"{moved:.12g}")
        return moved if math.isfinite(moved) else value

    def rounded(self, value: float) -> float:
        """To whole fine steps."""
        return float(f"{round(value / self.notch) * self.notch:.12g}")


def field_text(value: float) -> str:
    """A number for its field: exact where it is short, else eight figures."""
    short = f"{value:.8g}"
    if "e" in short or "." in short or not math.isfinite(value):
        return short
    return f"{value:.2f}" if abs(value) < 1e6 else short
