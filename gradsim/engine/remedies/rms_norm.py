"""RMS normalization: every sample is divided by the root mean square of the layer's units.

Source: Zhang & Sennrich 2019, "Root Mean Square Layer Normalization"; ε is the machine epsilon of
the dtype, the default of torch.nn.RMSNorm.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

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


def _forward(x: Array, values: RemedyValues, _options: Options, _evaluating: bool) -> Normalized:
    scale = row(values.scale, x, 1.0)
    mean_square = np.mean(np.square(x), axis=_UNITS, keepdims=True)
    inverse = inverse_root(mean_square, float(np.finfo(x.dtype).eps))
    standard = x * inverse
    return Normalized(standard * scale, standard, scale, inverse)


def _backward(g: Array, normalized: Normalized) -> Array:
    """1/r·(h − x̂ mean(h x̂)) over the units, h = γ g."""
    return scaled_back(g, normalized, _UNITS, centered=False)


RMS_NORM = Normalization(
    name="rms_norm",
    label=QT_TRANSLATE_NOOP("Normalization", "RMS normalization"),
    symbol="RMS",
    tex=r"\gamma \frac{z}{\sqrt{\overline{z^2} + \epsilon}}",
    derivative_tex=r"\frac{1}{r} (g - \hat{x} \, \overline{g \hat{x}})",
    meaning=QT_TRANSLATE_NOOP(
        "Normalization",
        "Each sample's values are divided by their root mean square; the mean is left as it is.",
    ),
    source="Zhang & Sennrich 2019",
    couples_samples=False,
    shifts=False,
    forward=_forward,
    backward=_backward,
)  # fmt: skip
