"""Nielsen 2015, chapter 5: how fast the hidden layers learn at the start."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial

import numpy as np

from gradsim.engine.ensembles import EnsembleMeasurement
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.gallery.entry import Entry, Finding, Number, Setup
from gradsim.project.gallery.reading import median_log10
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import project, stack

_TITLE = "Nielsen 2015"
_PUBLISHED: Mapping[int, tuple[str, ...]] = {
    2: ("0.07", "0.31"),
    3: ("0.012", "0.060", "0.283"),
    4: ("0.003", "0.017", "0.070", "0.285"),
}
"""‖∂C/∂b‖ of the hidden layers, the first one first, as the chapter prints them."""
_TIMES = 30.0


def _made(hidden: int, width: int) -> Project:
    layers = stack(
        [width] * hidden + [10],
        "sigmoid",
        Choice.of("lecun_normal"),
        bias=Choice.of("normal", std=1.0),
    )
    made = project(64, layers, "binary_cross_entropy", DataSource.of("digits", samples=500))
    return Project(_TITLE, made.seed, made.network, made.parameters, made.data)


def _judge(measured: Mapping[str, EnsembleMeasurement]) -> Finding:
    numbers, slower = [], True
    for hidden, published in _PUBLISHED.items():
        speeds = median_log10(measured[str(hidden)], "bias_gradient", "l2")[:hidden]
        slower &= bool(np.all(np.diff(speeds) > 0.0))
        numbers += [
            Number(
                QT_TRANSLATE_NOOP("Gallery", "{hidden} hidden layers: ‖∂C/∂b‖ of layer {layer}"),
                10.0**speed,
                said,
                arguments={"hidden": hidden, "layer": number},
            )
            for number, (speed, said) in enumerate(zip(speeds, published, strict=True), 1)
        ]
    speeds = median_log10(measured["4"], "bias_gradient", "l2")
    if slower and speeds[3] - speeds[0] < math.log10(_TIMES):
        reason = QT_TRANSLATE_NOOP(
            "Gallery", "the first of four hidden layers is less than thirty times slower"
        )
        return Finding(False, reason, tuple(numbers))
    if slower:
        reason = QT_TRANSLATE_NOOP(
            "Gallery",
            "in every network each hidden layer learns more slowly than the next one, by about as "
            "much as printed; the numbers differ somewhat, as the data and the draws do",
        )
    else:
        reason = QT_TRANSLATE_NOOP("Gallery", "a hidden layer learns faster than the next one")
    return Finding(slower, reason, tuple(numbers))


NIELSEN_2015 = Entry(
    name="nielsen_2015",
    short=_TITLE,
    title=QT_TRANSLATE_NOOP("Gallery", "How fast the layers learn"),
    source="M. Nielsen: Neural Networks and Deep Learning, chapter 5. Determination Press 2015",
    link="http://neuralnetworksanddeeplearning.com/chap5.html",
    statement=QT_TRANSLATE_NOOP(
        "Gallery",
        "In sigmoid networks with 2, 3 and 4 hidden layers of 30 units, ‖∂C/∂b‖ at the start, the "
        "speed at which a layer learns, is smaller the earlier the layer: the first of four "
        "learns about a hundred times more slowly than the last.",
    ),
    differs=QT_TRANSLATE_NOOP(
        "Gallery",
        "500 digits of 8×8 pixels, standardized, take the place of 1,000 of MNIST's 28×28, and the "
        "median of ten draws that of one. Weights are from N(0, 1/n) and biases from N(0, 1); with "
        "weights from N(0, 1) the order is the same, but the layers lie closer together.",
    ),
    rule=QT_TRANSLATE_NOOP(
        "Gallery",
        "Holds if in each of the three networks every hidden layer has a smaller ‖∂C/∂b‖ than the "
        "hidden layer after it, and the first of four is at least thirty times slower than the "
        "fourth.",
    ),
    setups=tuple(
        Setup(
            str(hidden),
            QT_TRANSLATE_NOOP("Gallery", "{hidden} hidden layers of 30"),
            partial(_made, hidden),
            30,
            10,
            {"hidden": hidden},
        )
        for hidden in _PUBLISHED
    ),
    judge=_judge,
)
