"""What is symmetric in each layer: rows and columns of W, rows of ∂C/∂W, units that are copies.

Definition of copies. Units i and j of a hidden layer l are *copies* where row i of W^(l) equals
row j, b_i equals b_j, and column i of W^(l+1) equals column j. Then z_i = z_j and a_i = a_j for
every input, δ_i = f′(z_i) Σ_k w_ki δ_k = δ_j, and so ∂C/∂w_i = ∂C/∂w_j, ∂C/∂b_i = ∂C/∂b_j and, for
the columns, ∂C/∂w_ki = δ_k a_i = ∂C/∂w_kj. A step of gradient descent takes equals from equals:
they are copies after it, and for ever. Units of the output have targets of their own and are
never called copies.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.chain import ChainFactor, FactorKind, Gradient
from gradsim.engine.initialization import Parameters
from gradsim.engine.scaling import State
from gradsim.engine.statistics import magnitude
from gradsim.engine.symmetry.likeness import (
    ROUNDING,
    Likeness,
    groups_of_equal_rows,
    row_likeness,
)

Array = npt.NDArray[Any]


class LayerSymmetry(Struct, frozen=True):
    """What is symmetric in one layer (from 1).

    weights_zero, weights_constant : every entry of W^(l) is 0; every entry is one and the same.
    rows, columns : how alike the rows and the columns of W^(l) are.
    gradient_rows : how alike the rows of ∂C/∂W^(l) are.
    weight_gradient, bias_gradient : whether ∂C/∂W^(l) and ∂C/∂b^(l) are 0, or only too small.
    copies : groups of units (from 1) that are copies of each other; empty for the output.
    copies_likeness : `exact`, or `rounding` where a group is equal up to rounding only.
    same_now : groups of units whose rows of W^(l) and biases are equal, so that they compute the
        same number now, whatever becomes of them.
    """

    layer: int
    weights_zero: bool
    weights_constant: bool
    rows: Likeness
    columns: Likeness
    gradient_rows: Likeness
    weight_gradient: State
    bias_gradient: State
    copies: tuple[tuple[int, ...], ...]
    copies_likeness: Likeness
    same_now: tuple[tuple[int, ...], ...]


def layer_symmetries(
    parameters: Parameters, factors: Iterable[ChainFactor]
) -> tuple[LayerSymmetry, ...]:
    """The symmetries of layers 1..L; `factors` are those of a backward pass of one network."""
    weights, biases = dict[int, Gradient](), dict[int, Gradient]()
    for factor in factors:
        if factor.kind is FactorKind.weights:
            weights[factor.layer] = factor.left
        elif factor.kind is FactorKind.bias:
            biases[factor.layer] = factor.left
    depth = len(parameters.weights)
    return tuple(
        _of_layer(parameters, layer, weights[layer], biases[layer]) for layer in range(1, depth + 1)
    )


def _of_layer(
    parameters: Parameters, layer: int, weight_gradient: Gradient, bias_gradient: Gradient
) -> LayerSymmetry:
    matrix, bias = parameters.weights[layer - 1], parameters.biases[layer - 1]
    incoming = np.concatenate((matrix, bias[:, None]), axis=1)
    same_now, _ = groups_of_equal_rows(incoming, tolerance=ROUNDING)
    copies: tuple[tuple[int, ...], ...] = ()
    likeness = Likeness.single if matrix.shape[0] < 2 else Likeness.different
    if layer < len(parameters.weights) and same_now:
        outgoing = parameters.weights[layer].T
        whole = np.concatenate((incoming, outgoing), axis=1)
        copies, likeness = groups_of_equal_rows(whole, tolerance=ROUNDING)
    lost = bool(np.asarray(weight_gradient.underflow).any())
    return LayerSymmetry(
        layer,
        weights_zero=not matrix.any(),
        weights_constant=bool((matrix == matrix.flat[0]).all()),
        rows=row_likeness(matrix),
        columns=row_likeness(matrix.T),
        gradient_rows=row_likeness(weight_gradient.array, lost=lost),
        weight_gradient=_state(weight_gradient),
        bias_gradient=_state(bias_gradient),
        copies=_from_one(copies),
        copies_likeness=likeness,
        same_now=_from_one(same_now),
    )


def _from_one(groups: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(index + 1 for index in group) for group in groups)


def _state(gradient: Gradient) -> State:
    return magnitude(gradient.array, gradient.exponent, gradient.underflow).state_of()
