"""Small networks with written numbers, to be followed with pencil and paper."""

from __future__ import annotations

from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import Preset, project, stack, typed

_GLOROT = Choice.of("glorot_normal")


def _scalar_chain() -> Project:
    """Four sigmoid units in a row, C = (a − y)²: the article's chain."""
    return project(
        1,
        stack([1, 1, 1, 1], "sigmoid", _GLOROT),
        "squared_error",
        DataSource.inline([[0.5]], [[1.0]]),
        parameters=[
            typed([[0.8]], [0.1]),
            typed([[-1.2]], [0.3]),
            typed([[1.5]], [-0.4]),
            typed([[0.9]], [0.2]),
        ],
    )


def _mazur() -> Project:
    """Matt Mazur, "A Step by Step Backpropagation Example"."""
    return project(
        2,
        stack([2, 2], "sigmoid", _GLOROT),
        "half_squared_error",
        DataSource.inline([[0.05, 0.10]], [[0.01, 0.99]]),
        parameters=[
            typed([[0.15, 0.20], [0.25, 0.30]], [0.35, 0.35]),
            typed([[0.40, 0.45], [0.50, 0.55]], [0.60, 0.60]),
        ],
    )


def _single_neuron() -> Project:
    """CS231n, "Backpropagation, Intuitions": w = (2, −3), b = −3, x = (−1, −2).

    With C = ½(a − y)² and y = σ(1) − 1, ∂C/∂a is 1: the gradients are the course's ∂a/∂w, ∂a/∂b.
    """
    return project(
        2,
        stack([1], "sigmoid", _GLOROT),
        "half_squared_error",
        DataSource.inline([[-1.0, -2.0]], [[-0.2689414213699951]]),
        parameters=[typed([[2.0, -3.0]], [-3.0])],
    )


BY_HAND: tuple[Preset, ...] = (
    Preset(
        "scalar_chain",
        QT_TRANSLATE_NOOP("Preset", "Scalar chain"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "Four layers of one sigmoid unit. Every gradient is one product: the last factor of "
            "each layer is the next weight.",
        ),
        _scalar_chain,
    ),
    Preset(
        "mazur",
        QT_TRANSLATE_NOOP("Preset", "Mazur's 2–2–2 network"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "The best-known example worked by hand: two sigmoid layers with written weights, one "
            "sample. Compare each number.",
        ),
        _mazur,
    ),
    Preset(
        "single_neuron",
        QT_TRANSLATE_NOOP("Preset", "Single neuron"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "One sigmoid unit with two inputs, the example of CS231n. The target makes ∂C/∂a = 1, "
            "so each gradient is a derivative of a.",
        ),
        _single_neuron,
    ),
)
