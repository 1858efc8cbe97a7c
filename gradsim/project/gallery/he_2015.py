"""He et al. 2015: 22 and 30 ReLU layers, Xavier against He."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import product

from gradsim.engine.ensembles import EnsembleMeasurement
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.gallery.entry import Entry, Finding, Number, Setup
from gradsim.project.gallery.reading import first_to_last
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import project, stack

_TITLE = "He et al. 2015"
_DEPTHS = (22, 30)
_SHRINKS, _KEEPS = -0.12, 0.03
"""Decades per layer; √½ is −0.15."""


def _made(weights: str, depth: int, width: int) -> Project:
    layers = stack([width] * (depth - 1) + [10], "relu", Choice.of(weights), output="softmax")
    made = project(64, layers, "cross_entropy", DataSource.of("digits", samples=64))
    return Project(_TITLE, made.seed, made.network, made.parameters, made.data)


def _judge(measured: Mapping[str, EnsembleMeasurement]) -> Finding:
    numbers, slopes = [], {}
    for name, depth in product(("xavier", "he"), _DEPTHS):
        ratio = first_to_last(measured[f"{name}_{depth}"], 1, depth - 1)
        slopes[name, depth] = ratio / (depth - 2)
        label, published = _WORDS[name]
        numbers.append(Number(label, ratio, published, decades=True, arguments={"depth": depth}))
    for depth in _DEPTHS:
        if slopes["xavier", depth] > _SHRINKS:
            reason = QT_TRANSLATE_NOOP("Gallery", "with Xavier the gradient does not diminish")
            return Finding(False, reason, tuple(numbers))
        if abs(slopes["he", depth]) > _KEEPS:
            reason = QT_TRANSLATE_NOOP("Gallery", "with He the gradient does not keep its size")
            return Finding(False, reason, tuple(numbers))
    reason = QT_TRANSLATE_NOOP(
        "Gallery",
        "Xavier's gradient loses about a factor √2 in every layer, the more the deeper, and He's "
        "keeps its size at both depths; whether the networks train is not measured here",
    )
    return Finding(True, reason, tuple(numbers))


_WORDS = {
    "xavier": (
        QT_TRANSLATE_NOOP("Gallery", "Xavier, {depth} layers: decades of δ, first to last hidden"),
        QT_TRANSLATE_NOOP("Gallery", "diminishes with depth"),
    ),
    "he": (
        QT_TRANSLATE_NOOP("Gallery", "He, {depth} layers: decades of δ, first to last hidden"),
        QT_TRANSLATE_NOOP("Gallery", "keeps its size"),
    ),
}
_LABELS = {
    "xavier": QT_TRANSLATE_NOOP("Gallery", "{depth} layers, Xavier"),
    "he": QT_TRANSLATE_NOOP("Gallery", "{depth} layers, He"),
}
_INITIALIZERS = {"xavier": "glorot_normal", "he": "he_normal"}

HE_2015 = Entry(
    name="he_2015",
    short=_TITLE,
    title=QT_TRANSLATE_NOOP("Gallery", "Weights for rectifiers"),
    source=(
        "K. He, X. Zhang, S. Ren & J. Sun: Delving deep into rectifiers: surpassing human-level "
        "performance on ImageNet classification. ICCV 2015"
    ),
    link="https://arxiv.org/abs/1502.01852",
    statement=QT_TRANSLATE_NOOP(
        "Gallery",
        "ReLU halves the variance in every layer, which Var w = 2/n makes good. With 22 layers "
        "both initializations train, He's earlier; with 30 layers only He's does, while with "
        "Xavier's learning stalls because the gradients diminish.",
    ),
    differs=QT_TRANSLATE_NOOP(
        "Gallery",
        "Dense layers of 256 units on digits of 8×8 pixels take the place of convolutions on "
        "ImageNet. The gradients at the start are measured; nothing is trained.",
    ),
    rule=QT_TRANSLATE_NOOP(
        "Gallery",
        "Holds if δ loses at least 0.12 decades per layer with Xavier and changes by at most 0.03 "
        "with He, at both depths.",
    ),
    setups=tuple(
        Setup(
            f"{name}_{depth}",
            _LABELS[name],
            partial(_made, _INITIALIZERS[name], depth),
            256,
            4,
            {"depth": depth},
        )
        for depth, name in product(_DEPTHS, ("xavier", "he"))
    ),
    judge=_judge,
)
