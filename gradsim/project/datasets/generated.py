"""Samples drawn on the spot: seeded Gaussian numbers and four classic shapes in the plane."""

from __future__ import annotations

import math

import numpy as np

from gradsim.engine.options import Option
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.datasets.dataset import (
    Array,
    Dataset,
    Labels,
    Options,
    Request,
    encode_labels,
)
from gradsim.project.limits import MAXIMUM_SAMPLES, MAXIMUM_SEED

_SEED = Option(
    "seed", 0, 0, MAXIMUM_SEED, integer=True, step=1, label=QT_TRANSLATE_NOOP("Option", "Seed")
)


def _samples(default: int) -> Option:
    label = QT_TRANSLATE_NOOP("Option", "Samples")
    return Option("samples", default, 1, MAXIMUM_SAMPLES, integer=True, step=1, label=label)


def _noise(default: float) -> Option:
    label = QT_TRANSLATE_NOOP("Option", "Noise")
    return Option("noise", default, 0.0, 10.0, step=0.01, label=label)


def _count(options: Options) -> int:
    return int(options["samples"])


def _two(options: Options) -> int:
    del options
    return 2


def normal_columns(width: int, samples: int, seed: int, part: int) -> Array:
    """Standard normal numbers, (samples, width) float64, one random stream per column.

    Widening, narrowing or lengthening the batch therefore leaves every other number as it was.
    """
    columns = np.empty((width, samples))
    for index in range(width):
        stream = np.random.SeedSequence(seed, spawn_key=(part, index))
        np.random.default_rng(stream).standard_normal(out=columns[index])
    return np.ascontiguousarray(columns.T)


def _gaussian(options: Options, request: Request) -> tuple[Array, Array]:
    samples, seed = _count(options), int(options["seed"])
    inputs = normal_columns(request.inputs, samples, seed, 0)
    drawn = normal_columns(request.outputs, samples, seed, 1)
    if request.cost == "binary_cross_entropy":
        return inputs, (drawn > 0.0).astype(np.float64)
    if request.cost == "cross_entropy":
        return inputs, encode_labels(np.argmax(drawn, axis=1), request.outputs, request)
    return inputs, drawn


def _labelled(
    points: Array, labels: Labels, classes: int, options: Options, request: Request
) -> tuple[Array, Array]:
    """Add the noise, shuffle the samples and encode the labels."""
    samples, seed = _count(options), int(options["seed"])
    noisy = points + options["noise"] * normal_columns(2, samples, seed, 2)
    order = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(3,))).permutation(samples)
    return noisy[order], encode_labels(labels[order], classes, request)


def _xor(options: Options, request: Request) -> tuple[Array, Array]:
    """The corners (±1, ±1) in turn; the class is 1 where the signs differ. No shuffle."""
    samples, seed = _count(options), int(options["seed"])
    corner = np.arange(samples) % 4
    points = np.stack([np.where(corner < 2, -1.0, 1.0), np.where(corner % 2 == 0, -1.0, 1.0)], 1)
    labels = (points[:, 0] * points[:, 1] < 0.0).astype(np.intp)
    points = points + options["noise"] * normal_columns(2, samples, seed, 2)
    return points, encode_labels(labels, 2, request)


def _circles(options: Options, request: Request) -> tuple[Array, Array]:
    """A circle of radius 1 (class 0) around one of radius 0.5 (class 1)."""
    labels, turn = _split(_count(options), 2)
    angle = 2.0 * math.pi * turn
    radius = np.where(labels == 0, 1.0, 0.5)
    points = np.stack([radius * np.cos(angle), radius * np.sin(angle)], 1)
    return _labelled(points, labels, 2, options, request)


def _spirals(options: Options, request: Request) -> tuple[Array, Array]:
    """Arms of one and a half turns, radius 0 to 1, each a class."""
    classes = int(options["classes"])
    labels, along = _split(_count(options), classes)
    angle = 3.0 * math.pi * along + 2.0 * math.pi * labels / classes
    points = np.stack([along * np.cos(angle), along * np.sin(angle)], 1)
    return _labelled(points, labels, classes, options, request)


def _moons(options: Options, request: Request) -> tuple[Array, Array]:
    """Two interleaving half circles, centred on the origin."""
    labels, along = _split(_count(options), 2)
    angle = math.pi * along
    upper = np.stack([np.cos(angle) - 0.5, np.sin(angle) - 0.25], 1)
    lower = np.stack([0.5 - np.cos(angle), 0.25 - np.sin(angle)], 1)
    points = np.where(labels[:, np.newaxis] == 0, upper, lower)
    return _labelled(points, labels, 2, options, request)


def _split(samples: int, classes: int) -> tuple[Labels, Array]:
    """Labels in equal shares, and each sample's place from 0 to below 1 within its class."""
    labels = np.arange(samples) % classes
    shares = np.bincount(labels, minlength=classes)
    return labels, (np.arange(samples) // classes) / shares[labels]


GENERATED: tuple[Dataset, ...] = (
    Dataset(
        "gaussian",
        QT_TRANSLATE_NOOP("Dataset", "Gaussian"),
        QT_TRANSLATE_NOOP(
            "Dataset",
            "Standard normal inputs and targets of any width. For cross-entropy the largest of "
            "the drawn targets becomes the class; for binary cross-entropy their signs become 0 "
            "or 1.",
        ),
        (_samples(64), _SEED),
        None,
        None,
        _count,
        _gaussian,
    ),
    Dataset(
        "xor",
        QT_TRANSLATE_NOOP("Dataset", "XOR"),
        QT_TRANSLATE_NOOP(
            "Dataset", "The corners (±1, ±1); the class is 1 where the two signs differ."
        ),
        (_samples(4), _noise(0.0), _SEED),
        _two,
        _two,
        _count,
        _xor,
    ),
    Dataset(
        "circles",
        QT_TRANSLATE_NOOP("Dataset", "Circles"),
        QT_TRANSLATE_NOOP("Dataset", "A circle of radius 1 around one of radius 0.5."),
        (_samples(128), _noise(0.05), _SEED),
        _two,
        _two,
        _count,
        _circles,
    ),
    Dataset(
        "spirals",
        QT_TRANSLATE_NOOP("Dataset", "Spirals"),
        QT_TRANSLATE_NOOP("Dataset", "Arms of one and a half turns, each a class."),
        (
            _samples(128),
            Option(
                "classes",
                2,
                2,
                10,
                integer=True,
                step=1,
                label=QT_TRANSLATE_NOOP("Option", "Classes"),
            ),
            _noise(0.02),
            _SEED,
        ),
        _two,
        lambda options: int(options["classes"]),
        _count,
        _spirals,
    ),
    Dataset(
        "moons",
        QT_TRANSLATE_NOOP("Dataset", "Moons"),
        QT_TRANSLATE_NOOP("Dataset", "Two half circles that reach into each other."),
        (_samples(128), _noise(0.1), _SEED),
        _two,
        _two,
        _count,
        _moons,
    ),
)
