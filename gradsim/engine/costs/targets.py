"""Which targets the cross-entropies can be told to aim at."""

from __future__ import annotations

import numpy as np

from gradsim.engine.costs.rule import Array, check_finite
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

_TARGET_SUM_TOLERANCE = 1e-6


def check_probabilities(targets: Array) -> None:
    """Refuse targets that are not from 0 to 1.

    Raises
    ------
    Problem
    """
    check_finite(targets)
    outside = (targets < 0) | (targets > 1)
    if outside.any():
        sample, unit = (int(i) for i in np.argwhere(outside)[0])
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "Binary cross-entropy needs targets from 0 to 1; sample {sample} has {value}.",
            ),
            place=f"data.targets[{sample}][{unit}]",
            sample=sample + 1,
            value=float(targets[sample, unit]),
        )


def check_distributions(targets: Array) -> None:
    """Refuse targets, (samples, units), of which those of a sample are negative or do not sum to 1.

    Raises
    ------
    Problem
    """
    check_finite(targets)
    negative = (targets < 0).any(axis=-1)
    if negative.any():
        sample = int(np.argmax(negative))
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "Cross-entropy needs targets of at least 0; sample {sample} has {value}."
            ),
            place=f"data.targets[{sample}]",
            sample=sample + 1,
            value=float(targets[sample].min()),
        )
    sums = targets.sum(axis=-1)
    wrong = np.abs(sums - 1) > _TARGET_SUM_TOLERANCE
    if wrong.any():
        sample = int(np.argmax(wrong))
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "Cross-entropy needs targets that sum to 1; those of sample {sample} sum to "
                "{total}.",
            ),
            place=f"data.targets[{sample}]",
            sample=sample + 1,
            total=float(f"{sums[sample]:.6g}"),
        )
