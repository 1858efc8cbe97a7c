"""Whole decades, layer numbers and round steps: the ranges and ticks of every plot of GradSim.

Magnitudes reach the plots as log₁₀, so one unit of an axis is one decade; nothing here knows
widgets or pyqtgraph.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.viewmodels import words
from gradsim.viewmodels.digits import superscript

LEAST_DECADES = 2
PLAIN_DECADES = 4
"""Up to 10^±4 a label is written out (0.001); beyond, as a power (10⁻⁷)."""

LEAST_CLOSE = 0.02
"""Decades that an axis of close values shows at least, so that what stands still looks so."""

_DECADE_STEPS = (1, 2, 5)
_CLOSE = 1.0
_EDGE, _FILLED, _HALF_FILLED = 0.01, 0.3, 0.5
"""Shares of a steady range: what stays free at both ends, what its values take up at least, and
what they take up where only one end moves."""


class Span(Struct, frozen=True):
    """A closed range of an axis, in the units of the axis."""

    low: float
    high: float

    @property
    def length(self) -> float:
        return self.high - self.low

    def union(self, other: Span) -> Span:
        return Span(min(self.low, other.low), max(self.high, other.high))

    def contains(self, other: Span) -> bool:
        return self.low <= other.low and other.high <= self.high


def decade_span(values: Iterable[npt.NDArray[np.float64]], least: int = LEAST_DECADES) -> Span:
    """Whole decades that hold every finite value of `values` (log₁₀), at least `least` of them.

    Without a finite value: 10⁻² to 1. A tenth of a decade, or a twentieth of all of them, stays
    free at both ends, so that no point is cut; hence possibly one more decade.
    """
    low, high = math.inf, -math.inf
    for array in values:
        finite = array[np.isfinite(array)]
        if finite.size:
            low = min(low, float(finite.min()))
            high = max(high, float(finite.max()))
    if low > high:
        return Span(-float(least), 0.0)
    air = max(0.1, (high - low) / 20)
    bottom, top = math.floor(low - air), math.ceil(high + air)
    while top - bottom < least:
        if low - bottom < top - high:
            bottom -= 1
        else:
            top += 1
    return Span(float(bottom), float(top))


def close_span(values: Iterable[npt.NDArray[np.float64]]) -> Span:
    """A range around values (log₁₀) of at most a decade, so that a small fall is seen as one.

    Its ends are rounded outwards, so that they stay where they are while the values change
    little. Further apart, or without a finite value: as :func:`decade_span`.
    """
    finite = [array[np.isfinite(array)] for array in values]
    held = _hull(finite)
    if held is None or held.length > _CLOSE:
        return decade_span(finite)
    spare = max(0.0, LEAST_CLOSE - held.length) / 2
    low, high = held.low - spare, held.high + spare
    air, step = (high - low) / 20, _round_part(high - low)
    return Span(math.floor((low - air) / step) * step, math.ceil((high + air) / step) * step)


class SteadySpan:
    """The :func:`close_span` of numbers that come one by one, which moves only when it must.

    It stays while it holds the numbers with a little air and they do not leave most of it empty;
    an end that need not move stays where it is.
    """

    def __init__(self) -> None:
        self._shown: Span | None = None

    def update(self, values: Iterable[npt.NDArray[np.float64]]) -> Span:
        """The range to show now; without a finite value the next one begins anew."""
        finite = [array[np.isfinite(array)] for array in values]
        held, shown = _hull(finite), self._shown
        if held is None:
            self._shown = None
            return close_span(finite)
        fitted = close_span(finite)
        if shown is not None:
            air, length = _EDGE * shown.length, max(held.length, LEAST_CLOSE)
            low = shown.low if held.low >= shown.low + air else fitted.low
            high = shown.high if held.high <= shown.high - air else fitted.high
            stays = Span(low, high)
            if stays == shown and length >= _FILLED * shown.length:
                return shown
            if stays.length <= _CLOSE and length >= _HALF_FILLED * stays.length:
                fitted = stays
        self._shown = fitted
        return fitted


def _hull(finite: Iterable[npt.NDArray[np.float64]]) -> Span | None:
    """From the least to the greatest of these numbers; None where there are none."""
    parts = [array for array in finite if array.size]
    if not parts:
        return None
    return Span(min(float(each.min()) for each in parts), max(float(each.max()) for each in parts))


def _round_part(length: float) -> float:
    """The greatest of 1, 2 and 5 times a power of ten that is no more than a fifth of `length`."""
    most = length / 5
    decade = 10.0 ** math.floor(math.log10(most))
    return max(each * decade for each in _DECADE_STEPS if each * decade <= most or each == 1)


def linear_span(values: Iterable[npt.NDArray[np.float64]]) -> Span:
    """A range that holds every finite value and 0, with a twentieth of air at both ends."""
    low = high = 0.0
    for array in values:
        finite = array[np.isfinite(array)]
        if finite.size:
            low = min(low, float(finite.min()))
            high = max(high, float(finite.max()))
    if high - low < 1e-12:
        return Span(low - 0.5, high + 0.5)
    air = (high - low) / 20
    return Span(low - (air if low < 0.0 else 0.0), high + (air if high > 0.0 else 0.0))


def power_label(decade: int, *, plain: bool) -> str:
    """The label of 10^decade: written out (0.001) where `plain`, else 10⁻³."""
    if not plain:
        return f"10{superscript(decade)}"
    return f"{10**decade}" if decade >= 0 else f"{10.0**decade:.{-decade}f}"


def round_step(span: float, most: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, … that divides `span` into at most `most` parts."""
    most = max(most, 1)
    scale = 1
    while True:
        for step in _DECADE_STEPS:
            if span <= step * scale * most:
                return step * scale
        scale *= 10


