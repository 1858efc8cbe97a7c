"""The axis of costs: decades, or round numbers where all of them are close to each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from gradsim.ui.plots.axes import DecadeAxis
from gradsim.viewmodels import words
from gradsim.viewmodels.digits import superscript
from gradsim.viewmodels.gradients.decades import Span, number_ticks

Tick = tuple[float, str]
_LABEL_PIXELS = 26.0
_APART = 17.0
"""Pixels that two labels stand apart, at least: round numbers are close at the upper end."""
_PLAIN = (-4.0, 5.0)
"""Decades between which numbers are written out."""
_WIDE = 1.5
"""Decades of a range with its air that has round numbers, at most."""
_DIGITS = ((1, 2, 3, 4, 5, 6, 7, 8, 9), (1, 2, 3, 5), (1, 2, 5), (1, 3), (1,))


class CostAxis(DecadeAxis):
    """Decades; where all costs are close to each other, round numbers between them."""

    def __init__(self) -> None:
        super().__init__("left")

    def labelled(self, span: Span, pixels: float) -> tuple[Tick, ...]:
        """Whole decades; or equal steps or leading digits, whichever has room for more labels."""
        if span.length > _WIDE:
            return super().labelled(span, pixels)
        steps, digits = _steps(span, pixels), _digits(span, pixels)
        return digits if len(digits) > len(steps) else steps

    def minor(self, span: Span, pixels: float) -> tuple[float, ...]:
        """None between round numbers."""
        return super().minor(span, pixels) if span.length > _WIDE else ()


def _steps(span: Span, pixels: float) -> tuple[Tick, ...]:
    """Numbers that are equally far from each other, the most that stand apart."""
    costs = Span(10.0**span.low, 10.0**span.high)
    ticks: tuple[Tick, ...] = ()
    for most in range(max(2, int(pixels / _LABEL_PIXELS)), 0, -1):
        found = [tick for tick in number_ticks(costs, most) if tick[0] > 0]
        labels = _labels([value for value, _ in found])
        if _plain(span) and len({label for _, label in found}) == len(found):
            labels = [label for _, label in found]
        heights = (math.log10(value) for value, _ in found)
        ticks = tuple(zip(heights, labels, strict=True))
        if _stand_apart(ticks, span, pixels):
            break
    return ticks


def _labels(values: Sequence[float]) -> list[str]:
    """Each value with as many figures as it takes to tell all of them apart."""
    labels: list[str] = []
    for figures in range(3, 16):
        labels = [words.number(value, figures) for value in values]
        if len(set(labels)) == len(values):
            break
    return labels


def _digits(span: Span, pixels: float) -> tuple[Tick, ...]:
    """1, 2, 5 and the like times powers of ten, the most that stand apart."""
    ticks: tuple[Tick, ...] = ()
    for digits in _DIGITS:
        ticks = tuple(
            (height, _written(digit, decade, plain=_plain(span)))
            for decade in range(math.floor(span.low), math.ceil(span.high) + 1)
            for digit in digits
            if span.low <= (height := decade + math.log10(digit)) <= span.high
        )
        if _stand_apart(ticks, span, pixels):
            break
    return ticks


def _written(digit: int, decade: int, *, plain: bool) -> str:
    if plain:
        return f"{digit * 10**decade}" if decade >= 0 else f"{digit * 10.0**decade:.{-decade}f}"
    power = f"10{superscript(decade)}"
    return power if digit == 1 else f"{digit}·{power}"


def _plain(span: Span) -> bool:
    return span.low >= _PLAIN[0] and span.high <= _PLAIN[1]


def _stand_apart(ticks: Sequence[Tick], span: Span, pixels: float) -> bool:
    heights = [height for height, _ in ticks]
    least = _APART * span.length / max(pixels, 1.0)
    return all(b - a >= least for a, b in pairwise(heights))
