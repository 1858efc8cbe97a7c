"""z of a layer whose numbers may leave the safe range of floats, without losing them on the way."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.activations import BoundActivation
from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.forward_layer import ForwardLayer, lost_activations
from gradsim.engine.scaling import BoolArray, IntArray, largest, renormalize, shifted

Array = npt.NDArray[Any]


def careful_pre_activation(
    arithmetic: Arithmetic,
    before: ForwardLayer | None,
    inputs: Array,
    weights: Array,
    bias: Array,
    rule: BoundActivation,
) -> tuple[Array, IntArray, BoolArray, bool]:
    """z of one layer whose numbers may leave the safe range: z, exponent, underflow, overflowed.

    The product is formed of operands scaled to 1, so that it can neither overflow nor underflow;
    then the true numbers are put back unless the layer is homogeneous and they do not fit.
    """
    ensemble, zero = len(arithmetic.shape), arithmetic.zero
    activation, exponent = (
        (inputs, zero) if before is None else (before.activation, before.exponent)
    )
    underflow = arithmetic.kept if before is None else lost_activations(before, arithmetic)
    a, a_exponent = renormalize(arithmetic.broadcast(activation), exponent)
    w, w_exponent = renormalize(weights, zero)
    product = arithmetic.product(a, arithmetic.transposed(w))
    z, z_exponent = renormalize(product, a_exponent + w_exponent)
    peak = largest(z, ensemble)
    z_exponent = np.where(peak == 0, 0, z_exponent)
    if rule.rule.homogeneous and not bias.any():
        fits = np.abs(z_exponent) <= np.log2(arithmetic.high) / 2
        z = shifted(z, np.where(fits, z_exponent, 0))
        z_exponent = np.where(fits, 0, z_exponent)
        return z, (z_exponent if z_exponent.any() else zero), underflow, False
    true = shifted(z, z_exponent)
    lost = (z != 0) & (np.abs(true) < arithmetic.tiny)
    arithmetic.add_bias(true, bias)
    underflow = underflow | (lost & (np.abs(true) < arithmetic.tiny)).any(axis=(-2, -1))
    return true, zero, underflow, bool(np.isinf(true).any())
