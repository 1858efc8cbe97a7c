"""Batch normalization: every unit gets mean 0 and variance 1 over the samples of the batch.

Source: Ioffe & Szegedy 2015, "Batch Normalization", algorithm 1 and section 3; running statistics
as in torch.nn.BatchNorm1d.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from gradsim.engine.options import Option
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies.learned import RemedyValues, frozen
from gradsim.engine.remedies.normalization import (
    Normalization,
    Normalized,
    Options,
    inverse_root,
    row,
    scaled_back,
)

Array = npt.NDArray[Any]

_SAMPLES = -2


def _forward(x: Array, values: RemedyValues, options: Options, evaluating: bool) -> Normalized:
    scale, shift = row(values.scale, x, 1.0), row(values.shift, x, 0.0)
    if evaluating:
        mean, variance = row(values.running_mean, x, 0.0), row(values.running_variance, x, 1.0)
        inverse = inverse_root(variance, options["epsilon"])
        standard = (x - mean) * inverse
        return Normalized(standard * scale + shift, standard, scale, inverse, coupled=False)
    mean = np.mean(x, axis=_SAMPLES, keepdims=True)
    centered = x - mean
    variance = np.mean(np.square(centered), axis=_SAMPLES, keepdims=True)
    inverse = inverse_root(variance, options["epsilon"])
    standard = centered * inverse
    return Normalized(
        standard * scale + shift, standard, scale, inverse,
        mean[..., 0, :], variance[..., 0, :],
    )  # fmt: skip


def _backward(g: Array, normalized: Normalized) -> Array:
    """γ/√(v+ε)·(g − mean g − x̂ mean(g x̂)) over the batch; γ/√(v+ε)·g in evaluation."""
    return scaled_back(g, normalized, _SAMPLES, centered=True)


def followed(
    values: RemedyValues, normalized: Normalized, samples: int, momentum: float
) -> RemedyValues:
    """The running statistics after one more batch: (1 − m)·old + m·new, the variance unbiased."""
    if normalized.mean is None or normalized.variance is None:
        return values
    unbiased = normalized.variance * (samples / (samples - 1))
    units = normalized.mean.shape
    mean = np.zeros(units) if values.running_mean is None else values.running_mean
    variance = np.ones(units) if values.running_variance is None else values.running_variance
    return replace(
        values,
        running_mean=frozen((1.0 - momentum) * mean + momentum * normalized.mean),
        running_variance=frozen((1.0 - momentum) * variance + momentum * unbiased),
    )


BATCH_NORM = Normalization(
    name="batch_norm",
    label=QT_TRANSLATE_NOOP("Normalization", "Batch normalization"),
    symbol="BN",
    tex=r"\gamma \frac{z - \mu}{\sqrt{v + \epsilon}} + \beta",
    derivative_tex=r"\frac{\gamma}{\sqrt{v + \epsilon}} "
    r"(g - \overline{g} - \hat{x} \, \overline{g \hat{x}})",
    meaning=QT_TRANSLATE_NOOP(
        "Normalization",
        "Each unit's values get mean 0 and variance 1 over the batch: the gradient is divided by "
        "their spread and loses its part along them. How large the weights are does not matter.",
    ),
    source="Ioffe & Szegedy 2015",
    couples_samples=True,
    shifts=True,
    forward=_forward,
    backward=_backward,
    options=(
        Option("epsilon", 1e-5, 0.0, 1.0, step=1e-5, label=QT_TRANSLATE_NOOP("Option", "Epsilon")),
        Option("momentum", 0.1, 0.0, 1.0, step=0.05, label=QT_TRANSLATE_NOOP("Option", "Momentum")),
    ),
)  # fmt: skip
