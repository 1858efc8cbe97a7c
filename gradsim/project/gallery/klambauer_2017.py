"""Klambauer et al. 2017: SELU draws mean and variance of the activations to 0 and 1."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from msgspec.structs import replace

from gradsim.engine.ensembles import EnsembleMeasurement
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.gallery.entry import Entry, Finding, Number, Setup
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import project, stack

_TITLE = "Klambauer et al. 2017"
_DEPTH = 33
_STARTS = {"half": 0.5, "one": 1.0, "double": 2.0}
"""The gain of the first layer, so that the signal starts away from the fixed point."""
_MEAN, _VARIANCE = 0.1, 0.2


def _made(start: str, width: int) -> Project:
    weights = Choice.of("lecun_normal")
    layers = list(stack([width] * (_DEPTH - 1) + [10], "selu", weights, output="identity"))
    layers[0] = replace(layers[0], weights=weights.with_option("gain", _STARTS[start]))
    data = DataSource.of("gaussian", samples=64)
    made = project(64, tuple(layers), "half_squared_error", data)
    return Project(_TITLE, made.seed, made.network, made.parameters, made.data)


def _judge(measured: Mapping[str, EnsembleMeasurement]) -> Finding:
    numbers, off = [], False
    for name, gain in _STARTS.items():
        found = measured[name]
        mean = float(np.median(found.activation_mean[:, -2]))
        variance = float(np.median(np.square(found.activation_std[:, -2])))
        first = float(np.median(np.square(found.activation_std[:, 0])))
        off |= abs(mean) > _MEAN or abs(variance - 1.0) > _VARIANCE
        arguments = {"gain": f"{gain:g}"}
        numbers += [
            Number(
                QT_TRANSLATE_NOOP("Gallery", "first gain {gain}: variance in the first layer"),
                first,
                arguments=arguments,
            ),
            Number(
                QT_TRANSLATE_NOOP("Gallery", "first gain {gain}: mean in the last hidden layer"),
                mean,
                QT_TRANSLATE_NOOP("Gallery", "towards 0"),
                decades=True,
                arguments=arguments,
            ),
            Number(
                QT_TRANSLATE_NOOP(
                    "Gallery", "first gain {gain}: variance in the last hidden layer"
                ),
                variance,
                QT_TRANSLATE_NOOP("Gallery", "towards 1"),
                arguments=arguments,
            ),
        ]
    if off:
        reason = QT_TRANSLATE_NOOP(
            "Gallery", "mean or variance of the last hidden layer is too far from 0 or 1"
        )
        return Finding(False, reason, tuple(numbers))
    reason = QT_TRANSLATE_NOOP(
        "Gallery",
        "wherever the signal starts, the last hidden layer has a mean near 0 and a variance near 1",
    )
    return Finding(True, reason, tuple(numbers))


KLAMBAUER_2017 = Entry(
    name="klambauer_2017",
    short=_TITLE,
    title=QT_TRANSLATE_NOOP("Gallery", "Networks that normalize themselves"),
    source=(
        "G. Klambauer, T. Unterthiner, A. Mayr & S. Hochreiter: Self-normalizing neural networks. "
        "NeurIPS 2017"
    ),
    link="https://arxiv.org/abs/1706.02515",
    statement=QT_TRANSLATE_NOOP(
        "Gallery",
        "With SELU and weights of mean 0 and variance 1/n, mean 0 and variance 1 of the "
        "activations are a stable fixed point: layer by layer they are drawn towards it, also from "
        "elsewhere.",
    ),
    differs=QT_TRANSLATE_NOOP(
        "Gallery",
        "32 hidden layers of 256 units on Gaussian data; the gain of the first layer lets the "
        "signal start too small, right, and too large. Only the start is measured.",
    ),
    rule=QT_TRANSLATE_NOOP(
        "Gallery",
        "Holds if in the last hidden layer the mean lies within 0.1 of 0 and the variance within "
        "0.2 of 1, in the median over the draws, from all three starts.",
    ),
    setups=tuple(
        Setup(
            name,
            QT_TRANSLATE_NOOP("Gallery", "gain {gain} in the first layer"),
            partial(_made, name),
            256,
            4,
            {"gain": f"{gain:g}"},
        )
        for name, gain in _STARTS.items()
    ),
    judge=_judge,
)
