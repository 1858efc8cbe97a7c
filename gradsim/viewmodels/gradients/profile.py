"""The size of one gradient in every layer, ready to draw: log₁₀ where it has one, else a state."""

from __future__ import annotations

import math
from decimal import Context, Decimal
from typing import Final, cast

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.measurement import Measurement
from gradsim.engine.scaling import State
from gradsim.engine.statistics import Statistic

GUTTERS: Final = (State.nan, State.overflow, State.underflow, State.zero)
"""The states that have no place on a log axis, from the top of a plot to its bottom."""

_EXACT = Context(prec=40, Emax=999_999_999, Emin=-999_999_999)
_SHORT = Context(prec=17, Emax=999_999_999, Emin=-999_999_999)


class Profile(Struct, frozen=True, eq=False):
    """One magnitude per layer.

    Attributes
    ----------
    layers : (L,) float64
        1, 2, … L.
    log10 : (L,) float64
        log₁₀ of the magnitude; NaN where it stands in a gutter.
    states : tuple of State
        ``ok`` wherever `log10` is finite, even far outside float64; else what is there instead.
    """

    layers: npt.NDArray[np.float64]
    log10: npt.NDArray[np.float64]
    states: tuple[State, ...]
    mantissas: npt.NDArray[np.float64]
    exponents: npt.NDArray[np.int64]

    @property
    def depth(self) -> int:
        """How many layers."""
        return len(self.states)

    @property
    def any_lost(self) -> bool:
        """Whether some layer has no place on a log axis."""
        return bool(np.isnan(self.log10).any())

    def in_gutter(self, state: State) -> npt.NDArray[np.float64]:
        """The layers whose magnitude is `state`."""
        return np.array([i + 1 for i, each in enumerate(self.states) if each is state], dtype=float)

    def state(self, layer: int) -> State:
        """What layer `layer` (from 1) holds."""
        return self.states[layer - 1]

    def exact_text(self, layer: int) -> str:
        """The magnitude of a layer with all its digits; 1e-300 and 1e-3000 survive."""
        return exact_text(float(self.mantissas[layer - 1]), int(self.exponents[layer - 1]))


def profile_of(measurement: Measurement, quantity: str, statistic: str) -> Profile:
    """The profile of `quantity` by `statistic` (names of quantities.py) of one measurement."""
    magnitudes = measurement.columns.magnitudes(quantity)
    mantissas: npt.NDArray[np.float64] = getattr(magnitudes, statistic)
    exponents = magnitudes.exponent
    log10 = measurement.columns.log10(quantity, cast(Statistic, statistic)).copy()
    lost = ~np.isfinite(log10)
    states = [State.ok] * len(log10)
    for index in np.flatnonzero(lost).tolist():
        states[index] = magnitudes.state_of((index,))
    log10[lost] = np.nan
    for array in (log10, mantissas, exponents):
        array.setflags(write=False)
    layers = np.arange(1.0, len(log10) + 1.0)
    layers.setflags(write=False)
    return Profile(layers, log10, tuple(states), mantissas, exponents)


def exact_text(mantissa: float, exponent: int = 0) -> str:
    """mantissa · 2^exponent in decimal digits that read back to the same float64.

    Inside the normal range of float64 the shortest such digits; outside, 17 of them.
    """
    if not math.isfinite(mantissa) or mantissa == 0.0:
        return repr(mantissa)
    try:
        value = math.ldexp(mantissa, exponent)
    except OverflowError:
        value = math.inf
    if 2.0**-1022 <= abs(value) < math.inf:
        return repr(value)
    power = _EXACT.power(Decimal(2), exponent)
    return f"{_SHORT.multiply(Decimal(mantissa), power):e}"
