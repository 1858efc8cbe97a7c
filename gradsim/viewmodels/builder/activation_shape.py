"""The curves of an activation and its derivative, sampled for a small picture."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from gradsim.engine.activations import activation_of
from gradsim.engine.options import Choice, resolved_options

Array = NDArray[np.float64]

REACH = 4.0
"""The picture shows z from -REACH to REACH."""
_SAMPLES = 120
_LOWEST, _HIGHEST = -1.25, 2.0


class ActivationShape(Struct, frozen=True, eq=False):
    """f and f′ over [-REACH, REACH], in stretches between the kinks at which f′ jumps.

    z, value, derivative : tuples of (samples,) float64 arrays, one per stretch; lowest and highest
    bound the part of the plane that is worth showing.
    """

    z: tuple[Array, ...]
    value: tuple[Array, ...]
    derivative: tuple[Array, ...]
    lowest: float
    highest: float


@lru_cache(maxsize=64)
def activation_shape(choice: Choice) -> ActivationShape | None:
    """The curves of `choice`; None for softmax, whose units depend on each other."""
    activation = activation_of(choice)
    if not activation.elementwise:
        return None
    options = resolved_options(choice, activation.options)
    kinks = sorted(each for each in activation.kinks(**options) if -REACH < each < REACH)
    ends = [-REACH, *kinks, REACH]
    stretches: list[Array] = []
    for start, end in pairwise(ends):
        inset = 1e-9 * REACH
        count = max(int(_SAMPLES * (end - start) / (2 * REACH)), 2)
        stretches.append(np.linspace(start + inset, end - inset, count))
    values = tuple(np.asarray(activation.value(z, **options)) for z in stretches)
    slopes = tuple(np.asarray(activation.derivative(z, **options)) for z in stretches)
    every = np.concatenate([*values, *slopes])
    return ActivationShape(
        tuple(stretches),
        values,
        slopes,
        lowest=float(np.clip(every.min(), _LOWEST, 0.0)),
        highest=float(np.clip(every.max(), 0.5, _HIGHEST)),
    )
