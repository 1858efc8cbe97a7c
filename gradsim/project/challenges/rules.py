"""The rules that challenges are made of, each a comparison of two projects or two plans."""

from __future__ import annotations

from typing import Final

import numpy as np
from msgspec.structs import replace

from gradsim.engine.activations import bind
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.challenges.challenge import Rule
from gradsim.project.challenges.evidence import Evidence
from gradsim.project.model import Project, same_numbers

_USUAL_Z: Final = np.linspace(-2.0, 2.0, 401)
_LEAST_BEND: Final = 2.0


def adds_remedy(start: Project, project: Project) -> bool:
    """Whether some layer was given more than units, activation and initialization.

    That is normalization, a residual connection, dropout: whatever a layer has besides.
    """
    return any(
        replace(
            layer,
            units=before.units,
            activation=before.activation,
            weights=before.weights,
            bias=before.bias,
            id=before.id,
        )
        != before
        for before, layer in zip(start.layers, project.layers, strict=False)
    )


def _same_sizes(evidence: Evidence) -> bool:
    start, project = evidence.start, evidence.project
    # A layer deleted and added anew looks the same, but draws other numbers: a seed in disguise.
    return start.network.widths == project.network.widths and start.layer_ids == project.layer_ids


def _same_activations(evidence: Evidence) -> bool:
    return [each.activation for each in evidence.start.layers] == [
        each.activation for each in evidence.project.layers
    ]


def _same_weights(evidence: Evidence) -> bool:
    return [each.weights for each in evidence.start.layers] == [
        each.weights for each in evidence.project.layers
    ]


def _same_biases(evidence: Evidence) -> bool:
    return [each.bias for each in evidence.start.layers] == [
        each.bias for each in evidence.project.layers
    ]


def _same_problem(evidence: Evidence) -> bool:
    start, project = evidence.start, evidence.project
    return (
        start.data == project.data
        and start.network.cost == project.network.cost
        and start.seed == project.seed
    )


def _nothing_typed(evidence: Evidence) -> bool:
    before, now = evidence.start.parameters, evidence.project.parameters
    if len(before) != len(now):
        return all(each is None for each in now)
    pairs = zip(before, now, strict=True)
    return all(each is None or same_numbers(was, each) for was, each in pairs)


def _same_output(evidence: Evidence) -> bool:
    return evidence.start.output == evidence.project.output


def _no_remedy(evidence: Evidence) -> bool:
    return not adds_remedy(evidence.start, evidence.project)


def _no_identity(evidence: Evidence) -> bool:
    return all(map(_bends, {each.activation for each in evidence.project.layers[:-1]}))


def _bends(activation: Choice) -> bool:
    """Whether it is no straight line where z usually is, under whatever name and options."""
    _, slopes = bind(activation).both(_USUAL_Z)
    return bool(slopes.max() >= _LEAST_BEND * slopes.min())


def _one_layer(evidence: Evidence) -> bool:
    start, project = evidence.start, evidence.project
    if len(start.layers) != len(project.layers):
        return False
    layers = zip(start.layers, project.layers, strict=True)
    typed = zip(start.parameters, project.parameters, strict=True)
    kept = (
        one == other and same_numbers(was, now)
        for (one, other), (was, now) in zip(layers, typed, strict=True)
    )
    return sum(not each for each in kept) <= 1


def _only_clipping(evidence: Evidence) -> bool:
    before, now = evidence.start_plan, evidence.plan
    return replace(now, clip=before.clip, clip_at=before.clip_at) == before


SIZES = Rule(
    "sizes",
    QT_TRANSLATE_NOOP(
        "Challenge", "No layer is added, deleted, replaced or moved, and the units stay."
    ),
    _same_sizes,
)
OUTPUT = Rule(
    "output",
    QT_TRANSLATE_NOOP("Challenge", "The last layer stays as it is."),
    _same_output,
)
ACTIVATIONS = Rule(
    "activations",
    QT_TRANSLATE_NOOP("Challenge", "The activations stay as they are."),
    _same_activations,
)
WEIGHTS = Rule(
    "weights",
    QT_TRANSLATE_NOOP("Challenge", "Initializers and gains of the weights stay as they are."),
    _same_weights,
)
BIASES = Rule(
    "biases",
    QT_TRANSLATE_NOOP("Challenge", "The biases stay as they are."),
    _same_biases,
)
PROBLEM = Rule(
    "problem",
    QT_TRANSLATE_NOOP("Challenge", "Data, cost and seed stay as they are."),
    _same_problem,
)
TYPED = Rule(
    "typed",
    QT_TRANSLATE_NOOP("Challenge", "No weight or bias is typed in."),
    _nothing_typed,
)
REMEDIES = Rule(
    "remedies",
    QT_TRANSLATE_NOOP("Challenge", "No normalization, residual connection or dropout is added."),
    _no_remedy,
)
NO_IDENTITY = Rule(
    "no_identity",
    QT_TRANSLATE_NOOP(
        "Challenge",
        "No hidden layer has the identity or nearly so: between z = −2 and 2 the largest f′ is at "
        "least twice the smallest.",
    ),
    _no_identity,
)
ONE_LAYER = Rule(
    "one_layer",
    QT_TRANSLATE_NOOP("Challenge", "At most one layer is changed; numbers typed in count, too."),
    _one_layer,
)
ONLY_CLIPPING = Rule(
    "only_clipping",
    QT_TRANSLATE_NOOP("Challenge", "Nothing of the plan is changed but the clipping."),
    _only_clipping,
)

FIXED = (SIZES, PROBLEM, TYPED, REMEDIES)
"""What nearly every challenge keeps: everything but activations and initialization."""
