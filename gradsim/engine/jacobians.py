"""Singular values of each layer's Jacobian and of their whole product, the smallest ones too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.forward import ForwardPass
from gradsim.engine.graded_product import Floats, GradedProduct, Spectrum
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem


@dataclass(frozen=True, slots=True, eq=False)
class Jacobians:
    """Spectra for one sample.

    layers : J_l = ∂a^(l)/∂a^(l−1) = diag f′(z^(l)) W^(l) of layers 1..L.
    upward : J_l … J_1 = ∂a^(l)/∂x of layers 1..L; the last is the whole network's.
    """

    layers: tuple[Spectrum, ...]
    upward: tuple[Spectrum, ...]


def jacobians(
    forward: ForwardPass, sample: int = 1, *, cancelled: Callable[[], bool] | None = None
) -> Jacobians:
    """The spectra of one sample of a pass without ensemble axes.

    The product is kept as Q diag(d) T with Q orthonormal and T well conditioned, renewed at each
    layer by a QR decomposition with column pivoting, so that no small singular value drowns in
    the rounding of a large one; the last step is a one-sided Jacobi SVD, which keeps the relative
    accuracy of graded matrices. Rows of units that pass nothing on are taken out exactly.

    Parameters
    ----------
    sample : int
        Which sample of the pass, from 1.

    Raises
    ------
    Problem
        Where the forward pass overflowed.
    Cancelled
        Where `cancelled` says so, checked per layer.

    Source: Saxe et al. 2013 and Pennington et al. 2017 for dynamical isometry; Stewart 1997 for
    graded QR; Drmač & Veselić 2008 for the Jacobi SVD.
    """
    refuse_overflow(forward)
    layers: list[Spectrum] = []
    upward: list[Spectrum] = []
    product = GradedProduct(forward.network.inputs)
    for number in range(1, forward.network.depth + 1):
        check_cancelled(cancelled)
        jacobian = jacobian_of(forward, number, sample - 1)
        layers.append(spectrum_of(jacobian))
        product.multiply(jacobian)
        upward.append(product.spectrum())
    return Jacobians(tuple(layers), tuple(upward))


def refuse_overflow(forward: ForwardPass) -> None:
    """Refuse a pass with a number that is not finite.

    Raises
    ------
    Problem
        With the layer.
    """
    if forward.overflow_layer is not None:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The forward pass overflowed in layer {layer}: no Jacobian beyond it."
            ),
            layer=forward.overflow_layer,
        )


def jacobian_of(forward: ForwardPass, number: int, row: int) -> Floats:
    """∂a^(l)/∂a^(l−1) of one sample, (fan_out, fan_in) float64."""
    passed = forward.layers[number - 1]
    weights = np.asarray(forward.parameters.weights[number - 1], np.float64)
    z = passed.pre_activation[row : row + 1].astype(np.float64)
    rule = passed.rule
    with np.errstate(all="ignore"):
        if rule.rule.elementwise:
            jacobian = rule.slope(z, rule.value(z)).T * weights
        else:
            jacobian = rule.rule.derivative(z, **rule.options)[0] @ weights
    return np.asarray(jacobian)


def spectrum_of(jacobian: Floats) -> Spectrum:
    """The singular values of one matrix."""
    narrow = jacobian if jacobian.shape[1] <= jacobian.shape[0] else jacobian.T
    product = GradedProduct(narrow.shape[1])
    product.multiply(narrow)
    return product.spectrum()
