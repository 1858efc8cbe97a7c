"""Deep networks that vanish, explode or hold, by their activation and initialization."""

from __future__ import annotations

from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import Preset, project, stack

_GLOROT = Choice.of("glorot_normal")


def _first_look() -> Project:
    """2–3–3–3–3–1, sigmoid throughout.

    Layers this narrow often die whole under ReLU; with this draw every sample gets through, so
    that the remedy can be seen.
    """
    return project(
        2,
        stack([3, 3, 3, 3, 1], "sigmoid", _GLOROT),
        "squared_error",
        DataSource.of("gaussian", samples=64),
        seed=50,
    )


def _ten_sigmoid_layers() -> Project:
    return project(
        8,
        stack([16] * 9 + [1], "sigmoid", _GLOROT),
        "squared_error",
        DataSource.of("gaussian", samples=64),
    )


def _ten_relu_he_layers() -> Project:
    return project(
        8,
        stack([16] * 9 + [1], "relu", Choice.of("he_normal"), output="identity"),
        "squared_error",
        DataSource.of("gaussian", samples=64),
    )


def _zero_initialization() -> Project:
    return project(
        2,
        stack([4, 4, 4, 1], "sigmoid", Choice.of("zeros")),
        "squared_error",
        DataSource.of("gaussian", samples=64),
    )


def _constant_initialization() -> Project:
    return project(
        2,
        stack([4, 4, 4, 1], "tanh", Choice.of("constant", value=0.5), output="identity"),
        "squared_error",
        DataSource.of("gaussian", samples=64),
    )


def _exploding_tanh() -> Project:
    """Weights of variance σ_w²/n with σ_w = 6: far in the chaotic phase.

    tanh saturates, so most of f′ is near 0, yet χ = σ_w² E f′² stays well above 1
    (Poole et al. 2016), and the gradient grows going back.
    """
    return project(
        16,
        stack([64] * 19 + [1], "tanh", Choice.of("lecun_normal", gain=6.0), output="identity"),
        "squared_error",
        DataSource.of("gaussian", samples=64),
    )


def _fifty_layers() -> Project:
    return project(
        64,
        stack([64] * 50, "tanh", _GLOROT, output="identity"),
        "half_squared_error",
        DataSource.of("gaussian", samples=128),
    )


def _digits_classifier() -> Project:
    return project(
        64,
        stack([32, 32, 10], "relu", Choice.of("he_normal"), output="softmax"),
        "cross_entropy",
        DataSource.of("digits", samples=256),
    )


FIRST_LOOK = Preset(
    "first_look",
    QT_TRANSLATE_NOOP("Preset", "First look"),
    QT_TRANSLATE_NOOP(
        "Preset",
        "A small sigmoid network of five layers. Watch the gradient shrink on its way to the "
        "input, then try ReLU and He.",
    ),
    _first_look,
)

DEPTH: tuple[Preset, ...] = (
    Preset(
        "ten_sigmoid_layers",
        QT_TRANSLATE_NOOP("Preset", "Ten sigmoid layers"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "σ′ is never above ¼: the gradient loses more than half a decade in every layer.",
        ),
        _ten_sigmoid_layers,
    ),
    Preset(
        "ten_relu_he_layers",
        QT_TRANSLATE_NOOP("Preset", "Ten ReLU layers, He"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "The same depth with ReLU and He initialization: the gradient reaches the first layer "
            "at nearly its full size.",
        ),
        _ten_relu_he_layers,
    ),
    Preset(
        "zero_initialization",
        QT_TRANSLATE_NOOP("Preset", "Zero initialization"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "All weights 0: the factor Wᵀ makes every hidden gradient exactly 0, and only the "
            "output layer can take a first step.",
        ),
        _zero_initialization,
    ),
    Preset(
        "constant_initialization",
        QT_TRANSLATE_NOOP("Preset", "Constant initialization"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "All weights equal: every unit of a layer has the same gradient and stays a copy of "
            "its neighbours.",
        ),
        _constant_initialization,
    ),
    Preset(
        "exploding_tanh",
        QT_TRANSLATE_NOOP("Preset", "Exploding tanh"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "Weights six times too large: tanh saturates, and still the gradient grows in every "
            "layer going back.",
        ),
        _exploding_tanh,
    ),
    Preset(
        "fifty_layers",
        QT_TRANSLATE_NOOP("Preset", "Fifty layers × 64"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "Fifty tanh layers of 64 units: depth to try activations and initializations on.",
        ),
        _fifty_layers,
    ),
    Preset(
        "digits_classifier",
        QT_TRANSLATE_NOOP("Preset", "Digits classifier"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "Handwritten digits, softmax and cross-entropy: real data, and an output gradient of "
            "a − y.",
        ),
        _digits_classifier,
    ),
)
