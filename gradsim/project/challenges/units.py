"""Challenges on single units: copies to tell apart, and ReLU units to kill and to save."""

from __future__ import annotations

from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.challenges.challenge import Challenge, Reading, Stage
from gradsim.project.challenges.evidence import Evidence
from gradsim.project.challenges.readings import (
    changed_numbers,
    largest_gradient,
    shared_gradients,
    smallest_gradient,
)
from gradsim.project.challenges.rules import (
    ACTIVATIONS,
    BIASES,
    FIXED,
    PROBLEM,
    REMEDIES,
    SIZES,
    WEIGHTS,
)
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import project, stack

_DATA = DataSource.of("gaussian", samples=64)
_FEWEST = 2


def _copies() -> Project:
    layers = stack([3, 3, 1], "tanh", Choice.of("constant", value=0.5), output="identity")
    return project(2, layers, "squared_error", _DATA)


def _relu_layers() -> Project:
    layers = stack([16] * 3 + [1], "relu", Choice.of("he_normal"), output="identity")
    return project(4, layers, "squared_error", _DATA)


def _told_apart(evidence: Evidence) -> tuple[Reading, ...]:
    return shared_gradients(evidence), changed_numbers(evidence, _FEWEST)


def _killed(evidence: Evidence) -> tuple[Reading, ...]:
    return (largest_gradient(evidence, evidence.start.network.depth, "zero", 0.0),)


def _saved(evidence: Evidence) -> tuple[Reading, ...]:
    return (smallest_gradient(evidence, evidence.start.network.depth, "above", -2.0),)


SYMMETRY = Challenge(
    "symmetry",
    QT_TRANSLATE_NOOP("Challenge", "Two numbers against symmetry"),
    _copies,
    (
        Stage(
            QT_TRANSLATE_NOOP(
                "Challenge",
                "All weights are 0.5, so the units of each hidden layer are copies. Change two "
                "numbers so that no hidden unit gets the gradient of another.",
            ),
            "measurement",
            (SIZES, ACTIVATIONS, PROBLEM, REMEDIES),
            _told_apart,
            (
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Two units are copies where the weights into them and the weights out of them "
                    "are the same. There are two hidden layers: one number would have to serve "
                    "both.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "The matrix between the two hidden layers: its rows lead into the units of "
                    "the one, its columns out of the units of the other. All rows and all columns "
                    "must differ.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Open the exact weights of the second layer and change two numbers on its "
                    "diagonal, to two different values such as 0.1 and 0.9.",
                ),
            ),
        ),
    ),
    QT_TRANSLATE_NOOP(
        "Challenge",
        "Equal units get equal gradients and take equal steps: they stay equal for ever. One "
        "changed entry of a matrix tells a row from the others and a column from the others, so "
        "two of them separate three units on both sides. Random initialization does that for all "
        "units at once.",
    ),
    workspace="step",
)

RELU = Challenge(
    "relu",
    QT_TRANSLATE_NOOP("Challenge", "Kill ReLU, then save it"),
    _relu_layers,
    (
        Stage(
            QT_TRANSLATE_NOOP(
                "Challenge",
                "Make the gradient of every layer exactly 0. Only the biases may be changed.",
            ),
            "measurement",
            (*FIXED, ACTIVATIONS, WEIGHTS),
            _killed,
            (
                QT_TRANSLATE_NOOP(
                    "Challenge", "ReLU passes nothing where z is negative. What can push z there?"
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Give the hidden layers a constant bias of −3 and look at the fraction of "
                    "dead units.",
                ),
            ),
        ),
        Stage(
            QT_TRANSLATE_NOOP(
                "Challenge",
                "Now save it: bring the gradient of every layer above 10⁻². Activations and "
                "biases stay as they are.",
            ),
            "measurement",
            (*FIXED, ACTIVATIONS, BIASES),
            _saved,
            (
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "z = W a + b: the bias is the same for all samples. The other term can "
                    "outvote it.",
                ),
                QT_TRANSLATE_NOOP(
                    "Challenge",
                    "Double the gain of the hidden layers, or more, until z is positive again for "
                    "some samples.",
                ),
            ),
        ),
    ),
    QT_TRANSLATE_NOOP(
        "Challenge",
        "A unit is dead where z is negative for every sample: f′ is 0 there, so is its gradient, "
        "and no step of training will ever move it. What counts is the size of W a beside b. "
        "That is why biases start at 0, and why a large step can kill units for good.",
    ),
)

CHALLENGES = (SYMMETRY, RELU)
