"""Numbers that can be typed for a layer's remedies: which there are, how they are fitted."""

from __future__ import annotations

import numpy as np

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.network import Layer, Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies import NORMALIZATIONS, RemedyValues
from gradsim.engine.remedies.drawing import units_normalized_by
from gradsim.engine.remedies.learned import NAMES
from gradsim.project.datasets.dataset import Array

_STARTS = {"scale": 1.0, "shift": 0.0, "running_mean": 0.0, "running_variance": 1.0}
"""What they are before training."""


def owned_names(layer: Layer) -> tuple[str, ...]:
    """Which numbers the layer's normalization has, in the order of a project file.

    γ; β where the rule shifts; running statistics where it takes those of the batch.
    """
    rule = None if layer.normalization is None else NORMALIZATIONS.get(layer.normalization.name)
    if rule is None:
        return ()
    owned = {
        "scale": True,
        "shift": rule.shifts,
        "running_mean": rule.couples_samples,
        "running_variance": rule.couples_samples,
    }
    return tuple(name for name in NAMES if owned[name])


def mode_matters(network: Network) -> bool:
    """Whether a layer acts otherwise in training than in evaluation."""
    return any(layer.dropout or "running_mean" in owned_names(layer) for layer in network.layers)


def current_values(layer: Layer, typed: TypedLayer | None, fan_in: int) -> dict[str, Array]:
    """Every number that the layer's normalization has, typed or as before training.

    Each (units,): as many as it normalizes, which before W are those of the layer below, `fan_in`.
    """
    units = units_normalized_by(layer, fan_in)
    given = None if typed is None else typed.remedies
    values: dict[str, Array] = {}
    for name in owned_names(layer):
        kept = getattr(given, name, None)
        values[name] = np.full(units, _STARTS[name]) if kept is None else kept
    return values


def fitted_values(values: RemedyValues | None, layer: Layer, fan_in: int) -> RemedyValues | None:
    """`values` as the layer can have them: its own alone, as many as it normalizes units.

    What is kept of a longer or shorter list is the overlap; the rest is as before training.
    """
    if values is None:
        return None
    fitted: dict[str, Array] = {}
    units = units_normalized_by(layer, fan_in)
    for name in owned_names(layer):
        kept = getattr(values, name)
        if kept is not None:
            start = np.full(units, _STARTS[name])
            fitted[name] = kept if kept.shape == start.shape else overlaid(kept, start)
    made = RemedyValues(**fitted)
    if made == values:
        return values
    return made if fitted else None


def check_owned(values: RemedyValues, layer: Layer, number: int, place: str) -> None:
    """Refuse numbers of a remedy that the layer, the `number`-th, does not have.

    Raises
    ------
    Problem
        With the place of the entry below `place`.
    """
    owned = owned_names(layer)
    for name in NAMES:
        if getattr(values, name) is not None and name not in owned:
            raise not_owned(name, number, f"{place}.{name}")


def not_owned(name: str, layer: int, place: str) -> Problem:
    """The refusal of a number that the layer's normalization does not have."""
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem", "Layer {layer} has no normalization with a “{name}” of its own."
        ),
        place=place,
        layer=layer,
        name=name,
    )


def overlaid(kept: Array, drawn: Array) -> Array:
    """`drawn` with `kept` laid over the corner that both have; read-only."""
    fitted = np.array(drawn, dtype=np.float64)
    overlap = tuple(
        slice(0, min(one, other)) for one, other in zip(kept.shape, drawn.shape, strict=True)
    )
    fitted[overlap] = kept[overlap]
    fitted.setflags(write=False)
    return fitted