def decade_ticks(span: Span, most: int) -> tuple[tuple[int, str], ...]:
    """(decade, label) of at most `most` + 1 whole decades inside `span`."""
    step = round_step(span.length, most)
    first = math.ceil(span.low / step - 1e-9) * step
    decades = range(first, math.floor(span.high + 1e-9) + 1, step)
    plain = all(abs(decade) <= PLAIN_DECADES for decade in decades)
    return tuple((decade, power_label(decade, plain=plain)) for decade in decades)


def minor_decade_ticks(span: Span) -> tuple[float, ...]:
    """log₁₀ of 2, 3, … 9 times every power of ten inside `span`."""
    logs = [math.log10(digit) for digit in range(2, 10)]
    return tuple(
        decade + log
        for decade in range(math.floor(span.low), math.ceil(span.high))
        for log in logs
        if span.low <= decade + log <= span.high
    )


def layer_ticks(span: Span, layers: int, most: int, first: int = 1) -> tuple[int, ...]:
    """The layers inside `span` with round numbers, always with the first and the last layer.

    `first` is the number of layer 1. A round number that would crowd the last layer gives way.
    """
    low, high = max(1, math.ceil(span.low)), min(layers, math.floor(span.high))
    if high < low:
        return ()
    step, shift = round_step(high - low, most), first - 1
    if step == 1:
        return tuple(range(low, high + 1))
    ticks = [
        layer
        for layer in range(math.ceil((low + shift) / step) * step - shift, high + 1, step)
        if layer == high or (layer - low >= step / 2 and high - layer >= step / 2)
    ]
    return tuple(dict.fromkeys((low, *ticks, high)))


def number_ticks(span: Span, most: int) -> tuple[tuple[float, str], ...]:
    """(value, label) of round numbers inside `span`, all labels with the same decimals."""
    if not (span.length > 0 and math.isfinite(span.length)):
        return ()
    raw = span.length / max(most, 1)
    decade = math.floor(math.log10(raw))
    step = next(
        (factor * 10.0**decade for factor in (1, 2, 5) if factor * 10.0**decade >= raw * 0.999),
        10.0 ** (decade + 1),
    )
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    first, last = math.ceil(span.low / step - 1e-9), math.floor(span.high / step + 1e-9)
    ticks: list[tuple[float, str]] = []
    for index in range(first, last + 1):
        value = index * step
        text = f"{value:.{decimals}f}" if decimals <= 5 and abs(value) < 1e6 else f"{value:.2g}"
        ticks.append((value, "0" if index == 0 else text.replace("-", words.MINUS)))
    return tuple(ticks)


class RangeMemory:
    """The range that a plot shows: fitted to the data, except that a drag only lets it grow.

    While a slider moves, an axis that rescales at every frame hides the very change that the
    learner makes; so during a drag the range is the union of all fits, and a fit after it.
    """

    def __init__(self) -> None:
        self._span: Span | None = None

    def update(self, fitted: Span, *, growing: bool) -> Span:
        """The range to show for data that fit into `fitted`."""
        if growing and self._span is not None:
            fitted = self._span.union(fitted)
        self._span = fitted
        return fitted
