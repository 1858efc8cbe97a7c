"""What a normalization makes of one unit, against what it takes from one unit."""

from __future__ import annotations

import numpy as np

from gradsim.engine.options import resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import RemedyValues, normalization_of
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.curve.shape import NOTHING, POINTS, Curve, finite_point, window
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.values import inner_value
from gradsim.viewmodels.step.walk.steps import Step


def normalization_curve(result: SimulationResult, step: Step) -> Curve:
    """u of one unit over z of one unit, the others held: straight only with fixed statistics."""
    assert step.unit is not None
    assert step.value is not None
    assert step.of is not None
    above, taken = step.of
    below = step.denominator
    assert taken is not None
    assert below is not None
    layer = result.project.network.layers[step.layer - 1]
    assert layer.normalization is not None
    entry, source = normalization_of(layer.normalization), step.source or step.unit
    inner = result.forward.layers[step.layer - 1].inner
    assert inner is not None
    width = inner.argument.shape[-1]
    now = np.array([inner_value(result, taken, unit).value for unit in range(1, width + 1)])
    x = window(now[source - 1 : source])
    rows = np.repeat(now[None, :], POINTS, axis=0)
    rows[:, source - 1] = x
    remedies = result.forward.parameters.remedies
    values = (remedies[step.layer - 1] if remedies else None) or RemedyValues()
    options = resolved_options(layer.normalization, entry.options)
    with np.errstate(all="ignore"):
        made = entry.forward(rows, values, options, result.project.network.evaluating)
    y = np.asarray(made.value, np.float64)[:, step.unit - 1]
    title = Message.of("Curve", _OVER, above=step.numerator.text, below=below.text)
    point = finite_point(float(now[source - 1]), inner_value(result, above, step.unit).value)
    return Curve(title, numeral(step.value), below.text, step.family, x, y, NOTHING, point,
                 step.value.value)  # fmt: skip


_OVER = QT_TRANSLATE_NOOP("Curve", "{above} over {below}")
