"""Networks with every remedy and every mixture, for the tests of this folder."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from gradsim.engine import Choice, Layer, Network, Parameters, initialize
from gradsim.engine.remedies import RemedyValues, Residual

Array = npt.NDArray[np.float64]

BATCH, LAYER, RMS = Choice("batch_norm"), Choice("layer_norm"), Choice("rms_norm")
POST, PRE = Residual(0.7, "post"), Residual(0.7, "pre")


def hidden(**remedies: object) -> Layer:
    """A tanh layer of 4 units."""
    return replace(Layer(4, Choice("tanh"), bias=Choice.of("normal", std=0.3)), **remedies)  # type: ignore[arg-type]


def network(*layers: Layer, mode: str = "train") -> Network:
    """3 inputs, then these layers, then one plain sigmoid layer of 2 units."""
    last = Layer(2, Choice("sigmoid"))
    numbered = tuple(replace(layer, id=i + 1) for i, layer in enumerate((*layers, last)))
    return Network(3, numbered, "squared_error", mode)  # type: ignore[arg-type]


NETWORKS = {
    "batch_norm": network(hidden(normalization=BATCH), hidden(normalization=BATCH)),
    "batch_norm evaluated": network(
        hidden(normalization=BATCH), hidden(normalization=BATCH), mode="evaluate"
    ),
    "layer_norm": network(hidden(normalization=LAYER), hidden(normalization=LAYER)),
    "rms_norm": network(hidden(normalization=RMS), hidden(normalization=RMS)),
    "residual post": network(hidden(), hidden(residual=POST), hidden(residual=POST)),
    "residual pre": network(hidden(), hidden(residual=PRE), hidden(residual=PRE)),
    "residual pre, from the inputs on": network(hidden(residual=PRE), hidden(residual=PRE)),
    "residual, projected": network(hidden(residual=POST), replace(hidden(residual=PRE), units=6)),
    "dropout": network(hidden(dropout=0.4), hidden(dropout=0.4)),
    "dropout evaluated": network(hidden(dropout=0.4), hidden(dropout=0.4), mode="evaluate"),
    "all, post": network(hidden(), *[hidden(normalization=BATCH, residual=POST, dropout=0.3)] * 2),
    "all, pre": network(*[hidden(normalization=LAYER, residual=PRE, dropout=0.3)] * 3),
    "pre, batch_norm first": network(*[hidden(normalization=BATCH, residual=PRE)] * 2),
    "every kind": network(
        hidden(normalization=BATCH),
        hidden(),
        hidden(normalization=LAYER, residual=PRE, dropout=0.2),
        hidden(normalization=RMS, residual=POST),
        replace(hidden(residual=POST, dropout=0.2), units=5),
    ),
}


def parameters(built: Network, seed: int = 7) -> Parameters:
    """Drawn weights, and γ, β and running statistics that are not those of the beginning."""
    drawn = initialize(built, seed)
    rng = np.random.default_rng(seed)
    return replace(drawn, remedies=tuple(_moved(values, rng) for values in drawn.remedies))


def _moved(values: RemedyValues | None, rng: np.random.Generator) -> RemedyValues | None:
    if values is None or values.scale is None:
        return values
    units = values.scale.shape
    changes = {"scale": rng.uniform(0.5, 1.5, units)}
    if values.shift is not None:
        changes["shift"] = rng.normal(0, 0.5, units)
    if values.running_mean is not None:
        changes["running_mean"] = rng.normal(0, 0.5, units)
        changes["running_variance"] = rng.uniform(0.5, 2.0, units)
    return replace(values, **changes)


def data(samples: int = 6) -> tuple[Array, Array]:
    """Inputs (samples, 3) and targets (samples, 2)."""
    rng = np.random.default_rng(11)
    return rng.normal(size=(samples, 3)), rng.uniform(size=(samples, 2))
