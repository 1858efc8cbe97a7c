"""Singular values of deep products against arithmetic of 120 digits, and exact laws."""

from __future__ import annotations

import math

import mpmath
import numpy as np
import pytest

from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import initialize
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.engine.spectra.gradient_spectra import gradient_spectra


def pass_of(
    name: str, depth: int, width: int, *, weights: str = "lecun_normal", gain: float = 1.0
) -> ForwardPass:
    layers = tuple(
        Layer(width, Choice(name), Choice.of(weights, gain=gain), Choice("zeros"), id=n + 1)
        for n in range(depth)
    )
    network = Network(width, layers, "squared_error")
    x = np.random.default_rng(4).standard_normal((2, width))
    return forward(network, initialize(network, 3), x, np.zeros((2, width)))


def exactly(result: ForwardPass, sample: int) -> list[float]:
    """log₁₀ of the singular values of ∂a^(L)/∂x, by mpmath."""
    with mpmath.workdps(120):
        product = mpmath.eye(result.network.inputs)
        for layer, weights in zip(result.layers, result.parameters.weights, strict=True):
            z = layer.pre_activation[sample - 1 : sample]
            slope = layer.rule.slope(z, layer.rule.value(z))[0]
            product = mpmath.diag(slope.tolist()) * mpmath.matrix(weights.tolist()) * product
        values = mpmath.svd_r(product, compute_uv=False)
        return [float(mpmath.log10(each)) if each > 0 else -math.inf for each in values]


@pytest.mark.parametrize(("name", "gain"), [("tanh", 1.0), ("sigmoid", 3.0), ("identity", 0.5)])
def test_small_singular_values_of_deep_products_keep_their_digits(name: str, gain: float) -> None:
    result = pass_of(name, 30, 6, gain=gain)
    found = gradient_spectra(result, 2).whole.log10
    # The spread is far beyond the 16 digits that a plain product would leave.
    assert found[0] - found[-1] > 20
    assert found == pytest.approx(exactly(result, 2), abs=1e-9)


def test_each_layer_has_the_singular_values_of_its_own_matrix() -> None:
    result = pass_of("tanh", 3, 5)
    for number, spectrum in enumerate(gradient_spectra(result).layers):
        z = result.layers[number].pre_activation[0]
        matrix = (1 - np.tanh(z) ** 2)[:, None] * result.parameters.weights[number]
        expected = np.log10(np.linalg.svd(matrix, compute_uv=False))
        assert spectrum.log10 == pytest.approx(expected, abs=1e-12)


def test_orthogonal_weights_with_identity_are_an_isometry_at_any_depth() -> None:
    whole = gradient_spectra(pass_of("identity", 40, 8, weights="orthogonal")).whole
    assert whole.log10 == pytest.approx(np.zeros(8), abs=1e-12)


def test_units_that_pass_nothing_on_leave_exact_zeros() -> None:
    result = pass_of("relu", 4, 12, weights="he_normal")
    open_units = [int((layer.pre_activation[0] > 0).sum()) for layer in result.layers]
    whole = gradient_spectra(result).whole
    zeros = int(np.isneginf(whole.log10).sum())
    assert 12 - zeros <= min(open_units)
    assert zeros >= 12 - min(open_units)


def test_dead_layers_have_nothing_but_zeros() -> None:
    result = pass_of("relu", 3, 4, weights="zeros")
    whole = gradient_spectra(result).whole
    assert np.isneginf(whole.log10).all()


def test_identical_rows_are_not_told_from_rounding() -> None:
    result = pass_of("tanh", 3, 4, weights="constant")
    whole = gradient_spectra(result).whole
    assert math.isfinite(whole.log10[0])
    assert np.isnan(whole.log10[1:]).all()


def test_magnitudes_beyond_floats_have_their_logarithms() -> None:
    result = pass_of("identity", 400, 4, weights="orthogonal", gain=0.1)
    whole = gradient_spectra(result).whole
    assert whole.log10 == pytest.approx(np.full(4, -400.0), abs=1e-9)


def test_layers_of_unequal_width_have_as_many_values_as_the_narrower_side() -> None:
    layers = (
        Layer(7, Choice("tanh"), id=1),
        Layer(2, Choice("tanh"), id=2),
        Layer(5, Choice("softmax"), id=3),
    )
    network = Network(3, layers, "cross_entropy")
    x = np.array([[0.2, -0.4, 0.9]])
    y = np.full((1, 5), 0.2)
    found = gradient_spectra(forward(network, initialize(network, 1), x, y))
    assert [each.log10.size for each in found.layers] == [3, 2, 2]
    assert [each.log10.size for each in found.back] == [3, 5, 2]
    # The whole product runs through a layer of two units: its last value is an exact 0.
    assert np.isneginf(found.whole.log10[2])


def test_a_pass_that_overflowed_is_refused_with_its_layer() -> None:
    result = pass_of("selu", 3, 4, gain=1e200)
    with pytest.raises(Problem, match="layer"):
        gradient_spectra(result)
