"""Layer normalization: every sample gets mean 0 and variance 1 over the units of the layer.

Source: Ba, Kiros & Hinton 2016, "Layer Normalization"; ε as in torch.nn.LayerNorm.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.options import Option
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies.learned import RemedyValues
from gradsim.engine.remedies.normalization import (
    Normalization,
    Normalized,
    Options,
    inverse_root,
    row,
    scaled_back,
)

Array = npt.NDArray[Any]

_UNITS = -1


def _forward(x: Array, values: RemedyValues, options: Options, _evaluating: bool) -> Normalized:
    scale, shift = row(values.scale, x, 1.0), row(values.shift, x, 0.0)
    centered = x - np.mean(x, axis=_UNITS, keepdims=True)
    variance = np.mean(np.square(centered), axis=_UNITS, keepdims=True)
    inverse = inverse_root(variance, options["epsilon"])
    standard = centered * inverse
    value = standard * scale + shift
    return Normalized(value, standard, scale, inverse, always_zero=x.shape[_UNITS] == 1)


def _backward(g: Array, normalized: Normalized) -> Array:
    """1/√(v+ε)·(h − mean h − x̂ mean(h x̂)) over the units, h = γ g."""
    return scaled_back(g, normalized, _UNITS, centered=True)


LAYER_NORM = Normalization(
    name="layer_norm",
    label=QT_TRANSLATE_NOOP("Normalization", "Layer normalization"),
    symbol="LN",
    tex=r"\gamma \frac{z - \mu}{\sqrt{v + \epsilon}} + \beta",
    derivative_tex=r"\frac{1}{\sqrt{v + \epsilon}} "
    r"(g - \overline{g} - \hat{x} \, \overline{g \hat{x}})",
    meaning=QT_TRANSLATE_NOOP(
        "Normalization",
        "Each sample's values get mean 0 and variance 1 over the units of the layer; no other "
        "sample is needed, so it does the same in training and in evaluation.",
    ),
    source="Ba, Kiros & Hinton 2016",
    couples_samples=False,
    shifts=True,
    forward=_forward,
    backward=_backward,
    options=(
        Option("epsilon", 1e-5, 0.0, 1.0, step=1e-5, label=QT_TRANSLATE_NOOP("Option", "Epsilon")),
    ),
)  # fmt: skip
