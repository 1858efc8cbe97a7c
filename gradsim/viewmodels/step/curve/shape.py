"""What the small plot beside the card shows, as one value."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from msgspec import Struct, field

from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.walk.steps import Family

Array = npt.NDArray[np.float64]

POINTS = 241
_HALF_WIDTH = 6.0
NOTHING: Array = np.empty(0)


class Curve(Struct, frozen=True, eq=False):
    """What the small plot shows.

    x, y : the curve; slopes : its derivative at x (empty for straight lines).
    point, slope : where the step stands and how steep the curve is there; None before the first
    step and where many units share the curve: those are in `marks_x`, `marks_y`.
    """

    title: Message
    short_title: str
    x_label: str
    family: Family
    x: Array
    y: Array
    slopes: Array = field(default_factory=lambda: NOTHING)
    point: tuple[float, float] | None = None
    slope: float = 0.0
    marks_x: Array = field(default_factory=lambda: NOTHING)
    marks_y: Array = field(default_factory=lambda: NOTHING)

    @property
    def heights(self) -> tuple[float, float] | None:
        """The lowest and the highest finite height; None where there is none."""
        at = () if self.point is None else (self.point[1],)
        values = np.concatenate([self.y, self.slopes, self.marks_y, at])
        values = values[np.isfinite(values)]
        return (float(values.min()), float(values.max())) if values.size else None

    @property
    def drawable(self) -> bool:
        """Whether a float holds how far the plot reaches, across and up."""
        if self.heights is None:
            return False
        low, high = self.heights
        left, right = float(self.x[0]), float(self.x[-1])
        # Twice: an axis reaches a little beyond what stands on it.
        return math.isfinite(2.0 * (right - left)) and math.isfinite(2.0 * (high - low))


def finite_point(x: float, y: float) -> tuple[float, float] | None:
    return (x, y) if np.isfinite(x) and np.isfinite(y) else None


def window(centers: Array) -> Array:
    finite = centers[np.isfinite(centers)]
    reach = max(_HALF_WIDTH, 1.2 * float(np.abs(finite).max(initial=0.0)))
    return np.linspace(-reach, reach, POINTS)
