"""The record that ``measure --json`` prints: every number plain, null where there is none."""

from __future__ import annotations

from typing import Any, get_args

from gradsim.cli.plain import finite, plain
from gradsim.engine.measurement import LayerMeasurement, Measurement
from gradsim.engine.scaling import State
from gradsim.engine.statistics import Magnitude, Statistic
from gradsim.engine.verdict.judging import Verdict

Record = dict[str, Any]


def measurement_record(measurement: Measurement, verdict: Verdict) -> Record:
    """The cost, each layer's statistics and the verdict."""
    return {
        "cost": finite(float(measurement.cost)),
        "layers": [layer_record(layer) for layer in measurement.layers],
        "verdict": verdict_record(verdict),
    }


def layer_record(layer: LayerMeasurement) -> Record:
    """One layer, numbered from 1."""
    return {
        "layer": layer.layer,
        "units": layer.units,
        "activation_name": layer.activation_name,
        "weight_gradient": magnitude_record(layer.weight_gradient),
        "bias_gradient": magnitude_record(layer.bias_gradient),
        "delta": magnitude_record(layer.delta),
        "activation": {
            "mean": finite(float(layer.activation_mean)),
            "std": finite(float(layer.activation_std)),
            "saturated_fraction": _fraction(layer.saturated_fraction),
            "dead_fraction": _fraction(layer.dead_fraction),
        },
        "attribution": {
            "activation_log10": finite(float(layer.attribution.activation_log10)),
            "weights_log10": finite(float(layer.attribution.weights_log10)),
            "remedies_log10": finite(float(layer.attribution.remedies_log10)),
        },
    }


def magnitude_record(magnitude: Magnitude) -> Record:
    """Four statistics, log₁₀ of the first and its state.

    ``zero``: all 0 and no logarithm; ``underflow``, ``overflow``: null, and the logarithm where
    the exponent is known; ``nan``: all null.
    """
    state = magnitude.state_of()
    statistics: tuple[Statistic, ...] = get_args(Statistic)
    values: Record = {name: _value(magnitude, name, state) for name in statistics}
    logarithm = None if state is State.zero else finite(float(magnitude.log10_l2))
    return {**values, "log10_l2": logarithm, "state": str(state.value)}


def _value(magnitude: Magnitude, statistic: Statistic, state: State) -> float | None:
    if state is State.zero:
        return 0.0
    if state is not State.ok:
        return None
    value = finite(float(magnitude.value(statistic)))
    return None if value == 0.0 else value


def _fraction(value: Any) -> float | None:
    return None if value is None else finite(float(value))


def verdict_record(verdict: Verdict) -> Record:
    """Every field of the verdict under its own name, and its sentence."""
    record: Record = plain(verdict)
    for words in ("headline", "sentence", "arguments"):
        record.pop(words, None)
    return {**record, "text": verdict.text}
