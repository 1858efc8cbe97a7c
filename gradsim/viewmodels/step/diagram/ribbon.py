"""The depth ribbon: log₁₀ ‖∂C/∂z‖ of every layer of a network too deep to draw whole."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from gradsim.viewmodels.step.diagram.values import Standing, decade_range

if TYPE_CHECKING:
    from gradsim.engine.measurement import Measurement


class Ribbon(Struct, frozen=True, eq=False):
    """log10 : (layers,) float64, finite only where `standings` says ok.

    `bottom` and `top` are whole decades that hold every finite value, at least two apart.
    """

    log10: NDArray[np.float64]
    standings: tuple[Standing, ...]
    bottom: int
    top: int

    @property
    def layers(self) -> int:
        """How many layers there are."""
        return len(self.standings)

    @property
    def heights(self) -> NDArray[np.float64]:
        """Where each value stands between bottom (0) and top (1); not finite if it has none."""
        return np.asarray((self.log10 - self.bottom) / (self.top - self.bottom))

    def finite_runs(self) -> tuple[tuple[int, int], ...]:
        """Runs (first layer, last layer) of the layers that have a finite value."""
        edges = np.flatnonzero(np.diff(np.isfinite(self.log10), prepend=False, append=False))
        return tuple((first + 1, last) for first, last in edges.reshape(-1, 2).tolist())

    @property
    def free_corner(self) -> str:
        """Where a caption hides no value, such as "top left": over a low end, else under a high."""
        quarter = max(self.layers // 4, 1)
        heights = np.where(np.isfinite(self.heights), self.heights, 0.0)
        first, last = heights[:quarter], heights[-quarter:]
        if min(first.max(), last.max()) <= 0.55:
            return "top left" if first.max() <= last.max() else "top right"
        return "bottom left" if first.min() >= last.min() else "bottom right"

    def marked(self) -> tuple[tuple[int, int, Standing], ...]:
        """Runs (first layer, last layer, standing) of the layers that have no finite value."""
        runs: list[tuple[int, int, Standing]] = []
        for layer, standing in enumerate(self.standings, start=1):
            if standing is Standing.OK:
                continue
            if runs and runs[-1][1] == layer - 1 and runs[-1][2] is standing:
                runs[-1] = (runs[-1][0], layer, standing)
            else:
                runs.append((layer, layer, standing))
        return tuple(runs)


def ribbon_of(measurement: Measurement) -> Ribbon:
    """The ribbon of one measurement (without ensemble axes).

    A norm below float range whose exponent is known keeps its place on the scale.
    """
    log10 = measurement.columns.log10("delta", "l2")
    delta = measurement.columns.magnitudes("delta")
    standings = [Standing.OK] * len(log10)
    for index in np.flatnonzero(~np.isfinite(log10)).tolist():
        standings[index] = _standing(float(log10[index]), str(delta.state_of((index,))))
    bottom, top = decade_range(log10)
    return Ribbon(log10, tuple(standings), bottom, top)


def _standing(value: float, state: str) -> Standing:
    if state == Standing.UNDERFLOW:
        return Standing.UNDERFLOW
    if math.isnan(value):
        return Standing.NAN
    return Standing.OVERFLOW if value > 0 else Standing.ZERO
