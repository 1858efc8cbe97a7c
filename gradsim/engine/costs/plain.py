"""Costs computed from the output itself: the squared errors and the probe."""

from __future__ import annotations

import numpy as np

from gradsim.engine.costs.rule import Array, Cost, ones
from gradsim.engine.problems import QT_TRANSLATE_NOOP


def _summed_squares(a: Array, y: Array) -> Array:
    difference = a - y
    difference *= difference
    return np.asarray(difference.dot(ones(a.shape[-1], a.dtype)))


SQUARED_ERROR = Cost(
    name="squared_error",
    label=QT_TRANSLATE_NOOP("Cost", "Squared error Σ(a−y)²"),
    tex=r"\sum_j (a_j-y_j)^2",
    derivative_tex=r"2\,(a_j-y_j)",
    numbers_tex=r"2\,({a}-({y}))",
    meaning=QT_TRANSLATE_NOOP(
        "Cost", "Twice the error: the further the output is from its target, the stronger the pull."
    ),
    source="",
    sample_costs=_summed_squares,
    derivative=lambda a, y: 2 * (a - y),
)

HALF_SQUARED_ERROR = Cost(
    name="half_squared_error",
    label=QT_TRANSLATE_NOOP("Cost", "Half squared error ½Σ(a−y)²"),
    tex=r"\frac{1}{2}\sum_j (a_j-y_j)^2",
    derivative_tex=r"a_j-y_j",
    numbers_tex=r"{a}-({y})",
    meaning=QT_TRANSLATE_NOOP(
        "Cost",
        "The error itself: the further the output from its target, the stronger the pull.",
    ),
    source="",
    sample_costs=lambda a, y: 0.5 * _summed_squares(a, y),
    derivative=lambda a, y: a - y,
)

MEAN_SQUARED_ERROR = Cost(
    name="mean_squared_error",
    label=QT_TRANSLATE_NOOP("Cost", "Mean squared error"),
    tex=r"\frac{1}{n}\sum_j (a_j-y_j)^2",
    derivative_tex=r"\frac{2}{n}\,(a_j-y_j)",
    numbers_tex=r"\frac{2}{{n}}\,({a}-({y}))",
    meaning=QT_TRANSLATE_NOOP(
        "Cost", "Twice the error, shared among the outputs: more outputs, a weaker pull on each."
    ),
    source="",
    sample_costs=lambda a, y: _summed_squares(a, y) / a.shape[-1],
    derivative=lambda a, y: (2 / a.shape[-1]) * (a - y),
)

PROBE = Cost(
    name="probe",
    label=QT_TRANSLATE_NOOP("Cost", "Probe r·a"),
    tex=r"\sum_j r_j\,a_j",
    derivative_tex=r"r_j",
    numbers_tex=r"{y}",
    meaning=QT_TRANSLATE_NOOP(
        "Cost",
        "A fixed random direction for each sample: what enters the network here does not depend "
        "on the weights.",
    ),
    source="",
    sample_costs=lambda a, y: np.asarray(np.einsum("...j,...j->...", a, y)),
    derivative=lambda a, y: np.broadcast_to(y, a.shape).astype(a.dtype),
    uses_targets=False,
)
