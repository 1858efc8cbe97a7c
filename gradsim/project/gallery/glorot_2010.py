"""Glorot & Bengio 2010: five tanh layers, the standard against the normalized initialization."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from gradsim.engine.ensembles import EnsembleMeasurement
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.gallery.entry import Entry, Finding, Number, Setup
from gradsim.project.gallery.reading import decades_per_layer, median_log10
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import project, stack

_TITLE = "Glorot & Bengio 2010"
_HIDDEN = 5
_SHRINKS, _KEEPS, _EVEN = -0.15, 0.06, 0.2
"""Decades per layer, and over all layers for the weights' gradients."""


def _made(weights: str, width: int) -> Project:
    layers = stack([width] * _HIDDEN + [10], "tanh", Choice.of(weights), output="softmax")
    made = project(64, layers, "cross_entropy", DataSource.of("digits", samples=128))
    return Project(_TITLE, made.seed, made.network, made.parameters, made.data)


def _standard(width: int) -> Project:
    return _made("pytorch_default", width)


def _normalized(width: int) -> Project:
    return _made("glorot_uniform", width)


def _judge(measured: Mapping[str, EnsembleMeasurement]) -> Finding:
    standard, normalized = measured["standard"], measured["normalized"]
    shrinks, keeps = (decades_per_layer(each, 1, _HIDDEN) for each in (standard, normalized))
    # The first layer is left out: what it is fed are the data, not a layer's activations.
    spread = [
        float(np.ptp(median_log10(each, "weight_gradient")[1:_HIDDEN]))
        for each in (standard, normalized)
    ]
    numbers = (
        Number(
            QT_TRANSLATE_NOOP("Gallery", "standard: decades of δ per layer going back"),
            shrinks,
            QT_TRANSLATE_NOOP("Gallery", "shrinks: n·Var w = 1/3, hence about −0.24"),
            decades=True,
        ),
        Number(
            QT_TRANSLATE_NOOP("Gallery", "normalized: decades of δ per layer going back"),
            keeps,
            QT_TRANSLATE_NOOP("Gallery", "keeps its size"),
            decades=True,
        ),
        Number(
            QT_TRANSLATE_NOOP("Gallery", "standard: decades between the layers' ∂C/∂W"),
            spread[0],
            QT_TRANSLATE_NOOP("Gallery", "about the same in all layers"),
        ),
        Number(
            QT_TRANSLATE_NOOP("Gallery", "normalized: decades between the layers' ∂C/∂W"),
            spread[1],
            QT_TRANSLATE_NOOP("Gallery", "about the same in all layers"),
        ),
    )
    if shrinks > _SHRINKS:
        reason = QT_TRANSLATE_NOOP("Gallery", "the standard one does not shrink as it should")
        return Finding(False, reason, numbers)
    if abs(keeps) > _KEEPS:
        reason = QT_TRANSLATE_NOOP("Gallery", "the normalized one does not keep its size")
        return Finding(False, reason, numbers)
    if max(spread) > _EVEN:
        reason = QT_TRANSLATE_NOOP("Gallery", "the gradients of the weights differ between layers")
        return Finding(False, reason, numbers)
    reason = QT_TRANSLATE_NOOP(
        "Gallery",
        "with the standard weights the gradient shrinks in every layer, with the normalized ones "
        "it keeps its size, and ∂C/∂W is even in both",
    )
    return Finding(True, reason, numbers)


GLOROT_2010 = Entry(
    name="glorot_2010",
    short=_TITLE,
    title=QT_TRANSLATE_NOOP("Gallery", "Standard against normalized weights"),
    source=(
        "X. Glorot & Y. Bengio: Understanding the difficulty of training deep feedforward neural "
        "networks. AISTATS 2010"
    ),
    link="https://proceedings.mlr.press/v9/glorot10a.html",
    statement=QT_TRANSLATE_NOOP(
        "Gallery",
        "In five tanh layers of 1,000 units, weights from U(±1/√n) let the gradient that is "
        "propagated back shrink from layer to layer; weights from U(±√(6/(fan-in + fan-out))) keep "
        "its size. The gradients of the weights are of about the same size in all layers at the "
        "start, in either case.",
    ),
    differs=QT_TRANSLATE_NOOP(
        "Gallery",
        "Digits of 8×8 pixels take the place of Shapeset and of the image sets; softmax and "
        "cross-entropy as there. Only the start is measured, nothing is trained.",
    ),
    rule=QT_TRANSLATE_NOOP(
        "Gallery",
        "Holds if δ loses at least 0.15 decades per hidden layer with the standard weights and "
        "changes by at most 0.06 with the normalized ones, and if ∂C/∂W of the hidden layers "
        "after the first lies within 0.2 decades.",
    ),
    setups=(
        Setup("standard", QT_TRANSLATE_NOOP("Gallery", "standard, U(±1/√n)"), _standard, 1000, 4),
        Setup(
            "normalized",
            QT_TRANSLATE_NOOP("Gallery", "normalized (Xavier)"),
            _normalized,
            1000,
            4,
        ),
    ),
    judge=_judge,
)
