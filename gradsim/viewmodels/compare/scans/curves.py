"""The curve of one configuration over the places of a scan, ready to draw and to read out."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.problems import Problem
from gradsim.engine.scaling import State
from gradsim.project.model import Project
from gradsim.project.scans import LineFit, ScanAxis, ScanPoint, upper_half_fit
from gradsim.project.scans.theory import DepthTheory

Floats = npt.NDArray[np.float64]


class Configuration(Struct, frozen=True):
    """One network that is scanned: the open one (letter empty, style 0) or a pin A to D.

    origin : that of the document that it comes from.
    """

    letter: str
    style: int
    name: str
    base: Project
    origin: object = None


class ScanCurve(Struct, frozen=True, eq=False):
    """log₁₀ of first over last layer, in the order of the places measured so far.

    places : (P,) depths, or gains. x : where they stand along the axis, log₁₀ of a gain.
    median, low, high : (P,), the quartiles; nan where the median has no logarithm.
    states : what stands instead of a logarithm, ``ok`` where there is one.
    expected : theory's slope for the quantity shown, where it has one.
    lost : at each place, how many seeds have no ratio. zeros : how many have one of exactly 0.
    """

    configuration: Configuration
    places: Floats
    x: Floats
    median: Floats
    low: Floats
    high: Floats
    states: tuple[State, ...]
    lost: tuple[int, ...]
    zeros: tuple[int, ...]
    problems: tuple[Problem | None, ...]
    fit: LineFit | None = None
    theory: DepthTheory | None = None
    expected: float | None = None
    critical: float | None = None

    @property
    def problem(self) -> Problem | None:
        """What keeps every place measured so far from having a ratio; None where some have one."""
        known = [each for each in self.problems if each is not None]
        return known[0] if known and len(known) == len(self.problems) else None

    @property
    def begins_at_zero(self) -> bool:
        """Whether somewhere the lower quartile is exactly 0 while the upper one has a size."""
        return bool(np.any(np.isneginf(self.low) & np.isfinite(self.high)))

    def index_of(self, place: float) -> int | None:
        """The index of a place; None where it is not measured."""
        found = np.flatnonzero(self.places == place)
        return int(found[0]) if found.size else None

    def in_gutter(self, state: State) -> Floats:
        """Where along x the median is `state`."""
        kept = [x for x, each in zip(self.x, self.states, strict=True) if each is state]
        return np.array(kept, dtype=np.float64)


def curve_of(
    configuration: Configuration,
    axis: ScanAxis,
    measured: Sequence[tuple[float, ScanPoint]],
    quantity: str,
    statistic: str,
    theory: DepthTheory | float | None,
) -> ScanCurve:
    """The curve through the points measured so far."""
    ordered = sorted(measured, key=lambda each: each[0])
    places = np.array([place for place, _ in ordered], dtype=np.float64)
    median, low, high = (np.full(len(ordered), math.nan) for _ in range(3))
    states, lost, zeros, problems = [], [], [], []
    for index, (_, point) in enumerate(ordered):
        problems.append(point.problem)
        if point.problem is not None:
            states.append(State.nan)
            lost.append(0)
            zeros.append(0)
            continue
        spread = point.spread(quantity, statistic)
        value = float(spread.median[0])
        states.append(_state(value))
        lost.append(int(spread.lost[0]))
        zeros.append(int(np.sum(np.isneginf(point.ratios[quantity, statistic]))))
        if math.isfinite(value):
            median[index] = value
            low[index], high[index] = spread.lower_quartile[0], spread.upper_quartile[0]
    over_depth = axis is ScanAxis.depth
    return ScanCurve(
        configuration,
        places,
        places if over_depth else np.log10(places),
        median,
        low,
        high,
        tuple(states),
        tuple(lost),
        tuple(zeros),
        tuple(problems),
        upper_half_fit(places, median) if over_depth else None,
        theory if isinstance(theory, DepthTheory) else None,
        theory.slope if isinstance(theory, DepthTheory) and quantity == "delta" else None,
        theory if isinstance(theory, float) else None,
    )


def _state(value: float) -> State:
    if math.isnan(value):
        return State.nan
    if math.isinf(value):
        return State.overflow if value > 0 else State.zero
    return State.ok
