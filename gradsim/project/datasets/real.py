"""Measured data sets that scikit-learn carries; it is imported only when one is loaded.

Every feature is standardized over the whole set: its mean is taken away and it is divided by its
standard deviation; a feature that never changes (a pixel always black) becomes 0.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from gradsim.engine.options import Option
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.datasets.dataset import (
    Array,
    Dataset,
    Labels,
    Options,
    Request,
    encode_labels,
)
from gradsim.project.limits import MAXIMUM_SEED


@lru_cache(maxsize=4)
def standardized(name: str) -> tuple[Array, Labels]:
    """Inputs (samples, features), standardized, and labels (samples,), both read-only.

    Raises
    ------
    Problem
        Where scikit-learn is not installed.
    """
    try:
        from sklearn import datasets
    except ImportError:
        raise scikit_learn_missing(name) from None
    loaded = getattr(datasets, f"load_{name}")()
    features = np.asarray(loaded.data, dtype=np.float64)
    spread = features.std(axis=0)
    inputs = (features - features.mean(axis=0)) / np.where(spread > 0.0, spread, 1.0)
    labels = np.asarray(loaded.target, dtype=np.intp)
    inputs.setflags(write=False)
    labels.setflags(write=False)
    return inputs, labels


def _real(
    name: str, label: str, summary: str, samples: int, features: int, classes: int
) -> Dataset:
    def load(options: Options, request: Request) -> tuple[Array, Array]:
        inputs, labels = standardized(name)
        taken = taken_samples(samples, int(options["samples"]), int(options["seed"]))
        return inputs[taken], encode_labels(labels[taken], classes, request)

    return Dataset(
        name,
        label,
        summary,
        (
            Option(
                "samples",
                samples,
                1,
                samples,
                integer=True,
                step=1,
                label=QT_TRANSLATE_NOOP("Option", "Samples"),
            ),
            Option(
                "seed",
                0,
                0,
                MAXIMUM_SEED,
                integer=True,
                step=1,
                label=QT_TRANSLATE_NOOP("Option", "Seed"),
            ),
        ),
        lambda _options: features,
        lambda _options: classes,
        lambda options: int(options["samples"]),
        load,
        needs_extra=True,
    )


def taken_samples(samples: int, wanted: int, seed: int) -> Labels:
    """Which samples are taken: a seeded choice, in the set's own order; the whole set at the end.

    Fewer samples are always among more.
    """
    order = np.random.default_rng(np.random.SeedSequence(seed)).permutation(samples)
    return np.sort(order[:wanted])


REAL: tuple[Dataset, ...] = (
    _real(
        "digits",
        QT_TRANSLATE_NOOP("Dataset", "Digits"),
        QT_TRANSLATE_NOOP("Dataset", "Handwritten digits, 8×8 pixels, ten classes."),
        1797,
        64,
        10,
    ),
    _real(
        "iris",
        QT_TRANSLATE_NOOP("Dataset", "Iris"),
        QT_TRANSLATE_NOOP("Dataset", "Three kinds of iris by four lengths of the flower."),
        150,
        4,
        3,
    ),
    _real(
        "wine",
        QT_TRANSLATE_NOOP("Dataset", "Wine"),
        QT_TRANSLATE_NOOP("Dataset", "Three growers by thirteen chemical measures of the wine."),
        178,
        13,
        3,
    ),
    _real(
        "breast_cancer",
        QT_TRANSLATE_NOOP("Dataset", "Breast cancer"),
        QT_TRANSLATE_NOOP(
            "Dataset", "Malignant (0) or benign (1) by thirty measures of the cell nuclei."
        ),
        569,
        30,
        2,
    ),
)


def scikit_learn_missing(name: str) -> Problem:
    """Why the data set `name` cannot be loaded, and the command that mends it."""
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem", "The data set “{name}” needs scikit-learn. Install it with: {command}"
        ),
        place="data.name",
        name=name,
        command='pip install "gradsim[datasets]"',
    )
