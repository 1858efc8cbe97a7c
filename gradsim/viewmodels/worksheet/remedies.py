"""What a worksheet gives of a layer's remedies: γ and β, running statistics, P and the mask."""

from __future__ import annotations

import numpy as np

from gradsim.engine.forward import ForwardPass
from gradsim.viewmodels.step.card.formula import Grid
from gradsim.viewmodels.step.walk.steps import Symbol


def remedy_grids(forward: ForwardPass, number: int) -> tuple[Grid, ...]:
    """The arrays of layer `number` that its remedies bring, units down and samples across."""
    inner = forward.layers[number - 1].inner
    values = forward.parameters.remedies[number - 1] if forward.parameters.remedies else None
    found: list[tuple[str, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]] = []
    if inner is not None and inner.normalized is not None:
        found.append((Symbol("γ", number).text, np.atleast_2d(inner.normalized.scale).T))
        if values is not None:
            if values.shift is not None:
                found.append((Symbol("β", number).text, values.shift[:, None]))
            if not inner.normalized.coupled and values.running_mean is not None:
                found.append((Symbol("μ", number).text, values.running_mean[:, None]))
            if not inner.normalized.coupled and values.running_variance is not None:
                found.append((Symbol("v", number).text, values.running_variance[:, None]))
    if inner is not None and inner.projection is not None:
        found.append((Symbol("P", number).text, inner.projection))
    if inner is not None and inner.mask is not None:
        found.append((f"{Symbol('m', number).text}/(1−p)", np.atleast_2d(inner.mask).T))
    return tuple(
        Grid(label, array, 0, "," if place else "") for place, (label, array) in enumerate(found)
    )
