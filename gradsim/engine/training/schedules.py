"""How the learning rate changes over the steps: one entry each, and a warm-up before any."""

from __future__ import annotations

import math
from collections.abc import Callable

from msgspec import Struct

from gradsim.engine.options import Option
from gradsim.engine.problems import QT_TRANSLATE_NOOP

_MOST = 1e9


class Schedule(Struct, frozen=True, eq=False):
    """One way in which the rate goes.

    Parameters
    ----------
    name, label, tex, source : str
        As in Activation; the label's context is "Schedule"; tex is η of step t, from 0.
    factor : callable
        ``factor(t, **options)``: what multiplies the plan's rate in step t, counted from 0.
    options : tuple of Option
    """

    name: str
    label: str
    tex: str
    source: str
    factor: Callable[..., float]
    options: tuple[Option, ...] = ()


def _constant(_t: int) -> float:
    """1."""
    return 1.0


def _step(t: int, *, every: float, times: float) -> float:
    """times^⌊t/every⌋."""
    return float(times ** (t // int(every)))


def _cosine(t: int, *, length: float, floor: float) -> float:
    """floor + (1 − floor)·½(1 + cos(π t/length)); `floor` from step `length` on."""
    share = min(t / length, 1.0)
    return float(floor + (1.0 - floor) * 0.5 * (1.0 + math.cos(math.pi * share)))


_CONSTANT = Schedule(
    name="constant",
    label=QT_TRANSLATE_NOOP("Schedule", "Constant"),
    tex=r"\eta_t = \eta",
    source="",
    factor=_constant,
)
_STEP = Schedule(
    name="step",
    label=QT_TRANSLATE_NOOP("Schedule", "In steps"),
    tex=r"\eta_t = \eta\,\gamma^{\lfloor t/T\rfloor}",
    source="",
    factor=_step,
    options=(
        Option(
            "every",
            1000,
            1,
            _MOST,
            integer=True,
            step=100,
            label=QT_TRANSLATE_NOOP("Option", "Every T steps"),
        ),
        Option("times", 0.1, 0.0, 1.0, step=0.05, label=QT_TRANSLATE_NOOP("Option", "Times γ")),
    ),
)
_COSINE = Schedule(
    name="cosine",
    label=QT_TRANSLATE_NOOP("Schedule", "Cosine"),
    tex=r"\eta_t = \eta\left(\phi + \frac{1-\phi}{2}\left(1+\cos\frac{\pi t}{T}\right)\right)",
    source="Loshchilov & Hutter 2017",
    factor=_cosine,
    options=(
        Option(
            "length",
            1000,
            1,
            _MOST,
            integer=True,
            step=100,
            label=QT_TRANSLATE_NOOP("Option", "Length T"),
        ),
        Option("floor", 0.0, 0.0, 1.0, step=0.01, label=QT_TRANSLATE_NOOP("Option", "Floor φ")),
    ),
)

SCHEDULES: dict[str, Schedule] = {entry.name: entry for entry in (_CONSTANT, _STEP, _COSINE)}


def warm_up_factor(t: int, steps: int) -> float:
    """(t + 1)/steps in the first `steps` steps, then 1: the rate rises in a straight line.

    Source: Goyal et al. 2017.
    """
    return min(1.0, (t + 1) / steps) if steps else 1.0
