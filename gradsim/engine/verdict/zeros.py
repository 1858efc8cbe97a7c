"""The rules of the verdict for gradients that are exactly 0, and for biases that must be."""

from __future__ import annotations

import math

import numpy as np

from gradsim.engine.verdict import remedies
from gradsim.engine.verdict.case import Case, Finding
from gradsim.engine.verdict.records import VerdictKind


def zero(case: Case) -> Finding | None:
    """Nothing left to correct, or weights of 0 above hidden layers with no way past them."""
    if float(case.measurement.output_gradient.log10_l2) == -math.inf:
        return Finding(VerdictKind.ZERO, "minimum")
    layers = zip(case.parameters.weights, case.network.layers, strict=True)
    empty = [
        n
        for n, (matrix, layer) in enumerate(layers, start=1)
        if layer.residual is None and not np.any(matrix)
    ]
    blocking = [n for n in empty if n > 1]
    if not blocking:
        return None
    advice = remedies.instead_of_equal_weights(case.network, empty)
    top = blocking[-1]
    return Finding(VerdictKind.ZERO, last=top - 1, worst=top, remedies=advice)


def nothing_added_up(case: Case) -> Finding | None:
    """Sizes of 0 although a gradient arrives: what it meets is 0, or what is added up cancels."""
    zeros = [n for n, size in enumerate(case.sizes, start=1) if size == -math.inf]
    if case.quantity == "weight_gradient":
        unfed = [n for n in zeros if case.measurement.columns.inputs[n - 1] == -math.inf]
        if unfed:
            return Finding(VerdictKind.ZERO, "unfed", worst=unfed[0])
    if len(zeros) < case.depth or len(without_bias(case)) == case.depth:
        return None
    return Finding(VerdictKind.ZERO, "cancelled", worst=1)


def without_bias(case: Case) -> list[int]:
    """The layers whose bias batch normalization takes off again, if that is what is judged."""
    if case.quantity != "bias_gradient":
        return []
    return [number for number in range(1, case.depth + 1) if case.network.takes_off_bias(number)]
