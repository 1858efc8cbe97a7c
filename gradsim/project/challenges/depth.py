"""Challenges on fifty layers: level by initialization alone, and by activation alone."""

from __future__ import annotations

from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.challenges.challenge import Challenge, Reading, Stage
from gradsim.project.challenges.evidence import Evidence
from gradsim.project.challenges.readings import activation_spread, decades_of_delta
from gradsim.project.challenges.rules import (
    ACTIVATIONS,
    BIASES,
    FIXED,
    NO_IDENTITY,
    WEIGHTS,
)
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import project, stack

_UNITS = [32] * 49 + [1]
_DATA = DataSource.of("gaussian", samples=64)


def _default_tanh() -> Project:
    layers = stack(_UNITS, "tanh", Choice.of("pytorch_default"), output="identity")
    return project(32, layers, "squared_error", _DATA)


def _lecun_sigmoid() -> Project:
    layers = stack(_UNITS, "sigmoid", Choice.of("lecun_normal"), output="identity")
    return project(32, layers, "squared_error", _DATA)


def _level(evidence: Evidence) -> tuple[Reading, ...]:
    return (decades_of_delta(evidence, 0.5),)


def _level_and_alive(evidence: Evidence) -> tuple[Reading, ...]:
    last_hidden = evidence.start.network.depth - 1
    return decades_of_delta(evidence, 1.0), activation_spread(evidence, last_hidden, 0.5)


BY_INITIALIZATION = Challenge(
    "level_by_initialization",
    QT_TRANSLATE_NOOP("Challenge", "Fifty layers, level: by initialization"),
    _default_tanh,
    (
        Stage(
            QT_TRANSLATE_NOOP(
                "Challenge",
                "Hold ‖∂C/∂z‖ of all fifty layers within half a decade. Only the initialization "
                "may be changed.",
            ),
            "measurement",
            (*FIXED, ACTIVATIONS),
            _level,
            (
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "The gradient keeps its size where each layer multiplies it by about 1. For "
                    "tanh near 0 that asks for weights of variance 1/n; which initializers have "
                    "it?",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Glorot and LeCun come close. Orthogonal weights keep the length of a vector "
                    "exactly, so that luck plays no part.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "tanh itself takes a little, so the weights must give a little: orthogonal "
                    "with a gain of about 1.15 in every hidden layer.",
                ),
            ),
        ),
    ),
    QT_TRANSLATE_NOOP(
        "Challenge",
        "A factor of 1/√3 a layer, as PyTorch's default brings here, is lost fifty times over: "
        "10⁻¹². At the edge between fading and exploding the factors are 1 on average; orthogonal "
        "matrices bring it about without chance, and the gain makes up for tanh′ < 1.",
    ),
)

BY_ACTIVATION = Challenge(
    "level_by_activation",
    QT_TRANSLATE_NOOP("Challenge", "Fifty layers, level: by activation"),
    _lecun_sigmoid,
    (
        Stage(
            QT_TRANSLATE_NOOP(
                "Challenge",
                "Hold ‖∂C/∂z‖ of all fifty layers within one decade, with activations that still "
                "spread by 0.5 before the output. Only the activations may be changed, and not "
                "to the identity.",
            ),
            "measurement",
            (*FIXED, WEIGHTS, BIASES, NO_IDENTITY),
            _level_and_alive,
            (
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "The weights have variance 1/n. An activation with f′ of at most ¼ loses more "
                    "than half a decade in every layer; which has f′ near 1?",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "tanh comes close to level, but the activations shrink from layer to layer. "
                    "There is one activation that was made to bring their spread back to 1.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Choose SELU for every hidden layer: it was made for LeCun weights.",
                ),
            ),
        ),
    ),
    QT_TRANSLATE_NOOP(
        "Challenge",
        "SELU's two constants are chosen such that mean 0 and variance 1 are a fixed point that "
        "attracts, given weights of variance 1/n. What keeps the activations alive forward keeps "
        "the factors f′ near 1 backward.",
    ),
)

CHALLENGES = (BY_INITIALIZATION, BY_ACTIVATION)
