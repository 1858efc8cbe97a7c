"""The numbers behind the small pictures of Step, as tables that lose no digit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from gradsim.engine.scaling import State
from gradsim.engine.symmetry.drift import Drift
from gradsim.viewmodels.gradients.profile import exact_text
from gradsim.viewmodels.gradients.tables import Cell, Table
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.curve.shape import Curve
from gradsim.viewmodels.step.killing import zero_state
from gradsim.viewmodels.step.sequence import line_of
from gradsim.viewmodels.step.update.outcome import UpdateOutcome
from gradsim.viewmodels.step.walk.running import left_by
from gradsim.viewmodels.step.walk.walk import Walk

_LOST: Final = State.underflow


def waterfall_table(walk: Walk, result: SimulationResult, position: int) -> Table:
    """The factors multiplied in so far, each with what the product is after it.

    ``product`` is written with all its digits, also where no float can hold it.
    """
    rows: list[tuple[Cell, ...]] = []
    for index in line_of(walk, position):
        if index >= position:
            break
        product = left_by(walk, result, index)
        size = product.log10_abs
        state = State.ok
        if math.isnan(product.mantissa):
            state = State.nan
        elif math.isinf(product.mantissa):
            state = State.overflow
        elif product.is_zero:
            state = _LOST if zero_state(walk, result, index) is _LOST else State.zero
        rows.append(
            (
                walk.steps[index].symbol,
                exact_text(product.mantissa, product.exponent),
                size if math.isfinite(size) else None,
                str(state),
            )
        )
    return Table(("factor", "product", "log10", "state"), tuple(rows))


def curve_table(shown: Curve) -> Table:
    """The curve and, where it is bent, its slope."""
    if shown.slopes.size:
        return _columns((shown.x_label, "f", "f'"), (shown.x, shown.y, shown.slopes))
    return _columns((shown.x_label, "y"), (shown.x, shown.y))


def step_table(shown: UpdateOutcome) -> Table:
    """The cost along the step."""
    return _columns(("t", "cost"), (shown.rates, shown.costs))


def drift_table(own: Drift, twin: Drift | None) -> Table:
    """After each step the cost and, layer by layer, how far the rows of W lie apart."""
    headings = ["step", "cost"]
    columns: list[Sequence[Cell]] = [list(range(own.steps + 1)), own.costs.tolist()]
    for name, drift in (("W", own), ("twin W", twin)):
        if drift is None:
            continue
        length = own.steps + 1
        for layer, column in enumerate(drift.spreads.T.tolist(), 1):
            headings.append(f"{name}{layer}")
            columns.append((column + [None] * length)[:length])
    return Table(tuple(headings), tuple(zip(*columns, strict=True)))


def _columns(headings: tuple[str, ...], columns: Sequence[npt.NDArray[np.float64]]) -> Table:
    return Table(headings, tuple(zip(*(column.tolist() for column in columns), strict=True)))
