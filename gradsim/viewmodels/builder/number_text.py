"""How a number of an option is written, stepped and put on a slider."""

from __future__ import annotations

import itertools
import math

import numpy as np
from msgspec import Struct

from gradsim.engine.options import Option

SLIDER_STEPS = 200
CELL_STEPS = 400
_SLIDER_DECADES = 1.0  # the gain slider runs from 10^-1 to 10^1


class Stepping(Struct, frozen=True):
    """The closed range and the notch of a number, and how it is written."""

    minimum: float
    maximum: float
    step: float
    integer: bool

    @classmethod
    def of(cls, option: Option) -> Stepping:
        """The range and notch that an option declares."""
        return cls(option.minimum, option.maximum, option.step, option.integer)

    def text(self, value: float) -> str:
        """The number as it is written in its line: exact enough to be read back unchanged."""
        return str(int(value)) if self.integer else short_number(value)

    def stepped(self, value: float | None, steps: int) -> float:
        """`value` moved by `steps` notches within the range; without a value, a first one.

        A notch of a real number is never larger than a tenth of its size, rounded to a power of
        ten, so that 0.01 steps to 0.011 and not to 0.11.
        """
        if value is None:
            return 1.0 if self.minimum <= 1.0 <= self.maximum else self.minimum
        notch = self.step
        if not self.integer and value != 0.0:
            notch = min(notch, 10.0 ** math.floor(math.log10(abs(value)) - 1.0 + 1e-9))
        moved = float(f"{round(value / notch + steps) * notch:.12g}")
        return min(max(moved, self.minimum), self.maximum)


def short_number(value: float) -> str:
    """At least two decimals in the everyday range (1.00), the shortest exact form elsewhere."""
    if value != 0.0 and not 1e-4 <= abs(value) < 1e6:
        powers = np.format_float_scientific(value, trim="-", exp_digits=1).replace("e+", "e")
        return min(repr(value).removesuffix(".0"), powers, key=len)
    two = f"{value:.2f}"
    return two if float(two) == value else repr(value)


def slider_position(gain: float) -> int:
    """Where a gain stands on its logarithmic slider, 0 to SLIDER_STEPS; 1.0 is the middle."""
    if gain <= 0.0:
        return 0
    return round(min(max(_slider_share(gain), 0.0), 1.0) * SLIDER_STEPS)


def slider_place(gain: float) -> float | None:
    """Where along its slider a gain lies, 0 to 1; None beyond the ends."""
    share = _slider_share(gain) if gain > 0.0 else -1.0
    return share if 0.0 <= share <= 1.0 else None


def _slider_share(gain: float) -> float:
    return (math.log10(gain) / _SLIDER_DECADES + 1.0) / 2.0


def slider_gain(position: int) -> float:
    """The gain at a slider position, rounded to three figures."""
    exponent = (2.0 * position / SLIDER_STEPS - 1.0) * _SLIDER_DECADES
    return float(f"{10.0**exponent:.3g}")


class CellRange(Struct, frozen=True):
    """The numbers that a slider over one weight or bias reaches, zero in the middle."""

    low: float
    high: float

    @classmethod
    def around(cls, number: float) -> CellRange:
        """±1 for small numbers, else the next of 2, 5, 10, 20, … that leaves room beyond it."""
        reach = 1.0
        for factor in itertools.cycle((2.0, 2.5, 2.0)):
            if abs(number) <= 0.8 * reach or math.isinf(reach):
                break
            reach *= factor
        reach = min(reach, 1e300)
        return cls(-reach, reach)

    def holds(self, number: float) -> bool:
        """Whether the slider can stand at `number`."""
        return self.low <= number <= self.high

    def position(self, number: float) -> int:
        """Where the slider stands for `number`, 0 to CELL_STEPS."""
        share = (number / self.high + 1.0) / 2.0
        return round(min(max(share, 0.0), 1.0) * CELL_STEPS)

    def value(self, position: int) -> float:
        """The number at a slider position, to three figures of the range."""
        return float(f"{self.high * (2.0 * position / CELL_STEPS - 1.0):.4g}")

    @staticmethod
    def text(end: float) -> str:
        """An end of the range."""
        return f"{end:.3g}".replace("-", "−")
