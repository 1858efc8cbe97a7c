"""Challenges on the size of the gradient: let it fade, let it grow, cut it off."""

from __future__ import annotations

from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.challenges.challenge import Challenge, Reading, Stage
from gradsim.project.challenges.evidence import Evidence
from gradsim.project.challenges.readings import largest_gradient, weight_gradient
from gradsim.project.challenges.rules import (
    ACTIVATIONS,
    FIXED,
    ONE_LAYER,
    OUTPUT,
    PROBLEM,
    REMEDIES,
    SIZES,
)
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import project, stack

_GLOROT = Choice.of("glorot_normal")
_DATA = DataSource.of("gaussian", samples=64)


def _six_tanh_layers() -> Project:
    layers = stack([8] * 5 + [1], "tanh", _GLOROT, output="identity")
    return project(2, layers, "squared_error", _DATA)


def _twenty_tanh_layers() -> Project:
    layers = stack([32] * 19 + [1], "tanh", _GLOROT, output="identity")
    return project(8, layers, "squared_error", _DATA)


def _four_sigmoid_layers() -> Project:
    layers = stack([6] * 3 + [1], "sigmoid", _GLOROT)
    return project(3, layers, "squared_error", _DATA)


def _faded(evidence: Evidence) -> tuple[Reading, ...]:
    last = evidence.start.network.depth
    return (
        weight_gradient(evidence, 1, "below", -8.0),
        weight_gradient(evidence, last, "above", -2.0),
    )


def _grown(evidence: Evidence) -> tuple[Reading, ...]:
    return (weight_gradient(evidence, 1, "above", 4.0),)


def _cut(evidence: Evidence) -> tuple[Reading, ...]:
    last = evidence.start.network.depth
    return (
        largest_gradient(evidence, last - 1, "zero", 0.0),
        weight_gradient(evidence, last, "above", -4.0),
    )


VANISH = Challenge(
    "vanish",
    QT_TRANSLATE_NOOP("Challenge", "Let it fade"),
    _six_tanh_layers,
    (
        Stage(
            QT_TRANSLATE_NOOP(
                "Challenge",
                "Bring the gradient of the first of six layers below 10⁻⁸, while the last layer "
                "keeps more than 10⁻².",
            ),
            "measurement",
            FIXED,
            _faded,
            (
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "On the way back each layer multiplies the gradient by f′(z) and by its "
                    "weights. Which of the two can be made small for all layers at once?",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Small weights alone make the activations of tanh small too, and the last "
                    "layer's gradient with them. Look for an activation that stays away from 0.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Give a hidden layer the sigmoid and a gain of 0.05, then apply it to every "
                    "hidden layer.",
                ),
            ),
        ),
    ),
    QT_TRANSLATE_NOOP(
        "Challenge",
        "σ′ is never above ¼, and small weights make every further factor smaller still. Their "
        "product falls with each layer, while the last layer is only one factor from the cost.",
    ),
)

EXPLODE = Challenge(
    "explode",
    QT_TRANSLATE_NOOP("Challenge", "Make tanh explode"),
    _twenty_tanh_layers,
    (
        Stage(
            QT_TRANSLATE_NOOP(
                "Challenge",
                "Twenty tanh layers: bring the gradient of the first one above 10⁴. tanh stays.",
            ),
            "measurement",
            (*FIXED, ACTIVATIONS, OUTPUT),
            _grown,
            (
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "tanh′ is never above 1. So it must be the other factor that grows.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Raise the gain of the hidden layers and watch the profile tilt. Saturated "
                    "units pass little, but the few others pass it with large weights.",
                ),
                QT_TRANSLATE_NOOP("Challenge", "Set the gain of every hidden layer to about 10."),
            ),
        ),
    ),
    QT_TRANSLATE_NOOP(
        "Challenge",
        "Each layer multiplies the squared gradient by σ_w²·E f′(z)². Larger weights saturate "
        "more units, so E f′² falls, but only like 1/σ_w: the product still grows beyond 1. "
        "Saturation does not protect from explosion.",
    ),
)

CUT_OFF = Challenge(
    "cut_off",
    QT_TRANSLATE_NOOP("Challenge", "Cut the wire"),
    _four_sigmoid_layers,
    (
        Stage(
            QT_TRANSLATE_NOOP(
                "Challenge",
                "Make the gradient of every hidden layer exactly 0, while the last layer still "
                "learns. Change one layer only.",
            ),
            "measurement",
            (SIZES, PROBLEM, ACTIVATIONS, REMEDIES, ONE_LAYER),
            _cut,
            (
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Follow the chain from the cost: which single factor stands before all hidden "
                    "layers, but not before the last layer's own weights?",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "∂z/∂a of the last layer is its weight matrix. ∂z/∂W is the activation before "
                    "it, and a sigmoid is never 0.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge", "Select the last layer and initialize its weights with zeros."
                ),
            ),
        ),
    ),
    QT_TRANSLATE_NOOP(
        "Challenge",
        "Every hidden gradient goes through the last layer's weights: with these at 0 it is "
        "0 exactly, not merely small. The last layer learns all the same, and after one step its "
        "weights are no longer 0: the wire mends itself.",
    ),
    workspace="step",
)

CHALLENGES = (VANISH, EXPLODE, CUT_OFF)
