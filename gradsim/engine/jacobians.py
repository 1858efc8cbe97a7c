"""Singular values of each layer's Jacobian and of their whole product, the smallest ones too."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from msgspec import Struct

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.forward import ForwardPass
from gradsim.engine.graded_product import Floats, GradedProduct, Spectrum
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies.jacobian import refuse_coupled_samples, remedied_jacobian
from gradsim.engine.softmax_factors import softmax_factors


class Jacobians(Struct, frozen=True, eq=False):
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
    the rounding of a large one; :mod:`graded_values` then keeps the relative accuracy of what is
    graded. Rows of units that pass nothing on are taken out exactly.

    Parameters
    ----------
    sample : int
        Which sample of the pass, from 1.

    Raises
    ------
    Problem
        Where the forward pass overflowed, or batch normalization couples the samples.
    Cancelled
        Where `cancelled` says so, checked per layer.

    Source: Saxe et al. 2013 and Pennington et al. 2017 for dynamical isometry; Stewart 1997 for
    graded QR; Cox & Higham 1998 for sorting the rows.
    """
    refuse_overflow(forward)
    refuse_coupled_samples(forward)
    layers: list[Spectrum] = []
    upward: list[Spectrum] = []
    product = GradedProduct(forward.network.inputs)
    for number in range(1, forward.network.depth + 1):
        check_cancelled(cancelled)
        factors = jacobian_factors(forward, number, sample - 1)
        layers.append(spectrum_of(factors))
        for factor in reversed(factors):
            product.multiply(factor)
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


def jacobian_factors(forward: ForwardPass, number: int, row: int) -> tuple[Floats, ...]:
    """Matrices whose product is ∂a^(l)/∂a^(l−1) of one sample, (fan_out, fan_in) float64; a layer
    with remedies gives a single one.

    A one-dimensional one is a diagonal matrix. diag f′ stands alone, because saturation can make
    its entries differ by more than the digits of a float.
    """
    passed = forward.layers[number - 1]
    if passed.inner is not None:
        return remedied_jacobian(forward, number, row)
    weights = np.asarray(forward.parameters.weights[number - 1], np.float64)
    z = passed.pre_activation[row : row + 1].astype(np.float64)
    rule = passed.rule
    with np.errstate(all="ignore"):
        a = rule.value(z)
        if rule.rule.elementwise:
            return rule.slope(z, a)[0], weights
        return (*softmax_factors(a[0]), weights)


def spectrum_of(factors: tuple[Floats, ...]) -> Spectrum:
    """The singular values of a product of matrices."""
    rows, columns = factors[0].shape[0], factors[-1].shape[-1]
    # A matrix and its transpose have the same; the product is kept with its fewer columns.
    if columns > rows:
        factors = tuple(factor.T for factor in reversed(factors))
    product = GradedProduct(min(rows, columns))
    for factor in reversed(factors):
        product.multiply(factor)
    return product.spectrum()
