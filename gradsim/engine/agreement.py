"""How well differences and derivatives agree: what lies between them, and what of it is noise."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from msgspec import Struct

SHARP = 1e-8
"""A difference whose noise is below this share of it is taken as it is."""

LOST = 0.1
"""A difference whose noise is beyond this share of it tells nothing about its size."""

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class Agreement(Struct, frozen=True):
    """How far differences lie from the derivatives beside them, as shares of the larger of the two.

    worst_relative_error : the largest |difference − derivative|, with nothing taken off.
    known_to : how far that difference itself may be off, by rounding and by its step.
    unexplained_error : the largest that is left when each loses what its own noise explains; a
        derivative is called wrong by this one.
    """

    worst_relative_error: float = 0.0
    known_to: float = 0.0
    unexplained_error: float = 0.0


def together(agreements: Iterable[Agreement]) -> Agreement:
    """One for several: the worst of each kind."""
    every = list(agreements)
    worst = max(every, key=lambda one: one.worst_relative_error, default=Agreement())
    unexplained = max((one.unexplained_error for one in every), default=0.0)
    return Agreement(worst.worst_relative_error, worst.known_to, unexplained)


class Deviations(Struct, frozen=True, eq=False):
    """Differences beside derivatives, entry by entry, as shares of the larger of the two.

    raw : |difference − derivative|; share : the noise of the difference; unexplained : what the
    noise leaves of `raw`, all of it where the difference is sharp.
    """

    raw: Floats
    share: Floats
    unexplained: Floats

    @property
    def lost(self) -> Flags:
        """Which differences drown in their own noise."""
        return (self.share > LOST) & (self.raw > 0.0)

    def agreement(self, usable: Flags) -> Agreement:
        """Of the usable entries; those lost in noise count only where they contradict even so."""
        told = np.where(usable & ~self.lost, self.raw, -1.0)
        if not (told >= 0.0).any():
            return Agreement(unexplained_error=_largest(self.unexplained[usable]))
        worst = np.argmax(told)
        share = self.share.flat[worst]
        return Agreement(
            float(told.flat[worst]),
            float(share) if np.isfinite(share) else 0.0,
            _largest(self.unexplained[usable]),
        )


def deviations(quotient: Floats, derivative: Floats, noise: Floats) -> Deviations:
    """Differences with their noise (all three of one shape) beside derivatives; NaN is no match."""
    with np.errstate(invalid="ignore", divide="ignore"):
        larger = np.maximum(np.abs(quotient), np.abs(derivative))
        gap = np.abs(quotient - derivative)
        beyond = np.where(noise <= SHARP * larger, gap, np.maximum(gap - noise, 0.0))
        parts = [np.where(part == 0.0, 0.0, part / larger) for part in (gap, noise, beyond)]
    raw, share, unexplained = (np.where(np.isnan(part), np.inf, part) for part in parts)
    return Deviations(raw, share, unexplained)


def _largest(entries: Floats) -> float:
    return float(entries.max(initial=0.0))
