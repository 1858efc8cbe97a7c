"""Dropout, inverted: while training, a unit is silent with probability p and else 1/(1 − p) loud.

Source: Srivastava et al. 2014, "Dropout: A Simple Way to Prevent Neural Networks from Overfitting";
inverted as in torch.nn.Dropout, so that nothing is left to do in evaluation.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.streams import Role, stream

Array = npt.NDArray[Any]

_KEPT_ENTRIES = 1 << 16


def check_dropout(rate: float, layer: int, place: str) -> None:
    """Refuse a probability outside 0 ≤ p < 1: at 1 nothing would be left.

    Raises
    ------
    Problem
    """
    if not (math.isfinite(rate) and 0.0 <= rate < 1.0):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "Layer {layer} has a dropout of {rate}; it must be at least 0 and below 1.",
            ),
            place=place,
            layer=layer,
            rate=rate,
        )


def mask(
    seeds: Array,
    layer_id: int,
    rate: float,
    step: int,
    first_sample: int,
    shape: tuple[int, int],
    dtype: np.dtype[Any],
) -> Array:
    """m/(1 − p) of a layer: (…, samples, units), each entry 0 or 1/(1 − p).

    Parameters
    ----------
    seeds : object array of ensemble shape
        One seed for each member.
    step : int
        Which mask: 0 for a network that is looked at, the number of the step in training.
    first_sample : int
        From 1: a sample alone meets the mask that it has in the batch.
    """
    if not seeds.shape:
        return _mask(int(seeds[()]), layer_id, rate, step, first_sample, shape, dtype)
    masks = [
        _mask(int(seed), layer_id, rate, step, first_sample, shape, dtype) for seed in seeds.flat
    ]
    return np.stack(masks).reshape(*seeds.shape, *shape)


def _mask(
    seed: int,
    layer_id: int,
    rate: float,
    step: int,
    first_sample: int,
    shape: tuple[int, int],
    dtype: np.dtype[Any],
) -> Array:
    rows = first_sample - 1 + shape[0]
    draw = _kept if rows * shape[1] <= _KEPT_ENTRIES and step == 0 else _drawn
    return draw(seed, layer_id, rate, step, rows, shape[1], dtype)[first_sample - 1 :]


def _drawn(
    seed: int, layer_id: int, rate: float, step: int, rows: int, units: int, dtype: np.dtype[Any]
) -> Array:
    uniform = stream(seed, layer_id, Role.DROPOUT, step).random((rows, units))
    drawn = (uniform >= rate).astype(dtype)
    drawn *= 1.0 / (1.0 - rate)
    drawn.setflags(write=False)
    return drawn


_kept = lru_cache(maxsize=64)(_drawn)
