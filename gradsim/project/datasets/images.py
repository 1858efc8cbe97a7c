"""Which data are images, and their pixels as they were before they were standardized."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

import numpy as np

from gradsim.project.datasets.dataset import Array
from gradsim.project.datasets.loading import data_options, load_data
from gradsim.project.model import Project

_DIGITS: Final = "digits"
LEAST_SIDE: Final = 8
"""Own data with at least 8 × 8 columns, as many as a square has, can be looked at as images."""


def image_side(project: Project) -> int | None:
    """The side, in pixels, of the square images that the inputs are; None where they are none."""
    inputs = project.network.inputs
    side = math.isqrt(inputs)
    if side < LEAST_SIDE or side * side != inputs:
        return None
    return side if project.data.inputs is not None or project.data.name == _DIGITS else None


def images_of(project: Project) -> Array:
    """The pixels, (samples, side, side), of what :func:`image_side` has a side for.

    Raises
    ------
    Problem
        Where the data cannot be loaded.
    """
    inputs, _ = load_data(project)
    side = image_side(project)
    if side is None:
        raise ValueError("the inputs are no images")
    if project.data.inputs is None:
        inputs = _digit_pixels(project)
    return np.asarray(inputs, np.float64).reshape(len(inputs), side, side)


def _digit_pixels(project: Project) -> Array:
    from gradsim.project.datasets.real import taken_samples

    options = data_options(project.data)
    pixels = _all_digits()
    return pixels[taken_samples(len(pixels), int(options["samples"]), int(options["seed"]))]


@lru_cache(maxsize=1)
def _all_digits() -> Array:
    from sklearn.datasets import load_digits

    return np.asarray(load_digits().data, np.float64)
