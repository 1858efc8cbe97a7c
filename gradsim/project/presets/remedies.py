"""The same fifty sigmoid layers, mended by a remedy each: without one their gradient is lost."""

from __future__ import annotations

from msgspec.structs import replace

from gradsim.engine.network import Layer
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import Residual
from gradsim.engine.training.plan import Plan
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import Preset, project, stack

_BATCH_NORM = Choice.of("batch_norm")


def _fifty_sigmoid_layers(remedy: Layer) -> Project:
    """8–32×49–1, the remedy of `remedy` in every hidden layer.

    The plan is one for all, so that they can race: under a rate of 0.1 residual connections, whose
    signal adds up, break within ten steps.
    """
    layers = stack([32] * 49 + [1], "sigmoid", Choice.of("glorot_normal"), output="identity")
    hidden = tuple(
        replace(layer, normalization=remedy.normalization, residual=remedy.residual)
        for layer in layers[:-1]
    )
    made = project(
        8,
        (*hidden, layers[-1]),
        "half_squared_error",
        DataSource.of("gaussian", samples=128),
    )
    return replace(made, training=Plan(rate=0.01))


def _fifty_sigmoid_batch_norm() -> Project:
    return _fifty_sigmoid_layers(Layer(32, normalization=_BATCH_NORM))


def _residual_stack() -> Project:
    """Identity mappings (He et al. 2016) with α = ¼, so that the sum of fifty stays in bounds."""
    return _fifty_sigmoid_layers(Layer(32, residual=Residual(0.25, "pre")))


REMEDIES: tuple[Preset, ...] = (
    Preset(
        "fifty_sigmoid_batch_norm",
        QT_TRANSLATE_NOOP("Preset", "Fifty layers, batch normalization"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "Fifty sigmoid layers lose thirty decades of the gradient; normalized over the batch, "
            "every layer passes it on at nearly its full size.",
        ),
        _fifty_sigmoid_batch_norm,
    ),
    Preset(
        "residual_stack",
        QT_TRANSLATE_NOOP("Preset", "Residual stack"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "The same fifty sigmoid layers, each added to its input: the gradient has a way past "
            "f′ and Wᵀ and reaches the first layer.",
        ),
        _residual_stack,
    ),
)
