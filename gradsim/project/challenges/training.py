"""Challenges that a training run decides: learn soon, break and hold, learn in fifty layers."""

from __future__ import annotations

from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.challenges.challenge import Challenge, Reading, Stage
from gradsim.project.challenges.evidence import Evidence
from gradsim.project.challenges.readings import broken_cost, cost_now, cost_within, steps_taken
from gradsim.project.challenges.rules import ACTIVATIONS, BIASES, FIXED, ONLY_CLIPPING, WEIGHTS
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import project, stack

_GLOROT = Choice.of("glorot_normal")
_XOR_STEPS, _HELD_STEPS, _DEEP_STEPS = 100, 200, 300


def _xor() -> Project:
    layers = stack([3, 1], "sigmoid", _GLOROT)
    return project(2, layers, "binary_cross_entropy", DataSource.of("xor", samples=4))


def _small_relu() -> Project:
    layers = stack([16] * 3 + [1], "relu", Choice.of("he_normal"), output="identity")
    return project(4, layers, "squared_error", DataSource.of("gaussian", samples=64))


def _fifty_sigmoid_layers() -> Project:
    layers = stack([12] * 49 + [1], "sigmoid", _GLOROT)
    return project(2, layers, "binary_cross_entropy", DataSource.of("circles", samples=64))


def _learnt_soon(evidence: Evidence) -> tuple[Reading, ...]:
    return (cost_within(evidence, _XOR_STEPS, 0.05),)


def _broken(evidence: Evidence) -> tuple[Reading, ...]:
    return (broken_cost(evidence),)


def _held(evidence: Evidence) -> tuple[Reading, ...]:
    return cost_now(evidence, 0.5), steps_taken(evidence, _HELD_STEPS)


def _learnt_deep(evidence: Evidence) -> tuple[Reading, ...]:
    return (cost_within(evidence, _DEEP_STEPS, 0.1),)


XOR = Challenge(
    "xor",
    QT_TRANSLATE_NOOP("Challenge", "XOR in a hundred steps"),
    _xor,
    (
        Stage(
            QT_TRANSLATE_NOOP(
                "Challenge",
                "Train three hidden units on XOR to a cost below 0.05 within 100 steps.",
            ),
            "training",
            FIXED,
            _learnt_soon,
            (
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Train once as it stands. How far does a step move the layers? About 10⁻³ of "
                    "their size is usual; a network this small bears much more.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "A higher rate helps, and so does an activation whose slope is larger than "
                    "the sigmoid's.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Momentum with a rate of 1, or Adam with 0.1. Reset the run to change its "
                    "plan.",
                ),
            ),
            steps=_XOR_STEPS,
        ),
    ),
    QT_TRANSLATE_NOOP(
        "Challenge",
        "At the start all four answers are near ½ and the gradients of the four samples nearly "
        "cancel. Plain steps creep over that plateau; momentum adds up the small steps that agree, "
        "and Adam measures each against its own past size.",
    ),
    workspace="train",
)

CLIPPING = Challenge(
    "clipping",
    QT_TRANSLATE_NOOP("Challenge", "Break a run, then hold it"),
    _small_relu,
    (
        Stage(
            QT_TRANSLATE_NOOP(
                "Challenge",
                "Train so that the cost leaves the numbers. The network stays as it is; the plan "
                "is yours.",
            ),
            "training",
            (*FIXED, ACTIVATIONS, WEIGHTS, BIASES),
            _broken,
            (
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "A step that is too long lands where the gradient is larger still, and the "
                    "next one is longer.",
                ),
                QT_TRANSLATE_NOOP("Challenge", "Raise the rate to 2 or more and train."),
            ),
            steps=_HELD_STEPS,
        ),
        Stage(
            QT_TRANSLATE_NOOP(
                "Challenge",
                "Now hold it: 200 steps at the very same rate, and a cost below 0.5 at the end. "
                "Only the clipping of the plan may be changed.",
            ),
            "training",
            (*FIXED, ACTIVATIONS, WEIGHTS, BIASES, ONLY_CLIPPING),
            _held,
            (
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Reset the run; its plan can then be changed. Clipping by norm shortens a "
                    "gradient that is too long, and keeps its direction.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "A step is never longer than rate times bound. If the rate is 20 times too "
                    "large, a bound of 0.05 makes up for it.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Clip by norm, at 0.1 divided by the rate: at 0.05 for a rate of 2.",
                ),
            ),
            steps=_HELD_STEPS,
        ),
    ),
    QT_TRANSLATE_NOOP(
        "Challenge",
        "Where the cost curves more than 2/η, a step of plain descent overshoots, and the "
        "overshooting feeds itself until the numbers end. Clipping bounds the length of a step, "
        "so that it cannot feed itself, and leaves the rate to the gentle stretches.",
    ),
    workspace="train",
)

DEEP = Challenge(
    "fifty_learn",
    QT_TRANSLATE_NOOP("Challenge", "Fifty layers learn"),
    _fifty_sigmoid_layers,
    (
        Stage(
            QT_TRANSLATE_NOOP(
                "Challenge",
                "Train fifty layers on the two circles to a cost below 0.1 within 300 steps, "
                "without normalization.",
            ),
            "training",
            FIXED,
            _learnt_deep,
            (
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Look at the gradients first: how many decades lie between the first layer "
                    "and the last? As long as they do, no optimizer will help.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Level the fifty layers as in the challenges before: an activation with its "
                    "own initialization.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "ReLU with He in the hidden layers, and Adam with a rate of 0.001.",
                ),
            ),
            steps=_DEEP_STEPS,
        ),
    ),
    QT_TRANSLATE_NOOP(
        "Challenge",
        "A layer whose gradient is 10⁻³⁴, as the first one's was, does not move. Once activation "
        "and initialization hold the gradient level, all fifty layers move at once; Adam keeps the "
        "steps of each weight short enough for so deep a product.",
    ),
    workspace="train",
)

CHALLENGES = (XOR, CLIPPING, DEEP)
