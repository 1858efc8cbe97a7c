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

LEAST_DECADES = 2
PLAIN_DECADES = 4
"""Up to 10^±4 a label is written out (0.001); beyond, as a power (10⁻⁷)."""

_DECADE_STEPS = (1, 2, 5)


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


def linear_span(values: Iterable[npt.NDArray[np.float64]], *, around: float = 0.0) -> Span:
    """A range that holds every finite value and `around`, with a twentieth of air at both ends."""
    low = high = around
    for array in values:
        finite = array[np.isfinite(array)]
        if finite.size:
            low = min(low, float(finite.min()))
            high = max(high, float(finite.max()))
    if high - low < 1e-12:
        return Span(low - 0.5, high + 0.5)
    air = (high - low) / 20
    return Span(low - (air if low < around else 0.0), high + (air if high > around else 0.0))


def power_label(decade: int, *, plain: bool) -> str:
    """The label of 10^decade: written out (0.001) where `plain`, else 10⁻³."""
    if not plain:
        return f"10{words.superscript(decade)}"
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
