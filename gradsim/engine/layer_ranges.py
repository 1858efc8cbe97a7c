"""Lists of layers as ranges of their numbers: 1–3, 7."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

_MOST_RANGES = 4


def ranges_text(
    layers: Sequence[int] | npt.NDArray[Any], number: Callable[[int], object] = int
) -> str:
    """Ascending layers as ranges: 1–3, 7; after a few ranges an ellipsis.

    Parameters
    ----------
    number : what a layer, counted from 1, is called.
    """
    found = np.asarray(layers, np.int64)
    if not found.size:
        return ""
    breaks = np.flatnonzero(np.diff(found) != 1)
    lows, highs = found[[0, *(breaks + 1)]], found[[*breaks, -1]]
    many = len(lows) > _MOST_RANGES
    told = [*range(_MOST_RANGES - 1), -1] if many else range(len(lows))
    texts = [_range_text(number(int(lows[each])), number(int(highs[each]))) for each in told]
    if many:
        texts.insert(-1, "…")
    return ", ".join(texts)


def _range_text(first: object, last: object) -> str:
    return str(first) if first == last else f"{first}–{last}"
