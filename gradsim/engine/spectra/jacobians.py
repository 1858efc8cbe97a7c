"""∂a^(l)/∂a^(l−1) of one sample as a product of matrices, and its singular values."""

from __future__ import annotations

import numpy as np

from gradsim.engine.forward import ForwardPass
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies.jacobian import refuse_coupled_samples, remedied_jacobian
from gradsim.engine.spectra.graded_product import Floats, GradedProduct, Spectrum
from gradsim.engine.spectra.softmax_factors import softmax_factors


def refuse_without_jacobians(forward: ForwardPass) -> None:
    """Refuse a pass whose samples have no Jacobian of their own.

    Raises
    ------
    Problem
        With the layer in which it overflowed, or whose batch normalization couples the samples.
    """
    if forward.overflow_layer is not None:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The forward pass overflowed in layer {layer}: no Jacobian beyond it."
            ),
            layer=forward.overflow_layer,
        )
    refuse_coupled_samples(forward)


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
